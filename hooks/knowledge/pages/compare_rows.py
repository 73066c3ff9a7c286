"""The topics on which countries are compared, and what the record of a country says on each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, get_args

from knowledge.kinds.country import (
    CONVENTIONS,
    LAW_GROUPS,
    ConventionId,
    Count,
    Country,
    Enforcement,
    Engagement,
    Law,
)
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Wording
from knowledge.library import Library
from knowledge.pages.chosen_addresses import row_address
from knowledge.pages.citing import Citing
from knowledge.pages.compare_cells import Row
from knowledge.pages.country_law import (
    ENFORCEMENT_GROUPS,
    convention_line,
    field_lines,
    law_label,
    law_lines,
)
from knowledge.pages.country_links import DUTY_FORM, DUTY_STATUS, goods
from knowledge.pages.marks import NOT_RESEARCHED, state_mark
from knowledge.pages.parts import ClaimLine
from knowledge.pages.wording import date_words, listed

#: What is asked of a country on a topic: its record, the library and the numbers of the sources.
Asked = Callable[[Entry, Country, Library, Citing], Iterable[ClaimLine]]

#: The claims that are not compared: a number has a year of its own, a sentence its own words.
_SIDE_BY_SIDE = (Count, Wording)

GOODS, ABROAD = "goods-listed", "laws-beyond-borders"
#: The groups that are shown before a reader chooses topics.
SHOWN_FIRST = ("Ages", "School", "Prohibitions", "Conventions", "Beyond the record of the law")
#: What an employer asks first of the law of a country of origin.
SOURCING_GROUPS = ("Ages", "School", "Prohibitions")
SOURCING_CONVENTIONS = ("c029", "p029", "c105", "c138", "c182")


def country_rows() -> tuple[Row, ...]:
    """Every topic, group by group, in the order of the country's page."""
    return tuple(row for row, _ in _ROWS.values())


def lines_of(row: str, entry: Entry, library: Library, citing: Citing) -> tuple[ClaimLine, ...]:
    """What the record of a country says on a topic; never nothing."""
    country = entry.record
    if not isinstance(country, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    return tuple(_ROWS[row][1](entry, country, library, citing))


def _rows() -> Iterator[tuple[str, str, str, bool, Asked]]:
    for group, topics in LAW_GROUPS:
        for topic in topics:
            yield _id(topic), law_label(topic), group, _compares(Law, topic), _law(topic)
    for number, name in CONVENTIONS.items():
        yield number.lower(), f"{number}: {name}", "Conventions", True, _convention(number)
    for group, names in ENFORCEMENT_GROUPS:
        for name in names:
            yield _field(Enforcement, "enforcement", name, group)
    for name in Engagement.model_fields:
        yield _field(Engagement, "engagement", name, "Engagement")
    beyond = SHOWN_FIRST[-1]
    yield GOODS, "Goods on the list of goods", beyond, False, _goods
    yield ABROAD, "Due-diligence laws of its own", beyond, False, _abroad


def _field(model: Any, part: str, name: str, group: str) -> tuple[str, str, str, bool, Asked]:
    def asked(_: Entry, country: Country, __: Library, citing: Citing) -> Iterable[ClaimLine]:
        return field_lines(getattr(country, part), name, citing, part)

    label = str(model.model_fields[name].title)
    return _id(name), label, group, _compares(model, name), asked


def _law(topic: str) -> Asked:
    def asked(_: Entry, country: Country, __: Library, citing: Citing) -> Iterable[ClaimLine]:
        # What others judged stands on the country's own page only.
        return (line._replace(pointer=None) for line in law_lines(country, topic, citing))

    return asked


def _convention(number: ConventionId) -> Asked:
    def asked(_: Entry, country: Country, __: Library, citing: Citing) -> Iterable[ClaimLine]:
        line = convention_line(country, number, citing)
        told = ". ".join(filter(None, (line.date, line.claim.extra)))
        yield line.claim._replace(extra=told)

    return asked


def _goods(_: Entry, country: Country, library: Library, citing: Citing) -> Iterable[ClaimLine]:
    found = goods(country, library, citing)
    if found is None:
        yield _none("No list is by union of states.", "goods")
        return
    names = listed([line.label for line in found.lines])
    none = "None found, which is not no risk."
    yield ClaimLine(
        anchor="goods",
        label="",
        value=found.count if found.lines else "None on the list",
        state=state_mark("stated"),
        as_of=found.editions,
        conditions=names or none,
        sources=found.sources,
    )


def _abroad(_: Entry, country: Country, __: Library, citing: Citing) -> Iterable[ClaimLine]:
    for number, law in enumerate(country.due_diligence, 1):
        yield ClaimLine(
            anchor=f"duty-{number}",
            label="",
            value=law.short_title or law.title,
            state=state_mark(law.state),
            as_of=date_words(law.as_of),
            conditions=", ".join(
                filter(None, (DUTY_FORM[law.form], DUTY_STATUS[law.status]))
            ).capitalize(),
            sources=citing.marks(law.source),
        )
    if not country.due_diligence:
        yield _none("None recorded, which is not the same as none.", "due-diligence")


def _none(told: str, anchor: str) -> ClaimLine:
    return ClaimLine(anchor, "", "", state_mark(NOT_RESEARCHED), conditions=told)


def _compares(model: Any, name: str) -> bool:
    def parts(kind: Any) -> Iterator[Any]:
        yield kind
        for part in get_args(kind):
            yield from parts(part)

    return not any(part in _SIDE_BY_SIDE for part in parts(model.model_fields[name].annotation))


def _id(name: str) -> str:
    return name.replace("_", "-")


_ROWS: dict[str, tuple[Row, Asked]] = {
    id_: (Row(id_, label, group, compares, row_address(id_)), asked)
    for id_, label, group, compares, asked in _rows()
}

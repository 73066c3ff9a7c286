"""The pages on which a reader puts two to four records of their own choice side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.kinds import BY_ID
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.library import Library
from knowledge.pages import compared_addresses
from knowledge.pages.chosen_addresses import (
    COMPARE,
    IN_A_FILE,
    INITIATIVES,
    MOST,
    PAGES,
    country_file,
    initiatives_file,
    row_address,
)
from knowledge.pages.compare_cells import Row
from knowledge.pages.compare_initiative_rows import initiative_rows
from knowledge.pages.compare_rows import SHOWN_FIRST, country_rows
from knowledge.pages.compare_topic import compare_topic_page, topics_with_answers
from knowledge.pages.initiative import initiative_title
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, StateMark
from knowledge.pages.wording import counted

MADE_FROM = "the comparison"
TITLES = {"country": "Compare countries", "initiative": "Compare initiatives"}
LEADS = {
    "country": "Two to four countries side by side: what the law says, on which basis, as of when "
    "and how sure it is. Differences are marked; not knowing is never a difference.",
    "initiative": "Two to four initiatives side by side: what they do, where, with whom and how "
    "they answer for it. Differences are marked; not knowing is never a difference.",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """A record that can be chosen; `formerly` holds the ids it had, `file` the name of its data."""

    id: str
    title: str
    formerly: str
    file: str


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows of the comparison under a heading; `chosen` while the reader has chosen none."""

    heading: str
    chosen: bool
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CompareView:
    """What the template `records/compare.html` shows.

    `file` is the address of the data of a choice, with `{file}` for the choice's own part. `other`
    leads to the comparison of the other kind; `whole` to the matrix of all initiatives.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    one: str
    many: str
    parameter: str
    table: str
    file: str
    choices: tuple[Choice, ...]
    places: tuple[int, ...]
    groups: tuple[RowGroup, ...]
    states: tuple[StateMark, ...]
    collection: Crumb
    other: Crumb
    whole: Crumb
    by_topic: bool


def compare_pages(library: Library) -> Iterator[tuple[str, str, Callable[[], Page]]]:
    """Every page of the comparison: its address, what it is made from and how."""
    for kind, (address, _) in PAGES.items():
        yield address, MADE_FROM, partial(compare_page, library, kind)
    for row in library.once(topics_with_answers):
        yield row_address(row), MADE_FROM, partial(compare_topic_page, library, row)


def compare_page(library: Library, kind_id: str) -> Page:
    """The page on which records of a kind are compared."""
    kind, (address, parameter) = BY_ID[kind_id], PAGES[kind_id]
    is_country = kind_id == "country"
    file = country_file("{file}") if is_country else initiatives_file("{file}")
    view = CompareView(
        crumbs=(Crumb(kind.section, f"{kind.folder}/"), Crumb("Compare")),
        title=TITLES[kind_id],
        lead=LEADS[kind_id],
        one=kind.label.lower(),
        many=kind.plural.lower(),
        parameter=parameter,
        table=parameter,
        file=file,
        choices=tuple(choices(library, kind_id)),
        places=tuple(range(1, MOST + 1)),
        groups=_groups(library, kind_id),
        states=tuple(state_mark(state) for state in STATES),
        collection=Crumb(
            counted(len(library.all(kind_id)), kind.label.lower(), kind.plural.lower()),
            f"{kind.folder}/",
        ),
        other=Crumb(TITLES["initiative"], INITIATIVES)
        if is_country
        else Crumb(TITLES["country"], COMPARE),
        whole=Crumb("Initiatives compared, all of them", compared_addresses.ADDRESS),
        by_topic=is_country,
    )
    return Page(
        address=address,
        title=TITLES[kind_id],
        description=LEADS[kind_id],
        section=COMPARE,
        template="records/compare.html",
        view=view,
        made_from=MADE_FROM,
    )


def choices(library: Library, kind_id: str) -> Iterator[Choice]:
    """The records of a kind by title, for a reader to choose from."""
    for place, entry in enumerate(library.all(kind_id)):
        file = entry.id if kind_id == "country" else str(place // IN_A_FILE)
        yield Choice(entry.id, _title(entry), " ".join(entry.record.formerly), file)


def _title(entry: Entry) -> str:
    record = entry.record
    return initiative_title(record) if isinstance(record, Initiative) else record.title


def _groups(library: Library, kind_id: str) -> tuple[RowGroup, ...]:
    rows = country_rows() if kind_id == "country" else initiative_rows(library)
    answered = library.once(topics_with_answers)
    by_group: dict[str, list[Row]] = {}
    for row in rows:
        shown = row if not row.address or row.id in answered else row._replace(address="")
        by_group.setdefault(row.group, []).append(shown)
    return tuple(
        RowGroup(group, kind_id != "country" or group in SHOWN_FIRST, tuple(found))
        for group, found in by_group.items()
    )

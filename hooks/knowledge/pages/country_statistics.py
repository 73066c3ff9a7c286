"""The figures of a country by sex, each with its year, age band and source.

What is missing is told as not researched: it is never zero, and never taken from another country.
"""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.analysis.statistics import (
    DETECTED,
    HAZARDOUS,
    PREVALENCE,
    BySex,
    newest_of,
    sources_of,
)
from knowledge.kinds.country import Country
from knowledge.kinds.statistics import SERIES, Age, Figure
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.marks import NOT_RESEARCHED, state_mark
from knowledge.pages.parts import ClaimGroup, ClaimLine
from knowledge.pages.statistics_words import (
    AGE_WORDS,
    PART_WORDS,
    address_of,
    amount,
    doubts,
    female_and_male,
)
from knowledge.pages.wording import listed

#: Detected victims are told by age in these words.
AGES: dict[Age, str] = {"under-18": "under 18", "18+": "of 18 and over"}


def country_statistics(
    country: Country, library: Library, citing: Citing
) -> tuple[ClaimGroup, ...]:
    """The newest figures of a country; empty for a union and where the library has no figures."""
    if not country.iso3 or not any(library.figures.values()):
        return ()
    return (
        ClaimGroup("Child labour", tuple(_prevalence(country.iso3, library, citing))),
        ClaimGroup("Hazardous work", tuple(_hazardous(country.iso3, library, citing))),
        ClaimGroup("Trafficking", tuple(_detected(country.iso3, library, citing))),
    )


def _prevalence(iso3: str, library: Library, citing: Citing) -> Iterator[ClaimLine]:
    """The share of children in child labour, by each measure."""
    for id_ in PREVALENCE:
        rows = newest_of(library, id_, iso3)
        for row in rows:
            label = f"{SERIES[id_].label}, ages {AGE_WORDS[row.age]}"
            yield _line(label, row, citing, female_and_male(row), address_of("sdg-8-7-1"))
        if not rows:
            yield _absent(SERIES[id_].label, address_of("sdg-8-7-1"))


def _hazardous(iso3: str, library: Library, citing: Citing) -> Iterator[ClaimLine]:
    """Children in hazardous work under the widest age band of the survey, with the sectors."""
    rows = newest_of(library, HAZARDOUS, iso3)
    address = address_of("ilostat-hazardous-work")
    widest = [row for row in rows if row.age == rows[0].age]
    whole = next((row for row in widest if not row.part), None)
    if whole is None:
        yield _absent(SERIES[HAZARDOUS].label, address)
        return
    sectors = [f"{PART_WORDS[row.part]} {amount(row.both)}" for row in widest if row.part]
    told = "; ".join(filter(None, (female_and_male(whole), listed(sectors))))
    label = f"{SERIES[HAZARDOUS].label}, ages {AGE_WORDS[whole.age]}"
    yield _line(label, whole, citing, told, address)


def _detected(iso3: str, library: Library, citing: Citing) -> Iterator[ClaimLine]:
    """Detected victims by age, and what the extract says of their sex."""
    rows = {row.age: row for row in newest_of(library, DETECTED, iso3)}
    address = address_of("sdg-16-2-2")
    whole = rows.get("all")
    if whole is None or whole.both is None:
        yield _absent(SERIES[DETECTED].label, address)
        return
    ages = [
        f"{amount(rows[age].both)} {words}"
        for age, words in AGES.items()
        if age in rows and rows[age].both
    ]
    told = f"{listed(ages)}. Detected victims are not prevalence.".lstrip(". ")
    yield _line(SERIES[DETECTED].label, whole, citing, told, address, only=whole.both)
    coded = [(name, f) for name, f in (("female", whole.female), ("male", whole.male)) if f]
    if coded:
        yield ClaimLine(
            anchor="",
            label="Their sex, as the extract codes it",
            value=", ".join(f"“{name}” {amount(figure)}" for name, figure in coded),
            state=state_mark(coded[0][1].state),
            as_of=whole.year,
            note=" ".join(doubts(f for _, f in coded)),
            sources=citing.marks(sources_of(f for _, f in coded)),
            address=f"{address}#sexes",
        )


def _line(
    label: str,
    row: BySex,
    citing: Citing,
    told: str,
    address: str,
    *,
    only: Figure | None = None,
) -> ClaimLine:
    """The figure for both sexes, and under it what is known by sex; `only` leaves those out."""
    figures = (only,) if only else row.figures
    found = doubts(figures)
    survey = next((figure.note for figure in figures if figure.note), "")
    return ClaimLine(
        anchor="",
        label=label,
        value=amount(row.both) or "not given for both sexes together",
        state=state_mark("to-verify" if found else "stated"),
        as_of=row.year,
        conditions=f"{told[:1].upper()}{told[1:]}",
        note=". ".join(filter(None, (survey, *found))),
        sources=citing.marks(sources_of(figures)),
        address=address,
    )


def _absent(label: str, address: str) -> ClaimLine:
    return ClaimLine("", label, "", state_mark(NOT_RESEARCHED), address=address)

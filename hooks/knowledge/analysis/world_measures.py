"""Numbers of countries for the maps, and the steps in which a map tells them apart.

None of them says how bad a country is: each counts what is recorded here, or is a survey's figure.
A country without a number is one of which nothing is recorded; that is not zero.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import Final, Literal

from knowledge.analysis.law_gaps import Gap, law_gaps
from knowledge.analysis.statistics import PREVALENCE, BySex, prevalence
from knowledge.kinds.country import Country
from knowledge.kinds.statistics import Age
from knowledge.library import Library

MeasureId = Literal["listed-goods", "law-gaps", "child-labour", "records"]

#: Where each of the five steps of a measure begins. The first of `law-gaps` is "no gap found in
#: what is recorded". The bounds are ours, chosen so that no step holds most of the countries.
STEPS: Final[dict[MeasureId, tuple[float, ...]]] = {
    "listed-goods": (1, 3, 6, 11, 16),
    "law-gaps": (0, 1, 2, 3, 4),
    "child-labour": (0, 5, 10, 20, 30),
    "records": (1, 2, 3, 5, 9),
}
#: The one measure and age band of SDG 8.7.1 that the map sets side by side; others are not
#: comparable with it.
MAPPED_AGE: Final[Age] = "5-17"
#: The kinds of record that are counted as something done in a country.
DONE: Final = ("practice", "initiative")


def step_of(measure: MeasureId, value: float) -> int:
    """The step of a number, from 1 to 5; 0 for one that lies below them all."""
    return bisect_right(STEPS[measure], value)


def numbers(library: Library, measure: MeasureId) -> dict[str, float]:
    """The number of every country that has one, by ISO code."""
    return {
        "listed-goods": _listed_goods,
        "law-gaps": _law_gaps,
        "child-labour": _child_labour,
        "records": _records,
    }[measure](library)


def gaps_by_country(library: Library) -> dict[str, list[Gap]]:
    """The derived gaps of every country whose law anybody has recorded, by ISO code."""
    return {
        country.iso3: law_gaps(country)
        for entry in library.all("country")
        if isinstance(country := entry.record, Country)
        and country.iso3
        and any(claims for _, claims in country.law)
    }


def comparable(library: Library) -> dict[str, BySex]:
    """The figures on child labour that may be set side by side, by ISO code."""
    return {
        iso3: row
        for iso3, row in library.once(_prevalence).items()
        if (row.series, row.age) == (PREVALENCE[0], MAPPED_AGE) and row.both is not None
    }


def not_comparable(library: Library) -> dict[str, BySex]:
    """The other figures on child labour: of another age band or measure, or of one sex only."""
    same = comparable(library)
    return {iso3: row for iso3, row in library.once(_prevalence).items() if iso3 not in same}


def done_in(library: Library) -> dict[str, Counter[str]]:
    """How many records of each kind in `DONE` name a country as theirs, by ISO code."""
    found: dict[str, Counter[str]] = {}
    for entry in library.all("country"):
        iso3 = entry.record.iso3 if isinstance(entry.record, Country) else None
        pointing = {
            (other.kind.id, other.id)
            for other, trail in library.pointing_at("country", entry.id)
            if trail[0] == "countries" and other.kind.id in DONE
        }
        if iso3 and pointing:
            found[iso3] = Counter(kind for kind, _ in pointing)
    return found


def _prevalence(library: Library) -> dict[str, BySex]:
    found = ((iso3, prevalence(library, iso3)) for iso3 in library.places)
    return {iso3: row for iso3, row in found if row is not None}


def _listed_goods(library: Library) -> dict[str, float]:
    return dict(Counter(row.iso3 for row in library.listed_goods))


def _law_gaps(library: Library) -> dict[str, float]:
    return {iso3: len(gaps) for iso3, gaps in library.once(gaps_by_country).items()}


def _child_labour(library: Library) -> dict[str, float]:
    rows = library.once(comparable).items()
    return {iso3: row.both.value for iso3, row in rows if row.both is not None}


def _records(library: Library) -> dict[str, float]:
    return {iso3: done.total() for iso3, done in library.once(done_in).items()}

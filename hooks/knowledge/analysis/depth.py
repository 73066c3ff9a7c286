"""How deep the library goes: numbers that say more than how many records there are.

They measure this library and nobody else, and never how good a record is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final, TypeVar, cast

from knowledge.analysis.global_south import half_of
from knowledge.analysis.indicator_counts import DEEPER_TIERS, EVALUATED
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library

One = TypeVar("One", Country, Practice, Initiative, SupplyChain)

#: What an employer asks first of a law; a summary rests on the statute behind each of them.
LEGAL_BASES: Final = (
    "minimum_age_work",
    "minimum_age_hazardous_work",
    "compulsory_education_to",
    "forced_labour",
    "trafficking_in_persons",
)
#: The states in which a source says what the record says.
SAID: Final = frozenset({"stated", "verified"})


@dataclass(frozen=True, slots=True)
class Depth:
    """How many of a kind's records, `of` all of them, are as `label` says."""

    label: str
    value: int
    of: int


def depths(library: Library) -> tuple[Depth, ...]:
    """The measures, kind by kind."""

    def measure(kind: str, label: str, keep: Callable[[Entry], bool]) -> Depth:
        entries = library.all(kind)
        return Depth(label, sum(map(keep, entries)), len(entries))

    def south(entry: Entry) -> bool:
        run = _of(entry, Initiative).secretariat
        return run is not None and half_of(library.places.get(run.iso3)) == "south"

    bases = f"countries whose key points have the legal basis of all {len(LEGAL_BASES)} main facts"
    return (
        measure("country", "countries with key points for employers", has_key_points),
        measure("country", bases, lambda e: has_key_points(e) and has_all_bases(_of(e, Country))),
        measure(
            "practice",
            "practices whose results, each of them, a source says",
            lambda e: is_said(_of(e, Practice)),
        ),
        measure(
            "practice",
            "practices that reach tier 2 or deeper",
            lambda e: not DEEPER_TIERS.isdisjoint(_of(e, Practice).tiers),
        ),
        measure(
            "practice",
            "practices with an external or randomised evaluation",
            lambda e: _grade(_of(e, Practice)) in EVALUATED,
        ),
        measure(
            "practice",
            "practices with a result by sex",
            lambda e: any(result.by_sex for result in _of(e, Practice).results),
        ),
        measure("practice", "practices with limits and critique", _has_limits),
        measure("initiative", "initiatives run from the global South", south),
        measure(
            "supply-chain",
            "supply chains with no stage from general knowledge alone",
            lambda e: not any(stage.typical for stage in _of(e, SupplyChain).stages),
        ),
    )


def _of(entry: Entry, model: type[One]) -> One:
    return cast("One", entry.record)


def has_key_points(entry: Entry) -> bool:
    """Whether the law of a country is summed up for employers."""
    return any(heading.text == Country.headings[0] for heading in entry.outline.headings)


def has_all_bases(country: Country) -> bool:
    """Whether each of the main facts on the law is recorded with its statute.

    Where provinces differ, one statute with its place is enough: all others are told apart.
    """
    return all(any(claim.basis for claim in getattr(country.law, name)) for name in LEGAL_BASES)


def is_said(practice: Practice) -> bool:
    """Whether sources say how good the evidence is and every result; one to verify is not said."""
    results: Iterable[str] = (result.state for result in practice.results)
    return practice.evidence is not None and all(state in SAID for state in results)


def _grade(practice: Practice) -> str:
    return practice.evidence.grade if practice.evidence else ""


def _has_limits(entry: Entry) -> bool:
    practice = _of(entry, Practice)
    return bool(practice.limits) or any(h.text == "Limits" for h in entry.outline.headings)

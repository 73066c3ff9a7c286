"""What is considered beside the eight criteria, without a score: enforcement, levers, research.

Source: report of the group's first strategic workshop, Berlin, June 2017, which names
enforcement of existing legislation (public procurement included), root causes, commercial interest
and levers of change, and existing research.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from knowledge.analysis.comparative_advantages import Line, matrices
from knowledge.analysis.distinct_sources import DistinctSource, distinct_source
from knowledge.analysis.priority_work import Evidence, records_on
from knowledge.analysis.supply_chains import Chain
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.library import Library

#: What is done about the law, as the record of a country counts it.
ENFORCEMENT = (
    "labour_inspectors", "inspections", "violations", "penalties_imposed", "convictions",
)  # fmt: skip
#: The functions by which buyers, lenders and labels can move a chain.
LEVERS = ("certification", "procurement", "finance", "recruitment")
#: The kinds of source that are research on a pair.
RESEARCH = frozenset({"research", "survey", "evaluation"})


@dataclass(frozen=True, slots=True)
class BesideCountry:
    """Enforcement and public procurement law, as recorded for a country."""

    enforcement: tuple[Evidence, ...]
    procurement: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class BesidePair:
    """Root causes as the mapped chain tells them, levers by function, and existing research."""

    root_causes: tuple[Any, ...]
    levers: tuple[tuple[str, int], ...]
    research: tuple[DistinctSource, ...]


def beside_country(entry: Entry) -> BesideCountry:
    """What is recorded of a country as a whole."""
    record = entry.record
    if not isinstance(record, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    enforced = [
        Evidence(entry, ("enforcement", name), claim.state == "to-verify")
        for name in ENFORCEMENT
        if (claim := getattr(record.enforcement, name)) is not None and claim.value is not None
    ]
    procurement = [
        Evidence(entry, ("law", "public_procurement", place), claim.state == "to-verify")
        for place, claim in enumerate(record.law.public_procurement)
        if claim.value is not None
    ]
    return BesideCountry(tuple(enforced), tuple(procurement))


def beside_pair(library: Library, country: str, chain: Chain) -> BesidePair:
    """What is recorded of a pair: the research that the records on it rest on, and the levers."""
    causes = getattr(chain.entry.record, "root_causes", None) if chain.entry else None
    of_record = library.once(_research)
    found: dict[str, DistinctSource] = {}
    for entry in records_on(library, country, chain.id):
        found |= of_record.get(entry.address, {})
    research = sorted(found.values(), key=lambda one: (one.source.title.casefold(), one.slug))
    line: Line | None = library.once(matrices)["chains"].by_id.get(chain.id)
    levers = [(name, len(line.by_function.get(name, ())) if line else 0) for name in LEVERS]
    return BesidePair(
        tuple(causes or ()), tuple(lever for lever in levers if lever[1]), tuple(research)
    )


def _research(library: Library) -> dict[str, dict[str, DistinctSource]]:
    """By the address of a record, the research that it rests on, by slug: a record works on many
    pairs."""
    return {
        entry.address: found
        for entry in (*library.all("initiative"), *library.all("practice"))
        if (found := dict(_research_of(library, entry)))
    }


def _research_of(library: Library, entry: Entry) -> Iterator[tuple[str, DistinctSource]]:
    for id_ in library.uses_of_source(entry):
        source = distinct_source(library, entry, id_)
        if source is not None and source.source.kind in RESEARCH:
            yield source.slug, source

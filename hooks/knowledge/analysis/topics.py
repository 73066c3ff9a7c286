"""What the library holds on each topic of the Action Group: records, law, and guides and tools.

The topics are the group's six advocacy topics and its link with rural economies
(`content/vocabularies/topics.yml`). What of a country's record speaks of a topic is decided in
the tables below, which the page of topics prints.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import cast

from knowledge.analysis.distinct_sources import DistinctSource, distinct_sources
from knowledge.analysis.term_use import USED, uses_of_term
from knowledge.kinds.country import ConventionId, Country, LawTopic
from knowledge.kinds.entries import Entry
from knowledge.library import Library

VOCABULARY = "topics"

#: The topics of law that speak of a topic of the group.
LAW: dict[str, tuple[LawTopic, ...]] = {
    "procurement": ("public_procurement",),
    "rural-economies": ("family_work", "informal_work"),
}
#: The ILO's fundamental instruments on the principles beside child labour and forced labour.
#: Source: ILO Declaration on Fundamental Principles and Rights at Work (1998), as amended in 2022.
CONVENTIONS: dict[str, tuple[ConventionId, ...]] = {
    "integrated-approach": ("C087", "C098", "C100", "C111", "C155", "C187"),
}
#: Topics on which the laws speak that reach beyond their own territory: on due diligence,
#: transparency and the control of imports.
BEYOND = frozenset({"policy-coherence"})
#: The kinds of source that are guides and tools.
TOOLS = frozenset({"guidance", "tool"})
#: Terms of other vocabularies that speak of a topic.
ELSEWHERE: dict[str, tuple[tuple[str, str], ...]] = {
    "procurement": (("approaches", "procurement"), ("functions", "procurement")),
    "civil-society-and-consumers": (
        ("constituencies", "civil-society"), ("approaches", "transparency"),
        ("approaches", "certification"),
    ),
    "integrated-approach": (
        ("principles", "freedom-of-association"), ("principles", "discrimination"),
        ("principles", "safety-and-health"),
    ),
    "financial-institutions": (
        ("constituencies", "financial-institutions"), ("functions", "finance"),
    ),
    "guides-and-tools": (
        ("source-kinds", "guidance"), ("source-kinds", "tool"), ("functions", "capacity-building"),
    ),
    "policy-coherence": (("approaches", "trade-measure"), ("approaches", "joint-committee")),
    "rural-economies": (("tiers", "raw-material"), ("approaches", "area-based")),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holding:
    """What the library holds on a topic.

    `records` are the records that name it, by kind; `law` the countries with a claim under each
    topic of law; `ratified` the countries that have ratified every one of its conventions;
    `beyond` the countries and unions with laws that reach beyond their territory; `tools` the
    guides and tools on which records of the topic rest.
    """

    records: dict[str, tuple[Entry, ...]]
    law: dict[LawTopic, tuple[Entry, ...]]
    ratified: tuple[Entry, ...]
    beyond: tuple[Entry, ...]
    tools: tuple[DistinctSource, ...]


def holdings(library: Library) -> dict[str, Holding]:
    """What there is on every topic, in the order of the vocabulary."""
    tools = _tools(library)
    return {
        topic: Holding(
            records=_records(library, topic),
            law={name: _with_claim(library, name) for name in LAW.get(topic, ())},
            ratified=_ratified(library, CONVENTIONS.get(topic, ())),
            beyond=_beyond(library) if topic in BEYOND else (),
            tools=tuple(tools.get(topic, ())),
        )
        for topic in library.terms.get(VOCABULARY, {})
    }


def _records(library: Library, topic: str) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, dict[str, Entry]] = defaultdict(dict)
    for use in uses_of_term(library, VOCABULARY, topic):
        if use.answer in USED:
            found[use.kind].update((entry.id, entry) for entry in use.entries)
    return {kind: tuple(entries.values()) for kind, entries in found.items()}


def _with_claim(library: Library, topic: LawTopic) -> tuple[Entry, ...]:
    return tuple(
        entry for entry in library.all("country") if getattr(cast(Country, entry.record).law, topic)
    )


def _ratified(library: Library, conventions: tuple[ConventionId, ...]) -> tuple[Entry, ...]:
    if not conventions:
        return ()
    return tuple(
        entry
        for entry in library.all("country")
        if all(_has_ratified(cast(Country, entry.record), number) for number in conventions)
    )


def _has_ratified(country: Country, convention: ConventionId) -> bool:
    claim = country.conventions.get(convention)
    return claim is not None and claim.value == "ratified" and claim.state != "to-verify"


def _beyond(library: Library) -> tuple[Entry, ...]:
    return tuple(
        entry
        for entry in library.all("country")
        if any(law.form == "law" for law in cast(Country, entry.record).due_diligence)
    )


def _tools(library: Library) -> dict[str, list[DistinctSource]]:
    found: dict[str, list[DistinctSource]] = defaultdict(list)
    for source in library.once(distinct_sources):
        if source.source.kind in TOOLS:
            topics = {topic for one in source.resting for topic in one.entry.record.topics}
            for topic in topics:
                found[topic].append(source)
    return found

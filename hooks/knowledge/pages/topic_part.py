"""What the page of a topic says beside the records that name it: law, tools and gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from knowledge.analysis.indicator_counts import EVALUATED
from knowledge.analysis.topics import (
    BEYOND,
    CONVENTIONS,
    ELSEWHERE,
    LAW,
    Holding,
    holdings,
)
from knowledge.kinds import KINDS
from knowledge.kinds.country import LawTopic
from knowledge.kinds.practice import Practice
from knowledge.library import Library
from knowledge.pages.country_law import law_anchor, law_label
from knowledge.pages.parts import Crumb
from knowledge.pages.record_rows import names
from knowledge.pages.term_links import term_address, use_words
from knowledge.pages.wording import counted, listed


@dataclass(frozen=True, slots=True)
class LawPart:
    """Countries whose record says something that concerns the topic; `nothing` where none does."""

    anchor: str
    heading: str
    about: str
    counted: str
    countries: tuple[Crumb, ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A term of another vocabulary that speaks of the topic."""

    label: str
    address: str
    used: str


@dataclass(frozen=True, slots=True)
class Tool:
    """A guide or tool: its name, publisher and page."""

    title: str
    publisher: str
    address: str


@dataclass(frozen=True, slots=True)
class TopicPart:
    """What stands on the page of a topic below its records; `missing` are whole sentences."""

    law: tuple[LawPart, ...]
    tools: tuple[Tool, ...]
    elsewhere: tuple[Elsewhere, ...]
    missing: tuple[str, ...]


def topic_part(library: Library, topic: str) -> TopicPart:
    """Law, guides and tools, terms elsewhere and gaps of a topic."""
    held = library.once(holdings)[topic]
    law = tuple(_law(library, topic, held))
    return TopicPart(
        law=law,
        tools=tuple(
            Tool(source.source.title, source.source.publisher, source.address)
            for source in held.tools
        ),
        elsewhere=tuple(_elsewhere(library, topic)),
        missing=tuple(_missing(held, law)),
    )


def _law(library: Library, topic: str, held: Holding) -> Iterator[LawPart]:
    total = counted(len(library.all("country")), "record", "records")
    for name in LAW.get(topic, ()):
        entries = held.law[name]
        label = law_label(name)
        yield LawPart(
            anchor=law_anchor(name),
            heading=f"What the law says: {label[:1].lower()}{label[1:]}",
            about="Countries with a statement under this topic of law, which has its source and "
            "its state on their page.",
            counted=counted(len(entries), "country", "countries"),
            countries=tuple(
                Crumb(entry.record.title, f"{entry.address}#{law_anchor(name)}")
                for entry in entries
            ),
            nothing=_unresearched(name, total),
        )
    if topic in CONVENTIONS:
        numbers = listed(CONVENTIONS[topic])
        yield LawPart(
            anchor="ratified",
            heading="Who has ratified all of the conventions",
            about=f"Countries recorded as having ratified {numbers}: the fundamental "
            "conventions of the ILO beside those on child labour and forced labour. A country that "
            "is not here may lack one, or its record may.",
            counted=counted(len(held.ratified), "country", "countries"),
            countries=tuple(
                Crumb(crumb.label, f"{crumb.address}#conventions") for crumb in names(held.ratified)
            ),
            nothing="No record says of a country that it has ratified all of them.",
        )
    if topic in BEYOND:
        yield LawPart(
            anchor="beyond",
            heading="Laws that reach beyond their own territory",
            about="Countries and unions with laws on due diligence, transparency or the control "
            "of imports.",
            counted=counted(len(held.beyond), "country or union", "countries and unions"),
            countries=tuple(
                Crumb(crumb.label, f"{crumb.address}#due-diligence") for crumb in names(held.beyond)
            ),
            nothing="No such law has been recorded.",
        )


def _unresearched(topic: LawTopic, total: str) -> str:
    return (
        f"Nobody has researched “{law_label(topic)}” for any country yet: none of {total} says "
        "anything about it. That is a gap of this library, and says nothing about the laws."
    )


def _elsewhere(library: Library, topic: str) -> Iterator[Elsewhere]:
    for vocabulary, id_ in ELSEWHERE.get(topic, ()):
        if id_ in library.terms.get(vocabulary, {}):
            label = library.term(vocabulary, id_).label
            title = library.vocabularies[vocabulary].title
            address = term_address(library, vocabulary, id_) or ""
            yield Elsewhere(
                f"{label} ({title.lower()})", address, use_words(library, vocabulary, id_)
            )


def _missing(held: Holding, law: tuple[LawPart, ...]) -> Iterator[str]:
    """What the library lacks on a topic: sentences derived from what it holds."""
    for kind in KINDS:
        names_topics = kind.id != "country"
        if names_topics and not held.records.get(kind.id):
            yield f"No {kind.label.lower()} names this topic yet."
    practices = [cast(Practice, entry.record) for entry in held.records.get("practice", ())]
    evaluated = sum(p.evidence is not None and p.evidence.grade in EVALUATED for p in practices)
    if rest := len(practices) - evaluated:
        verb = "has" if rest == 1 else "have"
        told = counted(len(practices), "practice")
        yield f"{rest:,} of {told} on this topic {verb} not been evaluated by others."
    yield from (part.nothing for part in law if not part.countries)
    if not held.tools:
        yield "No guide or tool is among the sources of the records on this topic."

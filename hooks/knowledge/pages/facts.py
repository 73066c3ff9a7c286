"""The panel of key facts of a practice or an initiative, and what nobody knows about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, NamedTuple

from knowledge.kinds.fields import Claim
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.claim_lines import claim_line
from knowledge.pages.marks import NOT_RESEARCHED, state_mark
from knowledge.pages.parts import StateMark, TierMark
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import date_words, value_words

#: The way up a supply chain as the strip draws it: from the buyer to the four tiers.
STRIP = ("Buyer", "Tier 1", "Tier 2", "Tier 3+", "Raw")

#: The value of a claim with more characters reads as a sentence.
SENTENCE = 48

#: The states that leave a question open, and what they mean in a sentence.
OPEN_STATES: dict[str, str] = {
    "to-verify": "Sources disagree, or a value looks damaged",
    "unknown": "The source says that it is not known",
    NOT_RESEARCHED: "Nobody has looked yet, which does not mean no",
}


class FactItem(NamedTuple):
    """One of the values of a fact. Texts that are not there are empty.

    `address` leads to a page of this site, `url` elsewhere. `state` is given where the value is
    not simply stated.
    """

    text: str = ""
    address: str = ""
    url: str = ""
    notes: tuple[str, ...] = ()
    state: StateMark | None = None
    sources: tuple[SourceMark, ...] = ()


class Fact(NamedTuple):
    """A label with its values, each on a line of its own or all `in_line`; `is_sentence` tells a
    sentence, which needs the width of a line of text, from names and numbers."""

    label: str
    items: tuple[FactItem, ...]
    in_line: bool = False
    is_sentence: bool = False


@dataclass(frozen=True, slots=True)
class StripNode:
    """A node of the strip of tiers: its place in per cent of the width, its size in pixels."""

    label: str
    x: str
    radius: int
    is_reached: bool


@dataclass(frozen=True, slots=True)
class TierStrip:
    """The strip of tiers; `words` says in words which are reached."""

    nodes: tuple[StripNode, ...]
    words: str


@dataclass(frozen=True, slots=True)
class OpenQuestions:
    """Questions that are open for one reason; `state` is None where the reason is no state."""

    sentence: str
    topics: tuple[str, ...]
    state: StateMark | None = None


@lru_cache(maxsize=2**10)
def absent(label: str) -> Fact:
    """A fact that nobody has researched."""
    return Fact(label, (FactItem(state=state_mark(NOT_RESEARCHED)),))


def text_fact(label: str, text: str, note: str = "") -> Fact:
    """A short text, or that nobody has researched it."""
    told = text[:1].upper() + text[1:]
    return Fact(label, (FactItem(told, notes=_notes(note)),)) if text else absent(label)


def term_fact(
    label: str, vocabulary: str, terms: Iterable[str], library: Library, none: str = ""
) -> Fact:
    """Terms of a vocabulary by their labels; `none` is said instead of *not researched*."""
    items = tuple(
        FactItem(
            library.term(vocabulary, term).label,
            address=term_address(library, vocabulary, term) or "",
        )
        for term in terms
    )
    return Fact(label, items) if items else text_fact(label, none)


def country_fact(ids: Iterable[str], library: Library, none: str) -> Fact:
    """The countries, each leading to its page."""
    entries = [entry for id_ in ids if (entry := library.get("country", id_))]
    label = "Country" if len(entries) == 1 else "Countries"
    items = tuple(FactItem(entry.record.title, address=entry.address) for entry in entries)
    return Fact(label, items, in_line=True) if items else text_fact(label, none)


def claim_fact(
    label: str,
    claim: Claim[Any] | None,
    citing: Citing,
    words: Callable[[Any], str] = value_words,
    address: str = "",
) -> Fact:
    """A claim with its state, its year and its small print; `address` is of its value's page."""
    line = claim_line(label, claim, citing, words=words)
    as_of = f"as of {line.as_of}" if line.as_of else ""
    readings = [f"Other reading: {reading.value}" for reading in line.readings]
    basis = f"Basis: {line.basis}" if line.basis else ""
    verified = f"Primary text read {line.verified_on}." if line.verified_on else ""
    small = (line.area, line.conditions, as_of, *readings, line.note, basis, verified)
    plain = line.state.id == "stated"
    item = FactItem(
        text=line.value,
        address=address,
        notes=_notes(*small),
        state=None if plain else line.state,
        sources=line.sources,
    )
    return Fact(label, (item,), is_sentence=len(line.value) > SENTENCE)


def years_words(start: str | None, end: str | None) -> str:
    """A period in words: `since 1995`, `2010 to 2012`, `until 2012`; empty without a date."""
    first, last = date_words(start), date_words(end)
    if first and last:
        return first if first == last else f"{first} to {last}"
    if first:
        return f"since {first}"
    return f"until {last}" if last else ""


def _notes(*told: str) -> tuple[str, ...]:
    return tuple(filter(None, told))


@cache
def tier_strip(mark: TierMark | None) -> TierStrip | None:
    """The strip of the tiers reached; the buyer stands at its head and is never reached."""
    if mark is None:
        return None
    reached = (False, *mark.nodes)
    nodes = tuple(
        StripNode(label, f"{8 + 21 * place}%", 11 if reached[place] else 7, reached[place])
        for place, label in enumerate(STRIP)
    )
    return TierStrip(nodes, mark.words)


def open_questions(states: Iterable[tuple[str, StateMark | None]]) -> tuple[OpenQuestions, ...]:
    """The topics that are open, by the state that leaves them open; others are left out."""
    known = [(topic, state.id) for topic, state in states if state is not None]
    return tuple(
        OpenQuestions(sentence, topics, state_mark(id_))
        for id_, sentence in OPEN_STATES.items()
        if (topics := tuple(dict.fromkeys(topic for topic, state in known if state == id_)))
    )


def states_of(facts: Iterable[Fact]) -> Iterable[tuple[str, StateMark | None]]:
    """The label of every fact with the state of each of its values."""
    return [(fact.label, item.state) for fact in facts for item in fact.items]


def other_names(keywords: list[str]) -> Iterator[Fact]:
    """The other names and spellings that readers may search for, where a record has any."""
    if keywords:
        yield Fact("Also searched for as", (FactItem(", ".join(keywords)),), is_sentence=True)

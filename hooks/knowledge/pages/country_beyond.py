"""What a country's page leads to beyond its own records: laws of the markets that buy from it, work
elsewhere on the same goods, and who takes part in what is done there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Participant, Practice
from knowledge.library import Library
from knowledge.pages.country_links import duty_names
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import RelatedLine, StateMark
from knowledge.pages.related import at_work, by_evidence, related_line
from knowledge.pages.wording import listed

#: How many records from elsewhere are named.
ELSEWHERE = 6


@dataclass(frozen=True, slots=True)
class Market:
    """A jurisdiction whose due-diligence laws reach abroad; `laws` names them."""

    title: str
    address: str
    laws: str


@dataclass(frozen=True, slots=True)
class Part:
    """A record of the country in which a constituency takes part; `who` says who, or is empty.

    `state` is given where that is not simply stated.
    """

    title: str
    address: str
    who: str
    state: StateMark | None = None


@dataclass(frozen=True, slots=True)
class Constituency:
    """A constituency and what it takes part in."""

    label: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Presence:
    """Who takes part in what is recorded for a country; `missing` names the constituencies of
    which nothing is recorded."""

    constituencies: tuple[Constituency, ...]
    missing: str


def markets(entry: Entry, country: Country, library: Library) -> tuple[Market, ...]:
    """The other jurisdictions with due-diligence laws adopted or in force, by title; the unions of
    a country are not among them, as their laws are its own."""
    own = {entry.address, *(union.address for union in library.unions_of(country.iso3 or ""))}
    return tuple(m for address, m in library.once(_markets).items() if address not in own)


def _markets(library: Library) -> dict[str, Market]:
    """The jurisdictions with due-diligence laws adopted or in force, by the address of a page."""
    found: dict[str, Market] = {}
    for entry in library.all("country"):
        if isinstance(entry.record, Country):
            laws = [law for law in entry.record.due_diligence if law.binds]
            if laws:
                address = f"{entry.address}#due-diligence"
                found[entry.address] = Market(entry.record.title, address, duty_names(laws))
    return found


def elsewhere(
    country: Country, library: Library, shown: Iterable[RelatedLine]
) -> tuple[RelatedLine, ...]:
    """Practices and initiatives that name a good listed for this country but do not stand on its
    page yet, the better the evidence, the earlier."""
    found = {
        entry.address: entry
        for row in library.goods_of(country.iso3 or "")
        for entry, _ in library.using("goods", row.good)
        if isinstance(entry.record, Practice | Initiative)
    }
    for line in shown:
        found.pop(line.address, None)
    return tuple(related_line(other, library) for other in by_evidence(found.values(), ELSEWHERE))


def presence(entry: Entry, library: Library) -> Presence | None:
    """Who takes part in the practices and initiatives of a country; None where there are none."""
    here = library.once(at_work).get(entry.id, {})
    if not here:
        return None
    taking: dict[str, list[Part]] = defaultdict(list)
    for other in here.values():
        for constituency, part in _parts(other, library):
            taking[constituency].append(part)
    constituencies, missing = [], []
    for term in library.vocabularies["constituencies"].terms:
        if term.id in taking:
            constituencies.append(Constituency(term.label, tuple(taking[term.id])))
        else:
            missing.append(term.label)
    return Presence(tuple(constituencies), "; ".join(missing))


def _parts(entry: Entry, library: Library) -> Iterator[tuple[str, Part]]:
    """Every constituency that takes part in a record, and its part."""
    record = entry.record
    if isinstance(record, Initiative):
        for constituency, member in record.members.items():
            if member.value:
                state = state_mark(member.state) if member.state != "stated" else None
                who = (member.note or "").rstrip(".")
                yield constituency, Part(record.title, entry.address, who, state)
    elif isinstance(record, Practice):
        names: dict[str, list[str]] = defaultdict(list)
        for one in (*record.led_by, *record.partners):
            names[one.constituency].append(_name(one, library))
        for constituency, told in names.items():
            yield constituency, Part(record.title, entry.address, listed(told))


def _name(told: Participant, library: Library) -> str:
    initiative = library.get("initiative", told.initiative or "")
    return initiative.record.title if initiative else told.name or ""

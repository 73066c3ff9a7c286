"""The facets by which readers narrow down the records, and what every record has in each.

A record has a term of a vocabulary in a facet where the page of the term names it as one that
uses the term; it also has every wider term. What a record leaves open, denies or still has to
verify does not count.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from knowledge.analysis.chain_risks import chain_risks
from knowledge.analysis.coverage import coverage
from knowledge.analysis.regions import regions
from knowledge.analysis.term_use import GOODS, USED, uses_of_term
from knowledge.kinds import KINDS
from knowledge.kinds.country import Country
from knowledge.kinds.event import Event
from knowledge.library import Library

#: The values of a facet by the address of the record, in the order of the facet.
Held: TypeAlias = dict[str, tuple[str, ...]]
#: The values of some records, in no order.
Found: TypeAlias = dict[str, set[str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A question about every record. `name` is its parameter in an address; `vocabularies` hold
    the values, where they are terms."""

    name: str
    found: Callable[[Library], Found]
    vocabularies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetValues:
    """What is in a facet: all its values in their order, and those of each record."""

    order: tuple[str, ...]
    held: Held

    def counts(self, addresses: Iterable[str]) -> Counter[str]:
        """How many of some records have each value."""
        nothing: tuple[str, ...] = ()
        return Counter(id_ for one in addresses for id_ in self.held.get(one, nothing))


def facet_values(library: Library) -> dict[str, FacetValues]:
    """Every facet by its name; one that no record has a value in is left out."""
    return library.once(_facet_values)


def _facet_values(library: Library) -> dict[str, FacetValues]:
    values: dict[str, FacetValues] = {}
    for facet in FACETS:
        found = {address: ids for address, ids in facet.found(library).items() if ids}
        used = set[str]().union(*found.values())
        order = tuple(id_ for id_ in _order(library, facet) if id_ in used)
        order += tuple(sorted(used.difference(order)))
        place = {id_: number for number, id_ in enumerate(order)}
        if used:
            # Thousands of records have the same few values, which are held once.
            same = dict[tuple[str, ...], tuple[str, ...]]().setdefault
            ordered = (
                (address, tuple(sorted(ids, key=place.__getitem__)))
                for address, ids in found.items()
            )
            held = {address: same(ids, ids) for address, ids in ordered}
            values[facet.name] = FacetValues(order, held)
    return values


def _order(library: Library, facet: Facet) -> Iterable[str]:
    """The values in the order of their vocabulary."""
    return [id_ for name in facet.vocabularies for id_ in library.terms.get(name, {})]


def _terms(*vocabularies: str) -> Callable[[Library], Found]:
    def found(library: Library) -> Found:
        values: Found = defaultdict(set)
        for name in vocabularies:
            for id_ in library.terms.get(name, {}):
                wider = _with_wider(library, name, id_)
                for use in uses_of_term(library, name, id_):
                    for entry in use.entries if use.answer in USED else ():
                        values[entry.address] |= wider
        return values

    return found


def _with_wider(library: Library, vocabulary: str, term_id: str) -> set[str]:
    terms, found = library.terms[vocabulary], set[str]()
    wider: str | None = term_id
    while wider in terms and wider not in found:
        found.add(wider)
        wider = terms[wider].broader
    return found


def _goods(library: Library) -> Found:
    """The goods that a record names, and for a country those that are listed for it."""
    values = _terms(GOODS)(library)
    wider: dict[str, set[str]] = {}
    for entry in library.all("country"):
        iso3 = entry.record.iso3 if isinstance(entry.record, Country) else None
        for row in library.goods_of(iso3 or ""):
            if row.good not in wider:
                wider[row.good] = _with_wider(library, GOODS, row.good)
            values.setdefault(entry.address, set()).update(wider[row.good])
    return values


def _kinds(library: Library) -> Found:
    return {entry.address: {entry.kind.id} for entry in library.everything()}


def _countries(library: Library) -> Found:
    """The countries that a record names as its own; for a chain, those in which a risk at one of
    its stages is documented."""
    values: Found = defaultdict(set)
    for country in library.all("country"):
        for entry, trail in library.pointing_at("country", country.id):
            if trail[0] == "countries":
                values[entry.address].add(country.id)
    risks = library.once(chain_risks)
    for chain in library.all("supply-chain"):
        places = [risk.place.entry for stage in risks[chain.id] for risk in stage]
        values[chain.address] |= {entry.id for entry in places if entry is not None}
    return values


def _regions(library: Library) -> Found:
    """The regions of a record's countries; of a country, its own."""
    around: Found = defaultdict(set)
    values: Found = defaultdict(set)
    for region in library.once(regions).values():
        for country in region.countries:
            around[country.id].add(region.slug)
            values[country.address].add(region.slug)
    for address, countries in library.once(_countries).items():
        for id_ in countries:
            values[address] |= around.get(id_, set())
    return values


def _states(library: Library) -> Found:
    """The states in which a record has a statement; of an event, that of its dates."""
    values: Found = defaultdict(set)
    for kind, topics in library.once(coverage).topics.items():
        for topic in topics if kind != "event" else ():
            for state, entries in topic.records.items():
                for entry in entries:
                    values[entry.address].add(state)
    for entry in library.all("event"):
        if isinstance(entry.record, Event):
            values[entry.address] = {entry.record.state}
    return values


def _years(library: Library) -> Found:
    """The years in which an event takes place, from its first day to its last."""
    values: Found = {}
    for entry in library.all("event"):
        if isinstance(entry.record, Event):
            first, last = int(entry.record.start[:4]), int(entry.record.last[:4])
            values[entry.address] = {str(year) for year in range(first, last + 1)}
    return values


def _of(name: str, *vocabularies: str) -> Facet:
    return Facet(name, _terms(*vocabularies), vocabularies)


#: The facet of the kinds of record.
KIND = "kind"
#: The facets in the order in which readers meet them.
FACETS: tuple[Facet, ...] = (
    Facet(KIND, _kinds),
    _of("tier", "tiers"),
    _of("evidence", "evidence"),
    _of("approach", "approaches"),
    _of("type", "initiative-types", "event-types"),
    _of("function", "functions"),
    Facet("region", _regions),
    Facet("year", _years),
    Facet("country", lambda library: library.once(_countries)),
    Facet("good", _goods, (GOODS,)),
    _of("target", "targets"),
    _of("level", "levels"),
    _of("constituency", "constituencies"),
    _of("series", "event-series"),
    _of("topic", "topics"),
    Facet("state", _states),
)


def facets_of(library: Library, kind_id: str = "") -> dict[str, Counter[str]]:
    """The facets that tell the records of a kind apart, or of all kinds: name, then how many
    records have each value. A facet in which all records have the same says nothing."""
    kinds = [kind_id] if kind_id else [kind.id for kind in KINDS]
    addresses = [entry.address for id_ in kinds for entry in library.all(id_)]
    counts = {name: values.counts(addresses) for name, values in facet_values(library).items()}
    return {
        name: numbers
        for name, numbers in counts.items()
        if any(0 < number < len(addresses) for number in numbers.values())
    }

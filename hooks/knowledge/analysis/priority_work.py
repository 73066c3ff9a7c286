"""The work that goes on, by country and by supply chain: what the priority criteria rest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from knowledge.analysis.supply_chains import chains_at, chains_with
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim, State
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.references import Trail
from knowledge.library import Library

#: The function of initiatives that bring money.
FINANCE = "finance"

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The part of a record that speaks for a score, or against it."""

    entry: Entry
    trail: Trail
    to_verify: bool = False


#: Who speaks for each side in the dialogue between employers and workers.
SOCIAL_PARTNERS = ("trade-unions", "employers-organisations")
#: Whose voice is that of business.
BUSINESS = ("companies", "small-enterprises", "employers-organisations")
#: So many constituencies make a coalition. Our own choice: the fewest that are more than one.
COALITION = 2


@dataclass(frozen=True, slots=True)
class Work:
    """A practice or an initiative that goes on, and what in it speaks for each criterion.

    `sure_partners` are the social partners that are certain to take part.
    """

    entry: Entry
    coalition: tuple[Evidence, ...]
    partners: tuple[Evidence, ...]
    sure_partners: frozenset[str]
    business: tuple[Evidence, ...]
    processes: tuple[Evidence, ...]
    money: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class AtWork:
    """All work that goes on: in a country on a chain, in a country, and on a chain without any
    country named. Countries and chains are given by their ids."""

    on_pair: Mapping[tuple[str, str], tuple[Work, ...]]
    in_country: Mapping[str, tuple[Work, ...]]
    on_chain: Mapping[str, tuple[Work, ...]]


def work(library: Library) -> AtWork:
    """The work that goes on; what has ended does not count."""
    pairs: dict[tuple[str, str], list[Work]] = defaultdict(list)
    countries: dict[str, list[Work]] = defaultdict(list)
    chains: dict[str, list[Work]] = defaultdict(list)
    for entry, record in _all_work(library):
        if _has_ended(record):
            continue
        one = _work(entry, record)
        for pair in pairs_of(library, entry):
            pairs[pair].append(one)
        for country in dict.fromkeys(record.countries):
            countries[country].append(one)
        for chain in () if record.countries else chains_at(library, entry):
            chains[chain.id].append(one)
    return AtWork(_frozen(pairs), _frozen(countries), _frozen(chains))


def pairs_at_work(library: Library) -> dict[tuple[str, str], bool]:
    """Every country and chain that a record works on, ended or not; whether a practice does."""
    return {
        pair: any(isinstance(entry.record, Practice) for entry in entries)
        for pair, entries in library.once(_records_by_pair).items()
    }


def records_on(library: Library, country: str, chain: str) -> tuple[Entry, ...]:
    """The practices and initiatives that work on a country and a chain, ended or not."""
    return library.once(_records_by_pair).get((country, chain), ())


def _records_by_pair(library: Library) -> dict[tuple[str, str], tuple[Entry, ...]]:
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry, _ in _all_work(library):
        for pair in pairs_of(library, entry):
            found[pair].append(entry)
    return {pair: tuple(entries) for pair, entries in found.items()}


def pairs_of(library: Library, entry: Entry) -> Iterator[tuple[str, str]]:
    """The countries and chains that a record works on, by their ids.

    A record with several countries and several chains does not say which chain is worked on in
    which country: there a pair counts only where a good of the chain is listed for the country.
    """
    on = [chain for chain in chains_at(library, entry) if not chain.is_sector]
    countries = list(dict.fromkeys(getattr(entry.record, "countries", ())))
    listed = library.once(_listed)
    for country in countries:
        for chain in on:
            if len(on) == 1 or len(countries) == 1 or (country, chain.id) in listed:
                yield country, chain.id


def _listed(library: Library) -> frozenset[tuple[str, str]]:
    """The countries and chains, by their ids, where a good of the chain is listed."""
    return frozenset(
        (country.id, chain.id)
        for row in library.listed_goods
        if (country := library.country(row.iso3))
        for chain in chains_with(library, [row.good])
    )


def _all_work(library: Library) -> Iterator[tuple[Entry, Initiative | Practice]]:
    for entry in (*library.all("initiative"), *library.all("practice")):
        if isinstance(entry.record, Initiative | Practice):
            yield entry, entry.record


def _has_ended(record: Initiative | Practice) -> bool:
    return bool(record.ended if isinstance(record, Initiative) else record.period.end)


def _work(entry: Entry, record: Initiative | Practice) -> Work:
    told = dict(_constituencies(entry, record))
    processes = record.national_processes
    through: tuple[Evidence, ...] = ()
    if processes is not None and processes.value:
        through = (Evidence(entry, ("national_processes",), _unsure(processes)),)
    return Work(
        entry,
        _coalition(tuple(told.values())),
        tuple(told[name] for name in SOCIAL_PARTNERS if name in told),
        frozenset(name for name in SOCIAL_PARTNERS if name in told and not told[name].to_verify),
        tuple(told[name] for name in BUSINESS if name in told),
        through,
        tuple(_money(entry, record)),
    )


def _coalition(told: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
    """Who makes a coalition; where it takes those still to be verified, these decide."""
    sure = tuple(evidence for evidence in told if not evidence.to_verify)
    if len(sure) >= COALITION:
        return sure
    unsure = tuple(evidence for evidence in told if evidence.to_verify)
    return unsure if len(told) >= COALITION else ()


def _constituencies(entry: Entry, record: Initiative | Practice) -> Iterator[tuple[str, Evidence]]:
    if isinstance(record, Initiative):
        for id_, claim in record.members.items():
            if claim.value:
                yield id_, Evidence(entry, ("members", id_), _unsure(claim))
    else:
        for part in ("partners", "led_by"):
            for place, one in enumerate(getattr(record, part)):
                yield one.constituency, Evidence(entry, (part, place))


def _money(entry: Entry, record: Initiative | Practice) -> Iterator[Evidence]:
    if isinstance(record, Practice):
        for name in ("funding", "cost"):
            claim = getattr(record, name)
            if claim is not None and claim.value:
                yield Evidence(entry, (name,), _unsure(claim))
    elif FINANCE in record.functions:
        yield Evidence(entry, ("functions",))


def _unsure(claim: Claim[Any]) -> bool:
    state: State = claim.state
    return state == "to-verify"


def _frozen(found: dict[Key, list[Work]]) -> dict[Key, tuple[Work, ...]]:
    return {key: tuple(works) for key, works in found.items()}

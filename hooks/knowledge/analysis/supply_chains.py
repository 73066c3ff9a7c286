"""The supply chains that work is grouped by: chains that have been mapped, and single goods.

A chain groups goods. A good that no mapped chain holds stands for itself, so that nothing is
lost while few chains have been mapped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.analysis import chain_action
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library

#: The vocabulary of goods.
GOODS = "goods"


@dataclass(frozen=True, slots=True)
class Chain:
    """A supply chain: the record that maps it, or a good by itself (`entry` is None).

    A sector is the widest term of the vocabulary ("mining"): work that names no single good.
    """

    id: str
    title: str
    goods: tuple[str, ...]
    entry: Entry | None = None
    is_sector: bool = False


def chains(library: Library) -> dict[str, Chain]:
    """Every chain by id: those that have been mapped by title, then the other goods by label."""
    found: dict[str, Chain] = {}
    for entry in library.all("supply-chain"):
        if isinstance(entry.record, SupplyChain):
            goods = tuple(entry.record.goods)
            found[entry.id] = Chain(entry.id, entry.record.title, goods, entry)
    held = {good for chain in found.values() for good in chain.goods}
    terms = library.terms.get(GOODS, {})
    wider = {term.broader for term in terms.values()}
    for term in sorted(terms.values(), key=lambda term: (term.label.casefold(), term.id)):
        if term.id not in held:
            id_ = f"{term.id}-good" if term.id in found else term.id
            is_sector = term.broader is None and term.id in wider
            title = f"{term.label}, the whole sector" if is_sector else term.label
            found[id_] = Chain(id_, title, (term.id,), is_sector=is_sector)
    return found


def chains_with(library: Library, goods: Iterable[str]) -> tuple[Chain, ...]:
    """The chains that hold any of some goods, each once."""
    by_good = library.once(_by_good)
    found = {chain.id: chain for good in goods for chain in by_good.get(good, ())}
    return tuple(found.values())


def chains_at(library: Library, entry: Entry) -> tuple[Chain, ...]:
    """The chains that a practice or an initiative works on: the mapped ones that it falls into,
    and the other goods that it names."""
    known = library.once(chains)
    mapped = [known[one.chain.id] for one in chain_action.chains_of(library, entry)]
    goods = chains_with(library, getattr(entry.record, "goods", ()))
    return (*mapped, *(chain for chain in goods if chain.entry is None))


def _by_good(library: Library) -> dict[str, tuple[Chain, ...]]:
    found: dict[str, list[Chain]] = defaultdict(list)
    for chain in library.once(chains).values():
        for good in chain.goods:
            found[good].append(chain)
    return {good: tuple(held) for good, held in found.items()}

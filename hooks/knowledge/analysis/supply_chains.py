"""The supply chains that work is grouped by: chains that have been mapped, and single goods.

A chain groups goods. A good that no mapped chain holds stands for itself, so that nothing is
lost while few chains have been mapped.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.kinds import BY_ID
from knowledge.kinds.entries import Entry
from knowledge.library import Library

#: The kind of record that maps a chain, and its field that lists the goods.
KIND, GOODS_FIELD = "supply-chain", "goods"
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
    mapped = library.all(KIND) if KIND in BY_ID else []
    found: dict[str, Chain] = {}
    for entry in mapped:
        goods = tuple(getattr(entry.record, GOODS_FIELD, ()))
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


def chains_of(library: Library, goods: Iterable[str]) -> tuple[Chain, ...]:
    """The chains that hold any of some goods, each once."""
    by_good = library.once(_by_good)
    found = {chain.id: chain for good in goods for chain in by_good.get(good, ())}
    return tuple(found.values())


def chains_at(library: Library, entry: Entry) -> tuple[Chain, ...]:
    """The chains that a practice or an initiative works on: those that hold a good it names, and
    those whose record names it."""
    known = library.once(chains)
    found = {chain.id: chain for chain in chains_of(library, getattr(entry.record, "goods", ()))}
    for pointing in library.pointing_at(entry.kind.id, entry.id):
        if pointing.entry.kind.id == KIND:
            found[pointing.entry.id] = known[pointing.entry.id]
    return tuple(found.values())


def _by_good(library: Library) -> dict[str, tuple[Chain, ...]]:
    found: dict[str, list[Chain]] = defaultdict(list)
    for chain in library.once(chains).values():
        for good in chain.goods:
            found[good].append(chain)
    return {good: tuple(held) for good, held in found.items()}

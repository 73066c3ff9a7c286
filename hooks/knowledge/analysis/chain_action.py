"""The practices and initiatives at each stage of a supply chain, and the stages without any.

Records do not name chains: they name goods and tiers, and the chain is found by these. `RULES`
says how, and the page on method prints it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import Stage, SupplyChain
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class MatchingRule:
    """How a practice or an initiative is placed in a chain: its id, and what is asked."""

    id: str
    asks: str
    otherwise: str


#: In the order in which they are asked. Source: this library's own convention.
RULES: Final = (
    MatchingRule(
        "good",
        "Does it name a good of the chain, or does the chain name it?",
        "It is not shown. One that names only a sector, such as agriculture, is not counted for "
        "every chain of that sector.",
    ),
    MatchingRule(
        "tier",
        "Does it name the tier of a stage?",
        "It is shown for the chain as a whole, and no stage counts as reached. No record names "
        "the buyer's own end of a chain, which has no tier; a stage there is filled by the chain "
        "itself naming what is done. A record on several goods names its tiers once for all of "
        "them.",
    ),
    MatchingRule(
        "way-of-the-good",
        "Does a good that it names pass through the stage: is it yielded there, or before?",
        "The stage does not count as reached: work on garments does not reach the cotton field "
        "unless it names cotton.",
    ),
    MatchingRule(
        "good-of-the-stage",
        "Where several stages share that tier: does one of them yield a good that it names?",
        "It is shown at every stage of that tier.",
    ),
)


@dataclass(frozen=True, slots=True)
class ChainAction:
    """What is done in a chain: at each of its stages, in their order, and for the `whole` chain
    without a stage. Practices come before initiatives, each by title."""

    stages: tuple[tuple[Entry, ...], ...]
    whole: tuple[Entry, ...]

    @property
    def everything(self) -> dict[str, Entry]:
        """Every practice and initiative of the chain, by address."""
        found = (entry for group in (*self.stages, self.whole) for entry in group)
        return {entry.address: entry for entry in found}


@dataclass(frozen=True, slots=True)
class InChain:
    """A chain that a record falls into, and the stages; no stage means the chain as a whole."""

    chain: Entry
    stages: tuple[Stage, ...]


def action_in(library: Library, chain: Entry) -> ChainAction:
    """The practices and initiatives of a chain."""
    return library.once(chain_action)[chain.id]


def chains_of(library: Library, entry: Entry) -> tuple[InChain, ...]:
    """The chains that a practice or an initiative falls into, by title."""
    return library.once(_by_record).get(entry.address, ())


def chain_action(library: Library) -> dict[str, ChainAction]:
    """The practices and initiatives of every chain."""
    return {
        entry.id: _action(library, entry.record)
        for entry in library.all("supply-chain")
        if isinstance(entry.record, SupplyChain)
    }


def _action(library: Library, chain: SupplyChain) -> ChainAction:
    stages: list[dict[str, Entry]] = [{} for _ in chain.stages]
    whole: dict[str, Entry] = {}
    for entry in _candidates(library, chain).values():
        reached = _reached(chain, entry)
        for place in reached:
            stages[place][entry.address] = entry
        if not reached:
            whole[entry.address] = entry
    for place, stage in enumerate(chain.stages):
        for entry in _named(library, stage):
            stages[place][entry.address] = entry
            whole.pop(entry.address, None)
    return ChainAction(tuple(_ordered(found) for found in stages), _ordered(whole))


def _candidates(library: Library, chain: SupplyChain) -> dict[str, Entry]:
    """The records that name a good of the chain, and those that the chain names as a whole."""
    found = {entry.address: entry for entry in _named(library, chain)}
    for good in chain.goods:
        for entry, _ in library.using("goods", good):
            if isinstance(entry.record, Practice | Initiative):
                found[entry.address] = entry
    return found


def _named(library: Library, place: SupplyChain | Stage) -> Iterator[Entry]:
    """The records that a chain or a stage names itself."""
    for kind, ids in (("practice", place.practices), ("initiative", place.initiatives)):
        for id_ in ids:
            entry = library.get(kind, id_)
            if entry is not None:
                yield entry


def _reached(chain: SupplyChain, entry: Entry) -> list[int]:
    """The places in the chain of the stages that a record reaches by its tiers and goods."""
    record = entry.record
    if not isinstance(record, Practice | Initiative):
        return []
    yielding = [n for n, stage in enumerate(chain.stages) if _shared(record.goods, stage.goods)]
    first = min(yielding, default=0)
    places: list[int] = []
    for tier in record.tiers:
        alike = [n for n, stage in enumerate(chain.stages) if stage.tier == tier and n >= first]
        places += [n for n in alike if n in yielding] or alike
    return places


def _shared(one: list[str], other: list[str]) -> bool:
    return not set(one).isdisjoint(other)


def _ordered(found: dict[str, Entry]) -> tuple[Entry, ...]:
    return tuple(
        sorted(
            found.values(),
            key=lambda e: (e.kind.id != "practice", e.record.title.casefold(), e.id),
        )
    )


def _by_record(library: Library) -> dict[str, tuple[InChain, ...]]:
    found: dict[str, list[InChain]] = defaultdict(list)
    for chain in library.all("supply-chain"):
        if not isinstance(chain.record, SupplyChain):
            continue
        action = action_in(library, chain)
        reached: dict[str, list[Stage]] = {address: [] for address in action.everything}
        for stage, entries in zip(chain.record.stages, action.stages, strict=True):
            for entry in entries:
                reached[entry.address].append(stage)
        for address, stages in reached.items():
            found[address].append(InChain(chain, tuple(stages)))
    return {address: tuple(chains) for address, chains in found.items()}

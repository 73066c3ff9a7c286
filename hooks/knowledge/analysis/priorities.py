"""Which countries and supply chains come next: pairs, scored, ranked, and how stable the rank is.

A pair is a country and a chain: a good of the chain is listed for the country, or a practice or
an initiative works on both. A pair is listed and not ranked where too many criteria are unknown,
and where only initiatives name it: the country may then be that of the buyer.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from knowledge.analysis.priority_criteria import (
    CRITERIA,
    EQUAL_WEIGHT,
    FULL,
    TRIED_WEIGHTS,
    UNKNOWN_ALLOWED,
)
from knowledge.analysis.priority_scores import Score, scores
from knowledge.analysis.priority_work import pairs_at_work
from knowledge.analysis.supply_chains import Chain, chains, chains_with
from knowledge.kinds.entries import Entry
from knowledge.kinds.tables import ListedGood
from knowledge.library import Library

#: Shares are compared to so many decimals, here and in the reader's browser.
DECIMALS = 9

Weights = Sequence[float]
EQUAL: Weights = (EQUAL_WEIGHT,) * len(CRITERIA)


@dataclass(frozen=True, slots=True)
class Pair:
    """A country and a chain with their scores; `listed` are the rows that list its goods there."""

    country: Entry
    chain: Chain
    scores: tuple[Score, ...]
    listed: tuple[ListedGood, ...] = ()
    has_practice: bool = False
    values: tuple[int | None, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the bare scores, by which pairs are compared."""
        object.__setattr__(self, "values", tuple(score.value for score in self.scores))

    @property
    def unknown(self) -> int:
        """How many criteria nothing is recorded on."""
        return self.values.count(None)

    @property
    def is_ranked(self) -> bool:
        """Whether the pair is compared with others."""
        return self.is_producing and self.unknown <= UNKNOWN_ALLOWED

    @property
    def is_producing(self) -> bool:
        """Whether a record says that the chain is worked on where goods are made: a good is listed
        for the country, or a practice was tried there."""
        return bool(self.listed) or self.has_practice

    def fit(self, weights: Weights = EQUAL) -> float | None:
        """The weighted mean of the known scores, from 0 to 1; None where no known one weighs."""
        known = [
            (weight, value)
            for weight, value in zip(weights, self.values, strict=True)
            if value is not None
        ]
        total = sum(weight for weight, _ in known)
        if total <= 0:
            return None
        return round(sum(weight * value for weight, value in known) / (FULL * total), DECIMALS)

    def known(self, weights: Weights = EQUAL) -> float:
        """The share of the weight that lies on known criteria, from 0 to 1."""
        total = sum(weights)
        known = sum(
            weight for weight, value in zip(weights, self.values, strict=True) if value is not None
        )
        return round(known / total, DECIMALS) if total > 0 else 0.0


@dataclass(frozen=True, slots=True)
class Ranked:
    """A pair and its rank; `best` and `worst` are its ranks as other weights are tried."""

    pair: Pair
    rank: int
    fit: float
    best: int
    worst: int


@dataclass(frozen=True, slots=True)
class Priorities:
    """Every pair: the ranked ones, first ranks first, and the others by country and chain."""

    ranked: tuple[Ranked, ...]
    unranked: tuple[Pair, ...]


def priorities(library: Library) -> Priorities:
    """Every pair, ranked by fit and then by how much is known; equal pairs share a rank."""
    found = pairs(library)
    able = [pair for pair in found if pair.is_ranked]
    ranks = rank(able, EQUAL)
    tried = [rank(able, weights) for weights in _tried()]
    ranked = [
        Ranked(
            pair,
            ranks[place],
            pair.fit() or 0.0,
            min(ranks[place], *(other[place] for other in tried)),
            max(ranks[place], *(other[place] for other in tried)),
        )
        for place, pair in enumerate(able)
    ]
    ranked.sort(key=lambda one: one.rank)
    return Priorities(tuple(ranked), tuple(pair for pair in found if not pair.is_ranked))


def by_country(library: Library) -> Mapping[str, tuple[Ranked | Pair, ...]]:
    """The pairs of each country by its id, the ranked ones first."""
    found: dict[str, list[Ranked | Pair]] = defaultdict(list)
    for ranked in library.once(priorities).ranked:
        found[ranked.pair.country.id].append(ranked)
    for pair in library.once(priorities).unranked:
        found[pair.country.id].append(pair)
    return {country: tuple(ones) for country, ones in found.items()}


def pairs(library: Library) -> tuple[Pair, ...]:
    """Every pair with its scores, by the names of country and chain."""
    rows: dict[tuple[str, str], list[ListedGood]] = defaultdict(list)
    for row in library.listed_goods:
        country = library.country(row.iso3)
        for chain in chains_with(library, [row.good]) if country else ():
            if country is not None and not chain.is_sector:
                rows[country.id, chain.id].append(row)
    known = library.once(chains)
    order = {entry.id: place for place, entry in enumerate(library.all("country"))}
    titles = {id_: (chain.title.casefold(), id_) for id_, chain in known.items()}
    worked_on = pairs_at_work(library)
    ids = {pair for pair in (*rows, *worked_on) if pair[0] in order}
    made = []
    for country_id, chain_id in sorted(ids, key=lambda pair: (order[pair[0]], titles[pair[1]])):
        entry = library.entries["country"][country_id]
        listed = tuple(rows.get((country_id, chain_id), ()))
        told = scores(library, entry, chain_id)
        practised = worked_on.get((country_id, chain_id), False)
        made.append(Pair(entry, known[chain_id], told, listed, practised))
    return tuple(made)


def rank(able: Sequence[Pair], weights: Weights) -> list[int]:
    """The rank of each pair under some weights, from 1; pairs without a fit come last.

    Pairs with the same scores have the same place: it is worked out once for all of them.
    """
    keys: dict[tuple[int | None, ...], tuple[float, float]] = {}
    for pair in able:
        if pair.values not in keys:
            fit = pair.fit(weights)
            keys[pair.values] = (1.0 if fit is None else -fit, -pair.known(weights))
    ordered = sorted(keys[pair.values] for pair in able)
    ranks = {values: bisect_left(ordered, key) + 1 for values, key in keys.items()}
    return [ranks[pair.values] for pair in able]


def _tried() -> list[Weights]:
    """Every criterion left out and every criterion doubled, one at a time."""
    return [
        tuple(weight if place == changed else EQUAL_WEIGHT for place in range(len(CRITERIA)))
        for changed in range(len(CRITERIA))
        for weight in TRIED_WEIGHTS
    ]

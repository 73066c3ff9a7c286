"""The priority table: pairs of a country and a supply chain against the eight criteria."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.analysis.priorities import Pair, Ranked, by_country, priorities
from knowledge.analysis.priority_criteria import (
    AT_MOST_TO_VERIFY,
    CRITERIA,
    EQUAL_WEIGHT,
    FULL,
    LEAST_WEIGHT,
    MOST_WEIGHT,
    SOURCE,
    UNKNOWN_ALLOWED,
    Criterion,
)
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.priority_addresses import (
    ADDRESS,
    MADE_FROM,
    TITLE,
    country_address,
    pair_address,
)
from knowledge.pages.priority_country import priority_country_page
from knowledge.pages.priority_evidence import percent
from knowledge.pages.wording import counted

#: How many pairs stand in the first table; the others follow in one that a reader opens.
FIRST = 50
#: How many ranked pairs have a row that the script can rank anew; the others are named only.
ROWS = 1000


@dataclass(frozen=True, slots=True)
class PairRow:
    """A ranked pair as a row. `scores` are in the order of the criteria, empty where unknown;
    `child_labour` and `forced_labour` say for what a good of the chain is listed."""

    title: str
    address: str
    rank: str
    fit: str
    known: str
    range: str
    scores: tuple[str, ...]
    child_labour: bool
    forced_labour: bool

    @property
    def data(self) -> str:
        """The scores as the script reads them: `2,1,,0,2,,1,2`."""
        return ",".join(self.scores)


@dataclass(frozen=True, slots=True)
class CountryPairs:
    """The pairs of a country that are listed and not ranked."""

    country: Crumb
    chains: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class PrioritiesView:
    """What the template `records/priorities.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    ranked_counted: str
    unranked_counted: str
    criteria: tuple[Criterion, ...]
    rows: tuple[PairRow, ...]
    other_rows: tuple[PairRow, ...]
    others_counted: str
    further: tuple[Crumb, ...]
    unranked: tuple[CountryPairs, ...]
    source: str
    full: int = FULL
    to_verify: int = AT_MOST_TO_VERIFY
    unknown_allowed: int = UNKNOWN_ALLOWED
    weights: tuple[int, int, int] = (LEAST_WEIGHT, EQUAL_WEIGHT, MOST_WEIGHT)


def priority_pages(library: Library) -> Iterator[tuple[str, str, Callable[[], Page]]]:
    """The table and the page of every country: address, what it is made from and how."""
    yield ADDRESS, MADE_FROM, partial(priorities_page, library)
    for country in library.once(by_country):
        entry = library.entries["country"][country]
        make = partial(priority_country_page, library, entry)
        yield country_address(country), entry.path, make


def priorities_page(library: Library) -> Page:
    """The page of the priority table."""
    found = library.once(priorities)
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="Pairs of a country and a supply chain against the eight criteria of the "
        "group's first workshop, with weights that readers can change.",
        section=ADDRESS,
        template="records/priorities.html",
        view=PrioritiesView(
            crumbs=(Crumb(TITLE),),
            title=TITLE,
            ranked_counted=counted(len(found.ranked), "pair"),
            unranked_counted=counted(len(found.unranked), "pair"),
            criteria=CRITERIA,
            rows=tuple(_row(one) for one in found.ranked[:FIRST]),
            other_rows=tuple(_row(one) for one in found.ranked[FIRST:ROWS]),
            others_counted=f"The other {len(found.ranked[FIRST:ROWS]):,} ranked pairs",
            further=tuple(_crumb(one.pair) for one in found.ranked[ROWS:]),
            unranked=_by_country(found.unranked),
            source=SOURCE,
        ),
        made_from=MADE_FROM,
    )


def _row(one: Ranked) -> PairRow:
    pair = one.pair
    return PairRow(
        title=_title(pair),
        address=pair_address(pair.country.id, pair.chain.id),
        rank=f"{one.rank:,}",
        fit=percent(one.fit),
        known=f"{len(CRITERIA) - pair.unknown}",
        range=f"{one.best:,}\u00a0to\u00a0{one.worst:,}"
        if one.best != one.worst
        else f"{one.rank:,}",
        scores=tuple("" if s.value is None else str(s.value) for s in pair.scores),
        child_labour=any(row.child_labour for row in pair.listed),
        forced_labour=any(row.forced_labour for row in pair.listed),
    )


def _title(pair: Pair) -> str:
    return f"{pair.country.record.title}: {pair.chain.title}"


def _crumb(pair: Pair) -> Crumb:
    return Crumb(_title(pair), pair_address(pair.country.id, pair.chain.id))


def _by_country(pairs: tuple[Pair, ...]) -> tuple[CountryPairs, ...]:
    found: dict[str, list[Pair]] = {}
    for pair in pairs:
        found.setdefault(pair.country.id, []).append(pair)
    return tuple(
        CountryPairs(
            Crumb(ones[0].country.record.title, country_address(country)),
            tuple(Crumb(one.chain.title, pair_address(country, one.chain.id)) for one in ones),
        )
        for country, ones in found.items()
    )

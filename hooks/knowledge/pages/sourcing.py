"""The check before sourcing: origins, a good or chain and home markets, and one page in answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.analysis.supply_chains import Chain, chains, chains_with
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.chosen_addresses import (
    CHAIN,
    MOST,
    SOURCING,
    chain_file,
    country_file,
    origin_file,
)
from knowledge.pages.compare import Choice, choices
from knowledge.pages.compare_cells import Row
from knowledge.pages.compare_data import DataFile
from knowledge.pages.compare_rows import SOURCING_CONVENTIONS, SOURCING_GROUPS, country_rows
from knowledge.pages.country_links import duty_names
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, StateMark
from knowledge.pages.priority_addresses import ADDRESS as PRIORITIES
from knowledge.pages.priority_addresses import TITLE as PRIORITIES_TITLE
from knowledge.pages.sourcing_chain import chain_data
from knowledge.pages.sourcing_country import origin_data
from knowledge.pages.toolkit_links import StepLink, step_anchor
from knowledge.pages.wording import listed

TITLE = "Before you source"
MADE_FROM = "the check before sourcing"
#: A toolkit that names these readers tells a buyer what to do and to ask.
FOR = "buyer"
#: The grade of evidence from which somebody other than the owner looked at the results:
#: monitoring, external evaluation, randomised (`GRADES` in kinds/practice.py).
OTHERS_LOOKED = 3


@dataclass(frozen=True, slots=True)
class GoodChoice:
    """A good or a chain that can be chosen, and the chains whose data it needs."""

    id: str
    title: str
    chains: str


@dataclass(frozen=True, slots=True)
class MarketLine:
    """A home market with laws that reach abroad."""

    id: str
    title: str
    address: str
    laws: str


@dataclass(frozen=True, slots=True)
class SourcingView:
    """What the template `records/sourcing.html` shows.

    `files` are the addresses of the data, with `{file}` for what is chosen.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    compare_file: str
    origin_file: str
    chain_file: str
    choices: tuple[Choice, ...]
    places: tuple[int, ...]
    chains: tuple[GoodChoice, ...]
    goods: tuple[GoodChoice, ...]
    markets: tuple[MarketLine, ...]
    rows: tuple[Row, ...]
    states: tuple[StateMark, ...]
    list_name: str
    others_looked: int
    steps: tuple[StepLink, ...]
    mapped: tuple[Crumb, ...]
    priorities: Crumb


def sourcing_page(library: Library) -> Page:
    """The page of the check."""
    view = SourcingView(
        crumbs=(Crumb(TITLE),),
        title=TITLE,
        compare_file=country_file("{file}"),
        origin_file=origin_file("{file}"),
        chain_file=chain_file("{file}"),
        choices=tuple(choices(library, "country")),
        places=tuple(range(1, MOST + 1)),
        chains=tuple(
            GoodChoice(f"{CHAIN}{chain.id}", chain.title, chain.id)
            for chain in library.once(chains).values()
            if chain.entry is not None
        ),
        goods=tuple(_goods(library)),
        markets=tuple(_markets(library)),
        rows=tuple(
            row
            for row in country_rows()
            if row.group in SOURCING_GROUPS or row.id in SOURCING_CONVENTIONS
        ),
        states=tuple(state_mark(state) for state in STATES),
        list_name=_list_name(library),
        others_looked=OTHERS_LOOKED,
        steps=tuple(_steps(library)),
        mapped=tuple(
            Crumb(entry.record.title, entry.address) for entry in library.all("supply-chain")
        ),
        priorities=Crumb(PRIORITIES_TITLE, PRIORITIES),
    )
    return Page(
        address=SOURCING,
        title=TITLE,
        description="For employers and buyers: the law of the country of origin, whether the good "
        "is listed there, what the home market asks, what was tried, and whom to call.",
        section=SOURCING,
        template="records/sourcing.html",
        view=view,
        made_from=MADE_FROM,
    )


def sourcing_files(library: Library) -> Iterator[DataFile]:
    """Every file of data of the check."""
    for entry in library.all("country"):
        yield origin_file(entry.id), entry.path, "origins", partial(_origin, library, entry)
    for chain in library.once(chains).values():
        yield chain_file(chain.id), MADE_FROM, "chains", partial(_chain, library, chain)


def _origin(library: Library, entry: Entry) -> dict[str, object]:
    return {entry.id: origin_data(library, entry)}


def _chain(library: Library, chain: Chain) -> dict[str, object]:
    return {chain.id: chain_data(library, chain)}


def _goods(library: Library) -> Iterator[GoodChoice]:
    vocabulary = library.vocabularies.get("goods")
    terms = vocabulary.terms if vocabulary else ()
    for term in sorted(terms, key=lambda term: (term.label.casefold(), term.id)):
        held = " ".join(chain.id for chain in chains_with(library, [term.id]))
        yield GoodChoice(term.id, term.label, held)


def _markets(library: Library) -> Iterator[MarketLine]:
    for entry in library.all("country"):
        if isinstance(entry.record, Country):
            laws = [law for law in entry.record.due_diligence if law.binds]
            if laws:
                address = f"{entry.address}#due-diligence"
                yield MarketLine(entry.id, entry.record.title, address, duty_names(laws))


def _list_name(library: Library) -> str:
    """Whose lists the table of goods holds, with their editions."""
    editions: dict[str, set[str]] = {}
    for row in library.listed_goods:
        # An edition may go on, after a comma, to say which part of the list a row is from.
        editions.setdefault(row.source, set()).add(row.edition.partition(",")[0])
    return listed(
        [
            f"{library.shared_sources[id_].publisher}, {library.shared_sources[id_].title} "
            f"(edition {listed(sorted(found))})"
            for id_, found in sorted(editions.items())
        ]
    )


def _steps(library: Library) -> Iterator[StepLink]:
    """The steps of the toolkits for buyers."""
    for held in library.toolkits.values():
        if FOR in held.toolkit.for_whom:
            for number, step in held.steps:
                yield StepLink(
                    held.toolkit.title,
                    f"step {number}",
                    step.do,
                    f"{held.address}#{step_anchor(number)}",
                )

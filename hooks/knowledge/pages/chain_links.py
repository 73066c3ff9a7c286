"""What leads to a supply chain: from a country, a practice or an initiative to its stages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.chain_action import chains_of
from knowledge.analysis.chain_risks import chains_in
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import Stage
from knowledge.library import Library
from knowledge.pages.chain_words import stage_address
from knowledge.pages.facts import Fact, FactItem
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted, listed

#: How many chains a page names before it says how many more there are.
NAMED = 12


@dataclass(frozen=True, slots=True)
class ChainLink:
    """A chain and those of its stages that matter here."""

    chain: Crumb
    stages: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class ChainLinks:
    """The first chains; `more` says how many others there are, or is empty."""

    links: tuple[ChainLink, ...]
    more: str = ""


def chains_of_country(country: Entry, library: Library) -> ChainLinks:
    """The chains with a documented risk in a country, and the stages at which it is."""
    found = chains_in(library, country)
    links = tuple(
        ChainLink(
            Crumb(chain.record.title, chain.address),
            tuple(Crumb(stage.title.lower(), stage_address(chain, stage)) for stage in stages),
        )
        for chain, stages in found[:NAMED]
    )
    rest = len(found) - len(links)
    return ChainLinks(links, f"and {counted(rest, 'other')}" if rest else "")


def chain_fact(entry: Entry, library: Library) -> Iterator[Fact]:
    """The chains that a practice or an initiative falls into, with their stages, where any."""
    found = chains_of(library, entry)
    items = [
        FactItem(
            one.chain.record.title,
            address=stage_address(one.chain, one.stages[0]) if one.stages else one.chain.address,
            notes=(_stages(one.stages),),
        )
        for one in found[:NAMED]
    ]
    rest = len(found) - len(items)
    if rest:
        items.append(FactItem(f"and {counted(rest, 'other')}"))
    if items:
        yield Fact("Supply chains", tuple(items))


def _stages(stages: tuple[Stage, ...]) -> str:
    titles = [stage.title.lower() for stage in stages]
    return listed(titles) if titles else "the chain as a whole"

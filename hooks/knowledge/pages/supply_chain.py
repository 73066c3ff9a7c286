"""The page of a supply chain: its map, where its risk sits, and what is done at each stage."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.analysis.chain_action import ChainAction, action_in
from knowledge.analysis.chain_assessment import risk_table
from knowledge.analysis.chain_risks import risks_of
from knowledge.analysis.term_use import listed_as
from knowledge.drawings.tier_diagram import TierDiagram, tier_diagram
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.chain_stages import StageView, action_lines, drawn_stages, stage_views
from knowledge.pages.chain_table import TableView, table_view
from knowledge.pages.chosen_addresses import sourcing_of_chain
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.facts import Fact, other_names, term_fact
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Head, HeadFact, Heading, RelatedLine
from knowledge.pages.related import linked, related_line
from knowledge.pages.results import StatementLine, statements
from knowledge.pages.sections import Sections, sections
from knowledge.pages.wording import listed

#: The id of the diagram of a chain.
DIAGRAM = "chain"


@dataclass(frozen=True, slots=True)
class GuidanceLine:
    """A document that tells companies how to look into the chain."""

    title: str
    says: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class ChapterLine:
    """A chapter of the Harmonized System and the goods of the chain in it."""

    number: str
    covers: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class SupplyChainView:
    """What the template `records/supply-chain.html` shows. An empty part is an empty value.

    `sourcing` leads to the check before sourcing with the chain chosen; `empty` names the stages at
    which nothing that is done is recorded.
    """

    head: Head
    sourcing: str
    contents: tuple[Heading, ...]
    diagram: TierDiagram
    diagram_file: str
    text: Sections
    empty: str
    stages: tuple[StageView, ...]
    table: TableView
    editions: str
    list_sources: tuple[SourceMark, ...]
    whole: tuple[RelatedLine, ...]
    whole_more: str
    root_causes: tuple[StatementLine, ...]
    guidance: tuple[GuidanceLine, ...]
    facts: tuple[Fact, ...]
    chapters: tuple[ChapterLine, ...]
    related: tuple[RelatedLine, ...]
    ending: record_parts.Ending


def supply_chain_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of a supply chain.

    `today` decides whether its review is overdue; `repo` is the code host's address, or empty.
    """
    chain = entry.record
    if not isinstance(chain, SupplyChain):
        raise TypeError(f"{entry.path} is not the record of a supply chain")
    return Page(
        address=entry.address,
        title=f"{chain.title}: the supply chain and its risks",
        description=chain.summary,
        section=f"{entry.kind.folder}/",
        template="records/supply-chain.html",
        view=_view(entry, chain, library, today, repo),
        made_from=entry.path,
    )


def diagram_file(entry: Entry) -> str:
    """The diagram as a file of its own, relative to the site."""
    return f"{entry.address}{DIAGRAM}.svg"


def chain_figure(entry: Entry, library: Library) -> DrawnFigure:
    """The diagram of a chain, with what is said of it wherever it is carried to."""
    chain = entry.record
    if not isinstance(chain, SupplyChain):
        raise TypeError(f"{entry.path} is not the record of a supply chain")
    lists = dict.fromkeys(row.source for good in chain.goods for row in listed_as(library, good))
    risks, action = risks_of(library, entry), action_in(library, entry)
    return DrawnFigure(
        id=DIAGRAM,
        shows=f"{chain.title}: what is documented and what is done, stage by stage",
        unit="Number of countries with a documented risk; practices and initiatives recorded here",
        drawing=tier_diagram(chain.title, drawn_stages(chain, risks, action, library)),
        page=entry.address,
        rests_on=tuple(library.source(entry, id_) for id_ in lists),
        derived="Drawn from the record of the chain, whose page names every source",
        notes=("None found is not the same as none.",),
    )


def _view(
    entry: Entry, chain: SupplyChain, library: Library, today: date, repo: str
) -> SupplyChainView:
    # Sources are numbered as they are first asked for, so the parts are made in reading order.
    citing = Citing(entry, library)
    risks, action = risks_of(library, entry), action_in(library, entry)
    text = sections(entry, library, citing)
    list_sources = citing.marks(
        row.source for good in chain.goods for row in listed_as(library, good)
    )
    table = table_view(risk_table(library, entry), chain, library, citing)
    stages = stage_views(chain, risks, action, library, citing)
    whole, whole_more = action_lines(action.whole, library)
    root_causes = statements(chain.root_causes, citing)
    guidance = tuple(
        GuidanceLine(one.title, one.says, citing.marks(one.source)) for one in chain.guidance
    )
    chapters = tuple(
        ChapterLine(one.chapter, one.covers, citing.marks(one.source)) for one in chain.hs_chapters
    )
    ending = record_parts.ending(entry, citing, repo)
    return SupplyChainView(
        head=_head(entry, chain, library, today),
        sourcing=sourcing_of_chain(entry.id),
        contents=_contents(text, ending),
        diagram=tier_diagram(chain.title, drawn_stages(chain, risks, action, library)),
        diagram_file=diagram_file(entry),
        text=text,
        empty=_empty(chain, action),
        stages=stages,
        editions=_editions(library, chain),
        list_sources=list_sources,
        table=table,
        whole=whole,
        whole_more=whole_more,
        root_causes=root_causes,
        guidance=guidance,
        facts=tuple(_facts(chain, library)),
        chapters=chapters,
        related=tuple(_related(entry, action, library)),
        ending=ending,
    )


def _head(entry: Entry, chain: SupplyChain, library: Library, today: date) -> Head:
    editions = _editions(library, chain)
    number, typical = len(chain.stages), sum(stage.typical for stage in chain.stages)
    stages = f"{number}, {typical} of them typical and not sourced" if typical else str(number)
    told = {
        "List of goods": f"edition {editions}" if editions else "",
        "Stages": f"{number}, typical and not sourced" if typical == number else stages,
    }
    return Head(
        (Crumb(entry.kind.section, f"{entry.kind.folder}/"),),
        chain.title,
        chain.summary,
        record_parts.provenance(entry, today),
        facts=tuple(HeadFact(label, text) for label, text in told.items() if text),
    )


def _editions(library: Library, chain: SupplyChain) -> str:
    """The editions of the list that name a good of the chain."""
    rows = (row for good in chain.goods for row in listed_as(library, good))
    return listed(sorted({row.edition for row in rows}))


def _empty(chain: SupplyChain, action: ChainAction) -> str:
    pairs = zip(chain.stages, action.stages, strict=True)
    return listed([stage.title.lower() for stage, done in pairs if not done], "or")


def _facts(chain: SupplyChain, library: Library) -> Iterator[Fact]:
    yield term_fact("Goods", "goods", chain.goods, library)
    yield term_fact("Topics", "topics", chain.topics, library, none="none named")
    yield from other_names(chain.keywords)


def _related(entry: Entry, action: ChainAction, library: Library) -> Iterator[RelatedLine]:
    """The records that name this chain and stand nowhere else on the page."""
    shown = action.everything
    for address, other in linked(entry, library).items():
        if address not in shown:
            yield related_line(other, library)


def _contents(text: Sections, ending: record_parts.Ending) -> tuple[Heading, ...]:
    return (
        *text.contents("How the chain works", "Where the risk sits"),
        Heading("assessment", "Countries and stages"),
        Heading("law", "Law and enforcement"),
        Heading("stages", "Stage by stage"),
        Heading("root-causes", "Root causes"),
        *text.contents("What tier 1 and tier 2 companies can do"),
        Heading("guidance", "Guidance"),
        *text.other_contents(),
        Heading("goods", "Goods and customs chapters"),
        Heading("related", "Related"),
        *ending.contents,
    )

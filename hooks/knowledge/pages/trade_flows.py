"""How child labour in exports is estimated from trade flows, what was published, and its limits.

The program that estimates (`analysis/trade_flows.py`) is not imported here: this page shows no
number of ours while no table is loaded, and a build does not pay for loading numpy.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.drawings.share_bars import share_bars
from knowledge.kinds.tables import ExportStudy
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceLine, SourceMark
from knowledge.pages.figures import DrawnFigure, drawn_figure
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, StateMark
from knowledge.pages.wording import date_words, listed
from knowledge.reading.flow_tables import BALANCE

ADDRESS = "statistics/trade-flows/"
TITLE = "Child labour in exports: how it is estimated"
COMMAND = "python3 scripts/estimate_trade_flows.py DIR"

#: The words that stand above the findings of each bearing.
BEARINGS = {
    "same-method": "Found with the same kind of method",
    "counter-evidence": "Counter-evidence",
    "method": "On the method",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the calculation: in words, as a formula, and what the signs of it are."""

    words: str
    formula: str
    signs: str


#: The calculation, in the order of `analysis/trade_flows.py`. Source: the open Leontief model.
STEPS = (
    Step(
        "What an industry needs from every other industry for one unit of output.",
        "A = Z ÷ x",
        "Z: what each industry of each region sells to each other one, in money; x: all that an "
        "industry produces, in money. Each column of Z is divided by the output of its industry.",
    ),
    Step(
        "What all industries must produce, through all tiers, for one unit that somebody finally "
        "uses.",
        "L = (I − A)⁻¹",
        "I: one unit of each product; the inverse adds up the product, its inputs, the inputs of "
        "these inputs, and so on without end. L is called the Leontief inverse.",
    ),
    Step(
        "How many children are in child labour for one unit of output of an industry.",
        "c = children ÷ x",
        "children: those in child labour in that industry of that region, from surveys, spread "
        "over industries where a survey tells only a few sectors.",
    ),
    Step(
        "Children who work directly for exports: in the industry that ships the product abroad.",
        "direct = c × e",
        "e: exports of the industry, to industries abroad and to final users abroad.",
    ),
    Step(
        "Children who work indirectly for exports: in the industries of the region that supply an "
        "exporting one, at any number of tiers before it.",
        "indirect = c × (Lᵣ − I) × e",
        "Lᵣ: the inverse (I − Aᵣ)⁻¹, made with the part of A that lies within the region.",
    ),
    Step(
        "The share in exports. What is left works for use at home, and the two add up to 100 per "
        "cent.",
        "share = (direct + indirect) ÷ all children",
        "all children: all in child labour in the region, in every industry.",
    ),
    Step(
        "The part of exports whose final users are abroad. The rest of exports is processed abroad "
        "and comes back.",
        "used abroad = c × L × f",
        "f: what final users in other regions buy, from wherever it comes.",
    ),
)

#: What such an estimate cannot tell. Source: the assumptions of the model itself.
LIMITS = (
    "It is an average. Every unit that an industry produces counts as made with the same child "
    "labour, whether it is sold abroad or at the market next door. Where exporters employ fewer "
    "children than others in their industry, the estimate is too high, and the reverse.",
    "It follows money, not goods and not children. A dear product counts for more than a cheap "
    "one from the same field.",
    "Industries are wide: cocoa, rice and cattle are one industry in most tables.",
    "Work without pay on family farms, and trade that nobody records, are badly covered by the "
    "tables, and that is where many children work.",
    "Numbers of children come from surveys of a few sectors and years, and are spread over "
    "industries by a rule that somebody has to choose.",
    "It says where child labour and exports meet. It does not say that trade causes child labour, "
    "nor that less trade would end it.",
)


@dataclass(frozen=True, slots=True)
class ShareLine:
    """A published share, and what is left of 100 per cent."""

    region: str
    share: str
    rest: str
    as_of: str
    state: StateMark
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class StudyLine:
    """A finding of somebody else."""

    text: str
    state: StateMark
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class StudyGroup:
    """Findings under a heading."""

    heading: str
    lines: tuple[StudyLine, ...]


@dataclass(frozen=True, slots=True)
class TradeFlowsView:
    """The page. `published` names the sources of the shares in words."""

    crumbs: tuple[Crumb, ...]
    title: str
    steps: tuple[Step, ...]
    figure: DrawnFigure | None
    shares: tuple[ShareLine, ...]
    published: str
    studies: tuple[StudyGroup, ...]
    limits: tuple[str, ...]
    balance: str
    command: str
    sources: tuple[SourceLine, ...]


def trade_flows_page(library: Library) -> Page:
    """The page on the method of trade flows."""
    citing = Citing(None, library)
    shares = tuple(_shares(library, citing))
    studies = tuple(_studies(library.export_studies, citing))
    sources = dict.fromkeys(row.source for row in library.export_shares)
    cited = [library.shared_sources[id_] for id_ in sources]
    view = TradeFlowsView(
        crumbs=(Crumb("Method", "method/"), Crumb("Child labour in exports")),
        title=TITLE,
        steps=STEPS,
        figure=shares_figure(library),
        shares=shares,
        published=listed(
            [f"{source.publisher}, {source.title}, {date_words(source.date)}" for source in cited]
        ),
        studies=studies,
        limits=LIMITS,
        balance=f"{BALANCE:.1%}".replace("%", " per cent"),
        command=COMMAND,
        sources=citing.lines(),
    )
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="How child labour linked to exports is estimated from trade flows, the "
        "published shares by region, what such an estimate cannot tell, and what others found.",
        section="method/",
        template="records/trade-flows.html",
        view=view,
        made_from="the page on child labour in exports",
    )


def shares_figure(library: Library) -> DrawnFigure | None:
    """The published shares as bars; None where none is recorded."""
    what = "Share of the child labour of a region that is linked to its exports"
    rows = library.export_shares
    return drawn_figure(
        Citing(None, library),
        ADDRESS,
        "Share of child labour linked to exports, by region",
        "The whole bar is all child labour of the region; the filled part is what was estimated to "
        f"work for exports. Published {listed(sorted({date_words(r.published) for r in rows}))}",
        share_bars("export-shares", what, [(row.region, row.per_cent) for row in rows]),
        [row.source for row in rows],
    )


def _shares(library: Library, citing: Citing) -> Iterable[ShareLine]:
    for row in library.export_shares:
        yield ShareLine(
            region=row.region,
            share=f"{row.per_cent}\N{NO-BREAK SPACE}%",
            rest=f"{100 - row.per_cent}\N{NO-BREAK SPACE}%",
            as_of=date_words(row.published),
            state=state_mark(row.state),
            sources=citing.marks([row.source]),
        )


def _studies(rows: list[ExportStudy], citing: Citing) -> Iterable[StudyGroup]:
    for bearing, heading in BEARINGS.items():
        lines = tuple(
            StudyLine(row.finding, state_mark(row.state), citing.marks([row.source]))
            for row in rows
            if row.bearing == bearing
        )
        if lines:
            yield StudyGroup(heading, lines)

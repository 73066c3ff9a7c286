"""The parts that the pages of all statistics share, as values for their template."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.analysis.tables import file_of
from knowledge.kinds.statistics import Dataset
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceLine
from knowledge.pages.figure_tables import FigureTable
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Cite, ClaimGroup, Crumb, Heading, StateMark
from knowledge.pages.record_parts import headings
from knowledge.pages.statistics_words import ADDRESS, TITLES, address_of, doubts
from knowledge.platform import LICENCE, PLATFORM


@dataclass(frozen=True, slots=True)
class StatisticsPart:
    """A section of the page."""

    anchor: str
    heading: str
    text: tuple[str, ...] = ()
    chart: DrawnFigure | None = None
    tables: tuple[FigureTable, ...] = ()
    claims: tuple[ClaimGroup, ...] = ()
    leads_to: tuple[Crumb, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to know before the figures are used: `Definition`, `Age band`, `Limits`."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Download:
    """A file with the figures."""

    label: str
    address: str
    about: str


@dataclass(frozen=True, slots=True)
class StatisticsView:
    """What the template `records/statistics.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    edition: str
    contents: tuple[Heading, ...]
    readings: tuple[Reading, ...]
    parts: tuple[StatisticsPart, ...]
    verify: StateMark
    doubts: tuple[str, ...]
    downloads: tuple[Download, ...]
    sources: tuple[SourceLine, ...]
    cite: Cite


def statistics_page(
    dataset: Dataset,
    library: Library,
    citing: Citing,
    *,
    lead: str,
    readings: tuple[Reading, ...],
    parts: Sequence[StatisticsPart],
) -> Page:
    """The page of a dataset, when its parts have been made and their sources numbered."""
    title = TITLES[dataset]
    figures = library.figures[dataset]
    years = sorted({figure.year for figure in figures})
    found = doubts(figures)
    contents = headings(
        {
            **{part.anchor: (part.heading, True) for part in parts},
            "to-verify": ("What is to verify", found),
            "download": ("Download", True),
            "sources": ("Sources", True),
            "cite": ("Cite this page", True),
        }
    )
    view = StatisticsView(
        crumbs=(Crumb("Statistics", ADDRESS), Crumb(title)),
        title=title,
        lead=lead,
        edition=f"{len(figures):,} figures, for {years[0]} to {years[-1]}",
        contents=contents,
        readings=readings,
        parts=tuple(parts),
        verify=state_mark("to-verify"),
        doubts=found,
        downloads=(
            Download(
                "All figures (CSV)",
                file_of(library, dataset),
                "every figure with its country, sex, age band, year, unit, state and source",
            ),
        ),
        sources=citing.lines(),
        cite=Cite(f"“{title}”, {PLATFORM}, /{address_of(dataset)}, {LICENCE}."),
    )
    return Page(
        address=address_of(dataset),
        title=title,
        description=lead,
        section=ADDRESS,
        template="records/statistics.html",
        view=view,
        made_from=f"content/data/{dataset}.csv",
    )

"""The parts that the pages of all statistics share, as values for their template."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.analysis.statistics import BySex, entry_of, name_of
from knowledge.analysis.statistics_csv import figures_file
from knowledge.drawings.paired_bars import PairedBars
from knowledge.kinds.statistics import Dataset, Figure
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceLine, SourceMark
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Cite, ClaimGroup, Crumb, Heading, StateMark
from knowledge.pages.record_parts import headings
from knowledge.pages.statistics_words import ADDRESS, TITLES, address_of, doubts, number
from knowledge.platform import LICENCE, PLATFORM


@dataclass(frozen=True, slots=True)
class Cell:
    """A number of a table. Without a text there is no figure, which is not zero."""

    text: str
    sort: str = ""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A row: whose figures, where its page is, what is said beside the name, and the numbers.

    `state` is given where a figure is to be verified.
    """

    name: str
    address: str
    beside: str
    cells: tuple[Cell, ...]
    state: StateMark | None = None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table of figures that may be compared; `first` names the first column."""

    anchor: str
    heading: str
    caption: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    sources: tuple[SourceMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with what it shows, its unit, age band and year, and its sources."""

    shows: str
    unit: str
    drawing: PairedBars
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class StatisticsPart:
    """A section of the page."""

    anchor: str
    heading: str
    text: tuple[str, ...] = ()
    chart: Chart | None = None
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
                figures_file(dataset),
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


def cell(figure: Figure | None) -> Cell:
    """The number of a figure; it sorts by its value as the table of the dataset has it."""
    return Cell(number(figure), f"{figure.value:.10g}") if figure else Cell("")


def figure_row(
    library: Library, row: BySex, cells: Iterable[Cell], *, beside: str = "", in_doubt: bool = False
) -> FigureRow:
    """A row of a country, which leads to its page, or of a group of countries."""
    entry = entry_of(library, row)
    return FigureRow(
        name=name_of(library, row),
        address=f"{entry.address}#statistics" if entry else "",
        beside=beside,
        cells=tuple(cells),
        state=state_mark("to-verify") if in_doubt else None,
    )

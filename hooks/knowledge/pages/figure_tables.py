"""Tables of numbers that may be compared: a cell without a number is not zero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.analysis.statistics import BySex, entry_of, name_of
from knowledge.kinds.statistics import Figure
from knowledge.library import Library
from knowledge.pages.citing import SourceMark
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import StateMark
from knowledge.pages.statistics_words import number


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

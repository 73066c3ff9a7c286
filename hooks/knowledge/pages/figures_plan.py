"""The files of all figures, before any is made: each path is claimed here, once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from knowledge.kinds.outlines import OUTLINES
from knowledge.kinds.statistics import path_of
from knowledge.kinds.tables import EXPORT_SHARES
from knowledge.library import Library
from knowledge.pages.country_figures import country_figures
from knowledge.pages.due_diligence import laws_figure
from knowledge.pages.figure_files import figure_file
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.maps import map_drawn, measures_of
from knowledge.pages.statistics import statistics_figures
from knowledge.pages.supply_chain import chain_figure, diagram_file
from knowledge.pages.trade_flows import shares_figure

#: A file: its path, the file to name when two claim it, and what makes its bytes.
FigureFile = tuple[str, str, Callable[[], bytes]]


def planned_figures(library: Library, today: date, site_url: str) -> Iterator[FigureFile]:
    """The file of every figure. `today` is when lines of time end; `site_url` ends in `/`, or is
    empty where the site's address is not known."""
    for made_from, figures in _figures(library, today):
        for figure in figures:
            yield figure.file, made_from, partial(figure_file, figure, site_url)
    for path, made_from, make in _always(library):
        yield path, made_from, partial(_file, make, site_url)


def _figures(library: Library, today: date) -> Iterator[tuple[str, Iterable[DrawnFigure]]]:
    """The figures that a page has only where there is enough to draw."""
    for entry in library.all("country"):
        yield entry.path, library.once(country_figures).get(entry.id, ())
    for dataset, figures in library.once(statistics_figures).items():
        yield path_of(dataset), figures
    laws, shares = laws_figure(library, today), shares_figure(library)
    yield "the records of countries", [laws] if laws else []
    yield EXPORT_SHARES, [shares] if shares else []


def _always(library: Library) -> Iterator[tuple[str, str, Callable[[], DrawnFigure]]]:
    """The figures that are there whatever they show, so that none is made before its turn."""
    for measure in measures_of(library):
        yield measure.file, OUTLINES, partial(map_drawn, library, measure)
    for entry in library.all("supply-chain"):
        yield diagram_file(entry), entry.path, partial(chain_figure, entry, library)


def _file(make: Callable[[], DrawnFigure], site_url: str) -> bytes:
    return figure_file(make(), site_url)

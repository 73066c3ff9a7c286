"""The index of statistics, and which page each dataset has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from knowledge.kinds.statistics import Dataset
from knowledge.library import Library
from knowledge.pages import (
    statistics_child_labour,
    statistics_estimates,
    statistics_hazardous_work,
    statistics_trafficking,
)
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.statistics_parts import StatisticsView
from knowledge.pages.statistics_words import ADDRESS, TITLES, address_of
from knowledge.pages.wording import counted

#: What makes the page of each dataset, and the sentence it begins with.
PAGES: dict[Dataset, tuple[Callable[[Library], Page], str]] = {
    "sdg-8-7-1": (statistics_child_labour.child_labour_page, statistics_child_labour.LEAD),
    "ilostat-hazardous-work": (
        statistics_hazardous_work.hazardous_work_page,
        statistics_hazardous_work.LEAD,
    ),
    "sdg-16-2-2": (statistics_trafficking.trafficking_page, statistics_trafficking.LEAD),
    "global-estimates": (statistics_estimates.estimates_page, statistics_estimates.LEAD),
}


@dataclass(frozen=True, slots=True)
class DatasetLine:
    """A dataset: its page, what it is, and how much of it there is."""

    title: str
    address: str
    sentence: str
    facts: str


@dataclass(frozen=True, slots=True)
class StatisticsIndexView:
    """What the template `records/statistics-index.html` shows."""

    crumbs: tuple[Crumb, ...]
    lines: tuple[DatasetLine, ...]


def statistics_pages(library: Library) -> dict[Dataset, Page]:
    """The page of every dataset with figures."""
    return {dataset: PAGES[dataset][0](library) for dataset in datasets(library)}


def statistics_figures(library: Library) -> dict[Dataset, tuple[DrawnFigure, ...]]:
    """The drawn figures of those pages."""
    return {
        dataset: tuple(part.chart for part in page.view.parts if part.chart)
        for dataset, page in library.once(statistics_pages).items()
        if isinstance(page.view, StatisticsView)
    }


def datasets(library: Library) -> tuple[Dataset, ...]:
    """The datasets with figures, in the order of the index."""
    return tuple(dataset for dataset in TITLES if library.figures.get(dataset))


def statistics_index(library: Library) -> Page:
    """The index of all statistics."""
    return Page(
        address=ADDRESS,
        title="Statistics",
        description="Child labour, hazardous work, forced labour and detected trafficking in "
        "figures, girls and boys, women and men apart, each with age band, year and source.",
        section=ADDRESS,
        template="records/statistics-index.html",
        view=StatisticsIndexView(
            (Crumb("Statistics"),), tuple(_line(library, dataset) for dataset in datasets(library))
        ),
        made_from="the index of statistics",
    )


def _line(library: Library, dataset: Dataset) -> DatasetLine:
    figures = library.figures[dataset]
    years = sorted({figure.year for figure in figures})
    countries = len({figure.iso3 for figure in figures if figure.iso3})
    told = [counted(len(figures), "figure"), f"{years[0]} to {years[-1]}"]
    if countries:
        told.insert(1, counted(countries, "country", "countries"))
    return DatasetLine(TITLES[dataset], address_of(dataset), PAGES[dataset][1], " · ".join(told))

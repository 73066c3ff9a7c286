"""The tables that are no records: figures, lists, places, the words of the vocabularies, sources.

Their columns are the fields of the models of `kinds/` too; what is added says so itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Final

from pydantic import BaseModel

from knowledge.analysis.data_tables import LICENCE_COLUMN, Cited, Row, Table, what_is
from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.analysis.record_cells import fill, layout
from knowledge.analysis.statistics import name_of
from knowledge.kinds.columns import Cell, Column
from knowledge.kinds.fields import Source
from knowledge.kinds.statistics import DATASETS, SERIES, Dataset, Figure, path_of
from knowledge.kinds.tables import (
    EXPORT_SHARES,
    EXPORT_STUDIES,
    LISTED_GOODS,
    PLACES,
    ExportStudy,
    ListedGood,
    Place,
    PublishedShare,
)
from knowledge.kinds.vocabularies import FOLDER as VOCABULARIES
from knowledge.kinds.vocabularies import SHARED_SOURCES, VocabularyTerm
from knowledge.library import Library
from knowledge.platform import LICENCE

#: Where the figures of a dataset stand, beside the page that shows them.
STATISTICS: Final = "statistics"
FIGURES: Final = "Figures and lists"
WORDS: Final = "Words and sources"

NAME: Final = Column("name", "the country or area, or the group of countries")
MEASURE: Final = Column("measure", "what the series measures")
STATE: Final = Column("state", "how sure we are of the figure", "one of: stated, to-verify")


def row_tables() -> tuple[Table, ...]:
    """The tables of `content/data/`, of the vocabularies and of all sources."""
    return (
        *(_figures(dataset) for dataset in DATASETS),
        _rows_of("listed-goods", "Listed goods", ListedGood, LISTED_GOODS, _listed_goods),
        _rows_of("export-shares", "Child labour in exports: published estimates", PublishedShare,
                 EXPORT_SHARES, lambda library: library.export_shares),
        _rows_of("export-studies", "Child labour in exports: studies of the method", ExportStudy,
                 EXPORT_STUDIES, lambda library: library.export_studies),
        _rows_of("country-codes", "Countries and areas with their codes", Place, PLACES,
                 lambda library: library.places.values()),
        _terms(),
        _sources(),
    )  # fmt: skip


def _listed_goods(library: Library) -> Iterable[BaseModel]:
    return library.listed_goods


def _rows_of(
    name: str,
    title: str,
    model: type[BaseModel],
    path: str,
    held: Callable[[Library], Iterable[BaseModel]],
) -> Table:
    columns = (*layout(model)[0], LICENCE_COLUMN)
    return Table(
        name, title, what_is(model), columns, partial(_filled, model, held), path, FIGURES,
    )  # fmt: skip


def _filled(
    model: type[BaseModel], held: Callable[[Library], Iterable[BaseModel]], library: Library
) -> Iterator[Row]:
    cited, steps = library.once(Cited), layout(model)[1]
    for row in held(library):
        cells: list[Cell] = []
        fill(cells, steps, row, None, cited)
        yield (*cells, LICENCE)


def _figures(dataset: Dataset) -> Table:
    columns = (NAME, *layout(Figure)[0], MEASURE, STATE, LICENCE_COLUMN)
    return Table(
        dataset, TITLES[dataset], what_is(Figure), columns, partial(_figure_rows, dataset),
        path_of(dataset), FIGURES, STATISTICS,
        lambda library: len(library.figures.get(dataset, [])),
    )  # fmt: skip


#: What the tables of figures are called.
TITLES: Final[dict[Dataset, str]] = {
    "sdg-8-7-1": "Figures: children in child labour (SDG 8.7.1)",
    "sdg-16-2-2": "Figures: detected victims of trafficking (SDG 16.2.2)",
    "ilostat-hazardous-work": "Figures: children in hazardous work (ILOSTAT)",
    "global-estimates": "Figures: global estimates",
}


def _figure_rows(dataset: Dataset, library: Library) -> Iterator[Row]:
    cited, steps = library.once(Cited), layout(Figure)[1]
    for figure in library.figures.get(dataset, []):
        cells: list[Cell] = [name_of(library, figure)]
        fill(cells, steps, figure, None, cited)
        yield (*cells, SERIES[figure.series].label, figure.state, LICENCE)


def _terms() -> Table:
    columns, steps = layout(VocabularyTerm)
    own = (
        Column("vocabulary", "the vocabulary that the term belongs to", "id of a vocabulary"),
        Column(
            "position", "its place in the order in which readers meet the terms", "whole number"
        ),
    )

    def rows(library: Library) -> Iterator[Row]:
        cited = library.once(Cited)
        for name, vocabulary in library.vocabularies.items():
            for number, term in enumerate(vocabulary.terms, 1):
                cells: list[Cell] = [name, number]
                fill(cells, steps, term, None, cited)
                yield (*cells, LICENCE)

    return Table(
        "vocabularies", "Vocabularies", "a term", (*own, *columns, LICENCE_COLUMN), rows,
        VOCABULARIES, WORDS,
    )  # fmt: skip


def _sources() -> Table:
    columns, steps = layout(Source)
    own = Column("id", "the name of the source in all tables, and of its page", "id of a source")
    added = (
        Column("records", "how many records rest on it", "whole number"),
        Column("address", "the page of the source, relative to the site"),
    )

    def rows(library: Library) -> Iterator[Row]:
        cited = library.once(Cited)
        for source in library.once(distinct_sources):
            cells: list[Cell] = [source.slug]
            fill(cells, steps, source.source, None, cited)
            yield (*cells, len(source.resting), source.address)

    # A source is somebody else's: its own `licence` says how it may be used, ours does not.
    return Table(
        "sources", "Sources", "a source, whoever cites it", (own, *columns, *added), rows,
        SHARED_SOURCES, WORDS,
    )  # fmt: skip

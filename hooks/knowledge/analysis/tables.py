"""Every table that readers can take away, and the codebook of all their columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.analysis.chain_tables import chain_tables
from knowledge.analysis.compared_tables import compared_tables
from knowledge.analysis.data_tables import FOLDER, Row, Table
from knowledge.analysis.progress_tables import progress_tables
from knowledge.analysis.record_tables import record_tables
from knowledge.analysis.row_tables import WORDS, row_tables
from knowledge.kinds.columns import Column
from knowledge.kinds.statistics import path_of
from knowledge.library import Library

CODEBOOK: Final = "codebook"

CODEBOOK_COLUMNS: Final = (
    Column("file", "the file of the table, relative to the site"),
    Column("title", "what the table is called"),
    Column("row", "what one row of the table is"),
    Column("column", "the name of the column, as the file's first line has it"),
    Column("definition", "what stands in it"),
    Column("values", "which values stand in it"),
    Column("unit", "the unit of its numbers"),
    Column("several", "whether a cell may hold several values", "true or false"),
)


def tables(library: Library) -> tuple[Table, ...]:
    """All tables, in the order in which readers meet them, the codebook last."""
    found = [
        *record_tables(),
        *compared_tables(),
        *chain_tables(),
        *progress_tables(),
        *row_tables(),
    ]
    held = {path_of(dataset) for dataset, figures in library.figures.items() if figures}
    shown = [table for table in found if table.folder == FOLDER or table.made_from in held]
    return (*shown, codebook(shown))


def file_of(library: Library, name: str) -> str:
    """The file of a table, relative to the site."""
    return next(table.file for table in library.once(tables) if table.name == name)


def sizes(library: Library) -> dict[str, int]:
    """How many rows each table has, by its name."""
    return {table.name: table.size(library) for table in library.once(tables)}


def codebook(described: Iterable[Table]) -> Table:
    """The table of all columns of all tables, its own included."""
    described = tuple(described)

    def rows(library: Library) -> Iterator[Row]:
        for table in (*described, own):
            for column in table.columns:
                yield (
                    table.file, table.title, table.row, column.name, column.definition,
                    column.values, column.unit or None, column.several,
                )  # fmt: skip

    own = Table(
        CODEBOOK, "Codebook", "a column of a table", CODEBOOK_COLUMNS, rows,
        f"the codebook of {FOLDER}/", WORDS,
    )  # fmt: skip
    return own

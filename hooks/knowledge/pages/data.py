"""The page of everything that can be taken away, and a page for the columns of each table."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Final

from knowledge.analysis.data_tables import FOLDER, Table
from knowledge.analysis.tables import CODEBOOK, sizes, tables
from knowledge.kinds import KINDS
from knowledge.kinds.columns import SEPARATOR, Column
from knowledge.library import Library
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.method import MEANINGS, StateMeaning
from knowledge.pages.page import Page
from knowledge.pages.parts import Cite, Crumb, Heading
from knowledge.pages.wording import counted, date_words
from knowledge.platform import LICENCE, PLATFORM

#: The page of all tables; the page of a table stands below it.
ADDRESS: Final = f"{FOLDER}/"
TITLE: Final = "Data to take away"

CONTENTS: Final = (
    Heading("tables", "Tables"),
    Heading("records", "Records for programs"),
    Heading("reading", "How to read the files"),
    Heading("states", "Unknown, silent, not researched"),
    Heading("cite", "Cite the data"),
)


@dataclass(frozen=True, slots=True)
class TableLine:
    """A table: its name, what a row is, how large it is, its file and its page."""

    title: str
    row: str
    rows: str
    columns: str
    file: str
    address: str


@dataclass(frozen=True, slots=True)
class TableGroup:
    """Tables under one heading."""

    heading: str
    lines: tuple[TableLine, ...]


@dataclass(frozen=True, slots=True)
class DataView:
    """What the template `records/data.html` shows. `collections` lead to lists as JSON."""

    crumbs: tuple[Crumb, ...]
    contents: tuple[Heading, ...]
    edition: str
    groups: tuple[TableGroup, ...]
    collections: tuple[Crumb, ...]
    codebook: str
    separator: str
    states: tuple[StateMeaning, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class TableView:
    """What the template `records/data-table.html` shows."""

    crumbs: tuple[Crumb, ...]
    line: TableLine
    columns: tuple[Column, ...]
    separator: str
    cite: Cite


#: Address, what it is made from, and how.
DataPage = tuple[str, str, Callable[[], Page]]


def data_pages(library: Library, today: date) -> Iterator[DataPage]:
    """The page of all tables, and the page of each."""
    yield ADDRESS, "the page of data", partial(data_page, library, today)
    for table in library.once(tables):
        yield table.address, table.made_from, partial(table_page, table, library, today)


def data_page(library: Library, today: date) -> Page:
    """Every table with its size, the records as JSON, and how to read them."""
    grouped = groupby(library.once(tables), lambda table: table.group)
    view = DataView(
        crumbs=(Crumb(TITLE),),
        contents=CONTENTS,
        edition=date_words(today),
        groups=tuple(
            TableGroup(heading, tuple(_line(library, table) for table in found))
            for heading, found in grouped
        ),
        collections=tuple(Crumb(kind.plural, kind.data) for kind in KINDS),
        codebook=next(t.file for t in library.once(tables) if t.name == CODEBOOK),
        separator=SEPARATOR,
        states=tuple(StateMeaning(state_mark(state), MEANINGS[state]) for state in STATES),
        cite=_cite(TITLE, ADDRESS, today),
    )
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="Every record and every table as CSV and JSON, with a codebook, the terms of "
        "use and how to cite them.",
        section=ADDRESS,
        template="records/data.html",
        view=view,
        made_from="the page of data",
    )


def table_page(table: Table, library: Library, today: date) -> Page:
    """What the columns of a table mean."""
    line = _line(library, table)
    crumbs = (Crumb(TITLE, ADDRESS), Crumb(table.title))
    cite = _cite(table.title, table.address, today)
    return Page(
        address=table.address,
        title=f"{table.title}, as a table",
        description=f"{line.row} {line.rows}, {line.columns}: what each column means.",
        section=ADDRESS,
        template="records/data-table.html",
        view=TableView(crumbs, line, table.columns, SEPARATOR, cite),
        made_from=table.made_from,
    )


def _line(library: Library, table: Table) -> TableLine:
    row = table.row.replace("`", "")
    return TableLine(
        table.title,
        f"Each row is {row}.",
        counted(library.once(sizes)[table.name], "row"),
        counted(len(table.columns), "column"),
        table.file,
        table.address,
    )


def _cite(title: str, address: str, today: date) -> Cite:
    told = f"“{title}”, {PLATFORM}, as of {date_words(today)}, /{address}, {LICENCE}."
    return Cite(told)

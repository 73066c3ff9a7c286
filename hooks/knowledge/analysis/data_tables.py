"""A table that readers take away: what a row is, what each column means, and the rows.

Cells are typed values; how a file writes them is the business of `exports/`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, get_args

from pydantic import BaseModel

from knowledge.analysis.coverage import NOT_RESEARCHED
from knowledge.analysis.distinct_sources import distinct_source
from knowledge.kinds.columns import SEPARATOR, Cell, Column
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source, State
from knowledge.library import Library
from knowledge.platform import LICENCE

FOLDER: Final = "data"
#: The heading of the tables that pages derive from the whole library.
DERIVED: Final = "Derived from all records"
NUMBER: Final = "whole number"
COUNTRY: Final = (
    Column("country", "the id of the country", "id of a record"),
    Column("iso3", "ISO 3166-1 alpha-3 code"),
)
CHAIN: Final = Column("supply_chain", "the id of the supply chain", "id of a record or of a good")

Row = tuple[Cell, ...]

#: The last column of every table: what was taken away still says how it may be used.
LICENCE_COLUMN: Final = Column(
    "licence", "the terms of this table; what is quoted keeps the terms of its source", LICENCE
)


@dataclass(frozen=True, slots=True)
class Table:
    """A table to take away.

    `name` is that of its file and of its page; `row` says what one row is; `made_from` what to
    name when two outputs claim one path; `group` the heading that it stands under. `count` counts
    the rows without making them.
    """

    name: str
    title: str
    row: str
    columns: tuple[Column, ...]
    rows: Callable[[Library], Iterable[Row]]
    made_from: str
    group: str
    folder: str = FOLDER
    count: Callable[[Library], int] | None = None

    @property
    def file(self) -> str:
        """The table as comma-separated values."""
        return f"{self.folder}/{self.name}.csv"

    def size(self, library: Library) -> int:
        """How many rows there are."""
        return self.count(library) if self.count else sum(1 for _ in self.rows(library))

    @property
    def address(self) -> str:
        """The page that says what its columns mean."""
        return f"{FOLDER}/{self.name}/"


class Cited:
    """The words and the ids of the sources that a record, or a table, names.

    Ask for it with `library.once(Cited)`: each source is then put into words once for all tables.
    """

    def __init__(self, library: Library) -> None:
        """Nothing is in words yet."""
        self._library = library
        self._told: dict[tuple[str, str], tuple[str, str]] = {}

    def of(self, entry: Entry | None, ids: Collection[str]) -> tuple[str | None, str | None]:
        """Publisher and date of each source, and its id in the table of sources."""
        if not ids:
            return None, None
        if len(ids) == 1:
            return self._one(entry, next(iter(ids)))
        told = [self._one(entry, id_) for id_ in ids]
        return cell_of(words for words, _ in told), cell_of(id_ for _, id_ in told)

    def _one(self, entry: Entry | None, id_: str) -> tuple[str, str]:
        own = entry is not None and id_ in entry.record.sources
        key = (entry.address if entry is not None and own else "", id_)
        told = self._told.get(key)
        if told is None:
            library = self._library
            source = library.source(entry, id_) if entry else library.shared_sources[id_]
            distinct = distinct_source(library, entry, id_)
            told = self._told[key] = (cited(source), distinct.slug if distinct else id_)
        return told


def cited(source: Source) -> str:
    """A source in a few words: publisher and date."""
    return ", ".join(filter(None, (source.publisher, source.date)))


def source_columns(name: str = "source", *, several: bool = True) -> tuple[Column, Column]:
    """The two columns that sources fill: their words, and their ids."""
    words = Column(name, "who says so: publisher and date", several=several)
    told = "its id in the table of sources (data/sources.csv)"
    return words, Column(f"{name}_id", told, "id of a source", several=several)


def state_column(name: str) -> Column:
    """The column of the state of a question, beside that of its answer."""
    told = "how sure we are of the value beside it; not-researched: nobody has looked yet"
    known = ", ".join((*get_args(State), NOT_RESEARCHED))
    return Column(name, told, f"one of: {known}", several=True)


def what_is(model: type[BaseModel]) -> str:
    """What a row is, as its model says in its first sentence."""
    told = " ".join((model.__doc__ or "").split("\n\n")[0].split()).partition(". ")[0].rstrip(".")
    return f"{told[:1].lower()}{told[1:]}"


def cell_of(texts: Iterable[str]) -> str | None:
    """Several texts in one cell, each once; none leave it empty."""
    return SEPARATOR.join(dict.fromkeys(texts)) or None


def ids_of(entries: Iterable[Entry]) -> str | None:
    """The ids of several records in one cell."""
    return cell_of(entry.id for entry in entries)


def country_cells(entry: Entry | None) -> tuple[str | None, str | None]:
    """The id and the code of a country; neither where it has no record."""
    if entry is None:
        return None, None
    return entry.id, entry.record.iso3 if isinstance(entry.record, Country) else None


def derived(
    name: str,
    title: str,
    row: str,
    columns: tuple[Column, ...],
    rows: Callable[[Library], Iterable[Row]],
    count: Callable[[Library], int] | None = None,
) -> Table:
    """A table that is derived from the whole library; every row gets its terms at its end."""

    def licensed(library: Library) -> Iterator[Row]:
        for cells in rows(library):
            yield (*cells, LICENCE)

    described, made_from = (*columns, LICENCE_COLUMN), f"the derived table {name}"
    return Table(name, title, row, described, licensed, made_from, DERIVED, count=count)

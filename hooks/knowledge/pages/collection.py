"""The index page of a kind of record: one table, every record a row.

What a kind shows stands in `index_columns.INDEXES`; a kind without an entry there shows titles
and summaries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from knowledge.analysis.feeds import feed_of
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.chosen_addresses import PAGES as COMPARISONS
from knowledge.pages.index_cells import Cell, Column
from knowledge.pages.index_columns import INDEXES, PLAIN
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted

#: An index with fewer rows is short enough to be looked through without letters to jump to.
ROWS_THAT_NEED_LETTERS = 40


@dataclass(frozen=True, slots=True)
class Letter:
    """A first letter and the row to jump to."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A record; the row has an anchor where a letter begins. `words` are other names by which a
    reader may look for it."""

    anchor: str
    cells: tuple[Cell, ...]
    words: str = ""


@dataclass(frozen=True, slots=True)
class IndexTable:
    """Records of a kind as one table: how many, what the columns mean, and a row for each."""

    counted: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class CollectionView:
    """The index page of a kind; `compare` is the page on which readers compare what they choose."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    table: IndexTable
    letters: tuple[Letter, ...] = ()
    compare: str = ""

    @property
    def caption(self) -> str:
        """What the columns mean."""
        return self.table.caption

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns of the table."""
        return self.table.columns

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the table."""
        return self.table.rows


def collection_page(kind: Kind, library: Library) -> Page:
    """The index of all records of a kind, by title."""
    index = INDEXES.get(kind.id, PLAIN)
    table = index_table(kind, library.all(kind.id), library)
    rows = table.rows
    letters = tuple(Letter(row.anchor[-1].upper(), row.anchor) for row in rows if row.anchor)
    view = CollectionView(
        crumbs=(Crumb(kind.section),),
        title=kind.section,
        lead=index.lead,
        table=table,
        letters=letters if len(rows) > ROWS_THAT_NEED_LETTERS else (),
        compare=COMPARISONS[kind.id][0] if kind.id in COMPARISONS else "",
    )
    return Page(
        address=f"{kind.folder}/",
        title=kind.section,
        description=index.lead or f"All {kind.plural.lower()} of this library.",
        section=f"{kind.folder}/",
        template="records/collection.html",
        view=view,
        made_from=f"{kind.folder}/",
        feed=feed_of(library, f"{kind.folder}/"),
    )


def index_table(kind: Kind, entries: Sequence[Entry], library: Library) -> IndexTable:
    """Records of a kind, in the columns of its index."""
    index = INDEXES.get(kind.id, PLAIN)
    columns = [column for column in index.columns if not _is_unused(column, entries, library)]
    told = [column.if_none for column in index.columns if column not in columns]
    return IndexTable(
        counted=counted(len(entries), kind.label.lower(), kind.plural.lower()),
        caption=" ".join(filter(None, [index.caption, *told])),
        columns=tuple(columns),
        rows=tuple(_rows(entries, columns, library)),
    )


def _is_unused(column: Column, entries: Sequence[Entry], library: Library) -> bool:
    """Whether a sentence may stand for a column, as no record has anything in it."""
    return bool(column.if_none) and all(column.cell(library, e) == Cell() for e in entries)


def _rows(entries: Iterable[Entry], columns: Sequence[Column], library: Library) -> Iterable[Row]:
    seen: set[str] = set()
    for entry in entries:
        letter = normalize("NFKD", entry.record.title)[0].lower()
        anchor = f"letter-{letter}" if letter.isalpha() and letter not in seen else ""
        seen.add(letter)
        cells = tuple(column.cell(library, entry) for column in columns)
        yield Row(anchor, cells, " ".join(_other_words(entry)))


def _other_words(entry: Entry) -> Iterable[str]:
    """Keywords and other names, by which a reader finds a row that does not show them."""
    yield from entry.record.keywords
    if isinstance(entry.record, Country):
        yield from filter(None, (entry.record.names.official, entry.record.iso3))
        yield from entry.record.names.other

"""The index page of a kind of record: facets, words, and one table with a row for every record.

What a kind shows stands in `index_columns.INDEXES`; a kind without an entry there shows titles
and summaries.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from knowledge.analysis.feeds import feed_of
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.browsing import Browsing, browsing
from knowledge.pages.chosen_addresses import PAGES as COMPARISONS
from knowledge.pages.index_cells import Cell, Column
from knowledge.pages.index_columns import INDEXES, PLAIN
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted

#: An index with fewer rows is short enough to be looked through without letters to jump to.
ROWS_THAT_NEED_LETTERS = 40
#: The records of a larger collection stand in tables on pages of their own, as many on each.
ROWS_ON_A_PAGE = 500
#: The pages of those tables stand below this address.
PARTS = "a-to-z/"
#: Collections that a script too shows as a table at first, which is how they are compared.
SHOWN_AS_TABLE = frozenset({"country"})


@dataclass(frozen=True, slots=True)
class Letter:
    """A first letter and the row to jump to."""

    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Row:
    """A record; the row has an anchor where a letter begins."""

    anchor: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class IndexTable:
    """Records of a kind as one table: how many, what the columns mean, and a row for each."""

    counted: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TablePart:
    """A page with a part of a table: where it is, and the first and last title in it."""

    address: str
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class CollectionView:
    """The index page of a kind; `compare` is the page on which readers compare what they choose.

    A large collection has `parts` in place of the rows of a table. The page of such a part is a
    view too: a table between the parts `before` and `after` it, and nothing to browse with.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    browsing: Browsing | None
    table: IndexTable
    letters: tuple[Letter, ...] = ()
    compare: str = ""
    parts: tuple[TablePart, ...] = ()
    before: TablePart | None = None
    after: TablePart | None = None

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
    parts = table_parts(kind, library)
    table = index_table(kind, [] if parts else library.all(kind.id), library)
    shown_as = "table" if kind.id in SHOWN_AS_TABLE and not parts else "list"
    view = CollectionView(
        crumbs=(Crumb(kind.section),),
        title=kind.section,
        lead=index.lead,
        browsing=browsing(library, kind, view=shown_as),
        table=table,
        compare=COMPARISONS[kind.id][0] if kind.id in COMPARISONS else "",
        letters=_letters(table),
        parts=parts,
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


def table_parts(kind: Kind, library: Library) -> tuple[TablePart, ...]:
    """The pages on which the table of a large collection stands; none for a smaller one."""
    entries = library.all(kind.id)
    if len(entries) <= ROWS_ON_A_PAGE:
        return ()
    starts = range(0, len(entries), ROWS_ON_A_PAGE)
    return tuple(
        TablePart(
            address=f"{PARTS}{kind.folder}/{number}/",
            first=entries[start].record.title,
            last=entries[min(start + ROWS_ON_A_PAGE, len(entries)) - 1].record.title,
        )
        for number, start in enumerate(starts, 1)
    )


def table_part_page(kind: Kind, library: Library, number: int) -> Page:
    """A part of the table of a large collection, counted from 1."""
    parts = table_parts(kind, library)
    here, start = parts[number - 1], (number - 1) * ROWS_ON_A_PAGE
    table = index_table(kind, library.all(kind.id)[start : start + ROWS_ON_A_PAGE], library)
    title = f"{kind.section}, part {number} of {len(parts)}"
    view = CollectionView(
        crumbs=(Crumb(kind.section, f"{kind.folder}/"), Crumb(f"Part {number}")),
        title=title,
        lead=f"From {here.first} to {here.last}.",
        browsing=None,
        table=table,
        letters=_letters(table),
        before=parts[number - 2] if number > 1 else None,
        after=parts[number] if number < len(parts) else None,
    )
    return Page(
        address=here.address,
        title=title,
        description=f"{kind.plural} of this library from {here.first} to {here.last}.",
        section=f"{kind.folder}/",
        template="records/collection.html",
        view=view,
        made_from=f"{kind.folder}/",
    )


def _letters(table: IndexTable) -> tuple[Letter, ...]:
    rows = table.rows if len(table.rows) > ROWS_THAT_NEED_LETTERS else ()
    return tuple(Letter(row.anchor[-1].upper(), row.anchor) for row in rows if row.anchor)


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
        yield Row(anchor, cells)

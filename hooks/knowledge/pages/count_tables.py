"""Tables whose rows lead somewhere and count something, and long tables in numbered pages.

They are shown as the tables of indexes are, by `rows_table` of `macros-index.html`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from knowledge.pages.collection import Row
from knowledge.pages.index_cells import Cell
from knowledge.pages.parts import Crumb

Thing = TypeVar("Thing")

#: How many rows of a table, or names in columns, one page shows: all countries and areas of the
#: United Nations' list (249) on one, and no page so long that a phone waits for it.
ROWS_A_PAGE, NAMES_A_PAGE = 250, 500


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A column; on a phone its heading stands above each value."""

    label: str
    is_number: bool = True
    explains_itself: bool = False


@dataclass(frozen=True, slots=True)
class CountTable:
    """A table: what it counts, what the columns mean, and its rows, each with an address."""

    counted: str
    caption: str
    columns: tuple[CountColumn, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Paging:
    """Where one of several numbered pages stands; of a single page there is nothing to say.

    `pages` are all of them, this one without an address.
    """

    told: str = ""
    pages: tuple[Crumb, ...] = ()


#: The states of lines as they are counted: a heading, and the states that it stands for.
STATE_COLUMNS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Answered", ("verified", "stated", "silent", "not-applicable")),
    ("To verify", ("to-verify",)),
    ("Unknown", ("unknown",)),
    ("Not researched", ("not-researched",)),
)
STATES_EXPLAINED = (
    "“Answered” counts what is verified or stated, where the law is silent and where the question "
    "does not apply. “To verify”: sources disagree, or a value looks damaged. “Unknown”: the "
    "source itself says that it is not known. “Not researched”: nobody has looked yet."
)


def state_columns() -> tuple[CountColumn, ...]:
    """The columns of `state_cells`."""
    return tuple(CountColumn(label) for label, _ in STATE_COLUMNS)


def state_cells(lines: Counter[str]) -> tuple[Cell, ...]:
    """How many lines are in the states of each column."""
    return tuple(number(sum(lines[state] for state in states)) for _, states in STATE_COLUMNS)


def number(count: int) -> Cell:
    """A number as it is printed and as it sorts."""
    return Cell(f"{count:,}", sort=str(count))


def pages_of(things: int, size: int) -> int:
    """How many pages so many things take; nothing still has a page that says so."""
    return max(1, ceil(things / size))


def numbered(folder: str, page: int) -> str:
    """The address of one of several pages; the first one is the folder's own."""
    return folder if page == 1 else f"{folder}{page}/"


def on_page(things: Sequence[Thing], page: int, size: int) -> Sequence[Thing]:
    """The things on a page, counted from 1."""
    return things[(page - 1) * size : page * size]


def paging(folder: str, page: int, things: int, size: int, what: str) -> Paging:
    """What a page says of the others: `Rows 201 to 400 of 6,000`."""
    count = pages_of(things, size)
    if count == 1:
        return Paging()
    first, last = (page - 1) * size + 1, min(page * size, things)
    pages = (
        Crumb(f"{one}", None if one == page else numbered(folder, one))
        for one in range(1, count + 1)
    )
    return Paging(f"{what} {first:,} to {last:,} of {things:,}", tuple(pages))

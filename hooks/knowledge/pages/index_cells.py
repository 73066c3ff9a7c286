"""What an index page shows of a record: cells, columns, and the cells that all kinds share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.parts import EvidenceMark, StateMark, TierMark
from knowledge.pages.wording import listed

#: How many names a cell says before it says how many more there are.
NAMES_IN_A_CELL = 3


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in a column for one record. Texts that are not there are empty.

    A cell without a text is shown as a dash: nobody has looked. `sort` stands for the text where
    the text does not sort; `state` is given where the claim is in another state than *stated*.
    """

    text: str = ""
    address: str = ""
    note: str = ""
    sort: str = ""
    state: StateMark | None = None
    evidence: EvidenceMark | None = None
    tiers: TierMark | None = None
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading and what it shows of a record.

    Where a row is folded, on a phone, the heading stands above each value, but for a column that
    `explains_itself`, which has a line of its own. `if_none` is said above the table, in place of
    the column, where no record has anything in it.
    """

    label: str
    cell: Callable[[Library, Entry], Cell]
    is_number: bool = False
    explains_itself: bool = False
    if_none: str = ""


@dataclass(frozen=True, slots=True)
class Index:
    """What the index page of a kind says and shows."""

    lead: str
    columns: tuple[Column, ...]
    caption: str = ""


def name(_: Library, entry: Entry) -> Cell:
    """The title, which leads to the record."""
    return Cell(entry.record.title, entry.address)


def name_and_summary(_: Library, entry: Entry) -> Cell:
    """The title, which leads to the record, and what it is about."""
    return Cell(entry.record.title, entry.address, note=entry.record.summary)


def names(words: Iterable[str]) -> Cell:
    """Several names; after the first few only how many more there are."""
    told = list(words)
    rest = len(told) - NAMES_IN_A_CELL
    if rest > 1:
        told = [*told[:NAMES_IN_A_CELL], f"{rest} more"]
    return Cell(listed(told))


def terms(vocabulary: str, field_name: str) -> Callable[[Library, Entry], Cell]:
    """The cells of a field that holds terms of a vocabulary, in words."""

    def cell(library: Library, entry: Entry) -> Cell:
        ids: list[str] = getattr(entry.record, field_name)
        return names(library.term(vocabulary, id_).label for id_ in ids)

    return cell

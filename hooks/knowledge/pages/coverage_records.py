"""What is missing record by record, and which records wait for a person to review them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.analysis.coverage import coverage
from knowledge.analysis.freshness import Review, never_reviewed, overdue, review
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.collection import Row
from knowledge.pages.count_tables import (
    ROWS_A_PAGE,
    STATES_EXPLAINED,
    CountColumn,
    CountTable,
    Paging,
    numbered,
    on_page,
    paging,
    state_cells,
    state_columns,
)
from knowledge.pages.coverage_words import (
    ADDRESS,
    ON_THE_WAY,
    REVIEWS,
    records_address,
    topics_address,
)
from knowledge.pages.index_cells import Cell
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted, date_words

REVIEWS_TITLE = "Records that wait for a review"


@dataclass(frozen=True, slots=True)
class RecordsView:
    """A table of records, one of several numbered pages; `nothing` is said where it is empty."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    table: CountTable
    paging: Paging
    nothing: str = ""


def record_table_page(kind: Kind, library: Library, today: date, page: int) -> Page:
    """The records of a kind by title: how many lines of each are in which state, and its review."""
    entries, folder, plural = library.all(kind.id), records_address(kind), kind.plural.lower()
    lines = library.once(coverage).records
    rows = tuple(
        Row(
            "",
            (
                Cell(entry.record.title, entry.address),
                *state_cells(lines[entry.address]),
                _review_cell(entry, today),
            ),
        )
        for entry in on_page(entries, page, ROWS_A_PAGE)
    )
    columns = (
        CountColumn(kind.label, is_number=False),
        *state_columns(),
        CountColumn("Review", is_number=False),
    )
    title = f"{kind.plural}: what is missing in each"
    number = counted(len(entries), kind.label.lower(), plural)
    view = RecordsView(
        crumbs=(ON_THE_WAY, Crumb(kind.plural, topics_address(kind)), Crumb("One by one")),
        title=title,
        lead="How many of the questions that each is asked have an answer, and when a person last "
        "checked it. It says how much work is left here, and nothing about "
        f"{'a country' if kind.id == 'country' else 'what the records are of'}.",
        table=CountTable(number, STATES_EXPLAINED, columns, rows),
        paging=paging(folder, page, len(entries), ROWS_A_PAGE, "Rows"),
    )
    return Page(
        address=numbered(folder, page),
        title=f"{title}{f' (page {page})' if page > 1 else ''}",
        description=f"The {plural} of this library one by one: answered, to verify, unknown, not "
        "researched, and when each was last reviewed.",
        section=ADDRESS,
        template="records/coverage-records.html",
        view=view,
        made_from=f"{kind.folder}/",
    )


def waiting(library: Library, today: date) -> list[Entry]:
    """The records that wait for a review: overdue ones first, then those never reviewed."""
    late = [one.entry for one in overdue(library, today)]
    unseen = library.once(never_reviewed)
    return [*late, *(entry for kind in KINDS for entry in unseen[kind.id])]


def reviews_page(library: Library, today: date, page: int) -> Page:
    """All records that wait for a review, in the order in which they are most in need of one."""
    entries = waiting(library, today)
    rows = tuple(
        Row(
            "",
            (
                Cell(entry.record.title, entry.address),
                Cell(entry.kind.label),
                _review_cell(entry, today),
            ),
        )
        for entry in on_page(entries, page, ROWS_A_PAGE)
    )
    columns = (
        CountColumn("Record", is_number=False),
        CountColumn("Kind", is_number=False),
        CountColumn("Review", is_number=False),
    )
    number = counted(len(entries), "record")
    view = RecordsView(
        crumbs=(ON_THE_WAY, Crumb("Reviews")),
        title=REVIEWS_TITLE,
        lead=f"{late_words(len(overdue(library, today))).capitalize()} overdue. The other records "
        "here were written by an importer, and no person has checked them yet.",
        table=CountTable(number, f"As of {date_words(today)}.", columns, rows),
        paging=paging(REVIEWS, page, len(entries), ROWS_A_PAGE, "Rows"),
        nothing="No record waits for a review.",
    )
    return Page(
        address=numbered(REVIEWS, page),
        title=f"{REVIEWS_TITLE}{f' (page {page})' if page > 1 else ''}",
        description="Records whose review is overdue, and records that no person has checked yet.",
        section=ADDRESS,
        template="records/coverage-records.html",
        view=view,
        made_from="the list of reviews",
    )


def late_words(late: int) -> str:
    """How many reviews, with the verb: `no review is`, `2 reviews are`."""
    return counted(late, "review is", "reviews are") if late else "no review is"


def _review_cell(entry: Entry, today: date) -> Cell:
    """When a record was or was to be reviewed; sorts those most in need of it first."""
    done: Review | None = review(entry)
    if done is None:
        imported = entry.record.imported
        note = f"imported {date_words(imported.on)}" if imported else ""
        return Cell("never reviewed", note=note, sort="1")
    if done.is_overdue(today):
        note = f"reviewed {date_words(done.reviewed)}"
        return Cell(f"due by {date_words(done.due)}", note=note, sort=f"0{done.due}")
    note = f"next by {date_words(done.due)}"
    return Cell(f"reviewed {date_words(done.reviewed)}", note=note, sort=f"2{done.due}")

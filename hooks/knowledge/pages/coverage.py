"""What is known, and what is missing: the whole library by kind of record, as of a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from knowledge.analysis.coverage import TopicCoverage, coverage
from knowledge.analysis.freshness import never_reviewed, overdue
from knowledge.kinds import KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.pages.collection import Row
from knowledge.pages.count_tables import (
    NAMES_A_PAGE,
    ROWS_A_PAGE,
    STATES_EXPLAINED,
    CountColumn,
    CountTable,
    number,
    numbered,
    pages_of,
    state_cells,
    state_columns,
)
from knowledge.pages.coverage_records import (
    late_words,
    record_table_page,
    reviews_page,
    waiting,
)
from knowledge.pages.coverage_topics import kind_page, missing_names, topic_page
from knowledge.pages.coverage_words import (
    ADDRESS,
    REVIEWS,
    TITLE,
    records_address,
    topic_address,
    topic_words,
    topics_address,
)
from knowledge.pages.index_cells import Cell
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted

#: How many topics with values to verify, and how many overdue records, the first page names.
TOPICS_SHOWN, OVERDUE_SHOWN = 8, 10
MADE_FROM = "the pages on what is known and what is missing"


@dataclass(frozen=True, slots=True)
class EmptyTopics:
    """Topics of a kind on which no record says anything."""

    heading: str
    address: str
    counted: str
    topics: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class CoverageView:
    """The first page: the kinds, the reviews that are overdue, what to verify, what is empty."""

    crumbs: tuple[Crumb, ...]
    title: str
    table: CountTable
    waiting: str
    overdue: str
    late: tuple[Crumb, ...]
    reviews: str
    to_verify: CountTable
    empty: tuple[EmptyTopics, ...]


def coverage_pages(library: Library, today: date) -> Iterator[tuple[str, str, Callable[[], Page]]]:
    """Every page of this part of the site: its address, what it is made from and how."""
    yield ADDRESS, MADE_FROM, partial(coverage_page, library, today)
    for page in range(1, pages_of(len(waiting(library, today)), ROWS_A_PAGE) + 1):
        yield numbered(REVIEWS, page), MADE_FROM, partial(reviews_page, library, today, page)
    for kind in _kinds(library):
        yield topics_address(kind), MADE_FROM, partial(kind_page, kind, library)
        folder = records_address(kind)
        for page in range(1, pages_of(len(library.all(kind.id)), ROWS_A_PAGE) + 1):
            make = partial(record_table_page, kind, library, today, page)
            yield numbered(folder, page), MADE_FROM, make
        for one in library.once(coverage).topics[kind.id]:
            folder = topic_address(one.topic)
            for page in range(1, pages_of(len(missing_names(one)), NAMES_A_PAGE) + 1):
                yield numbered(folder, page), MADE_FROM, partial(topic_page, library, one, page)


def coverage_page(library: Library, today: date) -> Page:
    """The first page."""
    late = overdue(library, today)
    unseen = sum(len(ones) for ones in library.once(never_reviewed).values())
    total = sum(len(library.all(kind.id)) for kind in KINDS)
    view = CoverageView(
        crumbs=(Crumb("Known and missing"),),
        title=TITLE,
        table=_kinds_table(library, today),
        waiting=f"{unseen:,} of {counted(total, 'record')}",
        overdue=late_words(len(late)),
        late=tuple(
            Crumb(one.entry.record.title, one.entry.address) for one in late[:OVERDUE_SHOWN]
        ),
        reviews=REVIEWS,
        to_verify=_to_verify(library),
        empty=tuple(_empty(library)),
    )
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="How much of this library is answered, to be verified or not researched, and "
        "which records wait for a review, by kind, topic and record.",
        section=ADDRESS,
        template="records/coverage.html",
        view=view,
        made_from=MADE_FROM,
    )


def _kinds(library: Library) -> Iterator[Kind]:
    return (kind for kind in KINDS if library.all(kind.id))


def _kinds_table(library: Library, today: date) -> CountTable:
    late = overdue(library, today)
    rows = []
    for kind in _kinds(library):
        own = sum(one.entry.kind.id == kind.id for one in late)
        cells = (
            Cell(kind.plural, topics_address(kind)),
            number(len(library.all(kind.id))),
            *state_cells(library.once(coverage).lines(kind.id)),
            number(len(library.once(never_reviewed)[kind.id])),
            number(own),
            Cell(counted(kind.review_every, "month"), sort=str(kind.review_every)),
        )
        rows.append(Row("", cells))
    columns = (
        CountColumn("Kind", is_number=False),
        CountColumn("Records"),
        *state_columns(),
        CountColumn("Never reviewed"),
        CountColumn("Overdue"),
        CountColumn("Review lasts"),
    )
    caption = (
        "Every record of a kind is asked the same questions; an answer is one line. "
        f"{STATES_EXPLAINED} A review lasts as long as is said here, unless the record itself "
        "says otherwise."
    )
    return CountTable("Kinds of record", caption, columns, tuple(rows))


def _to_verify(library: Library) -> CountTable:
    """The topics with most values to verify."""
    found: list[tuple[int, Kind, TopicCoverage]] = [
        (one.lines["to-verify"], kind, one)
        for kind in KINDS
        for one in library.once(coverage).topics[kind.id]
        if one.lines["to-verify"]
    ]
    found.sort(key=lambda row: -row[0])
    rows = tuple(
        Row(
            "",
            (
                Cell(topic_words(library, one.topic), topic_address(one.topic)),
                Cell(kind.plural),
                number(values),
            ),
        )
        for values, kind, one in found[:TOPICS_SHOWN]
    )
    columns = (
        CountColumn("Topic", is_number=False),
        CountColumn("Of", is_number=False),
        CountColumn("To verify"),
    )
    rest = len(found) - len(rows)
    told = f"The others, {counted(rest, 'topic')}, are on the pages of each kind." if rest else ""
    return CountTable("Topics with most values to verify", told, columns, rows)


def _empty(library: Library) -> Iterator[EmptyTopics]:
    for kind in _kinds(library):
        topics = [
            Crumb(topic_words(library, one.topic), topic_address(one.topic))
            for one in library.once(coverage).topics[kind.id]
            if not one.researched
        ]
        if topics:
            yield EmptyTopics(
                kind.plural, topics_address(kind), counted(len(topics), "topic"), tuple(topics)
            )

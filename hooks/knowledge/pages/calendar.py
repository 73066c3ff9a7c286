"""The page of all events: what is coming month by month, the series, and the past year by year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import cast

from knowledge.analysis.calendar import (
    ALL_FILE,
    KIND,
    SERIES,
    Dated,
    by_series,
    has_days,
    in_order,
    series_file,
)
from knowledge.analysis.feeds import feed_of
from knowledge.kinds import BY_ID
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.library import Library
from knowledge.pages.browsing import Browsing, browsing
from knowledge.pages.collection import IndexTable, Letter, Row
from knowledge.pages.event_words import no_calendar_words, when_words, where_words
from knowledge.pages.index_cells import Cell, Column
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, RelatedLine
from knowledge.pages.related import related_line
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted, date_words

LEAD = (
    "Conferences, meetings, world days, deadlines and reports: what is coming, and what came of "
    "what has been."
)
CAPTION = (
    "The latest first. A date without a mark is stated by its source; a dash means that no place "
    "is recorded."
)


@dataclass(frozen=True, slots=True)
class Coming:
    """An event that is not over; `no_calendar` says why no calendar shows it, or is empty."""

    line: RelatedLine
    no_calendar: str


@dataclass(frozen=True, slots=True)
class Month:
    """A month, or a year where no month is known, and its events."""

    label: str
    events: tuple[Coming, ...]


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """A series: how many events in which years, the next one, and its calendar file or nothing."""

    label: str
    address: str
    counted: str
    coming: str
    file: str


@dataclass(frozen=True, slots=True)
class CalendarView:
    """What the template `records/calendar.html` shows. An empty part is an empty value."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    browsing: Browsing
    today: str
    file: str
    undated: str
    months: tuple[Month, ...]
    series: tuple[SeriesLine, ...]
    past: IndexTable
    years: tuple[Letter, ...]


def calendar_page(library: Library, today: date) -> Page:
    """The page of all events, as of a day."""
    kind = BY_ID[KIND]
    events = in_order(library)
    coming = [dated for dated in events if not dated.is_over(today)]
    past = [dated for dated in reversed(events) if dated.is_over(today)]
    undated = sum(not dated.event.has_day for dated in events)
    rows = tuple(_rows(past, library))
    view = CalendarView(
        crumbs=(Crumb(kind.section),),
        title=kind.section,
        lead=LEAD,
        browsing=browsing(library, kind, idle="plain"),
        today=date_words(today),
        file=ALL_FILE if has_days(events) else "",
        undated=counted(undated, "event") if undated else "",
        months=tuple(_months(coming, library)),
        series=tuple(_series(library, today)),
        past=IndexTable(counted(len(past), "past event"), CAPTION, COLUMNS, rows),
        years=tuple(Letter(row.anchor.removeprefix("y"), row.anchor) for row in rows if row.anchor),
    )
    return Page(
        address=f"{kind.folder}/",
        title=kind.section,
        description=LEAD,
        section=f"{kind.folder}/",
        template="records/calendar.html",
        view=view,
        made_from=f"{kind.folder}/",
        feed=feed_of(library, f"{kind.folder}/"),
    )


def _months(coming: Iterable[Dated], library: Library) -> Iterator[Month]:
    """What is coming; what goes on stands in the month in which it began."""
    for month, events in groupby(coming, key=lambda dated: dated.event.start[:7]):
        lines = tuple(
            Coming(
                related_line(dated.entry, library, with_kind=False), no_calendar_words(dated.event)
            )
            for dated in events
        )
        yield Month(date_words(month), lines)


def _series(library: Library, today: date) -> Iterator[SeriesLine]:
    for id_, events in by_series(library).items():
        first, last = events[0].event.start[:4], events[-1].event.start[:4]
        years = first if first == last else f"{first} to {last}"
        following = [dated.event for dated in events if not dated.is_over(today)]
        yield SeriesLine(
            label=library.term(SERIES, id_).label,
            address=term_address(library, SERIES, id_) or "",
            counted=f"{counted(len(events), 'event')}, {years}",
            coming=when_words(following[0]) if following else "",
            file=series_file(id_) if has_days(events) else "",
        )


def _rows(past: Iterable[Dated], library: Library) -> Iterator[Row]:
    seen: set[str] = set()
    for dated in past:
        year = dated.event.start[:4]
        anchor = "" if year in seen else f"y{year}"
        seen.add(year)
        cells = tuple(column.cell(library, dated.entry) for column in COLUMNS)
        yield Row(anchor, cells)


def _event(_: Library, entry: Entry) -> Cell:
    event = cast(Event, entry.record)
    cancelled = "Cancelled. " if event.cancelled else ""
    return Cell(event.title, entry.address, note=f"{cancelled}{event.summary}")


def _when(_: Library, entry: Entry) -> Cell:
    event = cast(Event, entry.record)
    state = None if event.state == "stated" else state_mark(event.state)
    note = "" if event.has_day else "(no calendar entry)"
    return Cell(when_words(event), sort=event.start, note=note, state=state)


def _type(library: Library, entry: Entry) -> Cell:
    return Cell(library.term("event-types", cast(Event, entry.record).type).label)


def _where(_: Library, entry: Entry) -> Cell:
    where = where_words(cast(Event, entry.record))
    return Cell(where[:1].upper() + where[1:])


COLUMNS = (
    Column("Event", _event),
    Column("When", _when),
    Column("Type", _type),
    Column("Where", _where),
)

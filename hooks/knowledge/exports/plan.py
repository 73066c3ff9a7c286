"""Every file beside the pages, before any is made: its path is claimed here, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from knowledge.analysis.calendar import (
    ALL_FILE,
    SERIES,
    by_series,
    has_days,
    in_order,
    series_file,
)
from knowledge.analysis.feeds import feeds
from knowledge.analysis.tables import tables
from knowledge.exports.atom import atom
from knowledge.exports.calendars import Calendars
from knowledge.exports.comma_separated import comma_separated
from knowledge.exports.exported import Exported
from knowledge.exports.headers import FILE as HEADERS_FILE
from knowledge.exports.headers import headers
from knowledge.exports.offline_note import NOTE, note_of
from knowledge.exports.record_data import record_data
from knowledge.exports.record_json import collection_json, record_json
from knowledge.exports.robots import FILE as ROBOTS_FILE
from knowledge.exports.robots import robots
from knowledge.kinds import KINDS
from knowledge.library import Library
from knowledge.platform import PLATFORM


def planned_exports(
    library: Library, today: date, site_url: str, *, offline: bool = False
) -> list[Exported]:
    """All files beside the pages.

    `today` dates what depends on time: only the note of the offline edition does, the same records
    give the same files on every day; `site_url` ends in `/`, or is empty where the site's address
    is not known.
    """
    only = _offline_only(library, today) if offline else _hosted_only(site_url)
    return [
        *only,
        *_calendars(library, site_url),
        *_feeds(library, site_url),
        *_tables(library),
        *_records(library, site_url),
        *record_data(library),
    ]


def _hosted_only(site_url: str) -> Iterator[Exported]:
    """What only a host or a search engine reads."""
    yield Exported(HEADERS_FILE, "the security policy", headers)
    yield Exported(ROBOTS_FILE, "the page list", partial(robots, site_url))


def _offline_only(library: Library, today: date) -> Iterator[Exported]:
    """What a copy on a disk has to say of itself."""
    yield Exported(NOTE, "the note of the offline edition", partial(note_of, library, today))


def _calendars(library: Library, site_url: str) -> Iterator[Exported]:
    events, made = in_order(library), Calendars(library, site_url)
    if has_days(events):
        made_from = "the calendar of all events"
        yield Exported(ALL_FILE, made_from, partial(made.calendar, PLATFORM, events))
    for id_, of_series in by_series(library).items():
        if has_days(of_series):
            name, made_from = library.term(SERIES, id_).label, f"content/vocabularies/{SERIES}.yml"
            make = partial(made.calendar, name, of_series)
            yield Exported(series_file(id_), made_from, make)
    for dated in events:
        if dated.file:
            make = partial(made.calendar, dated.event.title, (dated,))
            yield Exported(dated.file, dated.entry.path, make)


def _feeds(library: Library, site_url: str) -> Iterator[Exported]:
    for feed in feeds(library).values():
        yield Exported(feed.file, "the feeds", partial(atom, feed, site_url))


def _tables(library: Library) -> Iterator[Exported]:
    for table in library.once(tables):
        yield Exported(table.file, table.made_from, partial(comma_separated, table, library))


def _records(library: Library, site_url: str) -> Iterator[Exported]:
    for kind in KINDS:
        made_from = f"the collection {kind.folder}/"
        yield Exported(kind.data, made_from, partial(collection_json, kind, library, site_url))
        for entry in library.all(kind.id):
            make = partial(record_json, entry, library, site_url)
            yield Exported(entry.data, entry.path, make)

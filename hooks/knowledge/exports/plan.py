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
from knowledge.analysis.statistics_csv import figures_csv, figures_file
from knowledge.exports.atom import atom
from knowledge.exports.calendars import Calendars
from knowledge.exports.exported import Exported
from knowledge.exports.headers import FILE as HEADERS_FILE
from knowledge.exports.headers import headers
from knowledge.exports.robots import FILE as ROBOTS_FILE
from knowledge.exports.robots import robots
from knowledge.kinds.statistics import path_of
from knowledge.library import Library
from knowledge.platform import PLATFORM


def planned_exports(library: Library, today: date, site_url: str) -> list[Exported]:
    """All files beside the pages.

    `today` dates what depends on time (nothing here does: the same records give the same files
    on every day); `site_url` ends in `/`, or is empty where the site's address is not known.
    """
    return [
        Exported(HEADERS_FILE, "the security policy", headers),
        Exported(ROBOTS_FILE, "the page list", partial(robots, site_url)),
        *_calendars(library, site_url), *_feeds(library, site_url), *_figures(library),
    ]  # fmt: skip


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


def _figures(library: Library) -> Iterator[Exported]:
    for dataset, figures in library.figures.items():
        if figures:
            make = partial(figures_csv, library, dataset)
            yield Exported(figures_file(dataset), path_of(dataset), make)

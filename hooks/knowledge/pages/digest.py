"""The digest: what is new in a period, as a text to send instead of a page to visit."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.analysis.calendar import Dated, in_order
from knowledge.analysis.freshness import reviews
from knowledge.analysis.news import news
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.library import Library
from knowledge.pages.event_words import no_calendar_words, when_words, where_words
from knowledge.pages.templates import environment
from knowledge.pages.wording import counted, date_words
from knowledge.platform import PLATFORM

#: How far ahead the digest looks for events.
AHEAD = timedelta(days=365)
#: How many records of a section are told one by one; of the others, how many there are.
ONE_BY_ONE = 25
#: The width of the plain text, in characters: mail programs break lines at 80.
WIDTH = 76


@dataclass(frozen=True, slots=True)
class Item:
    """A record: its title, its address (empty where that of the site is not known), what to say of
    it, and the small print."""

    title: str
    url: str
    text: str
    small: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a heading; `more` counts the others, `nothing` says that there are none."""

    heading: str
    items: tuple[Item, ...]
    more: str
    nothing: str


@dataclass(frozen=True, slots=True)
class Digest:
    """What is new between two days, both included; `url` is the address of the site, or empty."""

    title: str
    period: str
    platform: str
    url: str
    sections: tuple[Section, ...]


def digest(library: Library, since: date, until: date, site_url: str) -> Digest:
    """The digest of a period. `site_url` ends in `/`, or is empty."""
    return Digest(
        title="What is new",
        period=f"{date_words(since)} to {date_words(until)}",
        platform=PLATFORM,
        url=site_url,
        sections=(
            *_added(library, since, until, site_url),
            _changed(library, since, until, site_url),
            _coming(library, until, site_url),
            _due(library, until, site_url),
        ),
    )


def _added(library: Library, since: date, until: date, site_url: str) -> Iterator[Section]:
    new = [one.entry for one in news(library) if not one.what and since <= one.on <= until]
    for kind in KINDS:
        items = [
            Item(
                entry.record.title,
                _url(entry, site_url),
                entry.record.summary,
                _small(entry),
            )
            for entry in new
            if entry.kind.id == kind.id
        ]
        if items:
            yield _section(f"New: {kind.plural.lower()}", items)
    if not new:
        yield _section("New", [], "No record was added.")


def _small(entry: Entry) -> str:
    """When an event is, and that nobody has checked a record yet."""
    record = entry.record
    unreviewed = "" if record.reviewed else "not yet reviewed by a person"
    when = when_words(record) if isinstance(record, Event) else ""
    return " · ".join(filter(None, (when, unreviewed)))


def _changed(library: Library, since: date, until: date, site_url: str) -> Section:
    items = [
        Item(one.entry.record.title, _url(one.entry, site_url), one.what, date_words(one.on))
        for one in news(library)
        if one.what and since <= one.on <= until
    ]
    return _section("Changed", items, "No change was recorded.")


def _coming(library: Library, until: date, site_url: str) -> Section:
    last = (until + AHEAD).isoformat()
    items = [
        _event(dated, site_url)
        for dated in in_order(library)
        if not dated.is_over(until) and dated.event.start <= last
    ]
    return _section("Coming within a year", items, "No coming event is recorded.")


def _event(dated: Dated, site_url: str) -> Item:
    event = dated.event
    state = "still to be verified" if event.state == "to-verify" else ""
    cancelled = "cancelled" if event.cancelled else ""
    small = [when_words(event), where_words(event), cancelled, state, no_calendar_words(event)]
    return Item(
        event.title, _url(dated.entry, site_url), event.summary, " · ".join(filter(None, small))
    )


def _due(library: Library, until: date, site_url: str) -> Section:
    items = [
        Item(
            one.entry.record.title,
            _url(one.entry, site_url),
            f"{one.entry.kind.label}; to be checked by {date_words(one.due)}.",
        )
        for one in library.once(reviews)
        if one.due <= until
    ]
    return _section("Due to be checked again", items, "No record is due.")


def _section(heading: str, items: Sequence[Item], nothing: str = "") -> Section:
    more = len(items) - ONE_BY_ONE
    told = f"and {counted(more, 'other')}" if more > 0 else ""
    return Section(f"{heading} ({len(items):,})", tuple(items[:ONE_BY_ONE]), told, nothing)


def _url(entry: Entry, site_url: str) -> str:
    return f"{site_url}{entry.address}" if site_url else ""


def as_html(told: Digest) -> str:
    """The digest as a page for mail programs: plain elements, and nothing from elsewhere."""
    return environment().get_template("digest.html").render(view=told) + "\n"


def as_text(told: Digest) -> str:
    """The digest as plain text."""
    return "\n".join(_lines(told)) + "\n"


def _lines(told: Digest) -> Iterable[str]:
    yield f"{told.title}: {told.period}"
    yield told.platform
    if told.url:
        yield told.url
    for section in told.sections:
        yield from ("", section.heading, "-" * len(section.heading))
        if not section.items:
            yield from ("", section.nothing)
        for item in section.items:
            yield from ("", *_wrapped(f"* {item.title}", "  "), *_wrapped(f"  {item.text}", "  "))
            yield from _wrapped(f"  {item.small}", "  ") if item.small else ()
            if item.url:
                yield f"  {item.url}"
        if section.more:
            yield from ("", section.more)


def _wrapped(text: str, indent: str) -> list[str]:
    # Addresses and long words stay whole: a broken address leads nowhere.
    return textwrap.wrap(
        text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )

"""Events as calendar files (iCalendar, RFC 5545), for one event, a series or all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import icalendar

from knowledge.analysis.calendar import Dated
from knowledge.exports.identity import names_of, urn
from knowledge.exports.time_zones import definition
from knowledge.kinds.event import Event
from knowledge.kinds.time_zones import zone
from knowledge.library import Library
from knowledge.platform import PLATFORM

UTC_NAME = "UTC"
#: The line before which a calendar's events stand.
END = b"END:VCALENDAR"
#: Said of a date that is still to be checked, where the calendar shows the event.
TO_VERIFY = "The date is still to be verified."


class Calendars:
    """Makes calendar files of a library; an event stands in several, and is written once.

    `site_url` ends in `/`, or is empty; then an event leads to its own page elsewhere, if any.
    """

    def __init__(self, library: Library, site_url: str) -> None:
        """Nothing is written yet."""
        self._library, self._site_url = library, site_url
        self._written: dict[str, bytes] = {}

    def calendar(self, name: str, events: Iterable[Dated]) -> bytes:
        """A calendar file with all of some events that have a day."""
        made = icalendar.Calendar()
        made.add("prodid", f"-//{PLATFORM}//EN")
        made.add("version", "2.0")
        made.add("calscale", "GREGORIAN")
        made.add("name", name)
        made.add("x-wr-calname", name)  # RFC 7986 came later than this, which more programs read
        with_day = [dated for dated in events if dated.event.has_day]
        for zone_name, years in sorted(_zones(with_day).items()):
            made.add_component(definition(zone_name, min(years), max(years)))
        begins, end, after = made.to_ical().rpartition(END)
        text: bytes = b"".join((begins, *map(self._entry, with_day), end, after))
        return text

    def _entry(self, dated: Dated) -> bytes:
        address = dated.entry.address
        if address not in self._written:
            self._written[address] = _entry(dated, self._library, self._site_url).to_ical()
        return self._written[address]


def _zones(events: Iterable[Dated]) -> dict[str, set[int]]:
    """The time zones that are read in, each with the years; UTC needs no definition."""
    zones: dict[str, set[int]] = defaultdict(set)
    for event in (dated.event for dated in events):
        if event.start_time and event.timezone and event.timezone != UTC_NAME:
            zones[event.timezone] |= {int(event.start[:4]), int(event.last[:4])}
    return zones


def _entry(dated: Dated, library: Library, site_url: str) -> icalendar.Event:
    entry, event = dated.entry, dated.event
    made = icalendar.Event()
    made.add("uid", urn(*names_of(entry)))
    touched = _touched(event)
    made.add("dtstamp", touched)
    made.add("last-modified", touched)
    made.add("created", _midnight(event.added))
    made.add("sequence", len(event.changes))
    for name, value in _span(event).items():
        made.add(name, value)
    made.add("summary", event.title)
    made.add("description", _description(event))
    if event.place:
        made.add("location", event.place)
    made.add("categories", [library.term("event-types", event.type).label])
    status = "TENTATIVE" if event.state == "to-verify" else "CONFIRMED"
    made.add("status", "CANCELLED" if event.cancelled else status)
    made.add("transp", "TRANSPARENT")  # nobody's time is taken by it until they say so
    url = f"{site_url}{entry.address}" if site_url else event.url
    if url:
        made.add("url", url)
    return made


def _span(event: Event) -> dict[str, date | datetime]:
    """Start and end. Whole days end before the day that `dtend` names (section 3.6.1)."""
    first, last = date.fromisoformat(event.start), date.fromisoformat(event.last)
    if event.start_time is None or event.timezone is None:
        return {"dtstart": first, "dtend": last + timedelta(days=1)}
    span: dict[str, date | datetime] = {"dtstart": _at(first, event.start_time, event.timezone)}
    if event.end_time is not None:
        span["dtend"] = _at(last, event.end_time, event.timezone)
    elif event.end is not None:
        # It goes on to the end of its last day.
        span["dtend"] = _at(last + timedelta(days=1), "00:00", event.timezone)
    return span


def _at(day: date, clock: str, zone_name: str) -> datetime:
    known = UTC if zone_name == UTC_NAME else zone(zone_name)
    return datetime.combine(day, time.fromisoformat(clock), tzinfo=known)


def _description(event: Event) -> str:
    """The summary, what is unsure, and where the event has its own page."""
    unsure = TO_VERIFY if event.state == "to-verify" else ""
    return "\n".join(filter(None, (event.summary, unsure, event.note, event.url)))


def _touched(event: Event) -> datetime:
    """When the record last changed, by its own account: the same file gives the same bytes."""
    days = [event.added, *(change.on for change in event.changes)]
    return _midnight(max([*days, event.reviewed] if event.reviewed else days))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)

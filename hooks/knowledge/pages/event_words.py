"""When and where an event is, in words."""

from __future__ import annotations

from knowledge.kinds.event import Event
from knowledge.pages.wording import date_words


def when_words(event: Event) -> str:
    """The days, month or year of an event: `26 to 28 November 2018`, `May 2018`, `1997`."""
    return span_words(event.start, event.last)


def span_words(first: str, last: str) -> str:
    """Two dates as exact as each other; what they share is said once."""
    if first == last:
        return date_words(first)
    shared = 0
    for ours, theirs in zip(first.split("-"), last.split("-"), strict=False):
        if ours != theirs:
            break
        shared += 1
    # A date is read from its end: what the two share stands after the second only.
    words = date_words(first).split()
    told = " ".join(words[: len(words) - shared])
    return f"{told} to {date_words(last)}"


def times_words(event: Event) -> str:
    """The times of an event: `13:30 to 14:45, Europe/Zurich`; empty where none are known."""
    if event.start_time is None:
        return ""
    until = f" to {event.end_time}" if event.end_time else ""
    zone = (event.timezone or "").replace("_", " ")
    first = " on the first day" if event.end and until else ""
    last = " on the last" if first else ""
    return f"{event.start_time}{first}{until}{last}, {zone}"


def where_words(event: Event) -> str:
    """The place of an event: `Durban, and online`, `online`; empty where it is not known."""
    place = event.place or ""
    if not event.online:
        return place
    return f"{place}, and online" if place else "online"


def no_calendar_words(event: Event) -> str:
    """Why no calendar shows an event; empty for one that a calendar can show."""
    if event.has_day:
        return ""
    known = "month" if len(event.start) == len("2026-11") else "year"
    return f"Only the {known} is known, so this event stands in no calendar."

"""An event ends after it begins, and its times can be read on a clock.

A calendar shows an event wrongly, or not at all, where its end lies before its start, where one of
the two is known to the day and the other only to the month, or where nobody knows in which part of
the world a time is meant. An event of which only the month or the year is known has no times.

PASS (event):

    start: 2023-06-12
    start_time: '13:30'
    end_time: '14:45'
    timezone: Europe/Zurich

FAIL (event):

    start: 2023-06-12
    end: 2023-06-10
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.event import DAY, Event
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "event-times"
SEVERITY: Final[Severity] = "error"

#: What a date of some length names.
_PRECISION: Final = {4: "a year", 7: "a month", DAY: "a day"}


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """The dates and times of an event that do not go together."""
    event = entry.record
    if not isinstance(event, Event):
        return
    for field, message, hint in (*_dates(event), *_times(event)):
        yield entry.problem(ID, SEVERITY, message, hint, (field,))


def _dates(event: Event) -> Iterator[tuple[str, str, str]]:
    """The field, the message and the hint of each fault of the dates."""
    if event.end is None:
        return
    if len(event.end) != len(event.start):
        told = f"start: names {_PRECISION[len(event.start)]} and end: "
        told += f"{_PRECISION[len(event.end)]}, so nobody can tell how long the event lasts."
        hint = "Write both as exactly as the less exact of the two is known, and the rest in note:."
        yield "end", told, hint
    elif event.end < event.start:
        told = f"end: is {event.end}, which is before start: {event.start}."
        yield "end", told, "Look both up again; leave end: out for an event of one day."


def _times(event: Event) -> Iterator[tuple[str, str, str]]:
    """The field, the message and the hint of each fault of the times."""
    timed = "start_time" if event.start_time else "end_time" if event.end_time else ""
    if timed and event.timezone is None:
        told = f"{timed}: gives a time, but nobody knows on which clock: it is not the same hour "
        told += "in Geneva and in Accra."
        hint = "Add timezone: with the IANA name of the place, for example timezone: Europe/Zurich"
        yield timed, told, hint
    if timed and not event.has_day:
        told = f"{timed}: gives a time, but the day is not known."
        yield timed, told, "Give the day in start:, or remove the time."
    if event.end_time and not event.start_time:
        told = "end_time: is given, but not when the event begins."
        yield "end_time", told, "Add start_time:, or remove end_time:."
    if event.timezone and not timed:
        told = "timezone: is given, but no time that it could belong to."
        yield "timezone", told, "Add start_time:, or remove timezone: for an event of whole days."
    both = event.start_time and event.end_time
    if both and event.last == event.start and str(event.end_time) <= str(event.start_time):
        told = f"end_time: is {event.end_time}, which is not after start_time: {event.start_time}."
        hint = "Look both up again; for an event that ends after midnight, give the next day in "
        yield "end_time", told, hint + "end:."

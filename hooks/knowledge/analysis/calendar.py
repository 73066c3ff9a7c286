"""The events in the order of time, and which of them a calendar can show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.library import Library

#: The kind, and the vocabulary of its series.
KIND, SERIES = "event", "event-series"
#: The calendar file of all events.
ALL_FILE = "events/all.ics"


@dataclass(frozen=True, slots=True)
class Dated:
    """An event with its record."""

    entry: Entry
    event: Event

    @property
    def file(self) -> str:
        """Its calendar file, relative to the site; empty where no day is known."""
        return f"{self.entry.address}{self.entry.id}.ics" if self.event.has_day else ""

    def is_over(self, today: date) -> bool:
        """Whether its last day has passed; a month or a year lasts until its end."""
        last = self.event.last
        return last < today.isoformat()[: len(last)]


def series_file(series: str) -> str:
    """The calendar file of a series."""
    return f"events/{series}.ics"


def in_order(library: Library) -> tuple[Dated, ...]:
    """All events, the earliest first."""
    return library.once(_in_order)


def by_series(library: Library) -> dict[str, tuple[Dated, ...]]:
    """The events of every series that has any, the earliest first, in the vocabulary's order."""
    return library.once(_by_series)


def has_days(events: tuple[Dated, ...]) -> bool:
    """Whether any of some events can stand in a calendar."""
    return any(dated.event.has_day for dated in events)


def naming(library: Library, entry: Entry) -> tuple[Dated, ...]:
    """The events that name a record, the latest first."""
    found = {
        other.id: Dated(other, other.record)
        for other, _ in library.pointing_at(entry.kind.id, entry.id)
        if isinstance(other.record, Event)
    }
    return tuple(sorted(found.values(), key=_place, reverse=True))


def _in_order(library: Library) -> tuple[Dated, ...]:
    events = [
        Dated(entry, entry.record) for entry in library.all(KIND) if isinstance(entry.record, Event)
    ]
    return tuple(sorted(events, key=_place))


def _place(dated: Dated) -> tuple[str, str, str]:
    """Sorts a year before its months, and a month before its days."""
    return dated.event.start, dated.event.start_time or "", dated.entry.id


def _by_series(library: Library) -> dict[str, tuple[Dated, ...]]:
    found: dict[str, list[Dated]] = defaultdict(list)
    for dated in in_order(library):
        if dated.event.series is not None:
            found[dated.event.series].append(dated)
    return {id_: tuple(found[id_]) for id_ in library.terms.get(SERIES, {}) if id_ in found}

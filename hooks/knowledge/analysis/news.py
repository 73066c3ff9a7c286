"""What is new and what has changed, told by the records themselves (`added`, `changes`).

The git history would tell more, but it is not there in a shallow copy, and commits speak to
programmers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from knowledge.kinds.entries import Entry
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class News:
    """A record that was added (`what` is empty), or a change of one, in its own words.

    `number` counts the changes of a record on one day, from 0; an addition is always 0.
    """

    on: date
    entry: Entry
    what: str = ""
    number: int = 0


def news(library: Library) -> tuple[News, ...]:
    """All of it, the newest first; on one day by kind and title, additions before changes."""
    return library.once(_news)


def news_of(library: Library, entry: Entry) -> tuple[News, ...]:
    """What is new about one record, the newest first."""
    return library.once(_by_record)[entry.address]


def _news(library: Library) -> tuple[News, ...]:
    found = [one for told in library.once(_by_record).values() for one in told]
    # The sort keeps the order of kinds and titles within a day.
    return tuple(sorted(found, key=lambda one: -one.on.toordinal()))


def _by_record(library: Library) -> dict[str, tuple[News, ...]]:
    return {entry.address: _of(entry) for entry in library.everything()}


def _of(entry: Entry) -> tuple[News, ...]:
    found = [News(entry.record.added, entry)]
    on_day: Counter[date] = Counter()
    for change in entry.record.changes:
        found.append(News(change.on, entry, change.what, on_day[change.on]))
        on_day[change.on] += 1
    return tuple(sorted(found, key=lambda one: -one.on.toordinal()))

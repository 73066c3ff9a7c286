"""When each record was last checked by a person, and which reviews are overdue.

A review lasts as many months as the record says in `review_every`, else as long as its kind says
(`KINDS`). What an importer wrote, and nobody has reviewed since, is not overdue: it waits for its
first review, and is counted apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Review:
    """A record that was reviewed, when, and the day until which that review lasts."""

    entry: Entry
    reviewed: date
    due: date

    def is_overdue(self, on: date) -> bool:
        """Whether the day has passed on which the next review was due."""
        return self.due < on


def review(entry: Entry) -> Review | None:
    """The review of a record; None for one that nobody has reviewed."""
    reviewed = entry.record.reviewed
    if reviewed is None:
        return None
    return Review(entry, reviewed, months_later(reviewed, months_between_reviews(entry)))


def months_between_reviews(entry: Entry) -> int:
    """How long a review of the record lasts, in months."""
    return entry.record.review_every or entry.kind.review_every


def reviews(library: Library) -> tuple[Review, ...]:
    """Every review, the one due first before the others; then by path."""
    found = (review(entry) for entry in library.everything())
    return tuple(sorted(filter(None, found), key=lambda one: (one.due, one.entry.path)))


def overdue(library: Library, on: date) -> tuple[Review, ...]:
    """The reviews that are overdue on a day, the longest overdue first."""
    return tuple(one for one in library.once(reviews) if one.is_overdue(on))


def never_reviewed(library: Library) -> dict[str, tuple[Entry, ...]]:
    """The records that no person has reviewed, by the id of their kind and by title."""
    return {
        kind.id: tuple(entry for entry in library.all(kind.id) if entry.record.reviewed is None)
        for kind in KINDS
    }


def months_later(day: date, months: int) -> date:
    """The same day some months later; the 28th stands in for days that a month may lack."""
    year, month = divmod(day.month - 1 + months, 12)
    return date(day.year + year, month + 1, min(day.day, 28))

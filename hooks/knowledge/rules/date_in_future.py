"""What has happened has a date that has passed.

Nobody can have added, checked or read something tomorrow; such a date is a slip, and it would
keep a record looking fresh for years. Dates that may lie ahead, such as the day a law begins
to apply or a programme ends, are not looked at. One day of grace covers time zones, and a
year or month counts from its first day.

PASS (practice):

    reviewed: 2024-05-31

FAIL (practice):

    reviewed: 2204-05-31
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Fields
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "date-in-future"
SEVERITY: Final[Severity] = "error"

#: Names of fields that say when something was done, read, published or true.
PAST: Final = frozenset({"added", "reviewed", "accessed", "verified_on", "on", "date", "as_of"})


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Dates of what has happened that are later than tomorrow."""
    latest = str(context.clock + timedelta(days=1))
    for trail, group in context.groups(entry):
        for name in _past(type(group)):
            value = getattr(group, name)
            # ISO dates compare as text, and "2031" stands before every day of 2031.
            if value is not None and str(value) > latest:
                yield entry.problem(
                    ID,
                    SEVERITY,
                    f"{name}: is {value}, which has not come yet (the clock says {context.clock}).",
                    "Check the year, and that month and day are not exchanged: the form is "
                    "year-month-day.",
                    (*trail, name),
                )


@cache
def _past(model: type[Fields]) -> tuple[str, ...]:
    """The fields of a group that say when something was, in their order."""
    return tuple(name for name in model.model_fields if name in PAST)

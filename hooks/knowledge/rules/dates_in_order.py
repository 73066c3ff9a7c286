"""What comes first has the earlier date.

A record cannot be reviewed before it was added, nor a law apply before it was adopted. Such a
pair nearly always hides a slip in one of the two years. A year or month stands for all of its
days: `2024-05-31` and `2024` are in order.

PASS (initiative):

    started: 2013
    ended: 2021-08-31

FAIL (initiative):

    started: 2021
    ended: 2013
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from knowledge.kinds.country import DueDiligence
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Fields, Record, Source
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Period
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "dates-in-order"
SEVERITY: Final[Severity] = "error"

#: For each group of fields, the pairs of which the first cannot be later than the second.
ORDERED: Final[tuple[tuple[type[Fields], tuple[tuple[str, str], ...]], ...]] = (
    (Record, (("added", "reviewed"),)),
    (Initiative, (("started", "ended"),)),
    (Period, (("start", "end"),)),
    (Source, (("date", "accessed"),)),
    (
        DueDiligence,
        (
            ("introduced", "adopted"),
            ("adopted", "in_force"),
            ("adopted", "applies_from"),
            ("adopted", "until"),
        ),
    ),
)


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Pairs of dates that are the wrong way round."""
    for trail, group in context.groups(entry):
        for first, second in _pairs(type(group)):
            earlier, later = getattr(group, first), getattr(group, second)
            if earlier is None or later is None or str(earlier) <= _last_day(later):
                continue
            yield entry.problem(
                ID,
                SEVERITY,
                f"{second}: is {later}, which is before {first}: {earlier}.",
                f"Look both up again: {first}: cannot be later than {second}:",
                (*trail, second),
            )


@cache
def _pairs(model: type[Fields]) -> tuple[tuple[str, str], ...]:
    """The pairs of dates that a group can have."""
    return tuple(pair for owner, pairs in ORDERED if issubclass(model, owner) for pair in pairs)


def _last_day(value: str | date) -> str:
    """The last day that a year, month or day can mean, as text that compares."""
    text = str(value)
    return text + {4: "-12-31", 7: "-31"}.get(len(text), "")

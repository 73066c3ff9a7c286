"""A record says who stands behind it: a person who checked it, or an import.

Readers must be able to tell what a person has checked from what a program carried over from
another database. `reviewed:` is the day a person last compared the record with its sources;
`imported:` names the edition that an importer read.

PASS (practice):

    reviewed: 2024-05-31

FAIL (practice):

    keywords: [carpets]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "neither-reviewed-nor-imported"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """A record with neither `reviewed` nor `imported`."""
    record = entry.record
    if record.reviewed is None and record.imported is None:
        yield entry.problem(
            ID,
            SEVERITY,
            "The record does not say when a person checked it against its sources, so readers "
            "cannot judge how far to rely on it.",
            "Add reviewed: with the day of the check, for example reviewed: 2024-05-31 (an "
            "importer writes imported: instead).",
            ("added",),
            key=True,
        )

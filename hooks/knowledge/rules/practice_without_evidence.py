"""A practice says how good the evidence for it is.

Some practices were tested in a trial, others are only described by those who run them. A
reader who wants to copy one must see the difference. "None found" is a grade too.

PASS (practice):

    evidence:
      grade: randomised
      source: [example-study]

FAIL (practice):

    scale: pilot
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.practice import Practice
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "practice-without-evidence"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """A practice without an evidence grade."""
    if isinstance(entry.record, Practice) and entry.record.evidence is None:
        grades = context.library.terms.get("evidence", {})
        yield entry.problem(
            ID,
            SEVERITY,
            "The practice does not say how good its evidence is, so a reader cannot tell a tested "
            "practice from a described one.",
            "Add evidence: with grade: and source: below it. Grades: " + ", ".join(grades) + ". If "
            "you looked and found nothing, use none-found with a note: on where you looked.",
            ("title",),
            key=True,
        )

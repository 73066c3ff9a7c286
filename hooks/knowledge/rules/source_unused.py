"""Every source of a record is used in it.

A list of sources tells readers what the record rests on. A source that nothing refers to
suggests support that is not there, and often shows that a claim has lost its source.

PASS (practice):

    sources:
      example-study:
        title: An example
        publisher: Example University
        kind: research
    conditions:
      - text: Schools were near.
        source: [example-study]

FAIL (practice):

    sources:
      example-study:
        title: An example
        publisher: Example University
        kind: research
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "source-unused"
SEVERITY: Final[Severity] = "warning"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Sources of the record that neither a field nor the text refers to."""
    if not entry.record.sources:
        return
    used = context.library.uses_of_source(entry)
    for source_id in entry.record.sources:
        # An id that clashes with a shared source is reported as that, and once.
        if source_id not in used and source_id not in context.library.shared_sources:
            yield entry.problem(
                ID,
                SEVERITY,
                f"Nothing in this record rests on the source “{source_id}”.",
                f"Name it where it belongs, with source: [{source_id}] beside a fact or with "
                f"[^{source_id}] after a sentence of the text, or remove it.",
                ("sources", source_id),
                key=True,
            )

"""A record's own source does not take the id of a shared source.

Sources that several records use stand once, in `content/sources.yml`. Where a record has a
source of its own with the same id, nobody can tell which of the two a claim rests on. The
samples stand beside a shared source `ilab-findings-2022`.

PASS (practice):

    conditions:
      - text: Inspectors were few.
        source: [ilab-findings-2022]

FAIL (practice):

    sources:
      ilab-findings-2022:
        title: 2022 Findings on the Worst Forms of Child Labor
        publisher: U.S. Department of Labor
        kind: government
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.vocabularies import SHARED_SOURCES
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "source-clash"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Ids of the record's sources that are also in the shared list."""
    for source_id in entry.record.sources:
        shared = context.library.shared_sources.get(source_id)
        if shared is not None:
            yield entry.problem(
                ID,
                SEVERITY,
                f"“{source_id}” is also the id of a source in {SHARED_SOURCES} (“{shared.title}”).",
                "If it is the same source, remove it here: its id can be used in every record. "
                "If it is another one, give it another id.",
                ("sources", source_id),
                key=True,
            )

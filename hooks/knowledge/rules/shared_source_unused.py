"""A shared source that nothing uses yet.

`content/sources.yml` holds what several records rest on. An entry that nothing uses may be
waiting for its record, or may be left over; the note never fails a build.

PASS (shared sources):

    ilab-findings-2022:
      title: 2022 Findings on the Worst Forms of Child Labor
      publisher: U.S. Department of Labor
      kind: government

FAIL (shared sources):

    example-report:
      title: A report that no record uses
      publisher: Example University
      kind: research
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.vocabularies import SHARED_SOURCES
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "shared-source-unused"
SEVERITY: Final[Severity] = "note"


def check_library(context: Context) -> Iterator[Problem]:
    """All unused shared sources in one note."""
    library = context.library
    unused = dict.fromkeys(library.shared_sources)
    for source_id in _used(context):
        unused.pop(source_id, None)
        if not unused:
            return
    if unused:
        told = f"Nothing uses these shared sources yet ({len(unused)}): {', '.join(unused)}."
        yield Problem(SHARED_SOURCES, 0, 0, ID, SEVERITY, told, "Use them, or remove them.")


def _used(context: Context) -> Iterator[str]:
    library = context.library
    for rows in library.sourced_rows.values():
        yield from (row.source for row in rows)
    for prose in library.prose.values():
        yield from (citation.id for citation in prose.outline.citations)
    for entry in context.each():
        yield from library.uses_of_source(entry)

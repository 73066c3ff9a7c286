"""Something stands below every heading.

A heading promises an answer. Where nobody knows one, one sentence says so: “Nobody has counted
yet.” An empty place would read as if it had been forgotten.

PASS (initiative text):

    ## What it is

    A group of buyers and unions.

    ## How it works

    Members meet twice a year.

    ## Limits

    No assessment by others was found.

FAIL (initiative text):

    ## What it is

    A group of buyers and unions.

    ## How it works

    Members meet twice a year.

    ## Limits
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "heading-empty"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Second-level headings with nothing before the next one."""
    headings = [heading for heading in entry.outline.headings if heading.level <= 2]
    if not headings:
        return
    first, lines = entry.document.body_line, entry.document.body.splitlines()
    ends = [*(heading.line for heading in headings[1:]), first + len(lines)]
    for heading, end in zip(headings, ends, strict=True):
        if heading.level == 2 and not any(
            map(str.strip, lines[heading.line + 1 - first : end - first])
        ):
            told = (
                f"Nothing is written below “{heading.text}”, and readers were promised an answer."
            )
            hint = "Write it, or say in one sentence that nobody knows: Nobody has counted yet."
            yield Problem(entry.path, heading.line, 1, ID, SEVERITY, told, hint)

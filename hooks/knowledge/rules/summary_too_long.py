"""A summary has at most 300 characters.

Summaries stand in lists, in search results and in what other sites show of a page. One or two
plain sentences fit everywhere; longer ones are cut off.

PASS (practice):

    summary: A stipend tied to attendance kept children of carpet areas in school.

FAIL (practice):

    summary: >-
      A stipend tied to attendance kept children of carpet areas in school while it was paid. The
      study compared three groups of families in one city. One group was given a scholarship, one
      was given a scholarship and a monthly stipend, and one was given nothing. Only the stipend
      changed how many children wove carpets, and the change ended with the stipend.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "summary-too-long"
SEVERITY: Final[Severity] = "error"

#: In characters. Our own choice: about two sentences, and what lists and previews can show.
LONGEST = 300


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """A summary of more than 300 characters."""
    length = len(entry.record.summary)
    if length > LONGEST:
        yield entry.problem(
            ID,
            SEVERITY,
            f"The summary has {length} characters; lists and search results have room for "
            f"{LONGEST}.",
            "Keep one or two plain sentences here and move the rest to the text below the second "
            "line of three hyphens.",
            ("summary",),
        )

"""A result is given for girls and boys, or women and men; or it says why not.

What helps boys may leave girls where they were. Figures by sex are often missing; then the
record says so in words, because silence would look like an oversight. A result that does not
count people says that in one short line.

PASS (practice):

    results:
      - measure: Children enrolled in school
        value: 1200
        no_sex_breakdown: The report gives totals only.
        said_by: owner
        state: stated
        source: [example-study]

FAIL (practice):

    results:
      - measure: Children enrolled in school
        value: 1200
        said_by: owner
        state: stated
        source: [example-study]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.practice import Practice
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "result-by-sex"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Results with neither figures by sex nor a reason."""
    if not isinstance(entry.record, Practice):
        return
    for index, result in enumerate(entry.record.results):
        figures = result.by_sex.model_dump(exclude_none=True) if result.by_sex else {}
        if not figures and result.no_sex_breakdown is None:
            yield entry.problem(
                ID,
                SEVERITY,
                "The result is neither given by sex nor does it say why not, so a reader cannot "
                "tell whether girls and boys, or women and men, fared the same.",
                "Add by_sex: with girls:, boys:, women: or men: below it, or add "
                "no_sex_breakdown: with the reason, for example: The report gives totals only.",
                ("results", index),
            )

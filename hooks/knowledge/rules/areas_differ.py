"""Several claims on one topic of the law differ by their area.

Where the law differs within a country, a topic holds one claim for each area. Two claims for
the same area contradict each other, and a page could not say which one holds. One claim may
stand without an area: it holds wherever the others do not.

PASS (country):

    law:
      minimum_age_work:
        - value: 15
          state: stated
          source: [example-study]
        - value: 14
          state: stated
          area: the northern province
          source: [example-study]

FAIL (country):

    law:
      minimum_age_work:
        - value: 15
          state: stated
          source: [example-study]
        - value: 14
          state: stated
          source: [example-study]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.country import Country, Law
from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "areas-differ"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Claims of one topic that name the same area, or none, twice."""
    record = entry.record
    if not isinstance(record, Country):
        return
    for topic in Law.model_fields:
        areas = [claim.area for claim in getattr(record.law, topic)]
        for index, area in enumerate(areas):
            if area in areas[:index]:
                where = f"for “{area}”" if area else "without an area"
                yield entry.problem(
                    ID,
                    SEVERITY,
                    f"{topic}: has two claims {where}; readers could not tell which one holds.",
                    "Add area: with the part of the country where this one holds. If two sources "
                    "disagree on the same area, keep one claim with the state to-verify and put "
                    "the other value under also:",
                    ("law", topic, index),
                )

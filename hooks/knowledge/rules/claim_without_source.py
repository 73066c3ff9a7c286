"""Every claim names its sources.

A fact without a source cannot be checked, and nobody can tell when it goes out of date. This
holds for every state: "unknown" means that a source says so, and "silent" that somebody read
the law. There are two exceptions. The evidence grade `none-found` rests on a search of our own:
there a `note` says where was searched. A stage of a supply chain may be general knowledge: it is
then marked `typical: true`, and pages say so.

PASS (practice):

    cost:
      value: 50 US dollars a child and year
      state: stated
      source: [example-study]

FAIL (practice):

    cost:
      value: 50 US dollars a child and year
      state: stated
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim, Fields, field_of
from knowledge.kinds.practice import Evidence
from knowledge.kinds.supply_chain import Stage
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "claim-without-source"
SEVERITY: Final[Severity] = "error"

_WHY = {
    "unknown": " “unknown” means that a source says it is not known; which source says so?",
    "silent": " “silent” means that somebody read the law and found nothing; which text was read?",
    "not-applicable": " Readers need to see on what “not-applicable” rests.",
}


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Groups of fields that have a `source` and leave it empty."""
    for trail, group in context.groups(entry):
        if field_of(group, "source", True) or _excepted(group):
            continue
        state = group.state if isinstance(group, Claim) else ""
        # The place shows which one of a list is meant.
        name = next((step for step in reversed(trail) if isinstance(step, str)), "The record")
        yield entry.problem(
            ID,
            SEVERITY,
            f"{name}: names no source, so nobody can check it.{_WHY.get(state, '')}",
            "Add source: with the id of one or more of the record's sources, for example "
            f"source: [{next(iter(entry.record.sources), 'id-of-the-source')}]. If nothing was "
            f"read on it, {_instead(group)}.",
            trail,
            key=True,
        )


def _excepted(group: Fields) -> bool:
    if isinstance(group, Evidence):
        return group.grade == "none-found" and bool(group.note)
    return isinstance(group, Stage) and group.typical


def _instead(group: Fields) -> str:
    if isinstance(group, Stage):
        return "and the stage is general knowledge, add typical: true"
    return "leave the whole entry out: what is absent counts as not researched"

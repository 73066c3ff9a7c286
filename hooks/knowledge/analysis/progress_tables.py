"""What is missing and what is done, as tables to take away: gaps, coverage, indicators, pledges.

They are the analyses themselves, not their pages: a cell holds what was found, never its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, get_args

from knowledge.analysis.coverage import NOT_RESEARCHED, coverage
from knowledge.analysis.data_tables import (
    COUNTRY,
    NUMBER,
    Row,
    Table,
    cell_of,
    derived,
)
from knowledge.analysis.indicators import INDICATORS, measured
from knowledge.analysis.law_gaps import law_gaps
from knowledge.kinds import KINDS
from knowledge.kinds.columns import Column
from knowledge.kinds.country import Country
from knowledge.kinds.fields import State
from knowledge.library import Library

STATES: Final = (*get_args(State), NOT_RESEARCHED)


def progress_tables() -> tuple[Table, ...]:
    """Gaps in the law, what is known, and where the work plan stands."""
    return (
        derived("countries-gaps", "Gaps in the law", "a gap that a rule found", _GAPS, _gaps),
        derived(
            "coverage", "What is known: topics", "a question asked of every record of a kind",
            _TOPICS, _topics,
        ),
        derived(
            "coverage-records", "What is known: records", "a record", _RECORDS, _records,
            lambda library: sum(len(library.all(kind.id)) for kind in KINDS),
        ),
        derived(
            "indicators", "Work plan: indicators", "an indicator", _INDICATORS, _indicators,
        ),
        derived(
            "work-plan", "Work plan: pledges and next steps",
            "an indicator of a pledge or of a next step", _PLEDGES, _pledges,
        ),
    )  # fmt: skip


_GAPS: Final = (
    *COUNTRY,
    Column("rule", "the rule that found it, as the page on method names it"),
    Column("standard", "the international standard that the law was compared with"),
    Column("gap", "the gap in a sentence"),
    Column("strength", "weak where it rests on a value to verify, or the standard leaves room",
           "one of: gap, weak"),
    Column("topics", "the topics of the law that it rests on", several=True),
)  # fmt: skip


def _gaps(library: Library) -> Iterator[Row]:
    for entry in library.all("country"):
        if isinstance(entry.record, Country):
            for gap in law_gaps(entry.record):
                yield (
                    entry.id, entry.record.iso3, gap.id, gap.standard, gap.sentence, gap.strength,
                    cell_of(gap.topics),
                )  # fmt: skip


_COUNTS: Final = tuple(Column(state, f"lines in the state {state}", NUMBER) for state in STATES)
_TOPICS: Final = (
    Column("kind", "the kind of record", "id of a kind"),
    Column("topic", "the field that answers it; after a point what within it"),
    Column("records", "records of the kind with an answer, in whatever state", NUMBER),
    *_COUNTS,
)


def _topics(library: Library) -> Iterator[Row]:
    for kind in KINDS:
        for one in library.once(coverage).topics[kind.id]:
            counts = [one.lines[state] for state in STATES]
            yield kind.id, ".".join(one.topic.path), one.researched, *counts


_RECORDS: Final = (
    Column("kind", "the kind of record", "id of a kind"),
    Column("record", "the id of the record", "id of a record"),
    *_COUNTS,
)


def _records(library: Library) -> Iterator[Row]:
    lines = library.once(coverage).records
    for entry in library.everything():
        own = lines[entry.address]
        yield entry.kind.id, entry.id, *(own[state] for state in STATES)


_INDICATORS: Final = (
    Column("indicator", "the id of the indicator"),
    Column("title", "what is counted"),
    Column("method", "how it is counted"),
    Column("value", "the count; empty where the library has no such records", NUMBER),
    Column("of", "the number of all that could have been counted, where there is one", NUMBER),
)


def _indicators(library: Library) -> Iterator[Row]:
    values = library.once(measured)
    for indicator in INDICATORS:
        counted = values[indicator.id]
        yield (
            indicator.id, indicator.many, indicator.method,
            counted.value if counted else None, counted.of if counted else None,
        )  # fmt: skip


_PLEDGES: Final = (
    Column("undertaking", "the id of the pledge or next step"),
    Column("sort", "a pledge of a working group or a next step", "one of: pledge, next-step"),
    Column("text", "what was pledged or is to be done"),
    Column("group", "the working group that pledged it"),
    Column("partners", "who is named, in the source's words", several=True),
    Column("status", "where it stands; no more than a draft until the group says so"),
    Column("indicator", "the id of the indicator"),
    Column("value", "its value; empty where it cannot be counted", NUMBER),
    Column("of", "the number of all that could have been counted, where there is one", NUMBER),
    Column("says", "what the number says of the pledge, or why no number can say it"),
    Column("target", "what is to be reached; empty where none has been set"),
    Column("target_set_by", "who set the target"),
    Column("missing", "what is missing"),
)


def _pledges(library: Library) -> Iterator[Row]:
    if library.work_plan is None:
        return
    plan, values = library.work_plan.plan, library.once(measured)
    sorts = [("pledge", one) for one in plan.pledges] + [("next-step", s) for s in plan.next_steps]
    for sort, one in sorts:
        for use in one.indicator:
            counted = values.get(use.name)
            yield (
                one.id, sort, one.text, getattr(one, "group", None), cell_of(one.partners),
                one.status, use.name, counted.value if counted else None,
                counted.of if counted else None, use.words,
                one.target.text if one.target else None,
                one.target.set_by if one.target else None, one.missing,
            )  # fmt: skip

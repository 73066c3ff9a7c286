"""Rules: what must hold for a record, or for the library, beyond the form of its fields.

A rule is one module. Its docstring is its page in the manual, with a sample that passes and one
that fails; `ID` and `SEVERITY` name it; `check(entry, context)` looks at one record and
`check_library(context)` at all of them. A new rule is one module and one line in `RULES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from inspect import cleandoc
from textwrap import dedent
from types import ModuleType

from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.problems import Problem, Severity
from knowledge.reading.held import Held
from knowledge.rules import (
    areas_differ,
    broken_link,
    claim_without_source,
    date_in_future,
    dates_in_order,
    event_times,
    formerly_clash,
    goods_of_stages,
    heading_empty,
    headings,
    id_is_file_name,
    neither_reviewed_nor_imported,
    personal_detail,
    photograph_shown,
    practice_without_evidence,
    result_by_sex,
    same_title,
    shared_source_unused,
    source_clash,
    source_unused,
    stages_differ,
    stages_in_order,
    summary_too_long,
    term_unused,
    unique_country_code,
    unique_id,
)
from knowledge.rules.context import Context

__all__ = ["RULES", "Context", "Manual", "Sample", "check", "manual"]

RULES: tuple[ModuleType, ...] = (
    id_is_file_name,
    unique_id,
    unique_country_code,
    same_title,
    formerly_clash,
    neither_reviewed_nor_imported,
    summary_too_long,
    headings,
    heading_empty,
    broken_link,
    claim_without_source,
    source_unused,
    source_clash,
    shared_source_unused,
    term_unused,
    dates_in_order,
    event_times,
    date_in_future,
    areas_differ,
    practice_without_evidence,
    result_by_sex,
    stages_differ,
    stages_in_order,
    goods_of_stages,
    personal_detail,
    photograph_shown,
)

_SAMPLE = re.compile(r"^(PASS|FAIL) \(([a-z ]+)\):\n\n((?:    .*\n|\n)+)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A piece of a record that a rule accepts (`passes`) or reports.

    `kind` is the kind of record it belongs to, `text` YAML, or Markdown where it begins with
    a heading or a sentence rather than a field.
    """

    passes: bool
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Manual:
    """A rule's page in the manual, taken from its docstring."""

    id: str
    severity: Severity
    title: str
    text: str
    samples: tuple[Sample, ...]


def check(library: Library, clock: date, held: Held | None = None) -> list[Problem]:
    """Every problem that the rules find. A rule that crashes is one more problem.

    What is `held` of a record from an earlier run is not looked for again.
    """
    context = Context(library, clock)
    problems: list[Problem] = []
    of_records = [rule for rule in RULES if hasattr(rule, "check")]
    for entry in library.everything():
        problems += _of_record(of_records, entry, context, held)
    for rule in RULES:
        if hasattr(rule, "check_library"):
            path = f"hooks/{rule.__name__.replace('.', '/')}.py"
            problems += _guarded(rule, rule.check_library, (context,), path)
    return problems


def manual() -> list[Manual]:
    """The manual page of every rule, in the order of `RULES`."""
    return [_manual(rule) for rule in RULES]


def _of_record(
    rules: list[ModuleType], entry: Entry, context: Context, held: Held | None
) -> Iterator[Problem]:
    """What rules find in a record. Where one asked for nothing but the record, that holds for
    as long as the record's file stays as it is; the others look again."""
    kept = held.get(entry.path, context.clock) if held else None
    alone, looking = kept or (list[Problem](), rules)
    yield from alone
    others = list[ModuleType]()
    for rule in looking:
        context.looked = False
        found = list(_guarded(rule, rule.check, (entry, context), entry.path))
        yield from found
        if context.looked:
            others.append(rule)
        elif kept is None:
            alone.extend(found)
    if held and kept is None:
        held.keep(entry.path, context.clock, (alone, others))


def _guarded(
    rule: ModuleType,
    check: Callable[..., Iterator[Problem]],
    subject: tuple[object, ...],
    path: str,
) -> Iterator[Problem]:
    """What a rule finds; a crash in it must not hide what the others find."""
    try:
        yield from check(*subject)
    except Exception as error:
        told = (
            f"The check “{rule.ID}” could not finish, because of a fault of the program and not "
            f"of the text ({type(error).__name__}: {error})."
        )
        hint = "Please report it with this message; the other checks went on."
        yield Problem(path, 0, 0, "check-crashed", "error", told, hint)


def _manual(rule: ModuleType) -> Manual:
    page = cleandoc(rule.__doc__ or "") + "\n"
    samples = tuple(
        Sample(passed == "PASS", kind, dedent(text).strip("\n") + "\n")
        for passed, kind, text in _SAMPLE.findall(page)
    )
    title, _, rest = _SAMPLE.sub("", page).partition("\n")
    return Manual(rule.ID, rule.SEVERITY, title, rest.strip(), samples)

"""The text has the second-level headings of its kind, in their order.

Readers compare records side by side and jump from one to the next; that works only where the
same question is answered under the same heading. A required heading that is missing is an
error. A heading that the kind does not know, that stands twice or out of order is a warning,
and so is a first-level heading (`#`): the page has its title from `title`. Third-level headings
(`###`) are free.

PASS (initiative text):

    ## What it is

    A group of buyers and unions.

    ## How it works

    Members meet twice a year.

    ## Limits

    It covers one country.

FAIL (initiative text):

    ## What it is

    A group of buyers and unions.

    ## How it wroks

    Members meet twice a year.

    ## Limits

    It covers one country.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.validation import nearest
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "headings"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Missing, unknown, repeated and misplaced second-level headings."""
    model = entry.kind.model
    known, kind = model.headings, entry.kind.with_article
    written = [heading for heading in entry.outline.headings if heading.level == 2]
    there = [heading.text for heading in written]
    missing = [name for name in model.required_headings if name not in there]
    for heading in entry.outline.headings:
        if heading.level == 1:
            told = (
                f"“{heading.text}” is a heading of the first level, which the title of the page is."
            )
            hint = "Remove it if it repeats the title, or write it one level lower: ## "
            yield _at(entry, heading.line, "warning", told, hint + heading.text)
    furthest = -1
    for index, heading in enumerate(written):
        line = heading.line
        if heading.text not in known:
            # Title case and slips of the finger: one problem, not an unknown and a missing one.
            near = get_close_matches(heading.text, missing, n=1, cutoff=0.7)
            due = _due(there, index, known, missing)
            told = f"“{heading.text}” is not one of the headings of {kind}"
            if near:
                missing.remove(near[0])
                told += f", and “{near[0]}”, which it needs, is not there."
                yield _at(entry, line, "error", told, f"Write: ## {near[0]}")
            elif due:
                missing.remove(due)
                told += f", and “{due}”, which has its place here, is not there."
                hint = f"Write ## {due} if that is what stands below it. If it is something else, "
                hint += f"write it one level lower, ### {heading.text}, and add ## {due}"
                yield _at(entry, line, "error", told, hint)
            else:
                told += ", so readers who compare records would not find what stands below it."
                hint = nearest(heading.text, list(known))
                hint += " A heading of your own can stand one level lower: ### "
                yield _at(entry, line, "warning", told, hint + heading.text)
        elif heading.text in there[:index]:
            told = f"The heading “{heading.text}” stands here a second time."
            yield _at(entry, line, "warning", told, "Join the two parts under one heading.")
        elif known.index(heading.text) < furthest:
            told = (
                f"The heading “{heading.text}” stands after “{known[furthest]}” here, and before "
            )
            told += "it everywhere else, where readers look for it."
            hint = "Move it up. The order is: " + " · ".join(known)
            yield _at(entry, line, "warning", told, hint)
        else:
            furthest = known.index(heading.text)
    if missing:
        several = "headings" if len(missing) > 1 else "heading"
        names = ", ".join(f"“{name}”" for name in missing)
        told = f"The text of {kind} needs the {several} {names}, and has none of that name."
        hint = "Add, on a line of its own: " + ", then ".join(f"## {name}" for name in missing)
        hint += ". Where nothing is known, say so below it."
        yield _at(entry, entry.document.body_line, "error", told, hint)


def _due(there: list[str], index: int, known: tuple[str, ...], missing: list[str]) -> str:
    """The one missing heading whose place is where an unknown one stands, or ""."""
    before = [known.index(name) for name in there[:index] if name in known]
    behind = [known.index(name) for name in there[index + 1 :] if name in known]
    first, last = max(before, default=-1) + 1, min(behind, default=len(known))
    due = [name for name in known[first:last] if name in missing]
    return due[0] if len(due) == 1 else ""


def _at(entry: Entry, line: int, severity: Severity, message: str, hint: str) -> Problem:
    return Problem(entry.path, line, 1, ID, severity, message, hint.strip())

"""A difference told to whoever reviews it: one line of numbers, then record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from knowledge.changes.difference import Difference, RecordChange, Sort
from knowledge.changes.fields import FieldChange
from knowledge.kinds import KINDS
from knowledge.kinds.declared import title_at
from knowledge.kinds.kind import Kind
from knowledge.kinds.references import dotted
from knowledge.problems import Problem, in_code, in_order

_VERBS: dict[Sort, str] = {
    "added": "adds", "changed": "changes", "moved": "moves", "removed": "removes",
}  # fmt: skip
#: Longer values are cut in the middle: the reviewer sees the lines of the file beside this.
LONGEST = 160
#: How many new problems are told here; the check of the records tells every one.
MOST = 20


def headline(found: Difference) -> str:
    """`Changes 2 countries, adds 1 practice, adds 3 sources, breaks 0 links.`"""
    counted = Counter((change.sort, change.entry.kind.id) for change in found.records)
    parts = [
        f"{verb} {_count(counted[sort, kind.id], kind)}"
        for sort, verb in _VERBS.items()
        for kind in KINDS
        if counted[sort, kind.id]
    ]
    come = sum(len(change.sources[0]) for change in found.records)
    gone = sum(len(change.sources[1]) for change in found.records)
    parts += [f"adds {_sources(come)}"] if come else []
    parts += [f"removes {_sources(gone)}"] if gone else []
    if not parts:
        parts = ["changes no record"]
    new = len(found.problems)
    parts.append(f"breaks {found.broken} link{'' if found.broken == 1 else 's'}")
    parts += [f"brings {new} new problem{'' if new == 1 else 's'}"] if new else []
    parts += [f"mends {found.mended}"] if found.mended else []
    told = ", ".join(parts)
    return f"{told[0].upper()}{told[1:]}."


def as_text(found: Difference) -> str:
    """The whole difference as plain text."""
    lines = [headline(found)]
    for change in found.records:
        lines += ["", f"{_title(change)} ({change.entry.path})"]
        lines += [f"  {line}" for line in _details(change)]
    if found.problems:
        lines += ["", "New problems"]
        lines += [
            f"  {problem.path}:{problem.line}: {problem.message}" for problem in _shown(found)
        ]
    return "\n".join(lines) + "\n"


def as_markdown(found: Difference) -> str:
    """The whole difference as Markdown, for the summary of a check on the code host.

    What a record says is shown as code, so that nothing in it can pass for Markdown.
    """
    lines = [f"**{headline(found)}**"]
    for change in found.records:
        lines += ["", f"### {in_code(_title(change))}", "", f"{in_code(change.entry.path)}", ""]
        lines += [f"- {in_code(line)}" for line in _details(change)]
    if found.problems:
        lines += ["", "### New problems", ""]
        lines += [f"- {in_code(f'{p.path}:{p.line}: {p.message}')}" for p in _shown(found)]
    return "\n".join(lines) + "\n"


def _shown(found: Difference) -> list[Problem]:
    """The first of the new problems; the check tells all of them."""
    return in_order(found.problems)[:MOST]


def _title(change: RecordChange) -> str:
    entry = change.entry
    told = f"{entry.kind.label} {change.sort}: {entry.record.title}"
    return f"{told}, formerly {change.moved_from}" if change.moved_from else told


def _details(change: RecordChange) -> Iterator[str]:
    if change.sort == "added":
        yield entry_line(change)
    for one in change.fields:
        yield _field(change.entry.kind, one)
    come, gone = change.lines
    if come or gone:
        yield f"text: {come} line{'' if come == 1 else 's'} more, {gone} less"
    for verb, ids in zip(("adds", "removes"), change.sources, strict=True):
        if ids:
            yield f"{verb} {_sources(len(ids))}: {', '.join(ids)}"


def entry_line(change: RecordChange) -> str:
    """What a new record says of itself."""
    return _cut(change.entry.record.summary)


def _field(kind: Kind, change: FieldChange) -> str:
    name = _name(kind, change)
    if change.before is None:
        return f"{name}: {_cut(change.after or '')} (new)"
    if change.after is None:
        return f"{name}: {_cut(change.before)} (removed)"
    return f"{name}: {_cut(change.before)} → {_cut(change.after)}"


def _name(kind: Kind, change: FieldChange) -> str:
    """The field as a reader of the page knows it, and the rest of the way to the value."""
    trail = change.trail
    for end in range(len(trail), 0, -1):
        if (title := title_at(kind.model, trail[:end])) and title != title_at(
            kind.model, trail[: end - 1]
        ):
            rest = dotted(trail[end:]).replace("_", " ")
            return f"{title}, {rest}" if rest else title
    return dotted(trail).replace("_", " ").replace(".", ", ")


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) <= LONGEST:
        return plain
    half = LONGEST // 2
    return f"{plain[:half].rstrip()} … {plain[-half:].lstrip()}"


def _count(number: int, kind: Kind) -> str:
    return f"{number} {(kind.label if number == 1 else kind.plural).lower()}"


def _sources(number: int) -> str:
    return f"{number} source{'' if number == 1 else 's'}"

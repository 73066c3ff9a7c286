"""Two libraries: which records came, went, moved or say something else, and what broke by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from knowledge.changes.fields import FieldChange, changed_fields
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.problems import Problem

Sort = Literal["added", "changed", "moved", "removed"]

#: The rules of a link or a reference that leads nowhere.
BROKEN = frozenset({"broken-link", "unknown-reference", "unknown-source", "unknown-term"})


@dataclass(frozen=True, slots=True)
class RecordChange:
    """A record that differs. `entry` is the record as it is, or was where it is gone.

    `moved_from` is the id it had; `lines` counts the lines of its text that came and went;
    `sources` are the ids of the sources of its own that came and went.
    """

    sort: Sort
    entry: Entry
    fields: tuple[FieldChange, ...] = ()
    moved_from: str = ""
    lines: tuple[int, int] = (0, 0)
    sources: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between two states of the library.

    `problems` are those that the new state has and the old one had not; `mended` is the number of
    those that are gone.
    """

    records: tuple[RecordChange, ...]
    problems: tuple[Problem, ...]
    mended: int

    @property
    def broken(self) -> int:
        """How many links and references lead nowhere now and did not before."""
        return sum(problem.rule in BROKEN for problem in self.problems)


def difference(
    before: tuple[Library, list[Problem]], after: tuple[Library, list[Problem]]
) -> Difference:
    """What differs from one state of the library, with the problems found in it, to another."""
    records = tuple(_records(before[0], after[0]))
    known = Counter(_same(problem) for problem in before[1])
    new: list[Problem] = []
    for problem in after[1]:
        if known[_same(problem)]:
            known[_same(problem)] -= 1
        else:
            new.append(problem)
    return Difference(records, tuple(new), sum(known.values()))


def _same(problem: Problem) -> tuple[str, str, str]:
    """What two problems share that are one and the same; lines above it may have moved it."""
    return problem.path, problem.rule, problem.message


def _records(before: Library, after: Library) -> Iterator[RecordChange]:
    for kind in KINDS:
        old, new = before.entries.get(kind.id, {}), after.entries.get(kind.id, {})
        moved: set[str] = set()
        for entry in after.all(kind.id):
            was = old.get(entry.id)
            former = next(
                (id_ for id_ in entry.record.formerly if id_ in old and id_ not in new), ""
            )
            if was is None and former:
                moved.add(former)
                yield _changed(old[former], entry, former)
            elif was is None:
                yield RecordChange("added", entry, sources=(tuple(entry.record.sources), ()))
            elif was.record != entry.record or was.document.body != entry.document.body:
                yield _changed(was, entry)
        for entry in before.all(kind.id):
            if entry.id not in new and entry.id not in moved:
                yield RecordChange("removed", entry, sources=((), tuple(entry.record.sources)))


def _changed(before: Entry, after: Entry, moved_from: str = "") -> RecordChange:
    fields = tuple(
        change for change in changed_fields(before.record, after.record)
        if change.trail[0] not in ("id", "formerly", "sources")
    )  # fmt: skip
    old, new = before.record.sources, after.record.sources
    return RecordChange(
        "moved" if moved_from else "changed",
        after,
        fields,
        moved_from,
        _lines(before.document.body, after.document.body),
        (tuple(id_ for id_ in new if id_ not in old), tuple(id_ for id_ in old if id_ not in new)),
    )


def _lines(before: str, after: str) -> tuple[int, int]:
    """How many lines of a text came, and how many went."""
    old, new = before.splitlines(), after.splitlines()
    same = sum(block.size for block in SequenceMatcher(None, old, new, False).get_matching_blocks())
    return len(new) - same, len(old) - same

"""Every claim of the records: a fact that names its sources, in a field or in the written text.

A claim is whatever a `source` stands in: a group of fields, another reading of one, an event as a
whole (its dates and its place), or a passage of text in front of its footnotes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from knowledge.analysis.distinct_sources import FieldPath
from knowledge.kinds.entries import Entry
from knowledge.kinds.references import Trail, dotted
from knowledge.library import Library
from knowledge.reading.markdown_parts import Citation

SOURCE: Final = "source"
#: The first step of the way to a passage of the written text; its second is the passage's number.
TEXT: Final = "text"

#: A line that begins a block of its own: an item of a list, a heading, a row, a quotation.
_BEGINS = re.compile(r"\s*(?:[-*+] |\d+[.)] |#|\||>)")


@dataclass(frozen=True, slots=True)
class SourcedClaim:
    """A fact of a record with the ids of the sources that it names.

    `group` is the group of fields that says it; None for a passage, which stands in `passage`
    as it is written, and ends on `line` of the file.
    """

    entry: Entry
    trail: Trail
    sources: tuple[str, ...]
    group: BaseModel | None = None
    passage: str = ""
    line: int = 0

    @property
    def name(self) -> str:
        """The field as people read it: `results[2]`; `text[3]` is the third passage."""
        return dotted(self.trail) or SOURCE

    @property
    def path(self) -> FieldPath:
        """The names on the way, without numbers; that of an event as a whole is `source`."""
        return tuple(step for step in self.trail if isinstance(step, str)) or (SOURCE,)


def sourced_claims(library: Library) -> tuple[SourcedClaim, ...]:
    """Every claim, kind by kind and record by record; those of the written text come last."""
    return tuple(
        claim
        for entry in library.everything()
        for claim in (*_of_fields(entry, library), *_of_text(entry))
    )


def _of_fields(entry: Entry, library: Library) -> Iterator[SourcedClaim]:
    found: dict[Trail, list[str]] = {}
    for id_, trails in library.uses_of_source(entry).items():
        for trail in filter(None, trails):
            # A reading has a source of its own, so that the last of the steps is the one meant.
            last = len(trail) - 1 - trail[::-1].index(SOURCE)
            found.setdefault(trail[:last], []).append(id_)
    for trail, ids in found.items():
        yield SourcedClaim(entry, trail, tuple(ids), group=_at(entry.record, trail))


def _at(record: BaseModel, trail: Trail) -> BaseModel:
    value: Any = record
    for step in trail:
        value = getattr(value, str(step)) if isinstance(value, BaseModel) else value[step]
    if not isinstance(value, BaseModel):
        raise TypeError(f"{dotted(trail)} is no group of fields")
    return value


def _of_text(entry: Entry) -> Iterator[SourcedClaim]:
    lines = entry.document.body.splitlines()
    first = entry.document.body_line
    end = (0, 0)
    for number, cited in enumerate(_runs(entry.outline.citations)):
        row, column = cited[0].line - first, cited[0].column - 1
        passage = _passage(lines, end, (row, column))
        ids = tuple(dict.fromkeys(one.id for one in cited))
        yield SourcedClaim(entry, (TEXT, number), ids, passage=passage, line=cited[0].line)
        end = (row, _end(cited[-1]))


def _runs(citations: tuple[Citation, ...]) -> Iterator[list[Citation]]:
    """Citations that follow each other without a word between them, as one."""
    runs: list[list[Citation]] = []
    for one in sorted(citations, key=lambda c: (c.line, c.column)):
        before = runs[-1][-1] if runs else None
        if before and (before.line, _end(before)) == (one.line, one.column - 1):
            runs[-1].append(one)
        else:
            runs.append([one])
    yield from runs


def _end(cited: Citation) -> int:
    """Where `[^id]` ends in its line, counted from 0."""
    return cited.column - 1 + len(f"[^{cited.id}]")


def _passage(lines: list[str], start: tuple[int, int], end: tuple[int, int]) -> str:
    """What stands in the same block before `end` (row and column) and behind `start`."""
    row, column = end
    begin = row
    while (
        begin > start[0]
        and lines[begin - 1].strip()
        and not _BEGINS.match(lines[begin])
        and not lines[begin - 1].startswith("#")
    ):
        begin -= 1
    told = [*lines[begin:row], lines[row][:column]]
    if begin == start[0]:
        told[0] = told[0][start[1] :]
    return " ".join(" ".join(told).split())

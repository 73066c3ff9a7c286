"""Records as they stand in the repository: the typed record together with its document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple, cast

from knowledge.kinds.fields import Record
from knowledge.kinds.kind import DATA_FILE, Kind
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import validated
from knowledge.problems import Problem, Severity
from knowledge.processes import each
from knowledge.reading.documents import Document, read_fields
from knowledge.reading.folders import record_paths
from knowledge.reading.held import Held
from knowledge.reading.markdown import Outline, outline


@dataclass(frozen=True)
class Entry:
    """A record, the document it was read from and the outline of its body."""

    kind: Kind
    record: Record
    document: Document
    outline: Outline

    @cached_property
    def id(self) -> str:
        """The record's id."""
        return self.record.id

    @property
    def path(self) -> str:
        """The file, relative to the repository."""
        return self.document.path

    @cached_property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"{self.kind.folder}/{self.record.id}/"

    @property
    def data(self) -> str:
        """The record as JSON, beside its page, relative to the site."""
        return f"{self.address}{DATA_FILE}"

    def problem(
        self,
        rule: str,
        severity: Severity,
        message: str,
        hint: str = "",
        trail: Trail = (),
        *,
        key: bool = False,
    ) -> Problem:
        """A problem at the value of a field of the record, or at the field's name (`key`)."""
        return self.document.problem(rule, severity, message, hint, trail, key=key)


#: A file taken apart: its document, or None where there is none; fields; outline of the body.
Parts = tuple[Document | None, dict[str, Any], Outline, list[Problem]]
#: What becomes of a file: its record, or None where it could not become one, and its problems.
Read = tuple[Entry | None, list[Problem]]


class ReadFolder(NamedTuple):
    """A folder of records: those that could be read, the names of the files that could not become
    one, and the problems."""

    entries: list[Entry]
    unread: list[str]
    problems: list[Problem]


def read_entries(root: Path, kinds: Sequence[Kind], held: Held) -> dict[str, ReadFolder]:
    """The records of all kinds, by kind; read in one go, so that no core waits for the last of one
    kind. A file of which the record is `held` is not read again."""
    folders = {kind.id: record_paths(root, kind.folder) for kind in kinds}
    new = [
        (kind, path)
        for kind in kinds
        for path in folders[kind.id][0]
        if held.get(path, Entry) is None
    ]

    def parts(one: tuple[Kind, str]) -> Parts:
        return _parts(root, one[1])

    def typed(one: tuple[Kind, str], parts: Parts) -> Read:
        return _typed(*one, parts)

    # Plain values travel between processes many times as fast as typed records do.
    for (_, path), read in zip(new, each(parts, new, then=typed), strict=True):
        held.keep(path, Entry, read)
    return {kind: _folder(paths, problems, held) for kind, (paths, problems) in folders.items()}


def _folder(paths: list[str], problems: list[Problem], held: Held) -> ReadFolder:
    folder = ReadFolder([], [], [*problems])
    for path in paths:
        entry, found = cast("Read", held.get(path, Entry))
        folder.problems.extend(found)
        if entry is None:
            folder.unread.append(Path(path).stem)
        else:
            folder.entries.append(entry)
    return folder


def read_entry(root: Path, path: str, kind: Kind) -> Read:
    """One record, or None; and every problem of its fields and its text."""
    return _typed(kind, path, _parts(root, path))


def _parts(root: Path, path: str) -> Parts:
    document, fields, problems = read_fields(root, path)
    if document is None:
        return None, {}, Outline(), problems
    return document, fields, outline(document.body, path, document.body_line), problems


def _typed(kind: Kind, path: str, parts: Parts) -> Read:
    document, fields, text, problems = parts
    if document is None:
        return None, problems
    read = document

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        return read.place(*trail, key=key)

    record, found = validated(kind.model, fields, path, locate)
    text = text.shared()
    problems = [*problems, *found, *text.problems]
    return (Entry(kind, record, document, text) if record else None), problems

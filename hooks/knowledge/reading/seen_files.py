"""Which files have changed since somebody last looked: by their bytes, not by their dates alone.

To look is cheap, since a file is read again only when the system's record of it is another, or so
young that a second change within one tick of the clock could hide behind it (as in git:
https://git-scm.com/docs/racy-git).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

#: Older than this, a file's date tells of every change. File systems count in two seconds at worst.
_SETTLED: Final = 2_000_000_000
#: What Python leaves behind.
_NO_INPUT: Final = "__pycache__"

#: What a system records of a file: when it and its record changed, its size and its number.
Stat = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Seen:
    """A file as it was: what the system told, whether that can be relied on, and its bytes."""

    stat: Stat
    settled: bool
    digest: bytes


class SeenFiles:
    """The files at some places of a repository, as they were when they were last looked at."""

    def __init__(self, root: Path, places: Iterable[str]) -> None:
        """`places` are files and folders, relative to `root` or absolute."""
        self._root = os.fspath(root)
        self._places = tuple(places)
        self._seen: dict[str, _Seen] = {}

    def look(self) -> set[str]:
        """The paths of all files that are new, changed or gone since the last look; at the first
        look all of them. Folders count as files without content; what is hidden does not count."""
        now, before = time.time_ns(), self._seen
        self._seen = {
            path: _seen(os.path.join(self._root, path), stat, before.get(path), now)  # noqa: PTH118
            for path, stat in self._found()
        }
        changed = {
            path
            for path, seen in self._seen.items()
            if path not in before or before[path].digest != seen.digest
        }
        return changed | (before.keys() - self._seen.keys())

    def _found(self) -> Iterator[tuple[str, Stat | None]]:
        for place in self._places:
            path = os.path.join(self._root, place)  # noqa: PTH118 - asked twice a second
            if os.path.isdir(path):  # noqa: PTH112
                yield from _below(path, place)
            elif os.path.isfile(path):  # noqa: PTH113
                yield place, _stat(os.stat(path))  # noqa: PTH116


def _below(folder: str, name: str) -> Iterator[tuple[str, Stat | None]]:
    """Every file and folder below a folder; for what is no file there is nothing to read."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # gone since it was listed
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name == _NO_INPUT:
            continue
        path = f"{name}/{entry.name}"
        if entry.is_dir(follow_symlinks=False):
            yield path, None
            yield from _below(entry.path, path)
        else:
            try:
                yield path, _stat(entry.stat()) if entry.is_file() else None
            except OSError:  # a link to nothing
                yield path, None


def _stat(told: os.stat_result) -> Stat:
    return told.st_mtime_ns, told.st_ctime_ns, told.st_size, told.st_ino


def _seen(path: str, stat: Stat | None, before: _Seen | None, now: int) -> _Seen:
    if stat is None:
        return _Seen((0, 0, 0, 0), settled=True, digest=b"")
    if before is not None and before.settled and before.stat == stat:
        return before
    return _Seen(stat, now - max(stat[:2]) > _SETTLED, _digest(path))


def _digest(path: str) -> bytes:
    try:
        with open(path, "rb") as file:  # noqa: PTH123
            return sha256(file.read()).digest()
    except OSError:
        return b"unreadable"

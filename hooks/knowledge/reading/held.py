"""What was made of files, held for as long as the files stay as they are.

A build reads everything once and gives nothing back. A preview runs again at every change: it lends
the same `Held` to each run, and tells it which files are no longer what they were.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Any, TypeVar, cast

Made = TypeVar("Made")


class Held:
    """Values by the file or folder that they were made of, and by what they are."""

    def __init__(self) -> None:
        self._made: dict[str, dict[Hashable, Any]] = {}

    def get(self, place: str, what: Hashable) -> Any | None:
        """What was made of a file; None where there is nothing, or where the file has changed."""
        return self._made.get(place, {}).get(what)

    def keep(self, place: str, what: Hashable, made: object) -> None:
        """Hold what was made of a file, or of all files of a folder, and of nothing else."""
        self._made.setdefault(place, {})[what] = made

    def of(self, place: str, make: Callable[..., Made], *given: object) -> Made:
        """What a function makes of a file or a folder; made once, whatever it is `given`."""
        if (made := self.get(place, make)) is None:
            made = make(*given)
            self.keep(place, make, made)
        return cast(Made, made)

    def forget(self, changed: Iterable[str]) -> None:
        """Let go of all that was made of files which have changed, and of folders with them."""
        for path in changed:
            for place in _and_above(path):
                self._made.pop(place, None)


def _and_above(path: str) -> Iterator[str]:
    """A path, and every folder that it is in."""
    while path:
        yield path
        path = path.rpartition("/")[0]

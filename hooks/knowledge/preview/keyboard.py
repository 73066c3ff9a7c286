"""What a preview tells the person at the keyboard: what has changed, and what is wrong, once."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from knowledge.preview.notice import Notice
from knowledge.problems import Problem, as_text, where_explained

#: So many changed files are named one by one.
_NAMED = 3


class Keyboard:
    """Where somebody reads what a program says; `tell` says it, `warn` what is wrong."""

    def __init__(
        self, root: Path, tell: Callable[[str], None], warn: Callable[[str], None]
    ) -> None:
        self._root, self._tell, self._warn = root, tell, warn
        self._told = Notice()

    def changed(self, paths: Collection[str], seconds: float, is_shown: bool) -> None:
        """Say which files have changed, and after how long that can be seen, if it can."""
        named = ", ".join(sorted(paths)[:_NAMED])
        more = f" and {len(paths) - _NAMED} more" if len(paths) > _NAMED else ""
        self._tell(
            f"Changed: {named}{more}" + (f" ({seconds:.2f} s)" if is_shown else "; not shown")
        )

    def wrong(self, notice: Notice, problems: Collection[Problem]) -> None:
        """Say what is wrong, or that nothing is any more, if that is news."""
        if notice == self._told:
            return
        self._told = notice
        if not notice.title:
            self._tell("All of it is mended; the pages are up to date.")
            return
        text = as_text(problems, partial(lines_of, self._root))
        words = (f"{notice.title}. {notice.about}", text, where_explained(problems))
        self._warn("\n\n".join(filter(None, words)) + "\n")

    def fault(self, error: BaseException) -> None:
        """Say where the program or a template failed, for somebody who can mend it."""
        self._warn("".join(traceback.format_exception(error)))


def in_words(error: BaseException) -> str:
    """An error of the program or of a template, for somebody who wrote a record."""
    notes = " ".join(getattr(error, "__notes__", ()))
    return f"{type(error).__name__}: {error}. {notes}".strip()


def lines_of(root: Path, path: str) -> list[str] | None:
    """The lines of a file of the repository; None where it cannot be read."""
    try:
        return (root / path).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None

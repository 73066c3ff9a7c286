"""The ids of headings, made as code hosts make them, so that one link works in both places."""

from __future__ import annotations

import re
from functools import lru_cache

_DROPPED = re.compile(r"[^\w\- ]")
_BLANK = re.compile(r"\s")


@lru_cache(maxsize=2**10)
def slug(text: str, separator: str = "-") -> str:
    """A heading as an id; also what the `slugify` of Python-Markdown's `toc` wants.

    Thousands of records have the same few headings.
    """
    plain = _DROPPED.sub("", _BLANK.sub(" ", text.strip()).lower())
    return plain.replace(" ", separator) or "section"


class HeadingIds:
    """Gives each heading of one text an id of its own: `limits`, `limits-1`, `limits-2`.

    Source: github-slugger (https://github.com/Flet/github-slugger), which follows GitHub.
    """

    def __init__(self) -> None:
        self._uses: dict[str, int] = {}

    def next(self, text: str) -> str:
        """The id of the next heading."""
        base = slug(text)
        id_, uses = base, self._uses.get(base, -1)
        while id_ in self._uses:
            uses += 1
            id_ = f"{base}-{uses}" if uses else base
        self._uses[base] = max(uses, 0)
        self._uses.setdefault(id_, 0)
        return id_

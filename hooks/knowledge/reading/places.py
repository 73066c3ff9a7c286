"""Offsets in a text as the line and column that editors show."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate


class Places:
    """The places of many offsets in one text, whose lines are counted once."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self._first_line = first_line
        self._length = len(text)
        # The offset at which each line begins.
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n")[:-1])]

    def at(self, offset: int) -> tuple[int, int]:
        """Line and column, both from 1, of the character at `offset`."""
        offset = min(max(offset, 0), self._length)
        index = bisect_right(self._starts, offset) - 1
        return self._first_line + index, offset - self._starts[index] + 1


def place_at(text: str, offset: int, first_line: int = 1) -> tuple[int, int]:
    """Line and column, both from 1, of the character at `offset`; columns count characters."""
    offset = min(max(offset, 0), len(text))
    start = text.rfind("\n", 0, offset) + 1
    return first_line + text.count("\n", 0, offset), offset - start + 1


def line_at(text: str, offset: int) -> str:
    """The whole line that holds the character at `offset`, without its line break."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)]

"""Offsets in a text as the line and column that editors show."""

from __future__ import annotations


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

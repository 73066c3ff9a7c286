"""Texts of a folder that is not part of the library: to compare with ours, never to publish."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

#: What is read, by the end of its name.
READ: Final = (".md", ".txt", ".csv", ".html", ".json")
#: Elements of a page that a sentence does not leave.
_INLINE: Final = frozenset({
    "a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong",
    "sub", "sup", "u",
})  # fmt: skip
_UNSEEN: Final = frozenset({"script", "style", "template"})


def outside_paths(folder: Path) -> list[Path]:
    """The files of a folder and all folders within it that can be read, sorted."""
    return sorted(path for path in folder.rglob("*") if path.suffix in READ and path.is_file())


def outside_texts(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a file with the lines that they begin on; a cell or a string is one text."""
    text = path.read_text(encoding="utf-8-sig", errors="replace")
    if path.suffix == ".csv":
        yield from _cells(text)
    elif path.suffix == ".html":
        page = _Page()
        page.feed(text)
        page.close()
        yield from page.texts()
    elif path.suffix == ".json":
        yield from _strings_of(text)
    else:
        yield 1, text


def _cells(text: str) -> Iterator[tuple[int, str]]:
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))
    reader = csv.reader(io.StringIO(text, newline=""))
    for row in reader:
        yield from ((reader.line_num, cell) for cell in row if cell)


def _strings_of(text: str) -> Iterator[tuple[int, str]]:
    try:
        value = json.loads(text)
    except ValueError:
        yield 1, text  # Not JSON after all; its words are still words.
        return
    yield from ((1, found) for found in _strings(value))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for member in value.values():
            yield from _strings(member)
    elif isinstance(value, list):
        for member in value:
            yield from _strings(member)


class _Page(HTMLParser):
    """Collects the texts of a page, block by block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._found: list[tuple[int, list[str]]] = [(1, [])]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._unseen += tag in _UNSEEN
        self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        self._unseen = max(0, self._unseen - (tag in _UNSEEN))
        self._begin(tag)

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._found[-1][1].append(data)

    def texts(self) -> Iterator[tuple[int, str]]:
        for line, parts in self._found:
            if text := "".join(parts).strip():
                yield line, text

    def _begin(self, tag: str) -> None:
        if tag not in _INLINE:
            self._found.append((self.getpos()[0], []))

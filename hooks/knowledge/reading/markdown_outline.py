"""What a Markdown text holds beside its words: links, headings, citations and faults."""

from __future__ import annotations

import re

from knowledge.problems import Problem
from knowledge.reading.markdown_parts import Outline
from knowledge.reading.markdown_reader import COMMONMARK, OutlineReader, encodable

_ADMONITION = re.compile(r"^( *)!!! ", re.MULTILINE)


def outline(body: str, path: str, first_line: int = 1, *, prose: bool = False) -> Outline:
    """The outline of a text that begins on `first_line` of its file.

    `prose`: a page of `content/`, which may hold pictures of its own and admonitions.
    """
    if prose:
        # What is indented below `!!! note` belongs to it; for CommonMark it would be code,
        # and below an item of a list it is not.
        body = _ADMONITION.sub(r"\1-   ", body)
    reader = OutlineReader(body, path, first_line, prose)
    for event, span in COMMONMARK.events_with_range(encodable(body)):
        reader.read(event, span["start"], span["end"])
    return reader.outline()


def safety_problems(text: str, path: str, first_line: int = 1) -> list[Problem]:
    """What must not stand on a page of `content/`."""
    return list(outline(text, path, first_line, prose=True).problems)

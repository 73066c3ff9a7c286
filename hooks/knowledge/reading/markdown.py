"""The Markdown of records and pages: what is in it, and what it becomes.

`outline` reads a text for the checks, `render` makes the HTML of a record's text. Pages of
`content/` are rendered by MkDocs: `safety_problems` checks them before, `sanitised` after.
"""

from __future__ import annotations

from knowledge.reading.markdown_html import Rendered, Section, render, sanitised
from knowledge.reading.markdown_outline import outline, safety_problems
from knowledge.reading.markdown_parts import Citation, Heading, Link, Outline

__all__ = [
    "Citation",
    "Heading",
    "Link",
    "Outline",
    "Rendered",
    "Section",
    "outline",
    "render",
    "safety_problems",
    "sanitised",
]

"""The parts of a Markdown text that checks look at, each with its place."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.problems import Problem


@dataclass(frozen=True, slots=True)
class Link:
    """A link as written, and the place of its address; a definition stands for all its uses."""

    target: str
    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, its plain text and the id under which links reach it."""

    level: int
    text: str
    id: str
    line: int


@dataclass(frozen=True, slots=True)
class Citation:
    """`[^source-id]` in the text, without a footnote of that name."""

    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The links, headings and citations of a text in their order, and its problems."""

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()

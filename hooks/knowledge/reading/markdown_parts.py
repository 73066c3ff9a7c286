"""The parts of a Markdown text that checks look at, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from sys import intern
from typing import NamedTuple

from knowledge.problems import Problem


class Link(NamedTuple):
    """A link as written, and the place of its address; a definition stands for all its uses."""

    target: str
    text: str
    line: int
    column: int


class Heading(NamedTuple):
    """A heading, its plain text and the id under which links reach it."""

    level: int
    text: str
    id: str
    line: int


class Citation(NamedTuple):
    """`[^source-id]` in the text, without a footnote of that name."""

    id: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The links, headings, citations and pictures of a text in their order, and its problems.

    A picture is a link to its file, whose text is its description; a record has none.
    """

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    citations: tuple[Citation, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: tuple[Link, ...] = ()

    def shared(self) -> Outline:
        """The same outline, of which the words that most texts have are held once: thousands have
        the same headings and links, and a text cites a source many times."""
        links = (Link(intern(x.target), intern(x.text), x.line, x.column) for x in self.links)
        headings = (Heading(h.level, intern(h.text), intern(h.id), h.line) for h in self.headings)
        citations = (Citation(intern(c.id), c.line, c.column) for c in self.citations)
        return Outline(
            tuple(links), tuple(headings), tuple(citations), self.problems, self.pictures
        )

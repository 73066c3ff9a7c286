"""The list of all toolkits, and where every other group of readers begins."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.library import Library
from knowledge.pages.audiences import Door, doors
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.toolkit import ADDRESS, evidence_words


@dataclass(frozen=True, slots=True)
class ToolkitLine:
    """A toolkit in the list of all: its title, for whom, what it is, and what it consists of."""

    title: str
    address: str
    for_whom: str
    summary: str
    evidence: str


@dataclass(frozen=True, slots=True)
class ToolkitsView:
    """What the template `records/toolkits.html` shows."""

    crumbs: tuple[Crumb, ...]
    toolkits: tuple[ToolkitLine, ...]
    doors: tuple[Door, ...]


def toolkits_page(library: Library) -> Page:
    """The list of all toolkits."""
    lines = tuple(
        ToolkitLine(
            held.toolkit.title,
            held.address,
            held.toolkit.for_whom,
            held.toolkit.summary,
            evidence_words(held, library),
        )
        for held in library.toolkits.values()
    )
    return Page(
        address=ADDRESS,
        title="Toolkits",
        description="Reading paths through the library, each for one group of readers, with a "
        "reason for every step and the grade of evidence beside it.",
        section=ADDRESS,
        template="records/toolkits.html",
        view=ToolkitsView((Crumb("Toolkits"),), lines, doors(library)),
        made_from="content/toolkits/",
    )

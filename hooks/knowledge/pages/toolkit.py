"""The page of a toolkit: its steps in order, each with where it leads, why, and what evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from markupsafe import Markup

from knowledge.analysis.indicator_counts import EVALUATED
from knowledge.kinds.practice import Practice
from knowledge.kinds.references import Ref
from knowledge.kinds.toolkit import Step, Task, ToolkitFile
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Actions, Cite, Crumb, RelatedLine, Written
from knowledge.pages.record_parts import actions, text_of
from knowledge.pages.related import related_line
from knowledge.pages.term_links import term_address, use_words
from knowledge.pages.toolkit_links import step_anchor
from knowledge.pages.wording import counted, date_words
from knowledge.platform import LICENCE, PLATFORM

ADDRESS = "toolkits/"


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step: what to do, why, and the line of what it leads to.

    `ungraded` is said where a practice has no grade of evidence; the address of the line is empty
    where a term has no page. `tasks` say who does what, `tried` are the other
    practices on the step.
    """

    anchor: str
    number: int
    do: str
    why: str
    line: RelatedLine
    ungraded: str = ""
    tasks: tuple[Task, ...] = ()
    tried: tuple[RelatedLine, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolkitView:
    """What the template `records/toolkit.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    for_whom: str
    when: str
    reviewed: bool
    evidence: str
    before: Markup
    sections: tuple[Written, ...]
    steps: tuple[StepLine, ...]
    missing: tuple[str, ...]
    cite: Cite
    actions: Actions | None
    checklist: str = ""


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """A step on paper: its number, what to do, who does what, and what to tick."""

    number: int
    do: str
    tasks: tuple[Task, ...]
    check: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecklistView:
    """What the template `records/toolkit-checklist.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    for_whom: str
    when: str
    steps: tuple[ChecklistStep, ...]
    cite: str


def toolkit_page(held: ToolkitFile, library: Library, repo: str) -> Page:
    """The page of one toolkit; `repo` is the code host's address, or empty."""
    toolkit = held.toolkit
    text = text_of(held.document, library, lambda _: None)
    before = text.pop("", None)
    when = _when(held)
    view = ToolkitView(
        crumbs=(Crumb("Toolkits", ADDRESS),),
        title=toolkit.title,
        lead=toolkit.summary,
        for_whom=toolkit.for_whom,
        when=f"{when[:1].upper()}{when[1:]}",
        reviewed=toolkit.reviewed is not None,
        evidence=evidence_words(held, library),
        before=before.html if before else Markup(),
        sections=tuple(text.values()),
        steps=tuple(_steps(held, library)),
        missing=tuple(toolkit.missing),
        cite=Cite(f"“{toolkit.title}”, {PLATFORM}, {when}, /{held.address}, {LICENCE}."),
        actions=actions(held.path, repo),
        checklist=checklist_address(held) if has_checklist(held) else "",
    )
    return Page(
        address=held.address,
        title=toolkit.title,
        description=toolkit.summary,
        section=ADDRESS,
        template="records/toolkit.html",
        view=view,
        made_from=held.path,
    )


def has_checklist(held: ToolkitFile) -> bool:
    """Whether there is anything to tick."""
    return any(step.check for step in held.toolkit.steps)


def checklist_address(held: ToolkitFile) -> str:
    """The page of the checklist, relative to the site."""
    return f"{held.address}checklist/"


def checklist_page(held: ToolkitFile) -> Page:
    """The sheet to print: what to tick in each step, with room for who does it and by when."""
    toolkit, when = held.toolkit, _when(held)
    steps = tuple(
        ChecklistStep(number, step.do, tuple(step.who_does), tuple(step.check))
        for number, step in held.steps
        if step.check
    )
    title = f"Checklist: {toolkit.title[:1].lower()}{toolkit.title[1:]}"
    view = ChecklistView(
        crumbs=(
            Crumb("Toolkits", ADDRESS), Crumb(toolkit.title, held.address), Crumb("Checklist"),
        ),
        title=title,
        for_whom=toolkit.for_whom,
        when=f"{when[:1].upper()}{when[1:]}",
        steps=steps,
        cite=f"“{toolkit.title}”, {PLATFORM}, {when}, /{held.address}, {LICENCE}.",
    )  # fmt: skip
    return Page(
        address=checklist_address(held),
        title=title,
        description=f"A checklist to print for {toolkit.for_whom}: {counted(len(steps), 'step')}, "
        "with room for who does what and by when.",
        section=ADDRESS,
        template="records/toolkit-checklist.html",
        view=view,
        made_from=held.path,
    )


def _when(held: ToolkitFile) -> str:
    toolkit = held.toolkit
    day = toolkit.reviewed or toolkit.added
    return f"{'reviewed' if toolkit.reviewed else 'added'} {date_words(day)}"


def _steps(held: ToolkitFile, library: Library) -> Iterator[StepLine]:
    for number, step in held.steps:
        line = _line(step, library)
        lacks_grade = step.practice is not None and line.evidence is None
        yield StepLine(
            step_anchor(number),
            number,
            step.do,
            step.why,
            line,
            "not graded" if lacks_grade else "",
            tuple(step.who_does),
            tuple(
                related_line(entry, library)
                for id_ in step.tried_in
                if (entry := library.get("practice", id_))
            ),
        )


def _line(step: Step, library: Library) -> RelatedLine:
    """What a step leads to: a record, a term or a page."""
    if step.page is not None:
        return RelatedLine("Page of this site", step.page.title, step.page.address)
    pointer, id_ = step.target or (None, "")
    if isinstance(pointer, Ref):
        entry = library.get(pointer.kind, id_)
        return related_line(entry, library) if entry else RelatedLine("", id_, "")
    vocabulary = pointer.vocabulary if pointer else ""
    term = library.term(vocabulary, id_)
    told = [library.vocabularies[vocabulary].title, use_words(library, vocabulary, id_)]
    return RelatedLine(
        " · ".join(filter(None, told)),
        term.label,
        term_address(library, vocabulary, id_) or "",
        term.definition or "",
    )


def evidence_words(held: ToolkitFile, library: Library) -> str:
    """What a toolkit consists of: `9 steps; 5 practices, 2 of them evaluated by others`."""
    ids = dict.fromkeys(id_ for step in held.toolkit.steps for id_ in step.practices)
    practices = [
        cast(Practice, entry.record) for id_ in ids if (entry := library.get("practice", id_))
    ]
    evaluated = sum(p.evidence is not None and p.evidence.grade in EVALUATED for p in practices)
    told = counted(len(held.toolkit.steps), "step")
    if not practices:
        return told
    of_them = f"{evaluated:,} of them" if evaluated else "none of them"
    if len(practices) == 1:
        of_them = "" if evaluated else "not"
    number = counted(len(practices), "practice")
    return f"{told}; {number}, {of_them} evaluated by others".replace("  ", " ")

"""The lists behind the numbers of the comparison: which initiatives a cell counts, by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.analysis.comparative_advantages import Line, functions, matrices
from knowledge.analysis.comparative_questions import Question, questions
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.compared_addresses import ADDRESS, line_address, question_address
from knowledge.pages.marks import STATES
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.record_rows import names
from knowledge.pages.wording import counted, listed

TITLE = "Initiatives compared"
MADE_FROM = "the comparison of initiatives"

#: The answers that every question shares, in words.
ANSWERS = {
    "yes": "yes",
    "no": "no",
    **{state: STATES[state] for state in ("to-verify", "unknown", "not-researched")},
}

#: What each group of questions asks, before the name of the question.
ASKED = {
    "members": "Who takes part: ",
    "principles": "Rights covered: ",
    "accountability": "How they answer for it: ",
    "questions": "",
}


@dataclass(frozen=True, slots=True)
class NamedPart:
    """Initiatives by name under a heading; `counted` says how many."""

    anchor: str
    heading: str
    counted: str
    names: tuple[Crumb, ...]


@dataclass(frozen=True, slots=True)
class ComparedListView:
    """What the template `records/compared-list.html` shows.

    `empty` names the functions that no initiative of the list has, `subject` what the list is of.
    """

    crumbs: tuple[Crumb, ...]
    title: str
    counted: str
    answers: tuple[NamedPart, ...]
    does: tuple[NamedPart, ...]
    everyone: NamedPart | None
    empty: str
    subject: str


def list_pages(library: Library) -> Iterator[tuple[str, Line | None, Question | None]]:
    """The address of every list, and what it lists: a line of a matrix, a question, or both."""
    asked = library.once(questions)
    for matrix in library.once(matrices).values():
        for line in matrix.lines:
            yield line_address(matrix.id, line.id), line, asked.get(f"{matrix.id}/{line.id}")
    lines = {f"members/{line.id}" for line in library.once(matrices)["members"].lines}
    for question in asked.values():
        if question.id not in lines:
            yield question_address(question.id), None, question


def list_page(library: Library, address: str, line: Line | None, question: Question | None) -> Page:
    """The page of a line of a matrix, of a question, or of a constituency, which is both."""
    told = question.label if question else line.title if line else ""
    title = ASKED[question.group] + told if question else f"{told}: what initiatives do"
    does, empty = (_does(library, line), _empty(library, line)) if line else ((), "")
    number = counted(_all(question) if question else len(line.entries) if line else 0, "initiative")
    return Page(
        address=address,
        title=title,
        description=f"{title}. The initiatives of this library by name, and what none of them is "
        "recorded to do.",
        section=ADDRESS,
        template="records/compared-list.html",
        view=ComparedListView(
            crumbs=(Crumb(TITLE, ADDRESS),),
            title=title,
            counted=number,
            answers=tuple(_answers(question)) if question else (),
            does=tuple(does),
            everyone=_everyone(line) if line and not question else None,
            empty=empty,
            subject=told,
        ),
        made_from=MADE_FROM,
    )


def answer_words(question: Question, answer: str) -> str:
    """An answer in words: the question's own, or what every question shares."""
    own = next((one.label for one in question.answers if one.id == answer), "")
    return own or ANSWERS[answer]


def _answers(question: Question) -> Iterator[NamedPart]:
    for answer in question.answers:
        words = answer_words(question, answer.id)
        if answer.entries:
            yield _part(f"answer-{answer.id}", words[:1].upper() + words[1:], answer.entries)


def _does(library: Library, line: Line) -> Iterator[NamedPart]:
    for function, label in functions(library).items():
        if not line.empty(function):
            yield _part(function, label, line.by_function[function])


def _everyone(line: Line) -> NamedPart | None:
    return _part("all", "All by name", line.entries) if line.entries else None


def _empty(library: Library, line: Line) -> str:
    labels = functions(library).items()
    return listed([label.lower() for function, label in labels if line.empty(function)], "or")


def _part(anchor: str, heading: str, entries: Iterable[Entry]) -> NamedPart:
    told = names(entries)
    return NamedPart(anchor, heading, counted(len(told), "initiative"), told)


def _all(question: Question) -> int:
    return len({entry.id for answer in question.answers for entry in answer.entries})

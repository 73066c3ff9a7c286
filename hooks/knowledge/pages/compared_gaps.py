"""What is missing among the initiatives, in words: every sentence is counted, none is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.comparative_advantages import (
    Missing,
    at_work_now,
    functions,
    missing,
)
from knowledge.analysis.comparative_questions import WANTED, Question, questions
from knowledge.analysis.supply_chains import GOODS
from knowledge.library import Library
from knowledge.pages.compared_addresses import ADDRESS, question_address
from knowledge.pages.parts import Crumb
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted, listed

#: How many lines a sentence names before it says how many more there are.
NAMED = 6

#: How the lines of each matrix are spoken of: the word before them, one and many.
LINES = {
    "chains": ("in", "supply chain", "supply chains"),
    "regions": ("in", "part of the world", "parts of the world"),
    "tiers": ("in", "tier", "tiers"),
    "members": ("with", "constituency", "constituencies"),
}

#: What initiatives are that give the answer the workshop asked for, after "One of 3 ...".
WANTED_WORDS = {
    "members/trade-unions": "in which trade unions take part",
    "members/employers-organisations": "in which employers' organisations take part",
    "members/local-governments": "in which local governments take part",
    "questions/integrated-approach": "that cover freedom of association and discrimination "
    "together with child or forced labour",
    "questions/sectors": "that work in many sectors",
    "questions/secretariat": "that are run from the global South",
    "questions/national-processes": "that go through national processes",
    "questions/small-enterprises": "that reach small enterprises",
}


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap in words: a heading that leads to its numbers, and the sentences under it."""

    heading: str
    address: str
    sentences: tuple[str, ...]


def function_gaps(library: Library) -> tuple[GapLine, ...]:
    """One line for each function that is missing somewhere, the most often missing first."""
    labels = functions(library)
    told: dict[str, list[Missing]] = {}
    for gap in library.once(missing):
        if gap.lines:
            told.setdefault(gap.function, []).append(gap)
    return tuple(_function_gap(labels[function], gaps) for function, gaps in told.items())


def wanted_gaps(library: Library) -> tuple[GapLine, ...]:
    """What the workshop found few initiatives to be: how many are now, of how many asked."""
    asked = library.once(questions)
    return tuple(
        _wanted_gap(library, asked[question], answer)
        for question, answer in WANTED
        if question in asked
    )


def _function_gap(label: str, gaps: list[Missing]) -> GapLine:
    first, *others = gaps
    return GapLine(
        f"{label}: none recorded {_of(first)}",
        f"{ADDRESS}#{first.matrix}",
        (f"{_names(first)}.", *(f"None {_of(gap)}: {_names(gap)}." for gap in others)),
    )


def _of(gap: Missing) -> str:
    before, one, many = LINES[gap.matrix]
    return f"{before} {len(gap.lines):,} of {counted(gap.of, one, many)}"


def _names(gap: Missing) -> str:
    names = [line.title for line in gap.lines]
    more = len(names) - NAMED
    return listed([*names[:NAMED], f"{more} more"] if more > 1 else names)


def _wanted_gap(library: Library, question: Question, answer: str) -> GapLine:
    number = len(question.given(answer))
    total = counted(len(library.once(at_work_now)), "initiative")
    heading = f"{number:,} of {total} {'is' if number == 1 else 'are'} recorded "
    return GapLine(
        heading + WANTED_WORDS[question.id],
        question_address(question.id),
        tuple(_rest(question)),
    )


def _rest(question: Question) -> Iterator[str]:
    words = {
        "no": "Said not to be so: {}.",
        "to-verify": "To verify: {}.",
        "unknown": "Not known: {}.",
        "not-researched": "Not researched, which does not mean no: {}.",
    }
    for answer, sentence in words.items():
        number = len(question.given(answer))
        if number:
            yield sentence.format(f"{number:,}")


def goods_named(library: Library, goods: tuple[str, ...]) -> tuple[Crumb, ...]:
    """Goods by their labels, each leading to the page of its term."""
    return tuple(
        Crumb(library.term(GOODS, good).label, term_address(library, GOODS, good)) for good in goods
    )

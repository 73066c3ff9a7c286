"""Where each initiative stands in the field: how many do the same thing in the same place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from knowledge.analysis.comparative_advantages import Line, matrices
from knowledge.analysis.comparative_questions import WANTED, questions
from knowledge.library import Library

#: How many things are said of an initiative of each sort. Our own choice: the rarest are said.
SAID = 3


@dataclass(frozen=True, slots=True)
class Standing:
    """An initiative is one of `number` with a function in a line of a matrix."""

    matrix: str
    line: Line
    function: str
    number: int


@dataclass(frozen=True, slots=True)
class Rare:
    """An initiative is one of `number` that give an answer the workshop found few to give."""

    question: str
    answer: str
    number: int


@dataclass(frozen=True, slots=True)
class Place:
    """What is said of where an initiative stands."""

    does: tuple[Standing, ...]
    is_: tuple[Rare, ...]


def places(library: Library) -> dict[str, Place]:
    """By the id of an initiative at work its place: the rarest things first.

    What it does is told by supply chain, or by region for one that names no good.
    """
    does: dict[str, list[Standing]] = defaultdict(list)
    for name in ("chains", "regions"):
        told = set(does)
        matrix = library.once(matrices)[name]
        for line in matrix.asked:
            for function, entries in line.by_function.items():
                for entry in entries:
                    if entry.id not in told:
                        standing = Standing(name, line, function, len(entries))
                        does[entry.id].append(standing)
    rare: dict[str, list[Rare]] = defaultdict(list)
    asked = library.once(questions)
    for question, answer in WANTED:
        entries = asked[question].given(answer) if question in asked else ()
        for entry in entries:
            rare[entry.id].append(Rare(question, answer, len(entries)))
    return {
        id_: Place(
            tuple(sorted(does[id_], key=lambda one: one.number)[:SAID]),
            tuple(sorted(rare[id_], key=lambda one: one.number)[:SAID]),
        )
        for id_ in sorted({*does, *rare})
    }

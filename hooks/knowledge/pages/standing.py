"""Where an initiative stands among the others: a few counted sentences on its page."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.comparative_advantages import functions
from knowledge.analysis.comparative_standing import places
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.compared_addresses import line_address, question_address
from knowledge.pages.compared_gaps import WANTED_WORDS


@dataclass(frozen=True, slots=True)
class StandingLine:
    """A sentence that leads to the initiatives that it counts."""

    text: str
    address: str


def standing(entry: Entry, library: Library) -> tuple[StandingLine, ...]:
    """What can be counted of an initiative's place; empty for one that has ended."""
    place = library.once(places).get(entry.id)
    if place is None:
        return ()
    labels = functions(library)
    told = [
        StandingLine(
            f"{_one_of(one.number)} recorded for {labels[one.function].lower()}: {one.line.title}",
            line_address(one.matrix, one.line.id, one.function),
        )
        for one in place.does
    ]
    told += [
        StandingLine(
            f"{_one_of(one.number)} recorded {WANTED_WORDS[one.question]}",
            question_address(one.question, one.answer),
        )
        for one in place.is_
    ]
    return tuple(told)


def _one_of(number: int) -> str:
    return "The only one" if number == 1 else f"One of {number:,}"

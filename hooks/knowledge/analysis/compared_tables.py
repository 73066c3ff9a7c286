"""What is compared and ranked, as tables to take away: initiatives, and pairs of country and chain.

They are the analyses themselves, not their pages: a cell holds what was found, never its words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.analysis.comparative_advantages import functions, matrices
from knowledge.analysis.comparative_questions import questions
from knowledge.analysis.data_tables import (
    CHAIN,
    COUNTRY,
    NUMBER,
    Row,
    Table,
    country_cells,
    derived,
    ids_of,
)
from knowledge.analysis.priorities import Pair, Ranked, priorities
from knowledge.analysis.priority_criteria import CRITERIA, FULL
from knowledge.kinds.columns import Column
from knowledge.library import Library


def compared_tables() -> tuple[Table, ...]:
    """Priorities, and initiatives side by side."""
    return (
        derived(
            "priorities", "Priority countries and chains", "a country and a supply chain",
            _PRIORITIES, _priorities, _pairs_scored,
        ),
        derived(
            "initiatives-compared", "Initiatives compared: answers",
            "the answer of an initiative to a question", _ANSWERS, _answers, _answers_given,
        ),
        derived(
            "initiatives-matrix", "Initiatives compared: who does what where",
            "a line of a matrix and a function", _MATRIX, _matrix, _crossings,
        ),
    )  # fmt: skip


_PRIORITIES: Final = (
    *COUNTRY,
    CHAIN,
    Column("rank", "its rank with equal weights; empty where it is listed and not ranked", NUMBER),
    Column("best_rank", "the best rank as weights are changed one at a time", NUMBER),
    Column("worst_rank", "the worst rank as weights are changed one at a time", NUMBER),
    Column("fit", "the mean of the known scores, from 0 to 1", "number"),
    Column("known", "the share of the criteria on which something is recorded", "number"),
    *(
        Column(f"score.{one.id}", f"{one.title}: from 0 to {FULL}; empty is unknown, not 0", NUMBER)
        for one in CRITERIA
    ),
)


def _priorities(library: Library) -> Iterator[Row]:
    found = library.once(priorities)
    for ranked in found.ranked:
        yield _pair(ranked.pair, ranked)
    for pair in found.unranked:
        yield _pair(pair, None)


def _pairs_scored(library: Library) -> int:
    found = library.once(priorities)
    return len(found.ranked) + len(found.unranked)


def _pair(pair: Pair, ranked: Ranked | None) -> Row:
    ranks = (ranked.rank, ranked.best, ranked.worst) if ranked else (None, None, None)
    return (
        *country_cells(pair.country), pair.chain.id, *ranks, pair.fit(), pair.known(), *pair.values,
    )  # fmt: skip


_ANSWERS: Final = (
    Column("initiative", "the id of the initiative", "id of a record"),
    Column("question", "the question, as its group and its name"),
    Column("question_title", "the question in words"),
    Column("answer", "the answer; not-researched where nobody has looked"),
)


def _answers(library: Library) -> Iterator[Row]:
    found = [
        (entry, question.id, question.label, answer.id)
        for question in library.once(questions).values()
        for answer in question.answers
        for entry in answer.entries
    ]
    order = {entry.id: place for place, entry in enumerate(library.all("initiative"))}
    for entry, *cells in sorted(found, key=lambda one: order[one[0].id]):
        yield (entry.id, *cells)


def _answers_given(library: Library) -> int:
    asked = library.once(questions).values()
    return sum(len(answer.entries) for question in asked for answer in question.answers)


_MATRIX: Final = (
    Column("matrix", "what the lines are: chains, regions, tiers or members (constituencies)"),
    Column("line", "the id of the line"),
    Column("line_title", "the line in words"),
    Column("function", "what initiatives do", "id of a term of the vocabulary functions"),
    Column("number", "how many initiatives are recorded; 0 says that none is, not that none exists",
           NUMBER),
    Column("initiatives", "the ids of these initiatives", "id of a record", several=True),
)  # fmt: skip


def _matrix(library: Library) -> Iterator[Row]:
    for matrix in library.once(matrices).values():
        for line in matrix.lines:
            for function in functions(library):
                entries = line.by_function.get(function, ())
                yield matrix.id, line.id, line.title, function, len(entries), ids_of(entries)


def _crossings(library: Library) -> int:
    lines = sum(len(matrix.lines) for matrix in library.once(matrices).values())
    return lines * len(functions(library))

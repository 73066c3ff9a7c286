"""The comparison of initiatives: who does what, where, with whom, and what nobody does."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from knowledge.analysis import global_south
from knowledge.analysis.comparative_advantages import (
    Line,
    Matrix,
    at_work_now,
    ended,
    functions,
    goods_without,
    matrices,
)
from knowledge.analysis.comparative_questions import YES_OR_NO, Question, questions
from knowledge.library import Library
from knowledge.pages.compared_addresses import ADDRESS, line_address, question_address
from knowledge.pages.compared_gaps import GapLine, function_gaps, goods_named, wanted_gaps
from knowledge.pages.compared_lists import (
    ANSWERS,
    MADE_FROM,
    TITLE,
    answer_words,
    list_page,
    list_pages,
)
from knowledge.pages.compared_words import CHOICES, MATRICES, YES_NO_TABLES
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.record_rows import names
from knowledge.pages.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Number:
    """A number of a table under the heading of its column; without one the cell is a gap."""

    column: str
    text: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class NumberRow:
    """A row of numbers; `depth` is 1 for a part of the row above it.

    `gaps` says whether an empty cell is a gap, or only nothing to count.
    """

    title: str
    address: str
    depth: int
    numbers: tuple[Number, ...]
    gaps: bool = False


@dataclass(frozen=True, slots=True)
class NumberTable:
    """A table of numbers, each of which leads to the initiatives that it counts."""

    anchor: str
    heading: str
    caption: str
    first: str
    columns: tuple[str, ...]
    rows: tuple[NumberRow, ...]


@dataclass(frozen=True, slots=True)
class ComparedView:
    """What the template `records/compared.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    counted: str
    contents: tuple[Heading, ...]
    function_gaps: tuple[GapLine, ...]
    wanted_gaps: tuple[GapLine, ...]
    goods_counted: str
    goods: tuple[Crumb, ...]
    tables: tuple[NumberTable, ...]
    ended: tuple[Crumb, ...]


def compared_pages(library: Library) -> Iterator[tuple[str, str, Callable[[], Page]]]:
    """Every page of the comparison: its address, what it is made from and how."""
    yield ADDRESS, MADE_FROM, partial(compared_page, library)
    for address, line, question in list_pages(library):
        yield address, MADE_FROM, partial(list_page, library, address, line, question)


def compared_page(library: Library) -> Page:
    """The page of the comparison."""
    now = library.once(at_work_now)
    goods = goods_without(library)
    listed = {row.good for row in library.listed_goods}
    tables = tuple(_tables(library))
    contents = (Heading("missing", "What is missing"),
                *(Heading(table.anchor, table.heading) for table in tables))  # fmt: skip
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="What initiatives on child labour and forced labour in supply chains do, "
        "where and with whom, and what none of them is recorded to do.",
        section=ADDRESS,
        template="records/compared.html",
        view=ComparedView(
            crumbs=(Crumb(TITLE),),
            title=TITLE,
            counted=counted(len(now), "initiative"),
            contents=contents,
            function_gaps=function_gaps(library),
            wanted_gaps=wanted_gaps(library),
            goods_counted=f"{len(goods):,} of {counted(len(listed), 'listed good')}",
            goods=goods_named(library, goods),
            tables=tables,
            ended=names(ended(library)),
        ),
        made_from=MADE_FROM,
    )


def _tables(library: Library) -> Iterator[NumberTable]:
    for matrix in library.once(matrices).values():
        yield _matrix_table(library, matrix)
    asked = library.once(questions).values()
    for group, (heading, caption) in YES_NO_TABLES.items():
        rows = [question for question in asked if question.group == group and _is_yes_no(question)]
        columns = tuple(ANSWERS[answer].capitalize() for answer in YES_OR_NO)
        yield NumberTable(
            f"ask-{group}", heading, caption, "Question", columns,
            tuple(_answer_row(question) for question in rows),
        )  # fmt: skip
    for question in asked:
        if not _is_yes_no(question):
            yield _choice_table(library, question)


def _is_yes_no(question: Question) -> bool:
    return tuple(answer.id for answer in question.answers) == YES_OR_NO


def _matrix_table(library: Library, matrix: Matrix) -> NumberTable:
    heading, first, adds = MATRICES[matrix.id]
    labels = functions(library)
    return NumberTable(
        matrix.id,
        heading,
        f"Initiatives by what they do. {adds} A hatched 0: no initiative is recorded.",
        first,
        ("All", *labels.values()),
        tuple(_matrix_row(matrix, line, labels) for line in matrix.lines),
    )


def _matrix_row(matrix: Matrix, line: Line, labels: dict[str, str]) -> NumberRow:
    address = line_address(matrix.id, line.id)
    numbers = [_number("All", len(line.entries), address)]
    for function, label in labels.items():
        entries = line.by_function.get(function, ())
        numbers.append(_number(label, len(entries), line_address(matrix.id, line.id, function)))
    return NumberRow(line.title, address, line.depth, tuple(numbers), gaps=line.named)


def _answer_row(question: Question) -> NumberRow:
    numbers = tuple(
        _number(
            answer_words(question, answer.id).capitalize(),
            len(answer.entries),
            question_address(question.id, answer.id),
        )
        for answer in question.answers
    )
    return NumberRow(question.label, question_address(question.id), 0, numbers)


def _choice_table(library: Library, question: Question) -> NumberTable:
    rows = []
    for answer in question.answers:
        words = answer_words(question, answer.id)
        address = question_address(question.id, answer.id)
        number = _number("Initiatives", len(answer.entries), address)
        rows.append(NumberRow(words[:1].upper() + words[1:], "", 0, (number,)))
    return NumberTable(
        question.name,
        question.label,
        CHOICES.get(question.name, "").replace("{north}", _north(library)),
        "Answer",
        ("Initiatives",),
        tuple(rows),
    )


def _north(library: Library) -> str:
    """The regions and countries that count to the global North, by name."""
    regions = sorted(global_south.NORTH_REGIONS) + sorted(global_south.NORTH_SUBREGIONS)
    places = [library.places.get(iso3) for iso3 in sorted(global_south.NORTH_COUNTRIES)]
    return listed([*regions, *(place.name for place in places if place)])


def _number(column: str, number: int, address: str) -> Number:
    return Number(column, f"{number:,}", address) if number else Number(column)

"""The comparison of initiatives: who does what, where, with whom, and what nobody does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from knowledge.pages.compared_lists import ANSWERS, MADE_FROM, TITLE, answer_words
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.record_rows import names
from knowledge.pages.wording import counted, listed

#: The heading of each matrix, the name of its first column, and what its caption adds.
MATRICES = {
    "chains": (
        "By supply chain",
        "Supply chain",
        "Goods that no mapped chain holds stand by themselves.",
    ),
    "regions": (
        "By region",
        "Region",
        "An initiative counts in every region in which it names a country.",
    ),
    "tiers": ("By tier", "Tier", "An initiative counts in every tier that it is said to reach."),
    "members": (
        "By constituency that takes part",
        "Constituency",
        "Only those are counted of which a source says that they take part.",
    ),
}

#: The heading of each group of questions with yes or no, and what it asks.
YES_NO_TABLES = {
    "members": ("Who takes part", "Does the constituency take part in the initiative?"),
    "principles": (
        "Fundamental principles and rights",
        "Does the initiative cover the principle?",
    ),
    "accountability": (
        "How they answer for what they do",
        "Reports, complaints and monitoring.",
    ),
    "questions": (
        "National processes and small enterprises",
        "Through national processes rather than beside them, and down to small enterprises?",
    ),
}


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


#: What the caption of a question with answers of its own says.
CHOICES = {
    "integrated-approach": "Derived from the principles that are recorded as covered. What is not "
    "recorded may still be so.",
    "secretariat": "Derived from the country of the secretariat. The North is {north}; all others "
    f"are the South. Source: {global_south.SOURCE}.",
    "level": "An initiative counts at every level at which it works.",
    "binding": "What follows for members that do not keep the rules.",
    "sectors": "Whether one sector or many are covered.",
}


def _north(library: Library) -> str:
    """The regions and countries that count to the global North, by name."""
    regions = sorted(global_south.NORTH_REGIONS) + sorted(global_south.NORTH_SUBREGIONS)
    places = [library.places.get(iso3) for iso3 in sorted(global_south.NORTH_COUNTRIES)]
    return listed([*regions, *(place.name for place in places if place)])


def _number(column: str, number: int, address: str) -> Number:
    return Number(column, f"{number:,}", address) if number else Number(column)

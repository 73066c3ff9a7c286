"""The results of a practice and its grade of evidence, apart from what the owner claims."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from knowledge.kinds.fields import Statement
from knowledge.kinds.practice import GRADES, BySex, Practice, Result
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.marks import evidence_mark, state_mark
from knowledge.pages.parts import EvidenceMark, StateMark
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted, value_words

SAID_BY: dict[Literal["evaluator", "government", "owner", "press"], str] = {
    "evaluator": "an evaluator",
    "government": "a government",
    "owner": "the owner, its own claim",
    "press": "the press",
}
NO_REASON = "Not given, and no reason recorded."
NO_GRADE = "Nobody has graded the evidence for this practice yet."


class ResultLine(NamedTuple):
    """A result as a line of the table. Texts that are not there are empty.

    `by_sex` is the same figure by sex, or empty where `no_sex_breakdown` says why.
    """

    measure: str
    value: str
    baseline: str
    by_sex: str
    no_sex_breakdown: str
    period: str
    area: str
    said_by: str
    state: StateMark
    note: str
    sources: tuple[SourceMark, ...]


class StatementLine(NamedTuple):
    """A short sentence with its sources."""

    text: str
    sources: tuple[SourceMark, ...]


class Rung(NamedTuple):
    """A grade of the ladder, and whether it is the grade of this practice. `address` is the page of
    all practices with the grade, empty where there is none."""

    mark: EvidenceMark
    is_here: bool
    address: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """The evidence for a practice: the ladder, who evaluated it, and whose figures there are.

    `claims` says how many of the results are the owner's own claim. Without a grade no rung is
    the practice's, and `missing` says so.
    """

    ladder: tuple[Rung, ...]
    missing: str
    evaluated_by: str
    note: str
    claims: str
    sources: tuple[SourceMark, ...]


def result_lines(practice: Practice, citing: Citing) -> tuple[ResultLine, ...]:
    """The results in the order of the record."""
    return tuple(_line(result, citing) for result in practice.results)


def statements(told: list[Statement], citing: Citing) -> tuple[StatementLine, ...]:
    """Sentences with the numbers of their sources."""
    return tuple(StatementLine(one.text, citing.marks(one.source)) for one in told)


def graded(practice: Practice, library: Library, citing: Citing) -> Graded:
    """The ladder of grades with the rung of this practice, and whose figures its results are."""
    evidence = practice.evidence
    return Graded(
        ladder=library.once(_ladders)[evidence.grade if evidence else ""],
        missing="" if evidence else NO_GRADE,
        evaluated_by=(evidence.evaluated_by or "") if evidence else "",
        note=(evidence.note or "") if evidence else "",
        claims=_claims(practice),
        sources=citing.marks(evidence.source) if evidence else (),
    )


def _ladders(library: Library) -> dict[str, tuple[Rung, ...]]:
    """The ladder, the strongest first, as a practice of each grade sees it, and one without any."""
    marks = [evidence_mark(library, term.id) for term in library.vocabularies["evidence"].terms]
    marks.sort(key=lambda mark: -mark.bars)
    return {
        here: tuple(
            Rung(mark, mark.id == here, term_address(library, "evidence", mark.id) or "")
            for mark in marks
        )
        for here in ("", *GRADES)
    }


def _claims(practice: Practice) -> str:
    total = len(practice.results)
    owned = sum(result.said_by == "owner" for result in practice.results)
    if not owned:
        return ""
    if owned == total:
        return "Every result above is" if total > 1 else "The result above is"
    return f"{owned} of {counted(total, 'result')} above {'is' if owned == 1 else 'are'}"


def _line(result: Result, citing: Citing) -> ResultLine:
    words = " ".join(filter(None, [_figure(result.value), result.unit]))
    by_sex = _by_sex(result.by_sex)
    return ResultLine(
        measure=result.measure,
        value=words,
        baseline=result.baseline or "",
        by_sex=by_sex,
        no_sex_breakdown="" if by_sex else result.no_sex_breakdown or NO_REASON,
        period=result.period or "",
        area=result.area or "",
        said_by=SAID_BY[result.said_by],
        state=state_mark(result.state),
        note=result.note or "",
        sources=citing.marks(result.source),
    )


def _by_sex(figures: BySex | None) -> str:
    if figures is None:
        return ""
    told = figures.model_dump(exclude_none=True)
    return ", ".join(f"{sex} {_figure(value)}" for sex, value in told.items())


def _figure(value: object) -> str:
    """A number with its thousands and a true minus sign; a text as it is."""
    words = value_words(value)
    return words.replace("-", "\N{MINUS SIGN}") if isinstance(value, int | float) else words

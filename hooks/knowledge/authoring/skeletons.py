"""The text with which a new file begins in an editor: a draft that passes, to be written over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from knowledge.authoring.drafts import Draft, draft
from knowledge.authoring.questions import Question
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import KnownNames

#: What stands in a field that takes any text, by the question; it says what belongs there.
WORDS = {
    "title": "The name of what you know",
    "summary": "What it is, in a sentence or two.",
    "start": "2027-06-12",
    "source.title": "Title of what you read",
    "source.publisher": "Who published it",
    "iso3": "XXX",
    "m49": "000",
}


def skeleton(kind: Kind, asked: Sequence[Question], names: KnownNames, today: date) -> Draft:
    """A draft in which every question that must be answered has an answer to write over."""
    answers = {}
    for question in asked:
        if question.required or (kind.id == "country" and question.name in ("iso3", "m49")):
            first = question.choices[0].id if question.choices else WORDS[question.name]
            answers[question.name] = first
    return draft(kind, asked, answers, names, set(), today)

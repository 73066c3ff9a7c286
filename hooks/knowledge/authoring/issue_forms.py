"""Forms at the code host that ask for a record, made from the same questions as every other way.

Source: GitHub Docs, "Syntax for GitHub's form schema" (elements, attributes, validations).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import yaml

from knowledge.authoring.questions import BETWEEN, Question
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import folded

#: Up to so many values are offered in a list; of more, names are written.
LONGEST_LIST = 40
#: The label that the forms set. It starts nothing: only a maintainer's own label does.
PROPOSED = "proposed record"
_HEADER = "# Made by scripts/generate.py from hooks/knowledge/kinds/; not written by hand.\n"
#: Each paragraph on one line: the code host keeps breaks of lines.
_INTRODUCTION = """\
Thank you. Say what you know; what you do not know you may leave empty. A maintainer turns your \
answers into a record and shows you the result before anything is published.

Please write no name of a person who was harmed, and no place smaller than a district beside a \
case. What you write here can be read by everyone at once."""
_TEXT = "In your own words; where you read it in brackets. Leave it empty if you do not know."


def form(kind: Kind, asked: Sequence[Question]) -> dict[str, Any]:
    """The form for a new record of a kind."""
    name = kind.label.lower()
    return {
        "name": f"Add {kind.with_article}",
        "description": f"Tell us of {kind.with_article} that belongs in the library.",
        "title": f"New {name}: ",
        "labels": [PROPOSED, kind.id],
        "body": [
            {"type": "markdown", "attributes": {"value": _INTRODUCTION}},
            *_fields(kind, asked),
        ],
    }


def form_text(kind: Kind, asked: Sequence[Question]) -> str:
    """The form as the file of `.github/ISSUE_TEMPLATE/`."""
    return _HEADER + yaml.safe_dump(
        form(kind, asked), sort_keys=False, allow_unicode=True, width=100
    )


def _fields(kind: Kind, asked: Sequence[Question]) -> Iterator[dict[str, Any]]:
    for question in asked:
        yield _element(question)
    for heading in kind.model.headings:
        yield {
            "type": "textarea",
            "id": element_id(heading),
            "attributes": {"label": heading, "description": _TEXT},
            "validations": {"required": False},
        }


def _element(question: Question) -> dict[str, Any]:
    attributes: dict[str, Any] = {"label": question.label}
    if question.help:
        attributes["description"] = question.help
    if 0 < len(question.choices) <= LONGEST_LIST:
        attributes["multiple"] = question.several
        attributes["options"] = [choice.label for choice in question.choices]
        sort = "dropdown"
    elif question.several:
        more = f"Several with a semicolon ({BETWEEN}) between them."
        attributes["description"] = f"{attributes.get('description', '')} {more}".strip()
        sort = "input"
    else:
        sort = "textarea" if question.name == "summary" else "input"
    return {
        "type": sort,
        "id": element_id(question.name),
        "attributes": attributes,
        "validations": {"required": question.required},
    }


def element_id(name: str) -> str:
    """The name of a question as the id of a form's element: letters, digits and hyphens."""
    return folded(name).replace(" ", "-")


def answers_in(
    body: str, kind: Kind, asked: Sequence[Question]
) -> tuple[dict[str, str], dict[str, str], list[str]]:
    """What an issue made with the form says: answers by question, texts by heading, and what is
    wrong with it.

    The code host writes each answer below its label as a heading of the third level. A label that
    stands twice, because an answer holds it too, is told and not guessed at.
    """
    labels = {question.label: question.name for question in asked}
    texts = kind.model.headings
    parts: dict[str, list[str]] = {}
    faults: list[str] = []
    current: list[str] = []
    for line in body.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        label = line.removeprefix("### ").strip() if line.startswith("### ") else ""
        if label in labels or label in texts:
            if label in parts:
                faults.append(f"“### {label}” stands twice; an answer must not hold that heading.")
            current = parts.setdefault(label, [])
        else:
            current.append(line)
    given = {label: _answer(lines) for label, lines in parts.items()}
    answers = {labels[label]: _joined(text, asked, label) for label, text in given.items()
               if label in labels}  # fmt: skip
    return answers, {label: given[label] for label in texts if given.get(label)}, faults


#: What the code host writes where nothing was answered.
_NOTHING = ("_No response_", "None")


def _answer(lines: list[str]) -> str:
    text = "\n".join(lines).strip()
    return "" if text in _NOTHING else text


def _joined(text: str, asked: Sequence[Question], label: str) -> str:
    """The chosen values of a list stand with commas between them; ours with semicolons."""
    question = next(q for q in asked if q.label == label)
    if not question.several or not 0 < len(question.choices) <= LONGEST_LIST:
        return text
    return BETWEEN.join(_chosen(text, [choice.label for choice in question.choices]))


def _chosen(text: str, labels: Sequence[str]) -> Iterator[str]:
    """The labels that a text is made of; a label may hold a comma itself."""
    rest = text
    by_length = sorted(labels, key=len, reverse=True)
    while rest := rest.strip(" ,\n"):
        found = next((one for one in by_length if rest.startswith(one)), None)
        if found is None:
            found, _, after = rest.partition(",")
            yield found.strip()
            rest = after
        else:
            yield found
            rest = rest[len(found) :]


def by_label(kinds: Mapping[str, Kind], labels: Sequence[str]) -> Kind | None:
    """The kind of record that an issue is about, by the labels that its form set."""
    return next((kinds[label] for label in labels if label in kinds), None)


def by_questions(body: str, asked: Iterable[tuple[Kind, Sequence[Question]]]) -> Kind | None:
    """The kind whose form an issue was written with, by the questions in it.

    The code host drops labels that the repository does not have yet, and writes every question of
    a form into the issue. None where the questions of no form, or of several, are all there.
    """
    lines = {line.rstrip() for line in body.replace("\r", "\n").split("\n")}
    found = [
        kind
        for kind, questions in asked
        if {f"### {label}" for label in (*kind.model.headings, *(q.label for q in questions))}
        <= lines
    ]
    return found[0] if len(found) == 1 else None

"""Answers in plain words become a draft: the text of a record that passes as one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from knowledge.authoring.questions import BETWEEN, SOURCE, Question
from knowledge.kinds.fields import Record
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import KnownNames, folded
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import nearest, validated
from knowledge.reading.characters import UNWANTED
from knowledge.writing.canonical import record_text
from knowledge.writing.ids import free_id, id_from

#: A heading of the first or second level, of which a record's text has its own.
_HEADING = re.compile(r"^ {0,3}#{1,2}[ \t]+")
#: The longest id of a source, which stands behind sentences.
LONGEST_SOURCE_ID = 40


@dataclass(frozen=True, slots=True)
class Refusal:
    """An answer that cannot stand: the question's name, what is wrong and what to write."""

    name: str
    message: str
    hint: str


@dataclass(slots=True)
class Draft:
    """The text of a new record and its path; both are empty where answers were refused."""

    path: str = ""
    text: str = ""
    record: Record | None = None
    refused: list[Refusal] = field(default_factory=list)


def answered(question: Question, answer: str, names: KnownNames) -> tuple[Any, Refusal | None]:
    """What an answer means: ids in the place of names, a list where several are allowed.

    None where nothing was answered to a question that need not be.
    """
    seen = UNWANTED.sub(" ", answer)
    parts = [
        " ".join(part.split()) for part in (seen.split(BETWEEN) if question.several else [seen])
    ]
    parts = [part for part in parts if part]
    if not parts:
        if not question.required:
            return None, None
        told = f"{question.label} is needed."
        return None, Refusal(question.name, told, question.help)
    values = []
    for part in parts:
        value, refusal = _chosen(question, part, names)
        if refusal:
            return None, refusal
        values.append(value)
    return (list(dict.fromkeys(values)) if question.several else values[0]), None


def draft(
    kind: Kind,
    asked: Sequence[Question],
    answers: Mapping[str, str],
    names: KnownNames,
    taken: set[str],
    today: date,
    texts: Mapping[str, str] | None = None,
) -> Draft:
    """A draft made from the answers to the questions of its kind.

    `taken` are the ids that other records have, `texts` what is written below the headings of its
    text; every answer that cannot stand is refused at once.
    """
    made = Draft()
    values: dict[str, Any] = {}
    source: dict[str, Any] = {}
    for question in asked:
        value, refusal = answered(question, answers.get(question.name, ""), names)
        if refusal:
            made.refused.append(refusal)
        elif value is not None:
            group, _, name = question.name.rpartition(".")
            (source if group == SOURCE else values)[name] = value
    if made.refused:
        return made
    id_ = free_id(values["title"], taken)
    source_id = id_from(f"{source['publisher']} {source['title']}", LONGEST_SOURCE_ID)
    data = {
        "id": id_, **values, "status": "draft", "added": today.isoformat(),
        **_filled_in(kind, values, source_id), "sources": {source_id: source},
    }  # fmt: skip
    places: list[Trail] = []

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        places.append(trail)
        return len(places), 1

    made.path = f"{kind.folder}/{id_}.md"
    record, problems = validated(kind.model, data, made.path, locate)
    if record is None:
        made.path = ""
        for problem in problems:
            name = _question_at(places[problem.line - 1])
            made.refused.append(Refusal(name, problem.message, problem.hint))
        return made
    made.record = record
    made.text = record_text(record, _body(kind, texts or {}))
    return made


def _body(kind: Kind, texts: Mapping[str, str]) -> str:
    """The text below its headings; those that must be there also without a text."""
    parts = []
    for heading in kind.model.headings:
        text = _below(texts.get(heading, ""))
        if text or heading in kind.model.required_headings:
            parts.append(f"## {heading}\n\n{text}".rstrip())
    return "\n\n".join(parts)


def _below(text: str) -> str:
    """A text that stands below a heading: its own headings are of the third level or lower."""
    lines = UNWANTED.sub("", text.replace("\r\n", "\n").replace("\t", "  ")).strip().split("\n")
    return "\n".join(_HEADING.sub("### ", line.rstrip()) for line in lines)


def _chosen(question: Question, part: str, names: KnownNames) -> tuple[str, Refusal | None]:
    if not question.choices:
        # A file wants digits in quotes, and says so; the quotes of an answer are none of it.
        bare = part.strip("'\"")
        return (bare if bare.isdigit() else part), None
    ids = [choice.id for choice in question.choices]
    if part in ids:
        return part, None
    if question.pointer and (id_ := names.id_of(question.pointer, part)) in ids:
        return str(id_), None
    same = [c.id for c in question.choices if folded(part) in (folded(c.id), folded(c.label))]
    if len(same) == 1:
        return same[0], None
    told = f"“{part}” is not one of the values of {question.label.lower()}."
    return "", Refusal(question.name, told, nearest(part, ids))


def _filled_in(kind: Kind, values: Mapping[str, Any], source_id: str) -> dict[str, Any]:
    """What a kind cannot be without and nobody need be asked: it follows from the answers."""
    fields = kind.model.model_fields
    filled: dict[str, Any] = {}
    if "names" in fields and fields["names"].is_required():
        filled["names"] = {"short": values["title"]}
    if "source" in fields and fields["source"].is_required():
        filled["source"] = [source_id]
    if "state" in fields and fields["state"].is_required():
        filled["state"] = "to-verify"
    if "stages" in fields and fields["stages"].is_required():
        first = {"id": "raw-material", "title": "Raw material", "happens": "To be described."}
        filled["stages"] = [{**first, "source": [source_id]}]
    return filled


def _question_at(trail: Trail) -> str:
    if trail[:1] == ("sources",) and len(trail) > 2:
        return f"{SOURCE}.{trail[2]}"
    return str(trail[0]) if trail else ""

"""Answers in plain words become a draft that passes, and say which of them cannot stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from built_site import ROOT

from knowledge.authoring.drafts import Draft, draft
from knowledge.authoring.questions import Question, questions
from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import known_names
from knowledge.library import Library, load
from knowledge.reading.documents import document_of

TODAY = date(2026, 11, 25)
ANSWERS = {
    "title": "École, puits et goûters: a “school” model!",
    "summary": "A village digs wells.",
    "approach": "Area-based approach; joint-committee",
    "level": "community",
    "targets": "Child Labor",
    "countries": "Ivory Coast; Ghana ; ghana",
    "source.title": "Report on wells",
    "source.publisher": "Ministry of Water",
    "source.kind": "Government",
    "source.url": "",
    "type": "donor-programme",
    "scope": "countries",
    "functions": "funding",
    "url": "",
    "goods": "Cocoa",
    "start": "2027-06",
    "place": "Accra",
    "jurisdiction": "union",
    "members": "GHA; CIV",
    "iso3": "",
    "m49": "",
}


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


def asked(library: Library, kind: Kind) -> tuple[Question, ...]:
    return questions(kind, library.vocabularies, library.entries)


def drafted(library: Library, kind: str, taken: set[str] | None = None, **other: str) -> Draft:
    names = known_names(library.entries, library.vocabularies)
    answers = ANSWERS | {name.replace("__", "."): value for name, value in other.items()}
    if kind == "initiative":
        answers["type"] = other.get("type", library.vocabularies["initiative-types"].terms[0].label)
    if kind == "event":
        answers["type"] = other.get("type", library.vocabularies["event-types"].terms[0].label)
    if kind == "initiative":
        answers["functions"] = library.vocabularies["functions"].terms[0].id
    found = asked(library, BY_ID[kind])
    return draft(BY_ID[kind], found, answers, names, taken or set(), TODAY)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_answers_become_a_draft_of_every_kind(library: Library, kind: Kind) -> None:
    made = drafted(library, kind.id)
    assert made.refused == []
    assert made.record is not None
    assert made.record.status == "draft"
    assert made.path == f"{kind.folder}/ecole-puits-et-gouters-a-school-model.md"
    document, problems = document_of(made.text, made.path)
    assert problems == []
    assert document is not None
    headings = [line[3:] for line in document.body.splitlines() if line.startswith("## ")]
    assert headings == list(kind.model.required_headings)


def test_a_practice_is_asked_ten_questions_at_most(library: Library) -> None:
    assert len(asked(library, BY_ID["practice"])) <= 10


def test_names_become_ids_and_stand_once(library: Library) -> None:
    text = drafted(library, "practice").text
    assert "countries: [cote-d-ivoire, ghana]\n" in text
    assert "targets: [child-labour]\n" in text
    assert "approach: [area-based, joint-committee]\n" in text
    assert "added: 2026-11-25\n" in text


def test_an_id_that_is_taken_gets_a_number(library: Library) -> None:
    base = "ecole-puits-et-gouters-a-school-model"
    assert drafted(library, "practice", {base, f"{base}-2"}).path == f"practices/{base}-3.md"


def test_every_answer_that_cannot_stand_is_refused_at_once_with_the_nearest_value(
    library: Library,
) -> None:
    made = drafted(library, "practice", title=" ", countries="Atlantis", approach="inspektion")
    assert (made.text, made.path) == ("", "")
    told = {refusal.name: refusal for refusal in made.refused}
    assert set(told) == {"title", "countries", "approach"}
    assert "Did you mean “inspection”?" in told["approach"].hint


@pytest.mark.parametrize(
    ("answer", "name"),
    [({"source__url": "example.org/report"}, "source.url"), ({"start": "next June"}, "start")],
)
def test_a_value_that_a_field_refuses_is_led_back_to_its_question(
    library: Library, answer: dict[str, str], name: str
) -> None:
    made = drafted(library, "event", **answer)
    assert [refusal.name for refusal in made.refused] == [name]
    assert made.refused[0].hint


@pytest.mark.parametrize(
    "hostile", ["---\ntitle: x", "a: b # c", "'\"{[&*!|>%@`", "\u202eevil", "🌍 = 1"]
)
def test_a_hostile_title_stays_a_title(library: Library, hostile: str) -> None:
    made = drafted(library, "practice", title=hostile)
    if made.refused:
        assert made.text == ""
        return
    assert made.record is not None
    document, problems = document_of(made.text, made.path)
    assert problems == [], "what is written can be read"
    assert document is not None
    assert document.data["title"] == " ".join(hostile.replace("\u202e", " ").split())
    assert Path(made.path).parent.as_posix() == "practices"

"""Whichever way somebody tells what they know, the same record comes of it, byte for byte."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from built_site import ROOT
from scripts.test_commands import command

import check
from knowledge import clock
from knowledge.authoring.issue_forms import answers_in, form
from knowledge.authoring.questions import Question, questions
from knowledge.authoring.skeletons import skeleton
from knowledge.kinds import BY_ID
from knowledge.library import Library, load

#: A real practice, as somebody who knows it would tell of it: the answers to the ten questions.
#: Source: ILO, "Mobile inspection" (Special Mobile Inspection Group, Brazil), as in its record.
FACTS = {
    "title": "Special mobile inspection of farms",
    "summary": "Inspectors travel unannounced with police and prosecutors, free workers found in "
    "slave labour and fine the employer on the spot.",
    "approach": "Labour inspection; Joint committee or joint agency",
    "level": "National",
    "targets": "Forced labour",
    "countries": "Brazil",
    "source.title": "The good practices of labour inspection in Brazil",
    "source.publisher": "International Labour Organization",
    "source.kind": "United Nations",
    "source.url": "",
}
#: What a practice can point to before it points to other records.
NEEDED = (
    "content/vocabularies",
    "content/sources.yml",
    "countries/brazil.md",
    "countries/ghana.md",
)
PATH = "practices/special-mobile-inspection-of-farms.md"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the vocabularies and two countries, in which nothing takes long."""
    root = tmp_path / "records"
    (root / "practices").mkdir(parents=True)
    for name in NEEDED:
        to = root / name
        to.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / name).is_dir() else shutil.copy)(ROOT / name, to)
    return root


def asked(library: Library) -> tuple[Question, ...]:
    return questions(BY_ID["practice"], library.vocabularies, library.entries)


def as_an_issue(library: Library, answers: Mapping[str, str], texts: Mapping[str, str]) -> str:
    """The text that the code host makes of a filled form."""
    labels = {q.name: q.label for q in asked(library)}
    several = {q.name for q in asked(library) if q.several and len(q.choices) <= 40}
    parts = []
    for name, answer in answers.items():
        shown = ", ".join(p.strip() for p in answer.split(";")) if name in several else answer
        parts.append(f"### {labels[name]}\n\n{shown or '_No response_'}")
    headings = BY_ID["practice"].model.headings
    parts += [f"### {heading}\n\n{texts.get(heading) or '_No response_'}" for heading in headings]
    return "\n\n".join(parts)


def event(tmp_path: Path, body: str, **issue: Any) -> Path:
    path = tmp_path / "event.json"
    labels = [{"name": "proposed record"}, {"name": "practice"}, {"name": "make record"}]
    whole = {"number": 7, "title": "x", "labels": labels, "body": body, **issue}
    path.write_text(json.dumps({"issue": whole}), encoding="utf-8")
    return path


def from_issue(root: Path, path: Path, to: Path) -> int:
    return int(command("from_issue").main([str(path), "--root", str(root), "--to", str(to)]))


def written_over(begun: str) -> str:
    """The file that an editor opens, with the same facts in it: names as people write them, a
    value in quotes, a field at the end, a text on several lines."""
    changes = {
        "id: the-name-of-what-you-know": f"id: {Path(PATH).stem}",
        "title: The name of what you know": f'title: "{FACTS["title"]}"',
        "summary: What it is, in a sentence or two.": f"summary: >-\n  {FACTS['summary']}",
        "status: draft": "status: Draft",
        "who-published-it-title-of-what-you-read:": "international-labour-organization-the:",
        "title: Title of what you read": f"title: {FACTS['source.title']}",
        "publisher: Who published it": f"publisher: {FACTS['source.publisher']}",
        "kind: law-text": f"kind: {FACTS['source.kind']}",
        "approach: [area-based]": "approach:\n- Labour inspection\n- joint-committee",
        "level: [community]": "level: [National]",
        "targets: [child-labour]\n": "targets: [Forced Labor]\ncountries: [Brazil]\n",
    }
    for before, after in changes.items():
        assert before in begun, before
        begun = begun.replace(before, after)
    return begun


def test_the_form_the_command_and_the_file_in_the_editor_give_the_same_record(
    library: Library, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The form, turned into a record by a maintainer's label.
    body = as_an_issue(library, FACTS, {}).replace("\n", "\r\n")
    assert from_issue(root, event(tmp_path, body), tmp_path / "made") == 0
    by_form = (root / PATH).read_bytes()
    assert (tmp_path / "made" / "path.txt").read_text() == f"{PATH}\n"
    (root / PATH).unlink()

    # The command.
    answers = iter(FACTS.values())
    monkeypatch.setattr("builtins.input", lambda prompt: next(answers))
    assert command("new").main(["practice", "--root", str(root)]) == 0
    by_command = (root / PATH).read_bytes()

    # The code host's editor: the file as it opens, written over as people do; then `fix.py`.
    begun = skeleton(BY_ID["practice"], asked(library), library.names, clock.computer_day()).text
    (root / PATH).write_text(written_over(begun), encoding="utf-8")
    assert command("fix").main([PATH, "--root", str(root)]) == 0
    assert by_form == by_command == (root / PATH).read_bytes()
    assert check.main(["--root", str(root), PATH]) == 0


def test_what_was_written_in_the_form_stands_below_its_heading(
    library: Library, root: Path, tmp_path: Path
) -> None:
    texts = {
        "The problem": "# Big\n\nWorkers are far from\r\nany office.",
        "Limits": "Few teams — só 4.",
    }
    assert from_issue(root, event(tmp_path, as_an_issue(library, FACTS, texts)), tmp_path) == 0
    text = (root / PATH).read_text(encoding="utf-8")
    assert "## The problem\n\n### Big\n\nWorkers are far from\nany office.\n\n## What was" in text
    assert text.endswith("## Limits\n\nFew teams — só 4.\n")
    assert check.main(["--root", str(root), PATH]) == 0


@pytest.mark.parametrize(
    "title",
    [
        "$(touch /tmp/x) `id` && rm -rf / #",
        "x\n\n### Summary\n\nhijacked",
        "---\nid: other",
        '"; DROP TABLE "',
        "<script>alert(1)</script>",
        "${{ github.token }}",
    ],
)
def test_a_hostile_title_is_a_title_or_is_refused(
    library: Library, root: Path, tmp_path: Path, title: str
) -> None:
    before = set(root.rglob("*.md"))
    made = tmp_path / "made"
    code = from_issue(
        root, event(tmp_path, as_an_issue(library, FACTS | {"title": title}, {})), made
    )
    new = set(root.rglob("*.md")) - before
    if code == 1:
        assert new == set()
        assert "No record could be made" in (made / "comment.md").read_text(encoding="utf-8")
        return
    (path,) = new
    assert path.parent == root / "practices"
    assert path.name.replace("-", "").removesuffix(".md").isalnum()
    assert check.main(["--root", str(root), "practices"]) == 0


def test_answers_that_cannot_stand_are_all_told_in_the_issue(
    library: Library, root: Path, tmp_path: Path
) -> None:
    answers = FACTS | {"countries": "Atlantis", "source.url": "example.org", "summary": ""}
    assert from_issue(root, event(tmp_path, as_an_issue(library, answers, {})), tmp_path) == 1
    told = (tmp_path / "comment.md").read_text(encoding="utf-8")
    assert "**Countries**: `“Atlantis” is not one of the values of countries.`" in told
    assert "**Summary**: `Summary is needed.`" in told
    assert not (tmp_path / "path.txt").exists()


def test_a_heading_of_the_form_inside_an_answer_is_told_and_not_guessed_at(
    library: Library,
) -> None:
    body = as_an_issue(library, FACTS, {"Limits": "as I said\n\n### Title\n\nanother"})
    _, _, faults = answers_in(body, BY_ID["practice"], asked(library))
    assert faults == ["“### Title” stands twice; an answer must not hold that heading."]


def test_an_event_that_is_no_form_is_refused_and_answered(root: Path, tmp_path: Path) -> None:
    for whole in ({"labels": []}, {"labels": [{"name": "correction"}]}):
        with pytest.raises(SystemExit) as ended:
            from_issue(root, event(tmp_path, "hello", **whole), tmp_path)
        assert ended.value.code == 2
        told = (tmp_path / "comment.md").read_text(encoding="utf-8")
        assert told.startswith("No record can be made of this issue")
        (tmp_path / "comment.md").unlink()


def test_a_form_is_known_by_its_questions_where_the_repository_has_no_labels_yet(
    library: Library, root: Path, tmp_path: Path
) -> None:
    body = as_an_issue(library, FACTS, {})
    assert from_issue(root, event(tmp_path, body, labels=[{"name": "make record"}]), tmp_path) == 0
    assert (root / PATH).is_file()


def test_no_word_of_an_issue_stands_in_the_message_of_the_commit(
    library: Library, root: Path, tmp_path: Path
) -> None:
    answers = FACTS | {"title": "Fixes #1 [skip ci] @everyone"}
    assert from_issue(root, event(tmp_path, as_an_issue(library, answers, {})), tmp_path) == 0
    message = (tmp_path / "message.txt").read_text(encoding="utf-8")
    assert message == "Add a draft: practices/fixes-1-skip-ci-everyone.md\n\nMade of #7.\n"


def test_a_choice_with_a_comma_in_it_stays_whole(library: Library) -> None:
    made = form(BY_ID["practice"], asked(library))
    options = [o for part in made["body"] for o in part["attributes"].get("options", ())]
    assert options
    body = as_an_issue(library, FACTS, {})
    answers, texts, faults = answers_in(body, BY_ID["practice"], asked(library))
    assert answers["approach"] == "Labour inspection;Joint committee or joint agency"
    assert (texts, faults) == ({}, [])

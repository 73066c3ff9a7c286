"""The page on contributing leads to a form, an editor and a sheet for every kind of record."""

from __future__ import annotations

import contextlib
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from built_site import ROOT
from scripts.test_commands import command

from knowledge.authoring.questions import questions
from knowledge.kinds import BY_FOLDER, KINDS
from knowledge.kinds.known_names import known_names
from knowledge.library import Library, load
from knowledge.pages.contribute import OTHER_FORMS, contribute_pages
from knowledge.pages.templates import rendered
from knowledge.reading.documents import document_of
from knowledge.writing.repairs import repaired

FORMS = ROOT / ".github" / "ISSUE_TEMPLATE"
TODAY = date(2026, 11, 25)
#: Servers refuse addresses that are much longer; 8,000 characters are what most of them take.
LONGEST_ADDRESS = 6_000


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


def page(library: Library, address: str, repo: str = "") -> str:
    made = {at: make for at, _, make in contribute_pages(library, TODAY, repo)}
    return rendered(made[address]())


def links(html: str, host: str) -> list[str]:
    return [part.partition('"')[0].replace("&amp;", "&") for part in html.split('href="')[1:]
            if part.startswith(host)]  # fmt: skip


def test_every_form_that_it_leads_to_exists(library: Library) -> None:
    html = page(library, "contribute/", "https://host.example/group/site/")
    found = [parse_qs(urlsplit(link).query)["template"][0] for link in links(html, "https://host")
             if "/issues/new" in link]  # fmt: skip
    assert len(found) == len(KINDS) + len(OTHER_FORMS)
    assert [name for name in found if not (FORMS / name).is_file()] == []
    assert {path.name for path in FORMS.glob("[0-9]*.yml")} == set(found), (
        "and no form is forgotten"
    )


def test_the_editor_opens_a_draft_that_passes(library: Library) -> None:
    html = page(library, "contribute/", "https://host.example/group/site")
    begun = [link for link in links(html, "https://host") if "/new/main/" in link]
    assert len(begun) == len(KINDS)
    names = known_names(library.entries, library.vocabularies)
    for link in begun:
        assert len(link) < LONGEST_ADDRESS
        given = parse_qs(urlsplit(link).query)
        kind = BY_FOLDER[Path(urlsplit(link).path).name]
        # The name is that of a file within the folder which the address names.
        path, text = f"{kind.folder}/{given['filename'][0]}", given["value"][0]
        outcome = repaired(text, path, kind, names)
        assert (outcome.problems, outcome.text) == ([], text), "it has the one canonical form"
        document, _ = document_of(text, path)
        assert document is not None
        assert document.data["status"] == "draft"
        assert path == f"{kind.folder}/{document.data['id']}.md", "it is found under its own id"


def test_without_a_repository_nothing_leads_nowhere(library: Library) -> None:
    html = page(library, "contribute/")
    assert "issues/new" not in html
    assert "does not say where its repository is" in html
    assert html.count("Print a sheet") == len(KINDS)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_sheet_asks_what_the_form_asks(library: Library, kind) -> None:
    html = page(library, f"contribute/{kind.id}/")
    asked = questions(kind, library.vocabularies, library.entries)
    for label in (*(question.label for question in asked), *kind.model.headings):
        assert f"<b>{label}</b>" in html.replace("&#39;", "'")


def test_each_way_is_shown_as_it_begins(
    library: Library, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    html = page(library, "contribute/", "https://host.example/group/site")
    file, typed = (
        unescape(part.partition("</pre>")[0].partition(">")[2]) for part in html.split("<pre")[1:]
    )
    (link,) = (one for one in links(html, "https://host") if "/new/main/practices" in one)
    assert file == parse_qs(urlsplit(link).query)["value"][0], "the file that the editor opens"

    answers = iter(["A title"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    with contextlib.suppress(StopIteration):
        command("new").main(["practice"])
    said = [line for line in capsys.readouterr().out.splitlines() if line]
    shown = [line for line in typed.splitlines() if line and line != "> "]
    assert shown == ["$ python3 scripts/new.py practice", *said], "what the command prints"

    form = yaml.safe_load((FORMS / "2-practice.yml").read_text(encoding="utf-8"))["body"]
    first = [part["attributes"]["label"] for part in form if "id" in part][:3]
    drawn = html.partition('id="form"')[2].partition('id="editor"')[0]
    assert [label for label in first if f"<b>{label}</b>" not in drawn] == []

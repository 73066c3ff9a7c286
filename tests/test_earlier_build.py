"""An unchanged page is taken from the site that stands, and nothing else ever is."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import pytest
from built_site import build, contents, repository

from knowledge.earlier_build import EarlierBuild, mark_of

SMALL = Path(__file__).parent / "sites" / "small"
COUNTRY = "countries/ghana/index.html"
PRINTS = 'print("made", planned.output)\n        page = planned.make()'


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built repository that prints which pages it makes."""
    root = repository(tmp_path_factory.mktemp("earlier") / "repository", SMALL)
    module = root / "hooks" / "knowledge" / "publishing.py"
    text = module.read_text()
    assert text.count("page = planned.make()") == 1
    module.write_text(text.replace("page = planned.make()", PRINTS))
    assert build(root, "--strict").code == 0
    return root


@pytest.fixture
def root(told: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(told, tmp_path / "repository"))


def _made(root: Path) -> set[str]:
    ended = build(root, "--strict")
    assert ended.code == 0, ended.said
    return set(re.findall(r"^made (\S+)$", ended.said, flags=re.MULTILINE))


def test_an_unchanged_repository_is_not_made_again_and_gives_the_same_site(root: Path) -> None:
    before = contents(root / "site")
    assert _made(root) == set()
    assert contents(root / "site") == before


def test_one_changed_record_makes_everything_again(root: Path) -> None:
    record = root / "countries" / "ghana.md"
    record.write_text(record.read_text().replace("title: Ghana", "title: Ghana, changed", 1))
    assert COUNTRY in _made(root)
    assert "Ghana, changed" in (root / "site" / COUNTRY).read_text()
    assert "Ghana, changed" in (root / "site" / "countries" / "index.html").read_text()


@pytest.mark.parametrize(
    "changed", ["hooks/theme/macros.html", "content/sources.yml", "mkdocs.yml"]
)
def test_a_changed_template_source_or_setting_makes_everything_again(
    root: Path, changed: str
) -> None:
    text = (root / changed).read_text()
    new = {
        "hooks/theme/macros.html": text + "{# a remark #}\n",
        "content/sources.yml": text.replace("title: ", "title: New ", 1),
        "mkdocs.yml": text.replace("site_name: Supply", "site_name: New Supply"),
    }[changed]
    assert new != text
    (root / changed).write_text(new)
    assert COUNTRY in _made(root)


def test_a_page_that_was_changed_by_hand_or_lost_is_made_again(root: Path) -> None:
    before = contents(root / "site")
    page = root / "site" / COUNTRY
    page.write_text(page.read_text().replace("Ghana", "Gahna"))  # of the same size
    (root / "site" / "practices" / "index.html").unlink()
    assert _made(root) == {COUNTRY, "practices/index.html"}
    assert contents(root / "site") == before


def test_where_a_disk_knows_no_second_name_a_file_is_copied_with_its_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = tmp_path / "site" / "page.html"
    page.parent.mkdir()
    page.write_text("A page")
    os.utime(page, ns=(10**18, 10**18))
    monkeypatch.setattr(os, "link", lambda *_: (_ for _ in ()).throw(OSError))
    earlier = EarlierBuild(tmp_path / "site", "", {"page.html": mark_of(page)})
    assert earlier.placed("page.html", tmp_path / "new" / "page.html")
    assert mark_of(tmp_path / "new" / "page.html") == mark_of(page)


def test_a_note_that_cannot_be_read_or_lies_does_no_harm(root: Path) -> None:
    before = contents(root / "site")
    note = root / ".site.made"
    noted = json.loads(note.read_text())
    noted["made"] = dict.fromkeys(noted["made"], "0")
    for text in ("", "[]", '{"made": 3}', json.dumps(noted)):
        note.write_text(text)
        assert COUNTRY in _made(root)
        assert contents(root / "site") == before

"""One mistake anywhere stops the build with every problem told, and the old site stays."""

from __future__ import annotations

import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
from built_site import Built, build, contents
from built_site import repository as repository_of

unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such limits and signals")
SMALL = Path(__file__).parent / "sites" / "small"


@pytest.fixture(scope="module")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small repository with its site."""
    root = repository_of(tmp_path_factory.mktemp("repository"), SMALL)
    first = build(root, "--strict")
    assert first.code == 0, first.said
    return root


@pytest.fixture
def repository(built_once: Path, tmp_path: Path) -> Path:
    """A fresh copy of it, to break."""
    return Path(shutil.copytree(built_once, tmp_path / "repository"))


def _fails_and_keeps(repository: Path) -> Built:
    before = contents(repository / "site")
    assert before
    ended = build(repository, "--strict")
    assert ended.code == 1, ended.said
    assert "Traceback" not in ended.said
    assert contents(repository / "site") == before
    assert not (repository / ".site.building").exists()
    return ended


def test_the_site_is_the_same_from_wherever_its_settings_are_named(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`mkdocs build -f mkdocs.yml` gives MkDocs paths that begin where it was started."""
    monkeypatch.chdir(repository)
    ended = build(repository, "--strict", "-f", "mkdocs.yml", folder=repository / "other")
    assert ended.code == 0, ended.said
    assert "assets/site.js" in contents(repository / "other")
    assert contents(repository / "other") == contents(repository / "site")


def test_a_bad_record_is_told_with_every_problem_and_changes_nothing(repository: Path) -> None:
    record = next(
        p for p in sorted((repository / "practices").glob("*.md")) if p.name != "README.md"
    )
    text = record.read_text()
    text = text.replace("\nsummary:", "\nsumary:", 1).replace("state: stated", "state: sure", 1)
    record.write_text(text)
    said = _fails_and_keeps(repository).said
    assert re.search(rf"practices/{record.name}:\d+:\d+: unknown-field: ", said)
    assert re.search(rf"practices/{record.name}:\d+:\d+: unknown-value: ", said)
    assert "Did you mean “summary”?" in said
    assert re.search(r"python3 scripts/explain.py unknown-field unknown-value\b", said)


def test_a_broken_link_in_prose_changes_nothing(repository: Path) -> None:
    page = repository / "content" / "about.md"
    page.write_text(page.read_text() + "\nSee [this](../practices/no-such-practice.md).\n")
    assert re.search(r"content/about.md:\d+:\d+: broken-link: ", _fails_and_keeps(repository).said)


def test_a_failure_late_in_the_build_changes_nothing(repository: Path) -> None:
    template = repository / "hooks" / "theme" / "records" / "practice.html"
    template.write_text(template.read_text() + "{{ view.no_such_value }}")
    before = contents(repository / "site")
    ended = build(repository, "--strict")
    assert ended.code != 0
    assert contents(repository / "site") == before


@unix
def test_a_full_disk_is_told_in_plain_words_and_changes_nothing(repository: Path) -> None:
    before = contents(repository / "site")
    ended = build(repository, "--strict", limited=_no_file_over_4_kb)
    assert ended.code == 1, ended.said
    assert "Traceback" not in ended.said
    assert "The site could not be written" in ended.said
    assert contents(repository / "site") == before


@unix
def test_a_kill_in_the_middle_changes_nothing_and_the_next_build_succeeds(repository: Path) -> None:
    before = contents(repository / "site")
    module = repository / "hooks" / "knowledge" / "publishing.py"
    whole = module.read_text()
    last = "    for output, make in of_the_site("
    assert last in whole
    module.write_text(
        whole.replace(last, "    __import__('os').kill(__import__('os').getpid(), 9)\n" + last)
    )
    assert build(repository, "--strict").code == -signal.SIGKILL
    assert contents(repository / "site") == before
    module.write_text(whole)
    assert build(repository, "--strict").code == 0
    assert contents(repository / "site") == before


def _no_file_over_4_kb() -> None:
    import resource  # only where there are such limits

    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_good_change_replaces_the_site(repository: Path) -> None:
    record = next(
        p for p in sorted((repository / "practices").glob("*.md")) if p.name != "README.md"
    )
    record.write_text(
        re.sub(r"\ntitle: .*", "\ntitle: A title of its own", record.read_text(), count=1)
    )
    ended = build(repository, "--strict")
    assert ended.code == 0, ended.said
    page = (repository / "site" / "practices" / record.stem / "index.html").read_text()
    assert "A title of its own" in page

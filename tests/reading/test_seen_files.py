"""A file has changed when its bytes have, whatever its date says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from knowledge.reading.seen_files import SeenFiles


def _write(path: Path, text: str, seconds_ago: float = 100) -> None:
    """A file whose date is older than what is looked at twice for its date alone."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    date = path.stat().st_mtime_ns - int(seconds_ago * 1e9)
    os.utime(path, ns=(date, date))


@pytest.fixture
def files(tmp_path: Path) -> SeenFiles:
    _write(tmp_path / "practices/a.md", "one")
    _write(tmp_path / "practices/b.md", "two")
    _write(tmp_path / "mkdocs.yml", "name")
    _write(tmp_path / "elsewhere/c.md", "not looked at")
    seen = SeenFiles(tmp_path, ["practices", "mkdocs.yml", "events"])
    assert seen.look() == {"practices/a.md", "practices/b.md", "mkdocs.yml"}
    assert seen.look() == set()
    return seen


def test_a_file_that_is_new_changed_or_gone_is_told_once(files: SeenFiles, tmp_path: Path) -> None:
    _write(tmp_path / "practices/a.md", "another")
    (tmp_path / "practices/b.md").unlink()
    _write(tmp_path / "events/new.md", "a folder that was not there")
    assert files.look() == {"practices/a.md", "practices/b.md", "events/new.md"}
    assert files.look() == set()


def test_a_renamed_file_is_one_that_is_gone_and_one_that_is_new(
    files: SeenFiles, tmp_path: Path
) -> None:
    (tmp_path / "practices/a.md").rename(tmp_path / "practices/z.md")
    assert files.look() == {"practices/a.md", "practices/z.md"}


def test_a_change_that_keeps_size_and_date_is_seen(files: SeenFiles, tmp_path: Path) -> None:
    path = tmp_path / "practices/a.md"
    date = path.stat().st_mtime_ns
    path.write_text("two", encoding="utf-8")
    os.utime(path, ns=(date, date))
    assert files.look() == {"practices/a.md"}


def test_a_second_change_in_the_same_moment_is_seen(
    files: SeenFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # On a system whose clock ticks slowly nothing but the bytes tells the two apart.
    monkeypatch.setattr("knowledge.reading.seen_files._stat", lambda told: (0, 0, 3, 7))
    monkeypatch.setattr("knowledge.reading.seen_files.time.time_ns", lambda: 1_000_000_000)
    path = tmp_path / "practices/a.md"
    path.write_text("ONE", encoding="utf-8")
    assert "practices/a.md" in files.look()
    path.write_text("TWO", encoding="utf-8")
    assert files.look() == {"practices/a.md"}


def test_a_new_date_without_another_byte_is_no_change(files: SeenFiles, tmp_path: Path) -> None:
    (tmp_path / "practices/a.md").touch()
    assert files.look() == set()


def test_hidden_files_do_not_count_and_folders_and_broken_links_do(
    files: SeenFiles, tmp_path: Path
) -> None:
    _write(tmp_path / "practices/.a.md.swp", "an editor's own")
    _write(tmp_path / "practices/__pycache__/a.pyc", "Python's own")
    assert files.look() == set()
    (tmp_path / "practices/folder").mkdir()
    (tmp_path / "practices/link.md").symlink_to(tmp_path / "nothing")
    assert files.look() == {"practices/folder", "practices/link.md"}


def test_a_folder_of_which_a_link_leads_back_to_itself_ends(
    files: SeenFiles, tmp_path: Path
) -> None:
    (tmp_path / "practices/again").symlink_to(tmp_path / "practices")
    assert files.look() == {"practices/again"}

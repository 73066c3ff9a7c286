"""The day that pages show comes from the commit, never from the computer."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from knowledge.clock import page_day


def test_the_epoch_of_the_build_decides(tmp_path: Path) -> None:
    assert page_day(tmp_path, {"SOURCE_DATE_EPOCH": "1764547200"}) == date(2025, 12, 1)


def test_a_folder_without_history_has_no_day_of_its_own(tmp_path: Path) -> None:
    assert page_day(tmp_path, {}) is None


def test_an_epoch_that_is_no_number_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="soon"):
        page_day(tmp_path, {"SOURCE_DATE_EPOCH": "soon"})


def test_without_an_epoch_the_last_commit_decides(tmp_path: Path) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"]
    when = {"GIT_COMMITTER_DATE": "2024-02-29T12:00:00Z", "GIT_AUTHOR_DATE": "2024-01-01T00:00:00Z"}
    for words in (["init", "-q"], [*identity, "commit", "-q", "--allow-empty", "-m", "x"]):
        subprocess.run(
            ["git", "-C", str(tmp_path), *words], check=True, env={"PATH": "/usr/bin:/bin", **when}
        )
    assert page_day(tmp_path, {}) == date(2024, 2, 29)


def test_an_epoch_beyond_the_calendar_is_refused_in_plain_words(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="must be a number of seconds"):
        page_day(tmp_path, {"SOURCE_DATE_EPOCH": "9" * 25})

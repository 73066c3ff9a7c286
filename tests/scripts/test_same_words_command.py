"""The command that finds sentences which stand elsewhere word for word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


def _run(*arguments: str, root: Path = SMALL) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts/same_words.py"), "--root", str(root), *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_a_sentence_that_a_file_of_the_folder_has_is_told_with_both_places(tmp_path: Path) -> None:
    sentence = "A monthly stipend for children who attended four days in five helped."
    (tmp_path / "report.md").write_text(f"# Report\n\n{sentence}\n", encoding="utf-8")
    ended = _run(str(tmp_path))
    assert ended.returncode == 1, ended.stderr
    assert "practices/schooling-incentives-carpets.md: line " in ended.stdout
    assert "monthly stipend for\nchildren" not in ended.stdout
    assert "11 words: a monthly stipend for children who attended four days in five" in ended.stdout
    assert "in report.md, line 3" in ended.stdout
    assert "1 runs of equal words" in ended.stdout


def test_a_folder_without_equal_words_passes(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text("Nothing of the kind.", encoding="utf-8")
    ended = _run(str(tmp_path))
    assert ended.returncode == 0, ended.stdout
    assert ended.stdout.startswith("0 runs of equal words")


def test_without_a_folder_the_records_are_compared_with_each_other() -> None:
    ended = _run()
    assert ended.returncode in (0, 1), ended.stderr
    assert "in more than 4 records each are fixed wordings" in ended.stdout


def test_a_folder_that_is_not_there_is_told() -> None:
    ended = _run("no/such/folder")
    assert ended.returncode == 2
    assert "no/such/folder is not a folder" in ended.stderr

"""The command that writes the workbook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/export.py"), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_it_writes_the_workbook_and_says_where(tmp_path: Path) -> None:
    file = tmp_path / "made" / "all.xlsx"
    ended = _run(str(file), "--root", str(SMALL))
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"The workbook: {file} (")
    assert file.read_bytes().startswith(b"PK")


def test_a_name_that_no_spreadsheet_would_open_is_refused(tmp_path: Path) -> None:
    ended = _run(str(tmp_path / "all.csv"), "--root", str(SMALL))
    assert ended.returncode == 2
    assert "must end in .xlsx" in ended.stderr


def test_records_with_faults_make_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "practices").mkdir()
    (tmp_path / "practices" / "broken.md").write_text("no fields", encoding="utf-8")
    ended = _run(str(tmp_path / "all.xlsx"), "--root", str(tmp_path))
    assert ended.returncode == 1
    assert "run scripts/check.py first" in ended.stderr
    assert not (tmp_path / "all.xlsx").exists()

"""`fix.py` shows what it mends, writes it once, and says what a person must do."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from scripts.test_commands import command

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    shutil.copytree(SMALL, tmp_path / "records")
    return tmp_path / "records"


def fix(root: Path, *arguments: str) -> int:
    return int(command("fix").main([*arguments, "--root", str(root)]))


def a_practice(root: Path) -> Path:
    return next(p for p in sorted((root / "practices").glob("*.md")) if p.name != "README.md")


def test_it_mends_and_shows_the_difference_and_a_second_time_nothing(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fix(root) == 0
    path = a_practice(root)
    good = path.read_bytes()
    path.write_bytes(good.replace(b"\n", b"\r\n").replace(b"title: ", b"title:   "))
    capsys.readouterr()
    assert fix(root, "--dry-run") == 1, "a check of the form can stand in a script"
    assert path.read_bytes() != good, "a dry run writes nothing"
    assert fix(root, f"practices/{path.name}") == 0
    said = capsys.readouterr().out
    assert "(as it was)" in said
    assert "-title:   " in said
    assert "1 records looked at, 1 mended" in said
    assert path.read_bytes() == good
    assert fix(root) == 0
    assert "0 mended" in capsys.readouterr().out
    assert not list((root / "practices").glob(".*")), "nothing is left behind"


def test_what_it_cannot_mend_it_tells_with_the_place_and_leaves(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = a_practice(root)
    broken = path.read_text(encoding="utf-8").replace("title: ", "titel: ", 1)
    path.write_text(broken, encoding="utf-8")
    assert fix(root, str(path)) == 1
    said = capsys.readouterr().out
    assert f"practices/{path.name}:3:1" in said
    assert "for a person to mend" in said
    assert "python3 scripts/explain.py " in said.splitlines()[-1]
    assert path.read_text(encoding="utf-8") == broken


def test_a_path_that_does_not_exist_is_told_before_anything_is_done(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        fix(root, "practices/nowhere.md")
    assert ended.value.code == 2
    assert "nowhere.md is neither here nor in" in capsys.readouterr().err

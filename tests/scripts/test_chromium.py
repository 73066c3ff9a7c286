"""The tests' browser is the system's own: found, or installed from Debian's packages."""

from __future__ import annotations

from pathlib import Path

import pytest

import chromium


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is all of PATH, on a system where a root may install packages."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv(chromium.VARIABLE, raising=False)
    monkeypatch.setattr(chromium, "PLACES", ())
    monkeypatch.setattr("os.geteuid", lambda: 0)
    return tmp_path


def program(folder: Path, name: str) -> Path:
    path = folder / name
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_debians_own_package_is_preferred_to_another_browser(programs: Path) -> None:
    program(programs, "google-chrome")
    wanted = program(programs, "chromium")
    assert chromium.find() == wanted


def test_a_browser_of_ones_own_choice_comes_first_and_must_exist(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "chromium")
    own = program(programs, "my-browser")
    monkeypatch.setenv(chromium.VARIABLE, str(own))
    assert chromium.find() == own
    monkeypatch.setenv(chromium.VARIABLE, str(programs / "nowhere"))
    assert chromium.ensure() is None, "no other browser takes the place of the one chosen"


def test_where_there_is_none_it_is_installed_with_apt_get(programs: Path) -> None:
    program(programs, "apt-get")
    asked: list[list[str]] = []

    def run(command: list[str]) -> int:
        asked.append(command)
        if "install" in command:
            program(programs, "chromium")
        return 0

    assert chromium.ensure(run) == programs / "chromium"
    assert [command[:2] for command in asked] == [["apt-get", "update"], ["apt-get", "install"]]


def test_nothing_is_installed_where_one_may_not_or_it_fails(
    programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(programs, "apt-get")
    assert chromium.ensure(lambda command: 100) is None
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert chromium.ensure(lambda command: pytest.fail("nobody asked for it")) is None


def test_what_is_missing_is_told_with_the_command_that_mends_it() -> None:
    assert "apt-get install chromium" in chromium.MISSING
    assert chromium.VARIABLE in chromium.MISSING
    assert "--ignore tests/browser" in chromium.MISSING

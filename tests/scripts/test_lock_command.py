"""Locking writes two lists that work on every machine, or says why it cannot."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import environment

LOCKED = "mkdocs==1.6.1 \\\n    --hash=sha256:0\n"


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The script, for a repository in a folder of the test."""
    (tmp_path / "requirements").mkdir()
    monkeypatch.setattr(environment, "ROOT", tmp_path)
    path = Path(environment.__file__).with_name("lock.py")
    spec = importlib.util.spec_from_file_location("command_lock", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.shutil, "which", lambda name: "/somewhere/uv")
    return module


@pytest.fixture
def asked(command: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The words uv was called with; it writes a list as it would."""
    return answer(command, monkeypatch, LOCKED)


def answer(command: ModuleType, monkeypatch: pytest.MonkeyPatch, text: str) -> list[list[str]]:
    calls: list[list[str]] = []

    def run(words: list[str], cwd: Path, **_: object) -> subprocess.CompletedProcess[str]:
        calls.append(words)
        (cwd / words[words.index("-o") + 1]).write_text(text, encoding="utf-8")
        return subprocess.CompletedProcess(words, 0)

    monkeypatch.setattr(command.subprocess, "run", run)
    return calls


def test_both_lists_are_locked_for_every_system_with_hashes(
    command: ModuleType, asked: list[list[str]], tmp_path: Path
) -> None:
    assert command.main([]) == 0
    build, dev = asked
    assert all({"--universal", "--generate-hashes", "--no-emit-index-url"} <= {*w} for w in asked)
    assert "--group" not in build
    assert dev[dev.index("--group") + 1] == "dev"
    assert dev[dev.index("--constraints") + 1].endswith("locked.txt")
    for name in ("locked.txt", "locked-dev.txt"):
        text = (tmp_path / "requirements" / name).read_text(encoding="utf-8")
        assert text == command.HEADER + LOCKED


def test_what_is_locked_stays_unless_the_newest_is_asked_for(
    command: ModuleType, asked: list[list[str]]
) -> None:
    command.main([])
    command.main(["--upgrade"])
    assert ["--upgrade" in words for words in asked] == [False, False, True, True]


def test_a_list_that_names_an_index_is_refused(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(command, monkeypatch, "--index-url https://index.example/simple\n" + LOCKED)
    assert command.main([]) == 1
    assert "would not work elsewhere" in capsys.readouterr().out


def test_a_machine_without_uv_is_told_how_to_get_it(
    command: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command.shutil, "which", lambda name: None)
    assert command.main([]) == 2
    assert "pipx install uv" in capsys.readouterr().out

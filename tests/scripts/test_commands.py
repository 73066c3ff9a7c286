"""Build, serve and test are one word each; what they are given goes on to the right place."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

import environment
import installing

ROOT = Path(__file__).parents[2]
PYTHON = Path("/checkout/.venv/bin/python")


def command(name: str) -> ModuleType:
    """A script as a module; its file name alone may be that of a standard module."""
    spec = importlib.util.spec_from_file_location(f"command_{name}", ROOT / f"scripts/{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether the tests' tools were asked for, each time an environment was."""
    seen: list[bool] = []

    def ensure(dev: bool) -> Path:
        seen.append(dev)
        return PYTHON

    monkeypatch.setattr(environment, "ensure", ensure)
    return seen


@pytest.mark.parametrize(
    ("name", "words"), [("build", ["build", "--strict"]), ("serve", ["serve"])]
)
def test_build_and_serve_hand_over_to_mkdocs_with_all_they_were_given(
    name: str, words: list[str], asked: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    became: list[tuple[list[str], Path]] = []
    monkeypatch.setattr(installing, "become", lambda *given: became.append(given))
    command(name).main(["-q", "-d", "elsewhere"])
    assert asked == [False]
    expected = [str(PYTHON), "-P", "-m", "mkdocs", *words, "-q", "-d", "elsewhere"]
    assert became == [(expected, ROOT)]


@pytest.mark.parametrize("failing", [None, "ruff", "mypy", "pytest"])
def test_all_checks_run_even_if_one_fails(
    failing: str | None,
    asked: list[bool],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    ran: list[list[str]] = []

    def wait_for(words: list[str], folder: Path) -> int:
        assert folder == environment.ROOT
        ran.append(words[3:])
        return 4 if failing in words else 0

    monkeypatch.setattr(installing, "wait_for", wait_for)
    code = command("test").main(["-k", "swap"])
    assert asked == [True]
    assert ran == [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["pytest", "-k", "swap"],
    ]
    assert code == (1 if failing else 0)
    summary = capsys.readouterr().out.splitlines()[-4:]
    assert sum("FAILED" in line for line in summary) == ({None: 0, "ruff": 2}.get(failing, 1))


def test_the_automatic_run_is_the_command_of_a_contributor() -> None:
    run = ROOT / ".ci" / "run"
    assert "python3 scripts/test.py" in run.read_text(encoding="utf-8").splitlines()
    assert subprocess.run(["bash", "-n", run], check=False).returncode == 0

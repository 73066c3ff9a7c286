"""The commands make their environment when it is missing or broken, and only then."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import environment
import installing
from knowledge import lock

SCRIPTS = Path(__file__).parents[2] / "scripts"
VERSION = "{}.{}".format(*sys.version_info)


class System:
    """Stands for Python's venv and pip: makes what they would make, and remembers the calls."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []
        self.pip: Callable[[], tuple[int, str]] = lambda: (0, "")

    def run(self, command: list[str], doing: str, total: int) -> tuple[int, str]:
        self.calls.append(command)
        if "install" in command:
            return self.pip()
        make_environment(Path(command[-1]), with_pip="--without-pip" not in command)
        return 0, ""

    def did(self) -> list[str]:
        """What was run since the last time this was asked, in one word each."""
        words = [f"install {Path(c[-1]).name}" if "install" in c else "make" for c in self.calls]
        self.calls.clear()
        return words


def make_environment(venv: Path, *, with_pip: bool = True, version: str = VERSION) -> None:
    python = environment.python_of(venv)
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)
    home = Path(sys.executable).parent
    (venv / "pyvenv.cfg").write_text(f"home = {home}\nversion = {version}.1\n", encoding="utf-8")
    if with_pip:
        pip = venv / "lib" / f"python{version}" / "site-packages" / "pip" / "__init__.py"
        pip.parent.mkdir(parents=True)
        pip.touch()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    lists = tmp_path / "a checkout" / "requirements"
    lists.mkdir(parents=True)
    (lists / "locked.txt").write_text("mkdocs==1.6.1\n", encoding="utf-8")
    (lists / "locked-dev.txt").write_text("mkdocs==1.6.1\npytest==9.2.0\n", encoding="utf-8")
    return lists.parent


@pytest.fixture
def system() -> System:
    return System()


@pytest.fixture
def ensure(system: System, root: Path) -> Callable[..., Path]:
    def ensured(*, dev: bool = False, at: Path = root) -> Path:
        return environment.ensure(dev, at, system.run)

    return ensured


def test_the_first_time_makes_and_installs_and_the_second_does_nothing(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    python = ensure()
    assert python == environment.python_of(root / ".venv")
    assert "--require-hashes" in system.calls[-1]
    assert system.did() == ["make", "install locked.txt"]
    assert ensure() == python
    assert system.did() == []


def test_the_tools_of_the_tests_are_added_to_what_is_there(
    ensure: Callable[..., Path], system: System
) -> None:
    ensure()
    system.did()
    ensure(dev=True)
    assert system.did() == ["install locked-dev.txt"]
    ensure(dev=False)
    ensure(dev=True)
    assert system.did() == []


def test_a_changed_list_makes_the_environment_anew(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    ensure()
    (root / ".venv" / "left-over").touch()
    (root / "requirements" / "locked.txt").write_text("mkdocs==1.6.2\n", encoding="utf-8")
    system.did()
    ensure()
    assert system.did() == ["make", "install locked.txt"]
    assert not (root / ".venv" / "left-over").exists()


def test_the_tools_of_the_tests_stay_when_a_build_makes_the_environment_anew(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    ensure(dev=True)
    (root / "requirements" / "locked.txt").write_text("mkdocs==1.6.2\n", encoding="utf-8")
    system.did()
    ensure()
    assert system.did() == ["make", "install locked-dev.txt"]
    ensure(dev=True)
    assert system.did() == []


def test_a_moved_checkout_makes_its_environment_anew(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    ensure()
    system.did()
    moved = root.rename(root.with_name("moved"))
    assert ensure(at=moved) == environment.python_of(moved / ".venv")
    assert system.did() == ["make", "install locked.txt"]


def test_an_interpreter_that_is_gone_makes_the_environment_anew(
    ensure: Callable[..., Path], system: System, root: Path, tmp_path: Path
) -> None:
    python = ensure()
    python.unlink()
    python.symlink_to(tmp_path / "removed-by-an-upgrade")
    system.did()
    ensure()
    assert system.did() == ["make", "install locked.txt"]


def test_another_python_makes_the_environment_anew(
    ensure: Callable[..., Path], system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    ensure()
    system.did()
    monkeypatch.setattr(environment, "_version", lambda: "3.99")
    ensure()
    assert system.did() == ["make", "install locked.txt"]


def test_an_interruption_is_one_line_and_the_next_run_begins_again(
    ensure: Callable[..., Path], system: System
) -> None:
    def interrupted() -> tuple[int, str]:
        raise KeyboardInterrupt

    system.pip = interrupted
    with pytest.raises(SystemExit, match="Stopped"):
        ensure()
    system.did()
    system.pip = lambda: (0, "")
    ensure()
    assert system.did() == ["make", "install locked.txt"]


def test_two_commands_at_once_make_the_environment_once(
    ensure: Callable[..., Path],
    system: System,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    other = lock.take(root / ".venv.lock")
    assert other is not None

    def the_other_finishes(_: float) -> None:
        os.close(other)
        monkeypatch.undo()
        ensure()

    monkeypatch.setattr(environment.time, "sleep", the_other_finishes)
    ensure()
    assert system.did() == ["make", "install locked.txt"]
    assert "Another command is making the environment" in capsys.readouterr().out


def test_a_damaged_stamp_makes_the_environment_anew(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    ensure()
    system.did()
    (root / ".venv" / environment.STAMP).write_text('{"lists": ', encoding="utf-8")
    ensure()
    assert system.did() == ["make", "install locked.txt"]


def test_a_failed_installation_is_told_and_tried_again(
    ensure: Callable[..., Path], system: System
) -> None:
    system.pip = lambda: (1, "ERROR: [Errno 28] No space left on device")
    with pytest.raises(SystemExit, match="The disk is full"):
        ensure()
    system.did()
    with pytest.raises(SystemExit, match="The disk is full"):
        ensure()
    assert system.did() == ["make", "install locked.txt"]


def test_a_folder_that_is_no_environment_is_left_alone(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    (root / ".venv").mkdir()
    (root / ".venv" / "thesis.txt").write_text("years of work", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"no Python environment[\s\S]*left alone"):
        ensure()
    assert [path.name for path in (root / ".venv").iterdir()] == ["thesis.txt"]
    assert system.did() == []


def test_an_environment_made_by_hand_is_used(
    ensure: Callable[..., Path], system: System, root: Path
) -> None:
    make_environment(root / ".venv")
    ensure()
    assert system.did() == ["install locked.txt"]


def test_an_environment_made_by_hand_for_another_python_is_left_alone(
    ensure: Callable[..., Path], root: Path
) -> None:
    make_environment(root / ".venv", version="3.8")
    with pytest.raises(SystemExit, match="not a working environment of Python"):
        ensure()
    assert environment.python_of(root / ".venv").exists()


def test_a_python_without_ensurepip_uses_the_pip_it_has(
    ensure: Callable[..., Path], system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda name: name in ("venv", "pip") or None)
    python = ensure()
    make, install = system.calls
    assert "--without-pip" in make
    assert install[:5] == [sys.executable, "-m", "pip", "--python", str(python)]


def test_a_python_without_venv_uses_virtualenv(
    ensure: Callable[..., Path], system: System, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda name: name == "virtualenv" or None)
    ensure()
    assert system.calls[0][1:3] == ["-m", "virtualenv"]


def test_a_python_that_can_make_no_environment_is_told_what_to_install(
    ensure: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(environment, "find_spec", lambda name: None)
    monkeypatch.setattr(environment.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="sudo apt install python3-venv"):
        ensure()


def test_a_checkout_without_its_list_is_told(ensure: Callable[..., Path], root: Path) -> None:
    (root / "requirements" / "locked.txt").unlink()
    with pytest.raises(SystemExit, match=r"requirements/locked\.txt is missing"):
        ensure()


def test_a_folder_that_cannot_be_written_is_told(
    ensure: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, root: Path
) -> None:
    def refused(self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refused)
    with pytest.raises(SystemExit, match="could not be made: Permission denied"):
        ensure()


def test_the_settings_of_other_environments_do_not_leak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    monkeypatch.setenv("VIRTUAL_ENV", "/elsewhere")
    monkeypatch.setenv("PIP_USER", "1")
    monkeypatch.setenv("PIP_INDEX_URL", "an index of the machine")
    variables = installing.variables()
    assert "PYTHONPATH" not in variables
    assert "VIRTUAL_ENV" not in variables
    assert variables["PIP_USER"] == "0"
    assert variables["PIP_INDEX_URL"] == "an index of the machine"


def test_the_advertisement_of_the_theme_is_off() -> None:
    assert installing.variables()["NO_MKDOCS_2_WARNING"]


@pytest.mark.parametrize("name", ["build.py", "serve.py", "test.py"])
def test_an_older_python_gets_one_sentence(name: str) -> None:
    program = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); "
        "sys.path.insert(0, sys.argv[1]); runpy.run_path(sys.argv[2], run_name='__main__')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(SCRIPTS), str(SCRIPTS / name)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PATH": ""},
    )
    assert ended.returncode == 1
    assert ended.stderr == (
        "This needs Python 3.11 or newer, and this is Python 3.9. "
        "Please install a newer one (python.org).\n"
    )


@pytest.mark.parametrize("name", ["build.py", "serve.py", "test.py", "lock.py", "environment.py"])
def test_an_older_python_can_read_what_says_so(name: str) -> None:
    ast.parse((SCRIPTS / name).read_text(encoding="utf-8"), feature_version=(3, 7))

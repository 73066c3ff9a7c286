"""An installation says how far it is, and why it failed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import installing
from installing import InstallationError, Progress


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("ERROR: [Errno 28] No space left on device", "The disk is full"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "damaged or repl"),
        ("SSLError(CERTIFICATE_VERIFY_FAILED)", "its certificate did not pass"),
        (
            "Retrying after NewConnectionError\nERROR: No matching distribution found for nh3",
            "cannot be reached",
        ),
        ("ReadTimeoutError: Read timed out.", "broke off"),
        ("ERROR: No matching distribution found for nh3==0.3.8", "ready-made for this Python"),
        ("ERROR: [Errno 13] Permission denied: 'lib/x.py'", "cannot be written"),
        ("ERROR: something new", "could not be installed"),
    ],
)
def test_what_pip_says_is_told_in_plain_words_with_its_last_lines(said: str, told: str) -> None:
    reason = installing.reason(said)
    assert told in reason
    assert f"  {said.splitlines()[-1]}" in reason


def test_only_locked_and_ready_made_packages_are_installed(tmp_path: Path) -> None:
    wanted = tmp_path / "locked.txt"
    wanted.write_text("a==1 \\\n    --hash=sha256:0\nb==2 ; sys_platform != 'win32'\n")
    asked: list[tuple[list[str], int]] = []

    def run(command: list[str], doing: str, total: int) -> tuple[int, str]:
        asked.append((command, total))
        return 0, ""

    installing.install(["python", "-m", "pip"], wanted, run)
    command, total = asked[0]
    assert total == 2
    assert command[:4] == ["python", "-m", "pip", "install"]
    assert "--require-hashes" in command
    assert command[command.index("--only-binary") + 1] == ":all:"


def test_a_failed_installation_is_an_error_with_its_reason(tmp_path: Path) -> None:
    wanted = tmp_path / "locked.txt"
    wanted.write_text("a==1\n")
    with pytest.raises(InstallationError, match="The disk is full"):
        installing.install([], wanted, lambda *_: (1, "No space left on device"))


def test_a_command_gives_its_exit_code_and_all_it_said() -> None:
    program = "import sys; print('one'); print('two', file=sys.stderr); sys.exit(3)"
    code, output = installing.run([sys.executable, "-u", "-c", program], "trying", 0)
    assert (code, output.split()) == (3, ["one", "two"])


def test_what_takes_longer_says_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = [100.0]
    monkeypatch.setattr(installing.time, "monotonic", lambda: clock[0])
    progress = Progress("installing", 38)
    progress.hear("Collecting babel==2.18.0\n")
    clock[0] += installing.QUIET_FOR - 0.1
    progress.show()
    assert capsys.readouterr().out == ""
    progress.hear("Requirement already satisfied: nh3==0.3.8\n")
    progress.hear("Collecting click==8.5.1 (from -r locked.txt)\n")
    clock[0] += 1.1
    progress.show()
    assert capsys.readouterr().out == "  installing, 3 s, 3 of 38, click\n"


def test_a_command_in_the_foreground_answers_for_itself(tmp_path: Path) -> None:
    program = "import os, sys; sys.exit(7 if os.getcwd() == sys.argv[1] else 1)"
    folder = tmp_path.resolve()
    assert installing.wait_for([sys.executable, "-c", program, str(folder)], folder) == 7


def test_another_program_takes_over_in_its_folder_and_its_exit_code_counts(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
import installing
told = "import os, sys; print(os.getcwd(), os.environ.get('PYTHONPATH')); sys.exit(5)"
installing.become([sys.executable, "-c", told], Path(sys.argv[1]))
"""
    scripts = Path(installing.__file__).resolve().parent
    ended = subprocess.run(
        [sys.executable, "-c", program, str(scripts)],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 5
    assert ended.stdout == f"{scripts} None\n"

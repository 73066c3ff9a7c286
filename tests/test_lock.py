"""A lock is held by one process at a time, and ends with it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from knowledge import lock

ROOT = Path(__file__).parents[1]


def test_a_lock_that_is_held_is_not_given_again_until_it_is_given_back(tmp_path: Path) -> None:
    held = lock.take(tmp_path / "lock")
    assert held is not None
    assert lock.take(tmp_path / "lock") is None
    os.close(held)
    again = lock.take(tmp_path / "lock")
    assert again is not None
    os.close(again)


def test_a_killed_process_holds_no_lock(tmp_path: Path) -> None:
    program = (
        "import pathlib, sys; from knowledge import lock; "
        "print(lock.take(pathlib.Path(sys.argv[1])) is not None, flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, str(tmp_path / "lock")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks")},
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "True\n"
    assert lock.take(tmp_path / "lock") is None
    other.kill()
    other.communicate(timeout=60)
    held = lock.take(tmp_path / "lock")
    assert held is not None
    os.close(held)


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        lock.take(tmp_path / "missing" / "lock")

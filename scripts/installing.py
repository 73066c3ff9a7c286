"""Installing a locked list with pip: what it is doing now, and why it failed, in plain words.

Not a command; the environment's part that runs other programs. Standard library only.
"""

from __future__ import annotations

import contextlib
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

#: Runs a command: `(command, what it does, how many packages) -> (exit code, its output)`.
Run = Callable[[list[str], str, int], tuple[int, str]]

QUIET_FOR = 2.0
"""Seconds after which a command that is still running says how far it is."""

OPTIONS = (
    "--require-hashes",
    # A package that must be compiled here fails at once, not after minutes of a compiler's talk.
    *("--only-binary", ":all:"),
    *("--no-input", "--no-color", "--disable-pip-version-check", "--progress-bar", "off"),
)

#: Settings of the caller that would let another environment's packages or options in.
FOREIGN = {
    *("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE", "PYTHONOPTIMIZE"),
    *("VIRTUAL_ENV", "VIRTUAL_ENV_PROMPT", "CONDA_PREFIX", "CONDA_DEFAULT_ENV"),
    *("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PIP_REQUIREMENT", "PIP_CONSTRAINT"),
    *("PIP_REQUIRE_VIRTUALENV", "PIP_DRY_RUN", "PIP_NO_DEPS", "__PYVENV_LAUNCHER__"),
}

#: What pip says, and what it means. The first that fits is told.
REASONS = (
    (
        ("No space left on device", "Disk quota exceeded"),
        "The disk is full. Make room, and run this again.",
    ),
    (
        ("DO NOT MATCH THE HASHES", "Hashes are required"),
        "A downloaded package is not the one that was locked: it was damaged or replaced on the "
        "way. Nothing of it was installed. Run this again; should it happen again, report it.",
    ),
    (
        ("CERTIFICATE_VERIFY_FAILED", "SSLError"),
        "The package index could not be trusted (its certificate did not pass). Behind a company "
        "proxy, tell pip its certificate: pip config set global.cert PATH",
    ),
    (
        ("NewConnectionError", "NameResolutionError", "ProxyError", "ConnectTimeout"),
        "The package index cannot be reached. Is there a network? Behind a proxy, set HTTPS_PROXY; "
        "with an index of your own, set it with: pip config set global.index-url ADDRESS",
    ),
    (
        ("Read timed out", "Connection aborted", "Connection broken", "IncompleteRead"),
        "The connection broke off. Run this again: what was downloaded need not come again.",
    ),
    (
        ("No matching distribution found", "Could not find a version"),
        "A package does not exist ready-made for this Python and system, or the package index "
        "does not have it. Try a Python that has been out for half a year or longer.",
    ),
    (
        ("Permission denied", "WinError 5", "WinError 32"),
        "A file of the environment cannot be written. Close programs that use .venv (a running "
        "`serve.py`, an editor), check whom the folder belongs to, and run this again.",
    ),
)


class InstallationError(Exception):
    """What could not be done, as a sentence for the person who asked for it."""


def install(pip: list[str], wanted: Path, run: Run) -> None:
    """Install a locked list; raises InstallationError with the reason in plain words."""
    total = sum("==" in line for line in wanted.read_text(encoding="utf-8").splitlines())
    print(f"Installing {total} packages from requirements/{wanted.name}.", flush=True)
    command = [*pip, "install", *OPTIONS, "-r", str(wanted)]
    code, output = run(command, "installing", total)
    if code != 0:
        raise InstallationError(reason(output))


def reason(output: str) -> str:
    """Why pip failed, followed by its own last words for whoever can help."""
    last = "\n".join(f"  {line}" for line in output.strip().splitlines()[-8:])
    for signs, meaning in REASONS:
        if any(sign in output for sign in signs):
            return f"{meaning}\n\nThe last lines of pip:\n{last}"
    return f"The packages could not be installed. The last lines of pip:\n{last}"


def run(command: list[str], doing: str, total: int) -> tuple[int, str]:
    """Run a command; what takes longer than two seconds says how far it is, on one line."""
    started = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env=variables(),
        close_fds=False,  # the lock of the environment goes along
    )
    said: queue.Queue[str] = queue.Queue()
    reader = threading.Thread(target=_listen, args=(started, said), daemon=True)
    reader.start()
    progress = Progress(doing, total)
    try:
        while reader.is_alive() or not said.empty():
            with contextlib.suppress(queue.Empty):
                progress.hear(said.get(timeout=0.2))
            progress.show()
        return started.wait(), progress.output
    except BaseException:
        started.terminate()
        started.wait()
        raise
    finally:
        progress.end()


def wait_for(command: list[str], folder: Path) -> int:
    """Run a command in the foreground; Ctrl-C is for it to answer, and its answer is ours."""
    with subprocess.Popen(command, env=variables(), cwd=folder) as started:
        while True:
            try:
                return started.wait()
            except KeyboardInterrupt:
                continue


def become(command: list[str], folder: Path) -> NoReturn:
    """Go on as another program, in a folder; its exit code becomes ours.

    Where the system can, this process is replaced, so that signals need no passing on.
    """
    if os.name != "nt":
        os.chdir(folder)
        sys.stdout.flush()
        os.execve(command[0], command, variables())  # noqa: S606, a fixed list of words
    sys.exit(wait_for(command, folder))


def variables() -> dict[str, str]:
    """The caller's variables without those of other environments, for all that we start."""
    kept = {name: value for name, value in os.environ.items() if name not in FOREIGN}
    # Material prints an advertisement in every build unless it is told not to.
    ours = {"PIP_USER": "0", "PYTHONNOUSERSITE": "1", "PYTHONUTF8": "1"}
    return {**kept, **ours, "NO_MKDOCS_2_WARNING": "1"}


def _listen(started: subprocess.Popen[str], said: queue.Queue[str]) -> None:
    for line in started.stdout or ():
        said.put(line)


class Progress:
    """One line that is written over on a terminal; elsewhere a new line now and then."""

    def __init__(self, doing: str, total: int) -> None:
        self.doing, self.total = doing, total
        self.output, self.found, self.now = "", 0, ""
        self.terminal = sys.stdout.isatty()
        self.begun = time.monotonic()
        self.due = self.begun + QUIET_FOR
        self.width = 0

    def hear(self, line: str) -> None:
        """Take in a line of the command's output."""
        self.output += line
        words = line.split()
        if line.startswith(("Collecting ", "Requirement already satisfied:", "Ignoring ")):
            self.found += 1
            self.now = words[1].split("==")[0] if words[0] == "Collecting" else ""
        elif line.startswith("Installing collected packages"):
            self.now = "unpacking"

    def show(self) -> None:
        """Say how far it is, when it is time to."""
        now = time.monotonic()
        if now < self.due:
            return
        self.due = now + (0.5 if self.terminal else 5)
        parts = [f"  {self.doing}, {now - self.begun:.0f} s"]
        if self.total and self.found:
            parts.append(f"{min(self.found, self.total)} of {self.total}")
        text = ", ".join([*parts, self.now] if self.now else parts)
        if self.terminal:
            print(f"\r{text:<{self.width}}", end="", flush=True)
            self.width = max(self.width, len(text))
        else:
            print(text, flush=True)

    def end(self) -> None:
        """Leave the terminal's line clean for what comes next."""
        if self.width:
            print("\r" + " " * self.width + "\r", end="", flush=True)

"""The browser that the tests click with: the system's own Chromium, found or installed.

Not a command; the part of `test.py` that a browser needs. Standard library only. Nothing is ever
downloaded but through the system's own packages.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

#: A browser of one's own choice: the path of its program.
VARIABLE = "CHROMIUM"

#: What the program is called, by system; Debian's own package first.
NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
#: Where it lies on systems that put no browser on PATH.
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
)

#: The commands that install it where the system is Debian's and the caller may.
INSTALL = (
    ["apt-get", "update", "-qq"],
    ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"],
)

MISSING = """\
The tests in tests/browser/ need a Chromium, and none was found.
  On Debian or Ubuntu:  sudo apt-get update && sudo apt-get install chromium
  On Fedora:            sudo dnf install chromium
  On macOS, Windows:    install Chromium or Google Chrome
  Elsewhere:            set CHROMIUM to the path of its program
To run the other tests without it: python3 scripts/test.py --ignore tests/browser"""

#: Runs a command and says how it ended: 0 is success.
Run = Callable[[list[str]], int]


def find() -> Path | None:
    """The program of the browser that is there, or None."""
    chosen = os.environ.get(VARIABLE)
    if chosen:
        return Path(chosen) if Path(chosen).is_file() else None
    found = (shutil.which(name) for name in NAMES)
    places = (place for place in PLACES if Path(place).is_file())
    path = next((path for path in (*found, *places) if path), None)
    return Path(path) if path else None


def ensure(run: Run | None = None) -> Path | None:
    """The browser, installed with apt-get where there is none and the caller may do so.

    Returns None where that cannot be done; MISSING says what a person can do.
    """
    found = find()
    if found or os.environ.get(VARIABLE) or not _may_install():
        return found
    print("Installing the system's package chromium, for the tests in a browser.", flush=True)
    for command in INSTALL:
        if (run or _run)(command) != 0:
            return None
    return find()


def _may_install() -> bool:
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return root and shutil.which("apt-get") is not None


def _run(command: list[str]) -> int:
    settings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    return subprocess.call(command, env=settings, stdin=subprocess.DEVNULL, stdout=sys.stderr)

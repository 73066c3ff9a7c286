"""Sites built for real, as a maintainer builds them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
RECORDS = ("content", "countries", "events", "initiatives", "practices", "supply-chains")
EPOCH = "1764547200"  # 1 December 2025


@dataclass(frozen=True)
class Built:
    """A build that has ended: its exit code, what it said, and the site's folder."""

    code: int
    said: str
    folder: Path

    def files(self) -> dict[str, bytes]:
        """Every file of the site with its content."""
        return contents(self.folder)

    def pages(self) -> dict[str, str]:
        """Every HTML page of the site with its text."""
        return {
            path: text.decode() for path, text in self.files().items() if path.endswith(".html")
        }


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path in it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def build(
    root: Path,
    *options: str,
    folder: Path | None = None,
    limited: Callable[[], None] | None = None,
) -> Built:
    """Run `mkdocs build` on a repository as a maintainer would.

    `limited` runs in the new process before it begins, to take something away from it.
    """
    site = folder or root / "site"
    environment = {
        **{k: v for k, v in os.environ.items() if k not in ("SITE_URL", "REPO_URL")},
        "SOURCE_DATE_EPOCH": EPOCH,
        "NO_MKDOCS_2_WARNING": "1",
    }
    command = [sys.executable, "-m", "mkdocs", "build", *options]
    command += ["-d", str(folder)] if folder else []
    ended = subprocess.run(
        command,
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limited,
    )
    return Built(ended.returncode, ended.stdout + ended.stderr, site)


def repository(to: Path, records: Path) -> Path:
    """A repository made of our code and the records of another folder."""
    shutil.copytree(ROOT / "hooks", to / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", to / "mkdocs.yml")
    for name in RECORDS:
        shutil.copytree(records / name, to / name)
    return to

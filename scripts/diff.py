"""Tell in words what differs between two states of the records.

    python3 scripts/diff.py [BASE] [HEAD] [--format text|markdown]

BASE and HEAD are commits, branches or tags; without HEAD the files as they are now are compared
with BASE, and without BASE with the last commit. For whoever reviews a change: which records came,
went or say something else, field by field, how many sources are new, and which links broke.
Exit code: 0 told, 1 HEAD has problems that BASE has not, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import environment
from printing import say

if TYPE_CHECKING:
    from knowledge.library import Library
    from knowledge.problems import Problem


def main(arguments: list[str]) -> int:
    """Compare, tell, and return the exit code."""
    first, _, rest = (__doc__ or "").partition("\n")
    parser = argparse.ArgumentParser(description=first, epilog=rest[rest.index("Exit code") :])
    parser.add_argument("base", nargs="?", default="HEAD", help="a commit, branch or tag")
    parser.add_argument("head", nargs="?", help="another; by default the files as they are")
    parser.add_argument("--root", type=Path, default=environment.ROOT, help="another repository")
    parser.add_argument("--format", choices=("text", "markdown"), default="text")
    options = parser.parse_args(arguments)
    environment.enter(__file__, arguments)
    from knowledge.changes.difference import difference
    from knowledge.changes.report import as_markdown, as_text

    try:
        before = _state(options.root, options.base)
        after = _state(options.root, options.head)
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode("utf-8", "replace").strip()
        parser.error(f"git cannot give {options.base} {options.head or ''}".strip() + f": {told}")
    found = difference(before, after)
    told = as_markdown(found) if options.format == "markdown" else as_text(found)
    say(told, end="")
    return 1 if any(problem.severity == "error" for problem in found.problems) else 0


def _state(root: Path, commit: str | None) -> tuple[Library, list[Problem]]:
    """The library of a commit, or of the files as they are, with every problem in it."""
    from knowledge import pipeline

    if commit is None:
        return pipeline.check(root)
    # Git writes the files itself, with an index of their own, so that nothing of the work changes.
    with tempfile.TemporaryDirectory() as folder:
        index = {**os.environ, "GIT_INDEX_FILE": f"{folder}/index"}
        git = ["git", "-C", str(root)]
        named = ["rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}"]
        tree = _told([*git, *named], index).strip()
        _told([*git, "read-tree", tree], index)
        _told([*git, "checkout-index", "--all", f"--prefix={folder}/files/"], index)
        return pipeline.check(Path(folder) / "files")


def _told(command: list[str], settings: dict[str, str]) -> str:
    done = subprocess.run(command, check=True, capture_output=True, env=settings)
    return done.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

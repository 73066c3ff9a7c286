"""Tell in words what differs between two states of the records.

    python3 scripts/diff.py [BASE] [HEAD] [--format text|markdown]

BASE and HEAD are commits, branches or tags; without HEAD the files as they are now are compared
with BASE, and without BASE with the last commit. For whoever reviews a change: which records came,
went or say something else, field by field, how many sources are new, and which links broke.
Exit code: 0 told, 1 HEAD has problems that BASE has not, 2 the command was not understood.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import environment

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
        parser.error(error.stderr.decode("utf-8", "replace").strip())
    found = difference(before, after)
    told = as_markdown(found) if options.format == "markdown" else as_text(found)
    sys.stdout.buffer.write(told.encode("utf-8", "backslashreplace"))
    return 1 if any(problem.severity == "error" for problem in found.problems) else 0


def _state(root: Path, commit: str | None) -> tuple[Library, list[Problem]]:
    """The library of a commit, or of the files as they are, with every problem in it."""
    from knowledge import pipeline

    if commit is None:
        return pipeline.check(root)
    command = ["git", "-C", str(root), "archive", "--format=tar", "--end-of-options", commit]
    packed = subprocess.run(command, check=True, capture_output=True).stdout
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(fileobj=BytesIO(packed)) as archive:
            archive.extractall(folder, filter="data")
        return pipeline.check(Path(folder))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

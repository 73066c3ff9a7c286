"""Files and folders that a person names on the command line.

Not a command; what `check.py` and `fix.py` share. Standard library only.
"""

from __future__ import annotations

from pathlib import Path


def inside(root: Path, given: str) -> Path | None:
    """What exists under a name, from here or from the root of the repository, and lies in it."""
    for start in (Path.cwd(), root):
        path = (start / given).resolve()
        if path.exists() and path.is_relative_to(root):
            return path
    return None

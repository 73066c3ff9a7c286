"""A photograph shows nobody who was harmed, and says whose it is.

A face, but also clothing, a school or a street, is enough for an employer or a neighbour to find
a child. A picture can be copied in a moment and never be taken back. Whoever made it has rights in
it, and so have those who are shown.

This rule only asks a person to look: it sees that a file may be a photograph, by its form (JPEG,
WebP, AVIF) or by how little a PNG or GIF could be packed, and does not know what is on it. Records
hold no pictures at all, see `image`. That a photograph says where it was taken is an error of its
own, see `place-in-picture`.

PASS (page):

    ![The emblem of the group: two hands](assets/emblem.png)

FAIL (page):

    ![A classroom in which lunch is served](assets/lunch.jpg)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from posixpath import dirname, join, normpath
from typing import Final
from urllib.parse import unquote

from knowledge.library import Prose
from knowledge.problems import Problem, Severity
from knowledge.reading.folders import INPUTS, PROSE
from knowledge.reading.link_targets import is_path
from knowledge.reading.picture_files import DRAWINGS, PHOTOGRAPHS, may_be_photograph
from knowledge.rules.context import Context

ID: Final = "photograph-shown"
SEVERITY: Final[Severity] = "note"

_TOLD: Final = (
    "This may be a photograph. If it shows a child or anybody who was harmed, they can be "
    "recognised: by the face, by clothing, by a school or a street."
)
_HINT: Final = (
    "Take it only if nobody in it can come to harm and all who are shown agreed, for a child also "
    "those who answer for it. Say below it who made it and under which licence. If all that is so, "
    "or if it is a drawing, nothing is to do."
)


def check_library(context: Context) -> Iterator[Problem]:
    """Photographs at each place that shows or links to them; others at their file."""
    root = context.library.root
    shown: set[str] = set()
    for page in context.library.prose.values():
        for path, line, column in _pictures(page):
            shown.add(path)
            if may_be_photograph(path, _bytes(root / path)):
                yield Problem(page.path, line, column, ID, SEVERITY, _TOLD, _HINT)
    for path in _files(root):
        if path not in shown and may_be_photograph(path, _bytes(root / path)):
            yield Problem(path, 0, 0, ID, SEVERITY, _TOLD, _HINT)


def _pictures(page: Prose) -> Iterator[tuple[str, int, int]]:
    """The files of pictures that a page shows or links to, with the place at which it does."""
    for link in sorted({*page.outline.pictures, *page.outline.links}, key=lambda one: one[2:]):
        target = unquote(link.target)
        if is_path(target) and target.lower().endswith((*PHOTOGRAPHS, *DRAWINGS)):
            yield normpath(join(dirname(page.path), target)), link.line, link.column


def _files(root: Path) -> Iterator[str]:
    """Every picture that is published beside the pages."""
    for file in sorted((root / PROSE).rglob("*")):
        path = file.relative_to(root).as_posix()
        if path.lower().endswith((*PHOTOGRAPHS, *DRAWINGS)) and not path.startswith(INPUTS):
            yield path


def _bytes(file: Path) -> bytes | None:
    try:
        return file.read_bytes()
    except OSError:
        return None

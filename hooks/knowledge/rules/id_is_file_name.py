"""The id of a record is the name of its file.

The id becomes the address of the page, and other records point to it. Whoever reads such a
pointer finds the file by its name, and a renamed file cannot keep an old address by mistake.
The samples stand in a file `example.md`.

PASS (practice):

    id: example

FAIL (practice):

    id: another-example
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import ID as ID_FORM
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "id-is-file-name"
SEVERITY: Final[Severity] = "error"


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """A record whose id differs from the name of its file."""
    name = PurePosixPath(entry.path).stem
    if entry.id == name:
        return
    hint = f"Rename the file to {entry.id}.md"
    if ID_FORM.fullmatch(name):
        hint = f"Write id: {name}, or rename the file to {entry.id}.md"
    yield entry.problem(
        ID,
        SEVERITY,
        f"The id is “{entry.id}”, but the file is called {name}.md. They must be the same, because "
        "the page's address and the links of other records are made from the id.",
        hint + ". If the page had an address before, list the old id under formerly: too.",
        ("id",),
    )

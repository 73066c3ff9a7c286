"""No two records of a kind have the same id.

An id is the address of a page; with two records at one address, one of them would be lost
without a word. The samples stand beside a record `goodweave.md` with the id `goodweave`.

PASS (initiative):

    id: example

FAIL (initiative):

    id: goodweave
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds import KINDS
from knowledge.kinds.entries import read_entry
from knowledge.problems import Problem, Severity
from knowledge.reading.folders import record_paths
from knowledge.rules.context import Context

ID: Final = "unique-id"
SEVERITY: Final[Severity] = "error"


def check_library(context: Context) -> Iterator[Problem]:
    """Files whose id is another record's. The library holds one record for an id, so that the
    others are among the files it does not hold; only these few are read again."""
    library = context.library
    for kind in KINDS:
        held = {entry.path for entry in library.all(kind.id)}
        for path in record_paths(library.root, kind.folder)[0]:
            entry = None if path in held else read_entry(library.root, path, kind)[0]
            other = library.get(kind.id, entry.id) if entry else None
            if entry is None or other is None:
                continue
            # Whichever of the two is named after the id keeps it.
            first, second = (
                (entry, other) if entry.path.endswith(f"/{entry.id}.md") else (other, entry)
            )
            yield second.problem(
                ID,
                SEVERITY,
                f"The id “{second.id}” is also the id of {first.path}, and a page can only show "
                "one of the two.",
                "Give this record an id of its own, the same as the name of its file.",
                ("id",),
            )

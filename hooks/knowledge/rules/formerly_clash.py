"""A former id is nobody else's id, now or before.

The address that a record had before leads on to its present page. That works only where no
other record has, or had, the same id. The samples stand beside an initiative `goodweave`.

PASS (initiative):

    formerly: [rugmark]

FAIL (initiative):

    formerly: [goodweave]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "formerly-clash"
SEVERITY: Final[Severity] = "error"


def check_library(context: Context) -> Iterator[Problem]:
    """Former ids that are in use, or that two records claim."""
    for kind in KINDS:
        claimed: dict[str, Entry] = {}
        for entry in context.library.all(kind.id):
            for index, former in enumerate(entry.record.formerly):
                other = context.library.get(kind.id, former) or claimed.get(former)
                claimed.setdefault(former, entry)
                if other is None:
                    continue
                now = "is the id" if other.id == former else "is a former id"
                whose = "of this record itself" if other is entry else f"of {other.path}"
                yield entry.problem(
                    ID,
                    SEVERITY,
                    f"The former id “{former}” {now} {whose}, so that the old address could not "
                    "lead to this page.",
                    "Remove it here, or correct it. Ids are never used again for another record.",
                    ("formerly", index),
                )

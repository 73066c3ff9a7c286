"""No two records of a kind have the same title.

Two records of one thing tell readers two stories: each has half of the facts, and others link to
the one or to the other. Mostly the first was not found before the second was begun. Case, accents
and signs make no difference, nor do British and American spelling. The samples stand beside an
initiative “GoodWeave International”.

PASS (initiative):

    title: Another network for carpets

FAIL (initiative):

    title: Goodweave international
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.known_names import folded, without_accents
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "same-title"
SEVERITY: Final[Severity] = "warning"


def check_library(context: Context) -> Iterator[Problem]:
    """Records whose title another record of their kind has. Both are told: whoever looks at one
    alone must see it, and either may be the one that goes."""
    for kind in KINDS:
        alike: dict[str, list[Entry]] = defaultdict(list)
        for entry in context.library.all(kind.id):
            alike[_compared(entry.record.title)].append(entry)
        for entries in alike.values():
            for entry, other in zip(entries, [*entries[1:], entries[0]], strict=True):
                if entry is not other:
                    yield _told(entry, other)


def _told(entry: Entry, other: Entry) -> Problem:
    return entry.problem(
        ID,
        SEVERITY,
        f"The title is also that of {other.path}, so readers could not tell the two apart.",
        "If both are of the same thing, keep one, move into it what only the other says, and "
        "remove the other; where its page was public, add its id under formerly: of the one that "
        "stays. Otherwise say in the title what sets this one apart: a place or a year.",
        ("title",),
    )


def _compared(title: str) -> str:
    """A title as it is compared: signs are dropped only where its script is the Latin one."""
    plain = without_accents(title)
    return folded(title) if plain.isascii() else plain

"""The questions that are asked of every initiative, answered or not: no answer is a line too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.kinds.fields import Truth
from knowledge.kinds.initiative import Accountability
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.claim_lines import claim_line, tally
from knowledge.pages.parts import ClaimGroup, ClaimLine, StateCount
from knowledge.pages.term_links import term_address


@dataclass(frozen=True, slots=True)
class Questions:
    """The same question about every term of a vocabulary: its lines and how sure each is."""

    groups: tuple[ClaimGroup, ...]
    tally: tuple[StateCount, ...]

    @property
    def lines(self) -> tuple[ClaimLine, ...]:
        """All lines of all groups."""
        return tuple(line for group in self.groups for line in group.lines)


def questions(
    vocabulary: str, claims: dict[str, Truth], library: Library, citing: Citing
) -> Questions:
    """Every term of a vocabulary with its claim, or that nobody has researched it."""
    return _asked(
        claim_line(
            term.label,
            claims.get(term.id),
            citing,
            address=term_address(library, vocabulary, term.id) or "",
        )
        for term in library.vocabularies[vocabulary].terms
    )


def accountability_questions(told: Accountability, citing: Citing) -> Questions:
    """Every field of accountability with its claim, or that nobody has researched it."""
    return _asked(
        claim_line(field.title or name, getattr(told, name), citing)
        for name, field in Accountability.model_fields.items()
    )


def _asked(lines: Iterable[ClaimLine]) -> Questions:
    group = ClaimGroup("", tuple(lines))
    return Questions((group,), tally(group.lines))

"""Claims of a record as lines of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from knowledge.kinds.fields import SAYS_SOMETHING, Claim, Reading
from knowledge.pages.citing import Citing
from knowledge.pages.marks import NOT_RESEARCHED, STATES, state_mark
from knowledge.pages.parts import NO_BASIS, ClaimLine, Heading, ReadingLine, StateCount
from knowledge.pages.wording import date_words, listed, value_words


def claim_line(
    label: str,
    claim: Claim[Any] | None,
    citing: Citing,
    *,
    anchor: str = "",
    words: Callable[[Any], str] = value_words,
    with_basis: bool = False,
    extra: str = "",
    address: str = "",
) -> ClaimLine:
    """A claim, or the absence of one, as a line; `words` turns a value into words.

    With `with_basis` a missing legal basis is said in words instead of left empty.
    """
    if claim is None:
        return not_researched(label, anchor, address=address)
    others = claim.also if claim.state == "to-verify" else []
    values = [claim.value, *(reading.value for reading in others)]
    told = dict.fromkeys(words(value) for value in values if value is not None)
    value = "no provision" if claim.state == "silent" else listed(list(told), "or")
    missing = NO_BASIS if with_basis and claim.state in {*SAYS_SOMETHING, "silent"} else ""
    return ClaimLine(
        anchor=anchor,
        label=label,
        value=value[:1].upper() + value[1:],
        state=state_mark(claim.state),
        basis=claim.basis or missing,
        as_of=date_words(claim.as_of),
        area=claim.area or "",
        conditions=claim.conditions or "",
        note=claim.note or "",
        sources=citing.marks(claim.source),
        extra=extra,
        verified_on=date_words(claim.verified_on),
        readings=tuple(_reading_line(reading, citing, words) for reading in claim.also),
        address=address,
    )


@lru_cache(maxsize=2**10)
def not_researched(
    label: str, anchor: str = "", pointer: Heading | None = None, address: str = ""
) -> ClaimLine:
    """The line of a topic that nobody has looked at, as it is for most topics of most records."""
    mark = state_mark(NOT_RESEARCHED)
    return ClaimLine(anchor, label, "", mark, pointer=pointer, address=address)


def _reading_line(
    reading: Reading[Any], citing: Citing, words: Callable[[Any], str]
) -> ReadingLine:
    return ReadingLine(
        value=words(reading.value),
        as_of=date_words(reading.as_of),
        note=reading.note or "",
        sources=citing.marks(reading.source),
    )


def tally(lines: Iterable[ClaimLine]) -> tuple[StateCount, ...]:
    """How many lines are in each state, the surest first; states without a line are left out."""
    counts = Counter(line.state.id for line in lines)
    return tuple(StateCount(state_mark(id_), counts[id_]) for id_ in STATES if counts[id_])

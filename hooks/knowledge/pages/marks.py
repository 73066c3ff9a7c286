"""The small marks that every page shares: state of a claim, grade of evidence, tiers reached."""

from __future__ import annotations

from collections.abc import Iterable

from knowledge.analysis import coverage
from knowledge.kinds.practice import GRADES
from knowledge.library import Library
from knowledge.pages.parts import EvidenceMark, StateMark, TierMark
from knowledge.pages.wording import listed

#: The states of a claim in words, the surest first. An absent claim is not researched.
STATES: dict[str, str] = {
    "verified": "verified",
    "stated": "stated",
    "to-verify": "to verify",
    "unknown": "unknown",
    "silent": "law is silent",
    "not-applicable": "does not apply",
    "not-researched": "not researched",
}
NOT_RESEARCHED = coverage.NOT_RESEARCHED

_STATE_MARKS = {id_: StateMark(id_, word) for id_, word in STATES.items()}


def state_mark(state: str) -> StateMark:
    """The mark of a state."""
    return _STATE_MARKS[state]


def evidence_mark(library: Library, grade: str) -> EvidenceMark:
    """The mark of a grade of evidence."""
    return EvidenceMark(grade, library.term("evidence", grade).label, GRADES.index(grade))


def tier_mark(library: Library, tiers: Iterable[str]) -> TierMark | None:
    """The mark of the tiers reached, or None where none is stated."""
    reached = set(tiers)
    order = [term.id for term in library.vocabularies["tiers"].terms]
    chosen = [tier for tier in order if tier in reached]
    if not chosen:
        return None
    one, two, three, four = (*(tier in reached for tier in order), *([False] * 4))[:4]
    labels = [library.term("tiers", tier).label.lower() for tier in chosen]
    words = "all tiers" if len(chosen) == len(order) else listed(labels)
    return TierMark((one, two, three, four), words)

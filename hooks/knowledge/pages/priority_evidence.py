"""A score in words: its share, and the records it was derived from as lines that lead there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from knowledge.analysis.priority_work import FINANCE, Evidence
from knowledge.kinds.country import Country
from knowledge.kinds.fields import Claim, Fields
from knowledge.kinds.references import Trail
from knowledge.library import Library
from knowledge.pages.field_words import field_words
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import StateMark
from knowledge.pages.wording import date_words, listed, value_words

#: The part of a country's page where a group of its fields stands; a field is a line of it.
_GROUPS = ("engagement", "enforcement", "law")


class EvidenceLine(NamedTuple):
    """A record or a claim: what it is called, where it stands, and what it says.

    `state` is given where the value is in another state than *stated*.
    """

    title: str
    address: str
    says: str
    state: StateMark | None = None


def evidence_lines(library: Library, evidence: Iterable[Evidence]) -> tuple[EvidenceLine, ...]:
    """A line for each claim of the country, and one for each other record, whatever it says."""
    lines: dict[str, EvidenceLine] = {}
    members: dict[str, list[Evidence]] = {}
    for one in evidence:
        if isinstance(one.entry.record, Country):
            line = _claim_line(one)
            lines[f"{line.address} {line.title} {line.says}"] = line
        else:
            members.setdefault(one.entry.address, []).append(one)
    lines |= {address: _record_line(library, ones) for address, ones in members.items()}
    return tuple(lines.values())


def _record_line(library: Library, ones: list[Evidence]) -> EvidenceLine:
    """The line of a record, which speaks for the same in many pairs: it is made once."""
    made = library.once(_record_lines)
    key = (ones[0].entry.address, tuple([(one.trail, one.to_verify) for one in ones]))
    if key not in made:
        made[key] = _new_record_line(library, ones)
    return made[key]


def _record_lines(
    library: Library,
) -> dict[tuple[str, tuple[tuple[Trail, bool], ...]], EvidenceLine]:
    """The lines made so far, by record and what in it speaks."""
    return {}


def _new_record_line(library: Library, ones: list[Evidence]) -> EvidenceLine:
    entry = ones[0].entry
    says = listed(list(dict.fromkeys(_part(library, one) for one in ones)))
    unsure = all(one.to_verify for one in ones)
    state = state_mark("to-verify") if unsure else None
    return EvidenceLine(entry.record.title, entry.address, says, state)


def _part(library: Library, one: Evidence) -> str:
    """Who takes part, by constituency; or the field that speaks for the score."""
    first, *rest = one.trail
    if first == "members":
        return library.term("constituencies", str(rest[0])).label
    if first in ("led_by", "partners"):
        participant = getattr(one.entry.record, str(first))[int(rest[0])]
        return library.term("constituencies", participant.constituency).label
    if first == "functions":
        return library.term("functions", FINANCE).label
    return field_words(type(one.entry.record), tuple(str(step) for step in one.trail))


def _claim_line(one: Evidence) -> EvidenceLine:
    claim = claim_at(one)
    path = tuple(str(step) for step in one.trail if isinstance(step, str))
    title = field_words(type(one.entry.record), path)
    year = date_words(claim.as_of)
    says = ", ".join(filter(None, [value_words(claim.value), year]))
    state = state_mark(claim.state) if claim.state != "stated" else None
    return EvidenceLine(title, f"{one.entry.address}#{_anchor(path)}", says, state)


def _anchor(path: tuple[str, ...]) -> str:
    if path[0] in _GROUPS:
        return f"{path[0]}-{path[-1].replace('_', '-')}"
    return path[-1].lower()


def claim_at(one: Evidence) -> Claim[Any]:
    """The claim of a country that a piece of evidence is."""
    value: Any = one.entry.record
    for step in one.trail:
        value = getattr(value, str(step)) if isinstance(value, Fields) else value[step]
    if not isinstance(value, Claim):
        raise TypeError(f"{one.entry.path}: {one.trail} is not a claim")
    return value


def percent(share: float) -> str:
    """A share as it is printed: `86 %`; half a per cent counts as one, as in the script."""
    return f"{int(share * 100 + 0.5)}\u00a0%"

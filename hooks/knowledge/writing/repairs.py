"""What can be mended in a record without asking anyone, because its meaning stays the same.

Characters that nobody sees, tabs, dates in words, a text where a list of one is due, a name where
an id is due, and then the form: the order of the fields, quotes, line breaks. A name that could
mean two things, a missing source or a wrong number is for a person to mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from knowledge.kinds.days_in_words import day_in
from knowledge.kinds.declared import literals_at
from knowledge.kinds.fields import Record
from knowledge.kinds.kind import Kind
from knowledge.kinds.known_names import KnownNames, folded
from knowledge.kinds.references import Cites, Trail, dotted, mentions
from knowledge.kinds.validation import validated
from knowledge.problems import Problem
from knowledge.reading.characters import UNWANTED
from knowledge.reading.documents import document_of
from knowledge.writing.canonical import record_text

#: The rules whose faults are mended here, each by a function of the value at fault.
_DATE, _VALUE, _TYPE = "date-form", "unknown-value", "wrong-type"


@dataclass(slots=True)
class Repaired:
    """A record's text as it should be, what was mended in it, and what nobody but its writer can
    mend (with the places of the text as it was)."""

    text: str
    mended: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def repaired(text: str, path: str, kind: Kind, names: KnownNames) -> Repaired:
    """The text of a record with all that can be mended mended.

    Where a person has to mend something, only the characters are: the form of a text whose
    meaning is in doubt stays as its writer left it.
    """
    outcome = Repaired(_without_unseen(text))
    if outcome.text != text:
        outcome.mended.append("tabs and characters that cannot be seen")
    document, problems = document_of(outcome.text, path)
    if document is None or problems:
        outcome.problems = problems
        return outcome
    data = deepcopy(document.data)
    record, mended, faults = _mended(kind.model, data, path, names)
    if record is None:
        outcome.problems = [document.problem(f.rule, "error", f.message, f.hint, f.trail, key=f.key)
                            for f in faults]  # fmt: skip
        return outcome
    canonical = record_text(record, document.body)
    outcome.mended += mended
    if canonical != outcome.text and not mended:
        outcome.mended.append("the form: order of the fields, quotes, blanks and line breaks")
    outcome.text = canonical
    return outcome


@dataclass(frozen=True, slots=True)
class _Fault:
    """A problem with the way to its value in place of line and column."""

    rule: str
    message: str
    hint: str
    trail: Trail
    key: bool


def _mended(
    model: type[Record], data: dict[str, Any], path: str, names: KnownNames
) -> tuple[Record | None, list[str], list[_Fault]]:
    """The typed record, what had to be mended for it, and the faults that are left."""
    mended: list[str] = []
    record, faults = _tried(model, data, path)
    for fault in faults:
        value = _at(data, fault.trail)
        instead = None if fault.key else _instead(model, fault, value)
        if instead is not None:
            _put(data, fault.trail, instead)
            mended.append(f"{dotted(fault.trail)}: {_shown(value)} is now {_shown(instead)}")
    if mended:
        record, faults = _tried(model, data, path)
    if record is None:
        return None, mended, faults
    renamed = list(_renamed(record, data, names))
    if renamed:
        record, faults = _tried(model, data, path)
    return record, [*mended, *renamed], faults


def _tried(
    model: type[Record], data: dict[str, Any], path: str
) -> tuple[Record | None, list[_Fault]]:
    places: list[tuple[Trail, bool]] = []

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        places.append((trail, key))
        return len(places), 1

    record, problems = validated(model, data, path, locate)
    faults = [_Fault(p.rule, p.message, p.hint, *places[p.line - 1]) for p in problems]
    return record, faults


def _instead(model: type[Record], fault: _Fault, value: Any) -> Any | None:
    """What the value at fault means, in the form that the field asks for; None where in doubt."""
    if fault.rule == _DATE and isinstance(value, str):
        return day_in(value)
    if fault.rule == _VALUE and isinstance(value, str):
        allowed = {folded(str(known)): known for known in literals_at(model, fault.trail)}
        return allowed.get(folded(value))
    if fault.rule == _TYPE and "must be a list" in fault.message and isinstance(value, str):
        return [part for part in (part.strip() for part in value.split(";")) if part]
    if fault.rule == _TYPE and "must be a text" in fault.message and isinstance(value, list):
        return value[0] if len(value) == 1 and isinstance(value[0], str) else None
    return None


def _renamed(record: Record, data: dict[str, Any], names: KnownNames) -> Iterator[str]:
    """Put ids in the place of names, and tell of each."""
    for trail, pointer, name in mentions(record):
        if isinstance(pointer, Cites) or name == trail[-1]:
            continue
        id_ = names.id_of(pointer, name)
        if id_ is not None and id_ != name:
            _put(data, trail, id_)
            yield f"{dotted(trail)}: “{name}” is now {id_}"


def _without_unseen(text: str) -> str:
    """Plain line ends, no characters that cannot be seen, two blanks for every tab."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return UNWANTED.sub("", plain.replace("\t", "  "))


def _at(data: Any, trail: Trail) -> Any:
    """The value at a trail; a number is passed over where a group stands for a list of one."""
    for step in trail:
        if isinstance(step, int) and isinstance(data, dict):
            continue
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _put(data: dict[str, Any], trail: Trail, value: Any) -> None:
    *way, last = (step for step in trail)
    inner = _at(data, tuple(way))
    if isinstance(last, int) and isinstance(inner, dict):
        raise ValueError(f"no value of its own at {dotted(trail)}")
    inner[last] = value


def _shown(value: Any) -> str:
    return f"[{', '.join(map(str, value))}]" if isinstance(value, list) else f"“{value}”"

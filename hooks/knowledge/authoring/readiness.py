"""What a draft still needs before it can be published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from knowledge import rules
from knowledge.kinds.fields import Record
from knowledge.library import load

#: What every record may do without, and no reader misses.
_NOT_MISSED = frozenset({*Record.model_fields} - {"keywords"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What the check will say of a record when it is published, and what to write; several that
    are mended in one way stand together."""

    messages: tuple[str, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class Readiness:
    """What the check will ask of a record when it is published, each once, and the fields of its
    kind that are empty, in which readers see a dash."""

    asked: tuple[Asked, ...]
    empty: tuple[str, ...]


def readiness(root: Path, path: str, today: date) -> Readiness:
    """How far the record in a file is from being published."""
    library, problems = load(root, drafts=True)
    problems += rules.check(library, today)
    asked: dict[str, dict[str, None]] = {}
    for problem in problems:
        if problem.path == path:
            asked.setdefault(problem.hint, {})[problem.message] = None
    record = next((e.record for e in library.everything() if e.path == path), None)
    wanted = tuple(Asked(tuple(messages), hint) for hint, messages in asked.items())
    return Readiness(wanted, tuple(empty_fields(record)) if record else ())


def empty_fields(record: Record) -> list[str]:
    """The names of the fields of its own kind that are empty, in their order."""
    return [
        name
        for name, field in type(record).model_fields.items()
        if name not in _NOT_MISSED
        and getattr(record, name) == field.get_default(call_default_factory=True)
    ]

"""What a record does not say yet."""

from __future__ import annotations

from knowledge.kinds.fields import Record

#: What every record may do without, and no reader misses.
_NOT_MISSED = frozenset({*Record.model_fields} - {"keywords"})


def empty_fields(record: Record) -> list[str]:
    """The names of the fields of its own kind that are empty, in their order."""
    return [
        name
        for name, field in type(record).model_fields.items()
        if name not in _NOT_MISSED
        and getattr(record, name) == field.get_default(call_default_factory=True)
    ]

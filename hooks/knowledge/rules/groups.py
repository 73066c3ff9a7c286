"""Every group of fields in a record: the record itself, its claims, results, sources and so on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from knowledge.kinds.fields import Fields
from knowledge.kinds.references import Trail


def groups(record: Fields) -> Iterator[tuple[Trail, Fields]]:
    """The record and every group inside it, with the way to it, in the order of the fields."""
    return _inside(record, ())


def _inside(value: Any, trail: Trail) -> Iterator[tuple[Trail, Fields]]:
    if isinstance(value, Fields):
        yield trail, value
        for name in _with_groups(type(value)):
            yield from _inside(getattr(value, name), (*trail, name))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _inside(member, (*trail, index))
    elif isinstance(value, dict):
        for key, member in value.items():
            yield from _inside(member, (*trail, key))


@cache
def _with_groups(model: type[Fields]) -> tuple[str, ...]:
    """The fields of a model that can hold groups, worked out once."""
    return tuple(
        name for name, field in model.model_fields.items() if _can_hold_groups(field.annotation)
    )


def _can_hold_groups(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Fields):
        return True
    return any(_can_hold_groups(member) for member in get_args(annotation))

"""Every group of fields in a record: the record itself, its claims, results, sources and so on."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args

from knowledge.kinds.fields import Fields
from knowledge.kinds.references import Trail


def groups(record: Fields) -> list[tuple[Trail, Fields]]:
    """The record and every group inside it, with the way to it, in the order of the fields."""
    found: list[tuple[Trail, Fields]] = []
    _add(record, (), found)
    return found


def _add(value: Any, trail: Trail, found: list[tuple[Trail, Fields]]) -> None:
    if isinstance(value, Fields):
        found.append((trail, value))
        for name in _with_groups(type(value)):
            # What is absent or empty holds no group.
            if member := getattr(value, name):
                _add(member, (*trail, name), found)
    elif isinstance(value, list):
        for index, member in enumerate(value):
            _add(member, (*trail, index), found)
    elif isinstance(value, dict):
        for key, member in value.items():
            _add(member, (*trail, key), found)


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

"""What differs between two records, field by field, as before and after.

Groups of a list are told apart by what does not change when a value does (their id, name, good,
year, ...); what has no such name is compared by its whole content.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from pydantic import BaseModel

from knowledge.kinds.references import Trail

#: The fields that tell one group of a list from another, the first that it has.
_NAMED_BY = (
    "id", "initiative", "name", "measure", "iso3", "good", "stage", "topic", "area", "on", "title",
    "text", "url",
)  # fmt: skip
#: What stands on a page beside a claim's value, and reads as the claim itself.
_VALUE = "value"
#: What people do not review: an importer's note of the day on which it ran.
_QUIET = frozenset({"added", "imported"})


class FieldChange(NamedTuple):
    """A value that differs: the way to it, and what it was and is; None where there is none."""

    trail: Trail
    before: str | None
    after: str | None


def changed_fields(before: BaseModel, after: BaseModel) -> list[FieldChange]:
    """Every difference of two records of one kind, in the order of their fields."""
    return list(_of_models(before, after, ()))


def _of_models(before: BaseModel, after: BaseModel, trail: Trail) -> Iterator[FieldChange]:
    for name in type(after).model_fields:
        if trail == () and name in _QUIET:
            continue
        old, new = getattr(before, name, None), getattr(after, name)
        if old != new:
            yield from _of_values(old, new, trail if name == _VALUE else (*trail, name))


def _of_values(before: Any, after: Any, trail: Trail) -> Iterator[FieldChange]:
    if isinstance(before, BaseModel) and isinstance(after, BaseModel):
        yield from _of_models(before, after, trail)
    elif isinstance(before, dict) and isinstance(after, dict):
        yield from _of_named(before, after, trail)
    elif isinstance(before, list) and isinstance(after, list):
        yield from _of_lists(before, after, trail)
    else:
        yield FieldChange(trail, in_words(before), in_words(after))


def _of_named(before: dict[Any, Any], after: dict[Any, Any], trail: Trail) -> Iterator[FieldChange]:
    for name in dict.fromkeys([*before, *after]):
        old, new = before.get(name), after.get(name)
        if old != new:
            yield from _of_values(old, new, (*trail, name))


def _of_lists(before: list[Any], after: list[Any], trail: Trail) -> Iterator[FieldChange]:
    gone = [item for item in before if item not in after]
    come = [item for item in after if item not in before]
    if not gone and not come:
        yield FieldChange(trail, in_words(before), in_words(after))  # Only their order differs.
    elif len(before) == len(after) == 1:
        yield from _of_values(gone[0], come[0], trail)
    elif all(isinstance(item, BaseModel) for item in (*gone, *come)):
        yield from _of_named(_by_name(gone), _by_name(come), trail)
    else:
        yield FieldChange(trail, in_words(gone) if gone else None, in_words(come) if come else None)


def _by_name(groups: list[BaseModel]) -> dict[str, BaseModel]:
    named: dict[str, BaseModel] = {}
    for group in groups:
        name = _name(group)
        same = sum(1 for known in named if known == name or known.startswith(f"{name} ("))
        named[f"{name} ({same + 1})" if same else name] = group
    return named


def _name(group: BaseModel) -> str:
    for field in _NAMED_BY:
        if value := getattr(group, field, None):
            return str(value)
    return in_words(group) or ""


def in_words(value: Any) -> str | None:
    """A value as a reviewer reads it; None where there is none."""
    if value is None or value in ([], {}):
        return None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.15g}"
    if isinstance(value, BaseModel):
        told = {name: in_words(getattr(value, name)) for name in type(value).model_fields}
        return "; ".join(f"{name} {words}" for name, words in told.items() if words is not None)
    if isinstance(value, dict):
        return "; ".join(f"{name}: {in_words(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return ", ".join(in_words(item) or "" for item in value)
    return value.isoformat() if isinstance(value, date) else str(value)

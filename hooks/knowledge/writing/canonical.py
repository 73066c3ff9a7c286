"""The one canonical text of a record, a vocabulary or a list of sources.

Fields stand in the order in which the model declares them, and what a field would hold anyway
is left out. Lists of plain values stand between brackets, all else in blocks. One claim where
a list could stand is written as one group. Keys keep their order; years are sorted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge.kinds.fields import ONE_OR_MORE, PartialDate, Record
from knowledge.writing.scalars import WIDTH, scalar

_STEP = 2
_REQUIRED = object()
_PARTIAL_DATE = get_args(PartialDate)[1]


def record_text(record: Record, body: str) -> str:
    """The text of a record's file: front matter, then the body as it was given."""
    body = body.strip("\n")
    return f"---\n{data_text(record)}---\n" + (f"\n{body}\n" if body else "")


def data_text(model: BaseModel) -> str:
    """The YAML text of a model, ending with a line break."""
    return "".join(f"{line}\n" for line in _group_lines(_fields(model), 0))


def _fields(model: BaseModel) -> Iterator[tuple[str, Any, bool]]:
    """The name and value of each field that says something, and whether it reads years."""
    for field in _layout(type(model)):
        value = getattr(model, field.name)
        if value == field.default:
            continue
        if field.one_or_more and len(value) == 1:
            value = value[0]
        if field.name == "by_year":
            value = dict(sorted(value.items()))
        yield field.name, value, field.reads_years


@dataclass(frozen=True, slots=True)
class _Field:
    """What the writing of a field needs to know, worked out once for each model."""

    name: str
    default: Any
    one_or_more: bool
    reads_years: bool


@cache
def _layout(model: type[BaseModel]) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            name,
            _REQUIRED if field.is_required() else field.get_default(call_default_factory=True),
            ONE_OR_MORE in field.metadata,
            _reads_years(field),
        )
        for name, field in model.model_fields.items()
    )


def _reads_years(field: FieldInfo) -> bool:
    """Whether a number of four digits is read as a year in this field."""
    return _PARTIAL_DATE in field.metadata or any(
        get_origin(member) is Annotated and _PARTIAL_DATE in get_args(member)
        for member in get_args(field.annotation)
    )


def _group_lines(pairs: Iterator[tuple[str, Any, bool]], indent: int) -> Iterator[str]:
    """Lines of `key: value`; the keys come as they are to be written."""
    margin = " " * indent
    for name, value, year in pairs:
        if isinstance(value, BaseModel | dict) and (inner := list(_pairs(value))):
            yield f"{margin}{name}:"
            yield from _group_lines(iter(inner), indent + _STEP)
        elif isinstance(value, list) and any(isinstance(i, BaseModel | dict | list) for i in value):
            yield f"{margin}{name}:"
            yield from _list_lines(value, indent + _STEP)
        else:
            start = f"{margin}{name}: "
            yield start + _leaf(value, indent + _STEP, len(start), year)


def _pairs(value: BaseModel | dict[str, Any]) -> Iterator[tuple[str, Any, bool]]:
    if isinstance(value, BaseModel):
        yield from _fields(value)
    else:
        for key, member in value.items():
            yield scalar(key, indent=0, column=0, flow=True), member, False


def _list_lines(items: list[Any], indent: int) -> Iterator[str]:
    """Each group of fields under a hyphen; its first field stands beside the hyphen."""
    margin = " " * indent
    for item in items:
        lines = list(_group_lines(_pairs(item), indent + _STEP))
        if not lines:
            yield f"{margin}- {{}}"
            continue
        yield f"{margin}- {lines[0].lstrip(' ')}"
        yield from lines[1:]


def _leaf(value: Any, indent: int, column: int, year: bool) -> str:
    if isinstance(value, BaseModel | dict):
        return "{}"
    if isinstance(value, list):
        return _bracketed(value, indent, column)
    if isinstance(value, date | str | bool | int | float):
        return scalar(value, indent=indent, column=column, year=year)
    raise TypeError(f"no canonical text for {type(value).__name__}")


def _bracketed(items: list[Any], indent: int, column: int) -> str:
    """A list of plain values between brackets, broken after a comma where it is long."""
    lines, line = [], "["
    for index, item in enumerate(items):
        word = scalar(item, indent=indent, column=column, flow=True)
        word += "]" if index == len(items) - 1 else ","
        if len(line) > 1 and column + len(line) + 1 + len(word) > WIDTH:
            lines.append(line)
            line, column = word, indent
        else:
            line += word if line == "[" else f" {word}"
    lines.append(line if items else "[]")
    return ("\n" + " " * indent).join(lines)

"""Plain values become a typed record, and what does not fit becomes problems that teach.

Pydantic finds the faults; its words are for programmers. Here each becomes a sentence with the
place of the value, the nearest known name and what to write instead.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge.kinds.references import Trail
from knowledge.problems import Problem

#: Gives line and column of the value at a trail, or of its key (`key=True`).
Locate = Callable[[Trail, bool], tuple[int, int]]
Model = TypeVar("Model", bound=BaseModel)

#: What a type error asks for, by pydantic's name of the error.
_WANTED = {
    "string_type": "a text",
    "int_type": "a whole number, without quotes",
    "int_from_float": "a whole number, without quotes",
    "float_type": "a number, without quotes",
    "bool_type": "true or false, without quotes",
    "list_type": "a list (one “- item” a line, or [a, b])",
    "dict_type": "a group of fields, each on a line of its own and indented",
    "model_type": "a group of fields, each on a line of its own and indented",
    "model_attributes_type": "a group of fields, each on a line of its own and indented",
}


def validated(
    model: type[Model], data: Any, path: str, locate: Locate
) -> tuple[Model | None, list[Problem]]:
    """The typed value, or None and every problem of the data with its place."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, _problems(model, data, path, locate, error)


def nearest(name: str, known: list[str], *, listed: int = 12) -> str:
    """A hint that names the nearest valid value, or all of them where they are few."""
    near = get_close_matches(name, known, n=1, cutoff=0.6)
    told = f"Did you mean “{near[0]}”? " if near else ""
    if known and (len(known) <= listed or not near):
        shown = ", ".join(known[: 2 * listed]) + (", …" if len(known) > 2 * listed else "")
        told += f"Known: {shown}."
    return told.strip()


def _problems(
    model: type[BaseModel], data: Any, path: str, locate: Locate, error: ValidationError
) -> list[Problem]:
    found: dict[tuple[Trail, str], list[ErrorDetails]] = {}
    for details in error.errors(include_url=False):
        trail = _trail_in_data(details, data)
        # The members of a union each complain about the same value: one problem, not four.
        group = "wrong-type" if details["type"] in _WANTED else details["type"]
        found.setdefault((trail, group), []).append(details)
    for trail, group in list(found):
        if group != "wrong-type" and (trail, "wrong-type") in found:
            del found[trail, "wrong-type"]
    return [_problem(model, path, locate, trail, details) for (trail, _), details in found.items()]


def _trail_in_data(details: ErrorDetails, data: Any) -> Trail:
    """The way to the value as written: without union members, and without the index of a
    single group that stands where a list could."""
    trail: list[str | int] = []
    here = data
    location = details["loc"]
    for index, step in enumerate(location):
        last = index == len(location) - 1
        if isinstance(here, dict):
            if step in here:
                trail.append(step)
                here = here[step]
            elif last and details["type"] == "missing":
                trail.append(step)
        elif isinstance(here, list) and isinstance(step, int) and step < len(here):
            trail.append(step)
            here = here[step]
    return tuple(trail)


def _problem(
    model: type[BaseModel], path: str, locate: Locate, trail: Trail, details: list[ErrorDetails]
) -> Problem:
    first = details[0]
    kind, context, value = first["type"], first.get("ctx", {}), first["input"]
    name = _dotted(trail)
    on_key = kind in ("missing", "extra_forbidden") or "[key]" in first["loc"]
    line, column = locate(trail[:-1] if kind == "missing" else trail, on_key or not trail)
    if kind == "missing":
        rule, message = "missing-field", f"{name}: is required and not there."
        hint = _what_it_is(model, trail)
    elif kind == "extra_forbidden":
        rule, message = "unknown-field", f"{name}: is not a field of this record."
        hint = nearest(str(trail[-1]), _names_at(model, trail[:-1]))
        hint += " A remark belongs in note: or in the text below the front matter."
    elif kind == "literal_error":
        known = [str(v) for v in _literals(context.get("expected", ""))]
        rule, message = "unknown-value", f"“{value}” is not one of the values of {name}:."
        hint = nearest(str(value), known)
    elif kind in _WANTED:
        wanted = list(dict.fromkeys(_WANTED[d["type"]] for d in details if d["type"] in _WANTED))
        rule, message = "wrong-type", f"{name}: must be {' or '.join(wanted)}, not {_shown(value)}."
        hint = _type_hint(kind, value)
    elif "message" in context:
        rule, message, hint = kind, f"{name}: {context['message']}", context.get("hint", "")
        if not name:
            message = context["message"]
    elif kind == "string_pattern_mismatch":
        rule, message = "wrong-form", f"{name}: “{value}” does not have the form it needs."
        hint = _what_it_is(model, trail) or f"Its form is {context.get('pattern')}."
    elif kind == "too_short":
        rule, message = "empty-list", f"{name}: needs at least one entry."
        hint = "Add an entry, or look up in the folder's README.md what belongs here."
    elif kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "less" if kind == "greater_than_equal" else "more"
        rule, message = "out-of-range", f"{name}: {value} is {side} than {limit:g}, the limit."
        hint = "Check the number against its source."
    else:
        rule, message, hint = "wrong-value", f"{name}: {first['msg']}.", ""
    return Problem(path, line, column, rule, "error", message, hint.strip())


def _dotted(trail: Trail) -> str:
    name = ""
    for step in trail:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else str(step)
    return name


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"{str(value).lower()} (yes or no)"
    return f"“{value}”"


def _type_hint(kind: str, value: Any) -> str:
    if value is None:
        return "Fill it in, or remove the line: what is absent counts as not researched."
    if kind == "string_type" and isinstance(value, int | float):
        return f"Put quotes around it to make it a text: '{str(value).lower()}'"
    if kind == "bool_type" and str(value).lower() in ("yes", "no", "y", "n", "on", "off"):
        return f"Write {'true' if str(value).lower() in ('yes', 'y', 'on') else 'false'}."
    if kind == "list_type" and isinstance(value, str):
        return f"Write [{value}]"
    return ""


def _literals(expected: str) -> list[str]:
    """The values out of pydantic's `'a', 'b' or 'c'`."""
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(", ")]


def _what_it_is(model: type[BaseModel], trail: Trail) -> str:
    """The description of the field at a trail, and its allowed values."""
    for owner in _models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        if field is None:
            continue
        about = f"It is {field.description}. " if field.description else ""
        values = [str(v) for v in _literal_values(field.annotation)]
        return about + (f"One of: {', '.join(values)}." if values else f"Add {trail[-1]}: here.")
    return ""


def _names_at(model: type[BaseModel], trail: Trail) -> list[str]:
    return sorted({name for owner in _models_at(model, trail) for name in owner.model_fields})


def _models_at(model: type[BaseModel], trail: Trail) -> list[type[BaseModel]]:
    """The models that may stand at a trail."""
    owners: list[type[BaseModel]] = [model]
    for step in trail:
        if isinstance(step, int):
            continue
        reached: list[type[BaseModel]] = []
        for owner in owners:
            field = owner.model_fields.get(step)
            if field is not None:
                reached += _models_in(field.annotation)
        # A key of a mapping (a source's id, a convention's number) leads to the same models.
        owners = reached or owners
    return owners


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _models_in(get_args(annotation)[0])
    elif origin in (Union, types.UnionType, list, dict):
        for member in get_args(annotation):
            yield from _models_in(member)


def _literal_values(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (Union, types.UnionType, Annotated):
        for member in get_args(annotation):
            yield from _literal_values(member)

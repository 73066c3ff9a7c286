"""Plain values become a typed record, and what does not fit becomes problems that teach.

Pydantic finds the faults; its words are for programmers. Here each becomes a sentence with the
place of the value, the nearest known name and what to write instead.
"""

from __future__ import annotations

from collections.abc import Callable
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from knowledge.kinds.advice import FORMS, SHOWN_AT, WANTED, one_of_several, plain, shown, type_hint
from knowledge.kinds.compact import compact
from knowledge.kinds.declared import (
    choices,
    form_at,
    is_required,
    names_at,
    points_somewhere,
    what_it_is,
)
from knowledge.kinds.references import Trail, dotted
from knowledge.problems import Problem

#: Gives line and column of the value at a trail, or of its key (`key=True`).
Locate = Callable[[Trail, bool], tuple[int, int]]
Model = TypeVar("Model", bound=BaseModel)


def validated(
    model: type[Model], data: Any, path: str, locate: Locate
) -> tuple[Model | None, list[Problem]]:
    """The typed value, or None and every problem of the data with its place."""
    try:
        return compact(model.model_validate(data)), []
    except ValidationError as error:
        return None, _problems(model, data, path, locate, error)


def nearest(name: str, known: list[str], *, listed: int = 12, meant: bool = False) -> str:
    """A hint that names the nearest valid value, or all of them where they are few.

    `meant` says that the name is that value already.
    """
    if not known:
        return "Nothing is defined there yet."
    near = [name] if meant else get_close_matches(name, known, n=1, cutoff=0.6)
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
        group = "wrong-type" if details["type"] in WANTED else details["type"]
        found.setdefault((trail, group), []).append(details)
    for trail, group in list(found):
        if group != "wrong-type" and (trail, "wrong-type") in found:
            del found[trail, "wrong-type"]
    _join_misspelt(model, found)
    return [_problem(model, path, locate, trail, details) for (trail, _), details in found.items()]


def _join_misspelt(
    model: type[BaseModel], found: dict[tuple[Trail, str], list[ErrorDetails]]
) -> None:
    """A misspelt required field is one problem, not an unknown field and a missing one."""
    for trail, rule in list(found):
        if rule == "extra_forbidden":
            near = get_close_matches(str(trail[-1]), names_at(model, trail[:-1]), n=1, cutoff=0.6)
            found.pop(((*trail[:-1], *near), "missing"), None)


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
    name = dotted(trail)
    on_key = kind in ("missing", "extra_forbidden") or first["loc"][-1:] == ("[key]",)
    at = trail[:-1] if kind == "missing" else trail
    if kind in SHOWN_AT:
        at, on_key = (*trail, SHOWN_AT[kind]), False
    line, column = locate(at, on_key or not at)
    if kind == "missing":
        rule, message = "missing-field", f"{name}: is missing, and cannot be left out."
        hint = what_it_is(model, trail)
    elif kind == "extra_forbidden":
        rule, message = "unknown-field", f"{name}: is not a field that can stand here."
        names = names_at(model, trail[:-1])
        hint = nearest(str(trail[-1]), names)
        where = "in note: or in the text" if "note" in names else "in the text"
        hint += f" A remark belongs {where} below the second line of three hyphens."
    elif kind == "literal_error":
        known = [str(v) for v in _literals(context.get("expected", ""))]
        where = (
            f"cannot stand under {dotted(trail[:-1])}:"
            if on_key
            else (f"is not one of the values of {name}:")
        )
        rule, message = "unknown-value", f"“{plain(value)}” {where}."
        hint = nearest(plain(value), known)
    elif kind in WANTED:
        wanted = list(dict.fromkeys(WANTED[d["type"]] for d in details if d["type"] in WANTED))
        rule, message = "wrong-type", f"{name}: must be {' or '.join(wanted)}, not {shown(value)}."
        form = form_at(model, trail) if kind == "string_type" else ""
        if kind == "string_type" and isinstance(value, list):
            form = one_of_several(value, is_id=points_somewhere(model, trail)) or form
        hint = form or type_hint(kind, value, required=is_required(model, trail))
        if value is None:
            message = f"{name}: stands here without a value."
    elif "message" in context:
        rule, message, hint = kind, f"{name}: {context['message']}", context.get("hint", "")
        if not name:
            message = context["message"]
    elif kind == "string_pattern_mismatch":
        rule, message = "wrong-form", f"{name}: “{value}” does not have the form it needs."
        pattern = str(context.get("pattern"))
        hint = FORMS.get(pattern, f"Its form is {pattern}")
    elif kind == "too_short":
        rule, message = "empty-list", f"{name}: needs at least one entry."
        hint = choices(model, trail) or "Add an entry, or leave the field out."
    elif kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "less" if kind == "greater_than_equal" else "more"
        rule, message = (
            "out-of-range",
            f"{name}: {float(value):.15g} is {side} than {limit:g}, the limit for this number.",
        )
        hint = "Check it against its source; perhaps a digit is too many or in the wrong place."
    else:
        rule, message = "wrong-value", f"{name}: {shown(value)} cannot stand here."
        hint = "Compare it with a record of the same kind that is complete."
    return Problem(path, line, column, rule, "error", message, hint.strip())


def _literals(expected: str) -> list[str]:
    """The values out of pydantic's `'a', 'b' or 'c'`."""
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(", ")]

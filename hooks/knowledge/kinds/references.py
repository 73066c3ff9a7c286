"""What a field points to, written beside the field, and how to find every such pointer.

`countries: list[Annotated[str, Ref("country")]]` says that each value is the id of a country
record. The library resolves pointers in one place by walking a record with `mentions`.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

Trail = tuple[str | int, ...]


def dotted(trail: Trail) -> str:
    """A way to a value as people read it: `results[2].state`, counted from 1."""
    name = ""
    for step in trail:
        name += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if name else str(step)
    return name


@dataclass(frozen=True, slots=True)
class Ref:
    """The value is the id of a record of this kind."""

    kind: str


@dataclass(frozen=True, slots=True)
class Term:
    """The value is the id of a term of this vocabulary (`content/vocabularies/<name>.yml`)."""

    vocabulary: str


@dataclass(frozen=True, slots=True)
class Cites:
    """The value is the id of a source, of the record's own or of `content/sources.yml`."""


Pointer = Ref | Term | Cites


#: One pointer found in a record: where it stands, what sort it is, and the id it names.
Mention = tuple[Trail, Pointer, str]

#: Adds the pointers in a value that stands at a trail. A library is walked in one go; a list that
#: is handed down does it in half the time that generators within each other take.
Walk = Callable[[Any, Trail, list[Mention]], None]


def mentions(record: BaseModel) -> list[Mention]:
    """Every pointer in a record, in the order of its fields."""
    found: list[Mention] = []
    _model_walk(type(record))(record, (), found)
    return found


@cache
def _model_walk(model: type[BaseModel]) -> Walk:
    """A walk of one model, worked out once from its field annotations."""
    walks: list[tuple[str, Walk]] = []
    for name, field in model.model_fields.items():
        annotation = field.annotation
        if field.metadata:
            annotation = Annotated[(annotation, *field.metadata)]  # type: ignore[assignment]
        walk = _annotation_walk(annotation)
        if walk is not None:
            walks.append((name, walk))

    def walk_model(record: Any, trail: Trail, found: list[Mention]) -> None:
        for name, walk in walks:
            # What is absent or empty points to nothing.
            if value := getattr(record, name):
                walk(value, (*trail, name), found)

    return walk_model


def _annotation_walk(annotation: Any) -> Walk | None:
    """A walk of the values of one annotation, or None where nothing in it can point."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        for mark in marks:
            if isinstance(mark, Ref | Term | Cites):
                return _pointer_walk(mark)
        return _annotation_walk(inner)
    if origin in (Union, types.UnionType):
        return _union_walk(get_args(annotation))
    if origin in (list, tuple):
        return _list_walk(_annotation_walk(get_args(annotation)[0]))
    if origin is dict:
        keys, values = get_args(annotation)
        return _dict_walk(_annotation_walk(keys), _annotation_walk(values))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        # Looked up when walked, so that models may hold one another.
        return _walk_record
    return None


def _walk_record(record: BaseModel, trail: Trail, found: list[Mention]) -> None:
    _model_walk(type(record))(record, trail, found)


def _pointer_walk(pointer: Pointer) -> Walk:
    def walk(value: Any, trail: Trail, found: list[Mention]) -> None:
        found.append((trail, pointer, value))

    return walk


def _union_walk(members: tuple[Any, ...]) -> Walk | None:
    """Models are told apart by their class, lists by being lists; the rest cannot point."""
    walks = [_annotation_walk(member) for member in members]
    in_lists = [w for w, m in zip(walks, members, strict=True) if w and get_origin(m) is list]
    others = [w for w, m in zip(walks, members, strict=True) if w and get_origin(m) is not list]
    if not in_lists and not others:
        return None

    def walk(value: Any, trail: Trail, found: list[Mention]) -> None:
        for chosen in (in_lists if isinstance(value, list) else others)[:1]:
            chosen(value, trail, found)

    return walk


def _list_walk(item: Walk | None) -> Walk | None:
    if item is None:
        return None

    def walk(value: Any, trail: Trail, found: list[Mention]) -> None:
        for index, member in enumerate(value):
            item(member, (*trail, index), found)

    return walk


def _dict_walk(keys: Walk | None, values: Walk | None) -> Walk | None:
    if keys is None and values is None:
        return None

    def walk(value: Any, trail: Trail, found: list[Mention]) -> None:
        for key, member in value.items():
            if keys is not None:
                keys(key, (*trail, key), found)
            if values is not None and member is not None:
                values(member, (*trail, key), found)

    return walk

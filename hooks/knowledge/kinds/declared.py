"""What the declaration of a field says of it: its meaning, its values, its form."""

from __future__ import annotations

import types
from collections.abc import Iterator
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from knowledge.kinds.advice import FORMS
from knowledge.kinds.references import Cites, Pointer, Ref, Term, Trail


def what_it_is(model: type[BaseModel], trail: Trail) -> str:
    """The description of the field at a trail, and its allowed values."""
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        if field is None:
            continue
        about = f"It is {field.description}. " if field.description else ""
        values = [str(v) for v in _literal_values(field.annotation)]
        return about + (f"One of: {', '.join(values)}." if values else f"Add {trail[-1]}: here.")
    return ""


def what_it_says(model: type[BaseModel], trail: Trail) -> str:
    """The description of the field at a trail, or ""."""
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        if field is not None and field.description:
            return field.description
    return ""


def pointers_at(model: type[BaseModel], trail: Trail) -> list[Ref | Term]:
    """What the values of the field at a trail point to: records of a kind, or terms."""
    found: list[Ref | Term] = []
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        marks = [*field.metadata, *_pointers_in(field.annotation)] if field else []
        found += [mark for mark in marks if isinstance(mark, Ref | Term)]
    return found


def literals_at(model: type[BaseModel], trail: Trail) -> list[Any]:
    """The values that the field at a trail allows, where it allows only a few; else nothing."""
    found: list[Any] = []
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        found += _literal_values(field.annotation) if field else ()
    return found


def names_at(model: type[BaseModel], trail: Trail) -> list[str]:
    """The names of the fields that can stand in the group at a trail."""
    return sorted({name for owner in models_at(model, trail) for name in owner.model_fields})


def choices(model: type[BaseModel], trail: Trail) -> str:
    """Where the values of a field are listed, if it points to a vocabulary or to records."""
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        for pointer in _pointers_in(field.annotation) if field else ():
            if isinstance(pointer, Term):
                file = f"content/vocabularies/{pointer.vocabulary}.yml"
                return f"Add one of the ids in {file}, for example {trail[-1]}: [id-of-a-term]"
            if isinstance(pointer, Cites):
                return f"Add the id of a source, for example {trail[-1]}: [its-id]"
            if isinstance(pointer, Ref):
                return f"Add the id of a {pointer.kind}, for example {trail[-1]}: [its-id]"
    return ""


def points_somewhere(model: type[BaseModel], trail: Trail) -> bool:
    """Whether the field at a trail holds the id of a record, of a term or of a source."""
    fields = [owner.model_fields.get(str(trail[-1])) for owner in models_at(model, trail[:-1])]
    return any(
        isinstance(mark, Ref | Term | Cites)
        for field in fields
        if field is not None
        for mark in [*field.metadata, *_pointers_in(field.annotation)]
    )


def vocabularies_of(model: type[BaseModel]) -> set[str]:
    """The names of the vocabularies that the fields of a model, and of all within it, point to."""
    names: set[str] = set()
    reached = [model]
    for owner in reached:
        for field in owner.model_fields.values():
            marks = [*field.metadata, *_pointers_in(field.annotation)]
            names |= {mark.vocabulary for mark in marks if isinstance(mark, Term)}
            reached += [m for m in models_in(field.annotation) if m not in reached]
    return names


def title_at(model: type[BaseModel], trail: Trail) -> str:
    """The title of the last field on the way along a trail that has one, or ""."""
    for end in range(len(trail), 0, -1):
        for owner in models_at(model, trail[: end - 1]):
            field = owner.model_fields.get(str(trail[end - 1]))
            if field is not None and field.title:
                return field.title
    return ""


def is_required(model: type[BaseModel], trail: Trail) -> bool:
    """Whether the field at a trail must be there in its group."""
    owners = models_at(model, trail[:-1])
    fields = [owner.model_fields.get(str(trail[-1])) for owner in owners]
    return any(field.is_required() for field in fields if field is not None)


def form_at(model: type[BaseModel], trail: Trail) -> str:
    """In words, the form that a text at a trail must have, or ""."""
    for owner in models_at(model, trail[:-1]):
        field = owner.model_fields.get(str(trail[-1]))
        for mark in [*field.metadata, *_marks_in(field.annotation)] if field else ():
            for part in (mark, *getattr(mark, "metadata", ())):
                if (pattern := getattr(part, "pattern", None)) in FORMS:
                    return FORMS[pattern]
    return ""


def _marks_in(annotation: Any) -> list[Any]:
    """What is written beside a type, as in `Annotated[str, Field(pattern=...)]`."""
    marks = list(getattr(annotation, "__metadata__", ()))
    for member in get_args(annotation):
        marks += _marks_in(member)
    return marks


def _pointers_in(annotation: Any) -> Iterator[Pointer]:
    for member in get_args(annotation):
        if isinstance(member, Ref | Term | Cites):
            yield member
        else:
            yield from _pointers_in(member)


def models_at(model: type[BaseModel], trail: Trail) -> list[type[BaseModel]]:
    """The models that may stand at a trail."""
    owners: list[type[BaseModel]] = [model]
    for step in trail:
        if isinstance(step, int):
            continue
        reached: list[type[BaseModel]] = []
        for owner in owners:
            field = owner.model_fields.get(step)
            if field is not None:
                reached += models_in(field.annotation)
        # A key of a mapping (a source's id, a convention's number) leads to the same models.
        owners = reached or owners
    return owners


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a value of an annotated field may be, or hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from models_in(get_args(annotation)[0])
    elif origin in (Union, types.UnionType, list, dict):
        for member in get_args(annotation):
            yield from models_in(member)


def _literal_values(annotation: Any) -> Iterator[Any]:
    if get_origin(annotation) is Literal:
        yield from get_args(annotation)
    elif get_origin(annotation) in (Union, types.UnionType, Annotated):
        for member in get_args(annotation):
            yield from _literal_values(member)

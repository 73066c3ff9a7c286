"""The columns that the fields of a model make in a table, read from where the fields are declared.

A field with one value, or with several simple ones, is a column; a group of fields is a column for
each of them (`period.start`). What repeats, and what carries a state, has a table of its own:
`analysis/record_tables.py` lays those out.
"""

from __future__ import annotations

import types
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from knowledge.kinds.fields import Claim, Day, Id, Link, PartialDate, Unit
from knowledge.kinds.references import Cites, Ref, Term

#: Between the values of a cell that holds several.
SEPARATOR = " | "

Cell = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it means, which values stand in it, and their unit if they have one.

    `several` says that a cell may hold many values, with `SEPARATOR` between them.
    """

    name: str
    definition: str
    values: str = "text"
    unit: str = ""
    several: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """What a field holds: `one` value or `several`, or a model, alone or several; by key or not.

    `type` is the annotation of a single value, with its marks, or None where `model` says it.
    """

    type: Any = None
    model: type[BaseModel] | None = None
    several: bool = False
    key: Any = None

    @property
    def is_claim(self) -> bool:
        """Whether what it holds carries a state beside its value."""
        return self.model is not None and issubclass(self.model, Claim)

    @property
    def is_value(self) -> bool:
        """Whether it fits into one cell."""
        return self.model is None and self.key is None


def form_of(field: FieldInfo) -> Form:
    """The form of a field of a model."""
    annotation: Any = field.annotation
    if field.metadata:
        annotation = Annotated[(annotation, *field.metadata)]
    return _form(annotation)


def _form(annotation: Any) -> Form:
    origin, members = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Form(model=annotation)
    if origin is Annotated:
        inner = _form(members[0])
        if inner.type is not None and not inner.several and inner.key is None:
            return Form(type=Annotated[(inner.type, *members[1:])])
        return inner
    if origin is list:
        inner = _form(members[0])
        return Form(inner.type, inner.model, True)
    if origin is dict:
        inner = _form(members[1])
        return Form(inner.type, inner.model, inner.several, members[0])
    if origin in (Union, types.UnionType):
        known = [member for member in members if member is not type(None)]
        return _form(known[0]) if len(known) == 1 else Form(type=Union[tuple(known)])  # noqa: UP007
    return Form(type=annotation)


def told_of(field: FieldInfo) -> str:
    """What a field means: its title and its description, or whichever it has."""
    return ": ".join(filter(None, (field.title, field.description)))


def is_group_of_claims(model: type[BaseModel]) -> bool:
    """Whether a group holds nothing but claims, so that it is a table of its own."""
    return all(form_of(field).is_claim for field in model.model_fields.values())


_SORTS: dict[Any, str] = {
    str: "text",
    bool: "true or false",
    int: "whole number",
    float: "number",
    date: "day, YYYY-MM-DD",
}
#: Types of ours that say more than the type they are made of, by the check that makes them.
_FORMS: dict[Any, str] = {
    get_args(PartialDate)[1]: "year, month or day: YYYY, YYYY-MM or YYYY-MM-DD",
    get_args(Day)[1]: "day, YYYY-MM-DD",
    get_args(Link)[1]: "address on the web",
    get_args(Id)[1]: "id: small letters, digits and hyphens",
}


def values_of(annotation: Any) -> str:
    """Which values a cell holds, in words."""
    origin, members = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return "one of: " + ", ".join(str(value) for value in members if value != "")
    if origin in (Union, types.UnionType):
        return " or ".join(dict.fromkeys(map(values_of, members)))
    if origin is Annotated:
        told = [words for mark in members[1:] if (words := _pointed_to(mark))]
        return told[0] if told else values_of(members[0])
    return _SORTS.get(annotation, "text")


def unit_of(annotation: Any) -> str:
    """The unit of the values, or ""."""
    marks = getattr(annotation, "__metadata__", ())
    return next((mark.words for mark in marks if isinstance(mark, Unit)), "")


def _pointed_to(mark: Any) -> str:
    """What a mark beside a type says of its values, or ""."""
    if isinstance(mark, Term):
        return f"id of a term of the vocabulary {mark.vocabulary}"
    if isinstance(mark, Ref):
        return f"id of a record of the kind {mark.kind}"
    if isinstance(mark, Cites):
        return "id of a source"
    return _FORMS.get(mark, "") if isinstance(mark, AfterValidator | BeforeValidator) else ""

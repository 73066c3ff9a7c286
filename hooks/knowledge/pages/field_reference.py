"""What every field of a record means, whether it is required, and which values it takes.

The fields are read from where they are declared, so that the page cannot drift from the check.
What all records share stands once, and so does what every claim and every source holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from inspect import getdoc
from typing import Final, TypeVar

from pydantic import BaseModel

from knowledge.kinds import KINDS
from knowledge.kinds.columns import Form, form_of, told_of, unit_of, values_of
from knowledge.kinds.declared import pointers_at
from knowledge.kinds.fields import Claim, Record, Source
from knowledge.kinds.references import Term
from knowledge.library import Library
from knowledge.pages.contribute import ADDRESS as CONTRIBUTE
from knowledge.pages.contribute import TITLE as CONTRIBUTE_TITLE
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.term_links import vocabulary_address

ADDRESS: Final = f"{CONTRIBUTE}fields/"
TITLE: Final = "What every field means"

#: Groups of fields that stand once on the page; elsewhere one line names them.
ONCE: Final[tuple[tuple[type[BaseModel], str], ...]] = ((Claim, "a claim"), (Source, "a source"))


@dataclass(frozen=True, slots=True)
class FieldLine:
    """A field: its name with those of the groups around it, what it says, its values.

    `terms` leads to the vocabulary that holds its values.
    """

    name: str
    says: str
    values: str
    is_required: bool
    terms: Crumb | None = None


@dataclass(frozen=True, slots=True)
class FieldTable:
    """The fields of a kind, or of what kinds share; `guide` leads to all records of the kind."""

    id: str
    heading: str
    about: str
    lines: tuple[FieldLine, ...]
    guide: Crumb | None = None


@dataclass(frozen=True, slots=True)
class FieldReferenceView:
    """What the template `records/field-reference.html` shows."""

    crumbs: tuple[Crumb, ...]
    contents: tuple[Heading, ...]
    tables: tuple[FieldTable, ...]


Planned = tuple[str, str, partial[Page]]


def field_reference_pages(library: Library) -> Iterator[Planned]:
    """The one page of all fields."""
    yield ADDRESS, "the declarations of fields", partial(field_reference_page, library)


def field_reference_page(library: Library) -> Page:
    """Every field of every kind."""
    tables = tuple(_tables(library))
    view = FieldReferenceView(
        crumbs=(Crumb(CONTRIBUTE_TITLE, CONTRIBUTE), Crumb(TITLE)),
        contents=tuple(Heading(table.id, table.heading) for table in tables),
        tables=tables,
    )
    told = "Each field of a record: what it says, which values it takes and whether it is required."
    return Page(
        ADDRESS, TITLE, told, CONTRIBUTE, "records/field-reference.html", view,
        made_from="the declarations of fields",
    )  # fmt: skip


def _tables(library: Library) -> Iterator[FieldTable]:
    shared = frozenset(Record.model_fields)
    about = "Every record has these, whatever its kind."
    yield FieldTable("record", "Every record", about, tuple(_lines(library, Record)))
    about = "What a record says about law or fact, how sure we are of it, and since when."
    yield FieldTable("claim", "Every claim", about, tuple(_lines(library, Claim)))
    about = "Where something was read."
    yield FieldTable("source", "Every source", about, tuple(_lines(library, Source)))
    for kind in KINDS:
        about = f"What {kind.with_article} has beside the fields of every record. The fields of a "
        about += "claim and of a source stand above."
        lines = tuple(_lines(library, kind.model, without=shared))
        guide = Crumb(kind.plural, f"{kind.folder}/")
        yield FieldTable(kind.id, kind.label, about, lines, guide)


def _lines(
    library: Library,
    model: type[BaseModel],
    before: str = "",
    without: frozenset[str] = frozenset(),
) -> Iterator[FieldLine]:
    """The fields of a model, those of a group behind the line of the group."""
    for name, field in model.model_fields.items():
        if name in without:
            continue
        form, shown = form_of(field), f"{before}{name}"
        terms = _terms(library, model, name)
        says = told_of(field) or (getdoc(form.model) or "").partition("\n")[0]
        yield FieldLine(shown, says, _values(form), field.is_required(), terms)
        if form.model is not None and _once(form) is None:
            yield from _lines(library, form.model, f"{shown}.")


def _values(form: Form) -> str:
    """Which values a field takes, in words."""
    if isinstance(form.type, TypeVar):
        return "as the line of the field says"
    if form.model is None:
        unit = unit_of(form.type)
        told = values_of(form.type) + (f", in {unit}" if unit else "")
        if form.key is not None:
            return f"by name: {told}"
        return f"several: {told}" if form.several else told
    told = _once(form) or "a group of fields"
    if form.is_claim:
        told += f" with the value: {_values(form_of(form.model.model_fields['value']))}"
    if form.key is not None:
        return f"by name: {told}"
    return f"one or more, each {told}" if form.several else told


def _terms(library: Library, model: type[BaseModel], name: str) -> Crumb | None:
    """The vocabulary that holds the values of a field."""
    for pointer in pointers_at(model, (name,)):
        if isinstance(pointer, Term) and pointer.vocabulary in library.vocabularies:
            return Crumb("the terms", vocabulary_address(pointer.vocabulary))
    return None


def _once(form: Form) -> str | None:
    """What a field holds whose fields stand once on the page; None for any other."""
    model = form.model
    return next((name for group, name in ONCE if model and issubclass(model, group)), None)

"""Tables of claims: one row per reading, with its state, its year, its legal basis, its sources.

A claim that nobody has researched has no row. In the table of the records its state says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import Any, Final

from pydantic import BaseModel

from knowledge.analysis.data_tables import LICENCE_COLUMN, Cited, Row, Table, source_columns
from knowledge.analysis.record_cells import value_column
from knowledge.analysis.record_keys import Keys
from knowledge.kinds.columns import Cell, Column, Form, form_of, told_of, unit_of, values_of
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim, Reading, field_of
from knowledge.library import Library
from knowledge.platform import LICENCE

FIELD: Final = Column("field", "the field of the record that holds the claim")
TITLE: Final = Column("field_title", "what readers call that field")
KEY: Final = Column("key", "what within the field the claim is about")
CLAIM: Final = Column(
    "claim", "which of the claims in that place, from 1; several differ by area", "whole number"
)
READING: Final = Column(
    "reading", "1 is the claim itself; 2 and more are other readings of it", "whole number"
)
VALUE, STATE, SOURCE, ALSO = "value", "state", "source", "also"

#: Gives the group of fields of a record that holds the claims: itself, or one within it.
Holder = Callable[[Entry], Any]


@dataclass(frozen=True, slots=True)
class ClaimFields:
    """The fields of a model that hold claims, each with its title and its form."""

    fields: tuple[tuple[str, str, Form], ...]
    models: tuple[type[BaseModel], ...]

    @property
    def has_keys(self) -> bool:
        """Whether any of them holds claims by key."""
        return any(form.key is not None for _, _, form in self.fields)

    @property
    def extras(self) -> tuple[tuple[str, Column], ...]:
        """The fields that some of these claims have beside those of every claim."""
        found: dict[str, Column] = {}
        for model in self.models:
            for name, field in model.model_fields.items():
                form = form_of(field)
                if name not in Claim.model_fields and form.is_value:
                    found[name] = Column(
                        name, told_of(field), values_of(form.type), unit_of(form.type)
                    )
        return tuple(found.items())

    @property
    def by_key(self) -> dict[str, str]:
        """The fields of these claims that hold numbers by key, with what they mean."""
        return {
            name: told_of(field)
            for model in self.models
            for name, field in model.model_fields.items()
            if (form := form_of(field)).key is not None and form.model is None
        }


def claim_fields(model: type[BaseModel], names: tuple[str, ...]) -> ClaimFields:
    """Some fields of a model, all of which hold claims."""
    fields = tuple(
        (
            name,
            model.model_fields[name].title or name.replace("_", " ").capitalize(),
            form_of(model.model_fields[name]),
        )
        for name in names
    )
    models = tuple(dict.fromkeys(form.model for _, _, form in fields if form.model))
    return ClaimFields(fields, models)


def claim_tables(
    name: str, title: str, fields: ClaimFields, keys: Keys, held: Holder, made_from: str
) -> Iterator[Table]:
    """The table of the readings of some claims, and of the numbers by year that they hold."""
    yield Table(
        name, title, f"a reading of a claim; {keys.told}", _columns(fields, keys),
        partial(_rows, fields, keys, held), made_from, keys.group,
        count=partial(_count, fields, keys, held),
    )  # fmt: skip
    for inner, told in fields.by_key.items():
        columns = (
            *keys.columns, FIELD, TITLE, CLAIM,
            Column("key", f"{inner.replace('_', ' ')}"), Column("value", told, "whole number"),
            LICENCE_COLUMN,
        )  # fmt: skip
        words = inner.replace("_", " ")
        yield Table(
            f"{name}-{inner.replace('_', '-')}", f"{title}, {words}",
            f"a number that a claim holds {words}; {keys.told}", columns,
            partial(_numbers, fields, inner, keys, held), made_from, keys.group,
        )  # fmt: skip


def _columns(fields: ClaimFields, keys: Keys) -> tuple[Column, ...]:
    columns = [*keys.columns, FIELD, TITLE, *((KEY,) if fields.has_keys else ()), CLAIM, READING]
    for name, field in Claim.model_fields.items():
        if name == VALUE:
            columns.append(_value(fields, told_of(field)))
        elif name == SOURCE:
            columns += source_columns()
        elif name != ALSO:
            columns.append(Column(name, told_of(field), values_of(form_of(field).type)))
    return (*columns, *(column for _, column in fields.extras), LICENCE_COLUMN)


def _value(fields: ClaimFields, definition: str) -> Column:
    """The column of all values: what stands in it, and its unit, claim by claim."""
    told = {value_column(VALUE, definition, model) for model in fields.models}
    kinds = " or ".join(sorted(column.values for column in told))
    return Column(VALUE, definition, kinds, ", ".join(sorted({c.unit for c in told if c.unit})))


#: The fields of a claim in the columns before its sources and after them.
_FIELDS = tuple(name for name in Claim.model_fields if name not in (SOURCE, ALSO))
_BEFORE = _FIELDS[: tuple(Claim.model_fields).index(SOURCE)]
_AFTER = _FIELDS[len(_BEFORE) :]
_before, _after = attrgetter(*_BEFORE), attrgetter(*_AFTER)


def _rows(fields: ClaimFields, keys: Keys, held: Holder, library: Library) -> Iterator[Row]:
    cited = library.once(Cited)
    extras = tuple(name for name, _ in fields.extras)
    blanks = (None,) * len(extras)
    for entry, start, key, number, claim in _claims(fields, keys, held, library):
        place = (*start, *((key,) if fields.has_keys else ()), number)
        also = [field_of(claim, name) for name in extras]
        yield (
            *place, 1, *_before(claim), *cited.of(entry, claim.source), *_after(claim), *also,
            LICENCE,
        )  # fmt: skip
        for reading, other in enumerate(claim.also, 2):
            yield (
                *place, reading, *_reading(other, claim.state, _BEFORE),
                *cited.of(entry, other.source), *_reading(other, claim.state, _AFTER), *blanks,
                LICENCE,
            )  # fmt: skip


def _count(fields: ClaimFields, keys: Keys, held: Holder, library: Library) -> int:
    return sum(1 + len(found[-1].also) for found in _claims(fields, keys, held, library))


def _reading(other: Reading[Any], state: str, names: tuple[str, ...]) -> list[Cell]:
    """Another reading in the columns of a claim; it has the claim's state."""
    return [state if name == STATE else field_of(other, name) for name in names]


def _numbers(
    fields: ClaimFields, inner: str, keys: Keys, held: Holder, library: Library
) -> Iterator[Row]:
    for _, start, _, number, claim in _claims(fields, keys, held, library):
        for key, value in field_of(claim, inner, {}).items():
            yield (*start, number, key, value, LICENCE)


def _claims(
    fields: ClaimFields, keys: Keys, held: Holder, library: Library
) -> Iterator[tuple[Entry, Row, str | None, int, Claim[Any]]]:
    """Every claim of these fields: its record, the cells that say where it stands, key, number."""
    for entry in keys.entries(library):
        group, start = held(entry), keys.cells(entry)
        for name, title, form in fields.fields:
            value = getattr(group, name)
            if not value:
                continue
            place = (*start, name, title)
            if form.key is not None:
                for key, claim in value.items():
                    yield entry, place, key, 1, claim
            else:
                for number, claim in enumerate(value if form.several else [value], 1):
                    yield entry, place, None, number, claim

"""The tables of the records of a kind, laid out from its model and from nothing else.

A kind has a table with one row per record, and one for each thing that repeats in it:

    practices              one row per record; a claim is its value and, beside it, its state
    practices-claims       one row per reading of a claim that stands by itself, with its sources
    practices-results      one row per entry of a list of groups, numbered as in the record
    countries-law          one row per reading of a claim in a group of claims
    countries-conventions  one row per reading of a claim that stands under a key
    supply-chains-stages-risks    one row per entry of the lists within the entries of a list

What every kind has (`changes`, `replies`) is one table for all of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from operator import attrgetter
from typing import Any, Final

from pydantic import BaseModel

from knowledge.analysis.claim_tables import claim_fields, claim_tables
from knowledge.analysis.data_tables import LICENCE_COLUMN, Cited, Row, Table, what_is
from knowledge.analysis.record_cells import Step, fill, layout
from knowledge.analysis.record_keys import ANY_RECORD, Keys, keys_of
from knowledge.kinds import KINDS
from knowledge.kinds.columns import Cell, Column, form_of, is_group_of_claims
from knowledge.kinds.fields import Record
from knowledge.kinds.kind import Kind
from knowledge.library import Library
from knowledge.platform import LICENCE

#: The lists of every record that are one table for all kinds.
SHARED: Final = ("changes", "replies")
#: Sources have a table in which each stands once (`analysis/source_table.py`).
ELSEWHERE: Final = ("sources",)

ADDRESS: Final = Column("address", "the page of the record, relative to the site")


def record_tables() -> tuple[Table, ...]:
    """The tables of all kinds, in the order of the kinds and of their fields."""
    tables = [table for kind in KINDS for table in _of_kind(kind)]
    for name in SHARED:
        model = form_of(Record.model_fields[name]).model
        if model is not None:
            tables += _lists(name, name.capitalize(), ANY_RECORD, (name,), model, "all records")
    return tuple(tables)


def _of_kind(kind: Kind) -> Iterator[Table]:
    folder, made_from, keys = kind.folder, f"the tables of {kind.folder}/", keys_of(kind)
    columns, steps = layout(kind.model, (*SHARED, *ELSEWHERE))
    rows = partial(_records, kind, steps)
    told = f"a record of the kind {kind.id}"
    yield Table(
        folder, kind.plural, told, (*columns, ADDRESS, LICENCE_COLUMN), rows, made_from, keys.group,
        count=lambda library: len(library.all(kind.id)),
    )  # fmt: skip
    fields = kind.model.model_fields
    forms = {name: form_of(field) for name, field in fields.items()}
    alone = tuple(name for name, form in forms.items() if form.is_claim and form.key is None)
    if alone:
        of = claim_fields(kind.model, alone)
        title = f"{kind.plural}: claims"
        held = attrgetter("record")
        yield from claim_tables(f"{folder}-claims", title, of, keys, held, made_from)
    for name, form in forms.items():
        if name in (*SHARED, *ELSEWHERE, *alone) or form.model is None:
            continue
        words = fields[name].title or name.replace("_", " ")
        path, title = f"{folder}-{name.replace('_', '-')}", f"{kind.plural}: {words.lower()}"
        if form.is_claim:
            of, held = claim_fields(kind.model, (name,)), attrgetter("record")
            yield from claim_tables(path, title, of, keys, held, made_from)
        elif not form.several and is_group_of_claims(form.model):
            of = claim_fields(form.model, tuple(form.model.model_fields))
            held = attrgetter(f"record.{name}")
            yield from claim_tables(path, title, of, keys, held, made_from)
        elif form.several:
            yield from _lists(path, title, keys, (name,), form.model, made_from)


def _records(kind: Kind, steps: tuple[Step, ...], library: Library) -> Iterator[Row]:
    cited = library.once(Cited)
    for entry in library.all(kind.id):
        cells: list[Cell] = []
        fill(cells, steps, entry.record, entry, cited)
        yield (*cells, entry.address, LICENCE)


def _lists(
    path: str, title: str, keys: Keys, way: tuple[str, ...], model: type[BaseModel], made_from: str
) -> Iterator[Table]:
    """The table of the entries of a list, and of the lists within them; `way` leads to it."""
    columns, steps = layout(model)
    numbers = tuple(
        Column(
            "position" if last else f"{name}.position",
            "its place in the list, from 1",
            "whole number",
        )
        for name, last in ((name, name == way[-1]) for name in way)
    )
    told = f"{what_is(model)}; {keys.told}"
    yield Table(
        path, title, told, (*keys.columns, *numbers, *columns, LICENCE_COLUMN),
        partial(_entries, keys, way, steps), made_from, keys.group,
        count=partial(_count, keys, way),
    )  # fmt: skip
    for name, field in model.model_fields.items():
        form = form_of(field)
        if form.several and form.model is not None and not form.is_claim:
            inner = name.replace("_", " ")
            deeper = f"{path}-{name.replace('_', '-')}"
            yield from _lists(
                deeper, f"{title}, {inner}", keys, (*way, name), form.model, made_from
            )


def _entries(
    keys: Keys, way: tuple[str, ...], steps: tuple[Step, ...], library: Library
) -> Iterator[Row]:
    cited = library.once(Cited)
    for entry in keys.entries(library):
        for numbers, group in _walked(entry.record, way):
            cells: list[Cell] = [*keys.cells(entry), *numbers]
            fill(cells, steps, group, entry, cited)
            yield (*cells, LICENCE)


def _count(keys: Keys, way: tuple[str, ...], library: Library) -> int:
    return sum(1 for entry in keys.entries(library) for _ in _walked(entry.record, way))


def _walked(group: Any, way: tuple[str, ...]) -> Iterator[tuple[tuple[int, ...], Any]]:
    """Every entry of the lists at the end of the way, with its number in each list on it."""
    for number, inner in enumerate(getattr(group, way[0]), 1):
        if len(way) == 1:
            yield (number,), inner
        else:
            for numbers, last in _walked(inner, way[1:]):
                yield (number, *numbers), last

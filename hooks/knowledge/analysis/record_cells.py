"""The cells of a group of fields: which columns it makes, and how each of them is filled.

A table of ten thousand records has half a million cells, so how to fill them is worked out once
for every model.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from pydantic import BaseModel

from knowledge.analysis.coverage import NOT_RESEARCHED
from knowledge.analysis.data_tables import Cited, source_columns, state_column
from knowledge.kinds.columns import (
    SEPARATOR,
    Cell,
    Column,
    Form,
    form_of,
    told_of,
    unit_of,
    values_of,
)
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.kinds.references import Cites


class How(Enum):
    """What is done with the value of a field to fill its cells."""

    VALUE = 1
    SEVERAL = 2
    SOURCES = 3
    GROUP = 4
    CLAIM = 5


@dataclass(frozen=True, slots=True)
class Step:
    """A field, how it fills its cells, how many they are, and the steps within a group."""

    name: str
    how: How
    width: int = 1
    within: tuple[Step, ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether the field holds simple values, and neither a group nor a claim."""
        return self.how not in (How.GROUP, How.CLAIM)


Layout = tuple[tuple[Column, ...], tuple[Step, ...]]


@cache
def layout(model: type[BaseModel], skipped: tuple[str, ...] = (), prefix: str = "") -> Layout:
    """The columns that the fields of a model make, and the steps that fill them.

    What repeats has a table of its own, and makes no column: lists of groups, and what stands
    under keys. Of a claim there are the value and its state.
    """
    columns: list[Column] = []
    steps: list[Step] = []
    for name, field in model.model_fields.items():
        form = form_of(field)
        if name in skipped or form.key is not None:
            continue
        title = f"{prefix}{name}"
        if form.is_claim and form.model is not None:
            columns += [
                value_column(title, told_of(field), form.model),
                state_column(f"{title}.state"),
            ]
            steps.append(Step(name, How.CLAIM, 2))
        elif form.model is not None:
            if not form.several:
                inner, within = layout(form.model, prefix=f"{title}.")
                columns += inner
                steps.append(Step(name, How.GROUP, len(inner), within))
        elif cites(form):
            columns += source_columns(title, several=form.several)
            steps.append(Step(name, How.SOURCES, 2))
        else:
            columns.append(
                Column(
                    title, told_of(field), values_of(form.type), unit_of(form.type), form.several
                )
            )
            steps.append(Step(name, How.SEVERAL if form.several else How.VALUE))
    return tuple(columns), tuple(steps)


def fill(
    cells: list[Cell],
    steps: Iterable[Step],
    group: Any,
    entry: Entry | None,
    cited: Cited,
) -> None:
    """Add the cells of a group of fields, or of anything that has its attributes."""
    for step in steps:
        value = getattr(group, step.name)
        how = step.how
        if how is How.VALUE:
            cells.append(value)
        elif how is How.SEVERAL:
            cells.append(SEPARATOR.join(map(str, value)) if value else None)
        elif how is How.SOURCES:
            cells += cited.of(entry, [value] if isinstance(value, str) else value)
        elif how is How.CLAIM:
            cells += _claim(value)
        elif value is None:
            cells += [None] * step.width
        else:
            fill(cells, step.within, value, entry, cited)


def value_column(name: str, definition: str, model: type[BaseModel]) -> Column:
    """The column of the value of a claim."""
    form = form_of(model.model_fields["value"])
    return Column(name, definition, values_of(form.type), unit_of(form.type), several=True)


def cites(form: Form) -> bool:
    """Whether the values are ids of sources."""
    return any(isinstance(mark, Cites) for mark in getattr(form.type, "__metadata__", ()))


def _claim(claim: Claim[Any] | list[Claim[Any]] | None) -> tuple[Cell, Cell]:
    """The value and the state of a claim; of several, theirs in one order."""
    if not claim:
        return None, NOT_RESEARCHED
    if not isinstance(claim, list):
        return claim.value, claim.state
    if len(claim) == 1:
        return claim[0].value, claim[0].state
    values = ["" if one.value is None else f"{_plain(one.value)}" for one in claim]
    return SEPARATOR.join(values), SEPARATOR.join(one.state for one in claim)


def _plain(value: object) -> object:
    """A number without a needless fraction, and a truth in small letters, as they stand alone."""
    if isinstance(value, bool):
        return str(value).lower()
    return int(value) if isinstance(value, float) and value.is_integer() else value

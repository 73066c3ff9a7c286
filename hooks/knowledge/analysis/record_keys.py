"""What says of a row which record it is of: the first columns of every table of a kind's parts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from knowledge.analysis.data_tables import Row
from knowledge.kinds.columns import Column
from knowledge.kinds.entries import Entry
from knowledge.kinds.kind import Kind
from knowledge.library import Library

#: A field that names a record in other people's tables as well; it stands beside the id.
CODE = "iso3"


@dataclass(frozen=True, slots=True)
class Keys:
    """The first columns, their cells for a record, and the records in order.

    `group` is the heading of such tables; `told` says in words whose a row is.
    """

    group: str
    told: str
    columns: tuple[Column, ...]
    cells: Callable[[Entry], Row]
    entries: Callable[[Library], Iterable[Entry]]


def keys_of(kind: Kind) -> Keys:
    """The id of the record, and its code where the kind has one."""
    name = kind.id.replace("-", "_")
    columns = [Column(name, f"the id of the {kind.label.lower()}", "id of a record")]
    if CODE in kind.model.model_fields:
        columns.append(Column(CODE, kind.model.model_fields[CODE].description or ""))

        def cells(entry: Entry) -> Row:
            return entry.id, getattr(entry.record, CODE)
    else:

        def cells(entry: Entry) -> Row:
            return (entry.id,)

    return Keys(
        kind.section,
        f"`{name}` is its record",
        tuple(columns),
        cells,
        lambda library: library.all(kind.id),
    )


#: The records of all kinds together.
ANY_RECORD = Keys(
    "All records",
    "`kind` and `record` are its record",
    (
        Column("kind", "the kind of the record", "id of a kind"),
        Column("record", "the id of the record", "id of a record"),
    ),
    lambda entry: (entry.kind.id, entry.id),
    lambda library: library.everything(),
)

"""A table as comma-separated values (RFC 4180) in UTF-8, safe to open in a spreadsheet.

A spreadsheet runs a cell that begins with one of a few signs as a formula, which can send what is
in the sheet elsewhere (OWASP, "CSV Injection"). Such a text gets an apostrophe before it, which a
spreadsheet takes for "this is text". A number stays a number, with or without a sign.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from typing import Final

from knowledge.analysis.data_tables import Row, Table
from knowledge.kinds.columns import Cell
from knowledge.library import Library

#: The first characters of what a spreadsheet would run; East Asian settings read the wide forms.
RISKY: Final = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
NUMBER: Final = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def comma_separated(table: Table, library: Library) -> bytes:
    """The table, its first line the names of its columns."""
    return lines([column.name for column in table.columns], table.rows(library))


def lines(names: Iterable[str], rows: Iterable[Row]) -> bytes:
    """Rows under the names of their columns; an empty cell is nothing at all."""
    # Encoded on the way: a text in memory takes four bytes for each letter of a large table.
    content = io.BytesIO()
    text = io.TextIOWrapper(content, encoding="utf-8", newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([written(cell) for cell in row] for row in rows)
    text.flush()
    return content.getvalue()


def written(cell: Cell) -> Cell:
    """A cell as the file has it: safe, truths in small letters, whole numbers without a point."""
    kind = cell.__class__
    if kind is str:
        risky = cell and cell[0] in RISKY  # type: ignore[index]
        return f"'{cell}" if risky and not NUMBER.fullmatch(cell) else cell  # type: ignore[arg-type]
    if kind is bool:
        return "true" if cell else "false"
    if kind is float and cell.is_integer():  # type: ignore[union-attr]
        return int(cell)  # type: ignore[arg-type]
    return cell

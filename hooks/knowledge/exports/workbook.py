"""All tables in one workbook for a spreadsheet: the codebook first, then a sheet for each table.

It is not part of the site: a hundred thousand rows take longer to write than the rest of a build.
Texts are written as texts, so that nothing in them can be run, and the same records give the same
bytes: the time in the file is the beginning of the day it is of.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from io import BytesIO
from typing import Any, Final

import xlsxwriter  # type: ignore[import-untyped] # it brings no types

from knowledge.analysis.data_tables import Row
from knowledge.analysis.tables import CODEBOOK, tables
from knowledge.kinds.columns import Cell
from knowledge.library import Library
from knowledge.platform import LICENCE, PLATFORM

#: What the format allows: letters in the name of a sheet, and in a cell.
LONGEST_NAME: Final = 31
LONGEST_TEXT: Final = 32_767
CUT: Final = " (cut: see the CSV file)"


def workbook(library: Library, today: date) -> bytes:
    """The workbook as a file, as of a day."""
    content = BytesIO()
    # Rows are written as they come and not kept; a hundred thousand of them need no more memory.
    book = xlsxwriter.Workbook(content, {"constant_memory": True})
    book.set_properties(
        {
            "title": PLATFORM,
            "comments": f"As of {today.isoformat()}. {LICENCE}.",
            "created": datetime.combine(today, time(), tzinfo=UTC).replace(tzinfo=None),
        }
    )
    bold = book.add_format({"bold": True})
    _fill(book.add_worksheet("About"), ["", ""], _about(today), bold)
    found = library.once(tables)
    names = sheet_names(table.name for table in found)
    for table in sorted(found, key=lambda one: one.name != CODEBOOK):
        sheet = book.add_worksheet(names[table.name])
        sheet.freeze_panes(1, 0)
        _fill(sheet, [column.name for column in table.columns], table.rows(library), bold)
    book.close()
    return content.getvalue()


def sheet_names(names: Iterable[str]) -> dict[str, str]:
    """The sheet of each table; one that is too long is cut, and numbered where two would be one."""
    sheets: dict[str, str] = {}
    for name in names:
        sheet, number = name[:LONGEST_NAME], 1
        while sheet in sheets.values():
            number += 1
            sheet = f"{name[: LONGEST_NAME - 1 - len(str(number))]}~{number}"
        sheets[name] = sheet
    return sheets


def _about(today: date) -> list[Row]:
    return [
        ("Platform", PLATFORM),
        ("As of", today),
        ("Licence", f"{LICENCE}; what is quoted keeps the terms of its source"),
        ("Cite as", f"{PLATFORM}, as of {today.isoformat()}, {LICENCE}."),
        ("Sheets", "the codebook says what every column means; an empty cell alone says nothing"),
    ]


def _fill(sheet: Any, names: list[str], rows: Iterable[Row], bold: Any) -> None:
    for place, name in enumerate(names):
        sheet.write_string(0, place, name, bold)
    for line, row in enumerate(rows, 1):
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell)


def _write(sheet: Any, line: int, place: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(line, place, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(line, place, cell)
    elif cell:
        text = cell.isoformat() if isinstance(cell, date) else cell
        if len(text) > LONGEST_TEXT:
            text = text[: LONGEST_TEXT - len(CUT)] + CUT
        sheet.write_string(line, place, text)

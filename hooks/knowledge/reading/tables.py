"""Tables of `content/data/`: CSV in UTF-8 with a header, every row with its line."""

from __future__ import annotations

import csv
from pathlib import Path

from knowledge.problems import Problem


def read_table(
    root: Path, relative: str, columns: tuple[str, ...]
) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """The rows as `(line, column -> text)`; a file that does not exist is an empty table."""
    path = root / relative
    if not path.exists():
        return [], []
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        told = f"The table cannot be read: {error}."
        return [], [Problem(relative, 0, 0, "table", "error", told, "Save it as UTF-8 CSV.")]
    reader = csv.reader(text.splitlines(keepends=True))
    lines: list[tuple[int, list[str]]] = []
    try:
        lines.extend((reader.line_num, values) for values in reader)
    except csv.Error as error:
        told = f"The table cannot be read from here on: {error}."
        hint = "Check that every quotation mark before this line is closed."
        return [], [Problem(relative, reader.line_num, 1, "table", "error", told, hint)]
    header = lines[0][1] if lines else []
    if tuple(header) != columns:
        told = f"The table's columns are {', '.join(header) or 'missing'}."
        hint = f"The first line must be: {','.join(columns)}"
        return [], [Problem(relative, 1, 1, "table", "error", told, hint)]
    rows: list[tuple[int, dict[str, str]]] = []
    problems: list[Problem] = []
    for line, values in lines[1:]:
        if len(values) == len(columns):
            rows.append((line, dict(zip(columns, values, strict=True))))
        else:
            told = f"The row has {len(values)} values for {len(columns)} columns."
            hint = "Put quotes around a value that holds a comma."
            problems.append(Problem(relative, line, 1, "table", "error", told, hint))
    return rows, problems

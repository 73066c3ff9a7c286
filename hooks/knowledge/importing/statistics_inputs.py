"""The tables of statistics as their publishers give them, every row with its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import isfinite
from pathlib import Path

from knowledge.problems import Problem


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table: its line and its cells by column, without blanks around them."""

    number: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell of a column."""
        return self.cells[column]


@dataclass(slots=True)
class Reader:
    """Reads tables and keeps every problem of them."""

    problems: list[Problem] = field(default_factory=list)

    def problem(self, path: Path, line: int, message: str, hint: str) -> None:
        """Note a fault of a table; a line of 0 means the file as a whole."""
        column = 1 if line else 0
        self.problems.append(Problem(str(path), line, column, "import", "error", message, hint))

    def lines(self, path: Path, columns: Iterable[str]) -> list[Line]:
        """The rows under the heading that names all columns; what stands above it is skipped."""
        wanted = list(columns)
        if not path.exists():
            hint = "Put the publisher's table there under this name, or name another folder."
            self.problem(path, 0, "The table is not in the folder that was given.", hint)
            return []
        try:
            reader = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            rows = [(reader.line_num, row) for row in reader]
        except (OSError, UnicodeDecodeError, csv.Error) as error:
            hint = "Save it as CSV in UTF-8, with every quotation mark closed."
            self.problem(path, 0, f"The table cannot be read: {error}.", hint)
            return []
        likeness = [(len(set(wanted) & set(row)), -place) for place, (_, row) in enumerate(rows)]
        found, place = max(likeness, default=(0, 0))
        if found < len(set(wanted)):
            header = rows[-place][1] if found else []
            lacking = ", ".join(column for column in wanted if column not in header)
            hint = f"Export it again with these columns: {', '.join(wanted)}."
            self.problem(path, 0, f"The table lacks these columns: {lacking}.", hint)
            return []
        header = rows[-place][1]
        lines, last = [], rows[-place][0]
        for end, row in rows[-place + 1 :]:
            # A cell may hold line breaks: the row begins after the end of the one before it.
            number, last = last + 1, end
            if len(row) == len(header):
                cells = dict(zip(header, (cell.strip() for cell in row), strict=True))
                lines.append(Line(number, cells))
            elif row:
                told = f"The row has {len(row)} values for {len(header)} columns."
                hint = "Put quotes around a value that holds a comma."
                self.problem(path, number, told, hint)
        return lines

    def number(self, path: Path, line: Line, column: str) -> float | None:
        """A number from 0 upward, or None and a problem."""
        try:
            value = float(line[column])
        except ValueError:
            value = -1.0
        if isfinite(value) and value >= 0:
            return value
        told = f"{column} is “{line[column]}”, which is not a number from 0 upward."
        hint = "Write digits and a point; where there is no figure, leave the row out."
        self.problem(path, line.number, told, hint)
        return None

    def code(self, path: Path, line: Line, column: str, known: Mapping[str, str]) -> str | None:
        """What a code of the publisher means, or None and a problem."""
        if line[column] in known:
            return known[line[column]]
        told = f"{column} is “{line[column]}”, a code that the importer does not know."
        hint = f"Correct it, or teach the importer its meaning. Known: {', '.join(known)}."
        self.problem(path, line.number, told, hint)
        return None

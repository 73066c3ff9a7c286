"""The tables an import reads, found in the folders it is given; every fault of them at once."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from knowledge.problems import Problem

Row = dict[str, str]


@dataclass(frozen=True)
class Table:
    """The rows of one file; the first row of data is row 2, as in a spreadsheet."""

    path: str
    rows: list[Row]

    def problem(self, row: int, message: str, hint: str) -> Problem:
        """A fault of one row, by its index in `rows`."""
        return Problem(self.path, row + 2, 1, "import", "error", message, hint)


@dataclass(frozen=True)
class Inputs:
    """All tables by file name, and the day on which the data were fetched."""

    tables: dict[str, Table]
    read_on: date | None
    problems: list[Problem] = field(default_factory=list)

    def rows(self, name: str) -> list[Row]:
        return self.tables[name].rows


#: The files an import needs, with the columns it reads.
NEEDED: dict[str, tuple[str, ...]] = {
    "countries_RY2022.csv": ("name", "webpage", "ls_Minimum_Work_standard", "enf_Labor_Funding"),
    "territories_RY2022.csv": ("country", "field"),
    "legal_ages_2016_2022.csv": ("country", "reporting_year", "labor_inspectors"),
    "legal_ages_flags.csv": ("country", "field", "RY2022", "RY2021", "RY2020", "RY2019", "flag"),
    "advancement_2016_2022.csv": ("country", "reporting_year", "level"),
    "suggested_actions_RY2022.csv": ("country", "area", "action"),
    "goods_RY2022.csv": ("good", "sector", "country", "child_labor", "forced_labor",
                         "forced_child_labor"),
    "country-codes.csv": ("ISO3166-1-Alpha-3", "M49", "UNTERM English Short",
                          "UNTERM English Formal", "official_name_en", "CLDR display name",
                          "Region Name", "Sub-region Name", "is_independent"),
    "ilo_members.csv": ("iso3", "name"),
    "ratifications.csv": ("iso3", "convention", "status", "date", "source_url", "as_of",
                          "confidence", "note"),
}  # fmt: skip

#: Files that add to the others where they are given. The number of the years may differ.
OPTIONAL: dict[str, tuple[str, ...]] = {
    "country-law": ("iso3", "topic", "value", "legal_basis", "as_of", "source_title", "publisher",
                    "source_url", "confidence", "note"),
    "advancement": ("iso3", "year", "level", "source_url"),
}  # fmt: skip
_OPTIONAL_NAME = re.compile(r"(country-law|advancement)-\d{4}(-\d{4})?\.csv")
_READ_ON = re.compile(r"as read on (\d{1,2} \w{3} \d{4})")


def read_inputs(paths: Iterable[Path]) -> Inputs:
    """The tables in the folders and files named, with a problem for each that is missing."""
    tables: dict[str, Table] = {}
    problems: list[Problem] = []
    read_on: date | None = None
    for path in paths:
        files = sorted(path.iterdir()) if path.is_dir() else [path]
        if not path.exists():
            told = "There is no such file or folder."
            problems.append(_missing(str(path), told, "Check the path that was given."))
            continue
        for file in files:
            optional = _OPTIONAL_NAME.fullmatch(file.name)
            name = optional[1] if optional else file.name
            columns = OPTIONAL.get(name) or NEEDED.get(name)
            if columns is not None:
                table, found = _read(file, columns)
                tables[name] = table
                problems += found
            elif file.name == "SOURCE.txt":
                read_on = _newest(read_on, file.read_text(encoding="utf-8"))
    for name in NEEDED:
        if name not in tables:
            told = "The table is in none of the folders that were given."
            problems.append(_missing(name, told, "Name the folder that holds it as well."))
    for name in OPTIONAL:
        tables.setdefault(name, Table(name, []))
    return Inputs(tables, read_on, problems)


def _read(path: Path, columns: tuple[str, ...]) -> tuple[Table, list[Problem]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        problem = _missing(str(path), f"It cannot be read: {error}.", "Save it as CSV in UTF-8.")
        return Table(str(path), []), [problem]
    reader = csv.DictReader(io.StringIO(text, newline=""), restkey="", strict=True)
    if lacking := [c for c in columns if c not in (reader.fieldnames or [])]:
        told = f"The table lacks these columns: {', '.join(lacking)}."
        return Table(str(path), []), [_missing(str(path), told, "Export it with these columns.")]
    table, problems = Table(str(path), []), []
    for row in reader:
        rest = row.pop("", None)
        if path.name == "territories_RY2022.csv":
            values = [row.pop("values...", ""), *(rest or [])]
            row |= dict(v.split("=", 1) for v in values if "=" in v)
        elif rest or None in row.values():
            told = "The row has more or fewer values than the header has columns."
            hint = "Put quotes around a value that holds a comma."
            problems.append(table.problem(len(table.rows), told, hint))
        table.rows.append({key: (value or "").strip() for key, value in row.items()})
    return table, problems


def _newest(known: date | None, text: str) -> date | None:
    found = [_day(words) for words in _READ_ON.findall(text)]
    return max([day for day in (known, *found) if day is not None], default=None)


def _day(words: str) -> date | None:
    day, month, year = words.split()
    months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    return date(int(year), months.index(month) + 1, int(day)) if month in months else None


def _missing(path: str, message: str, hint: str) -> Problem:
    return Problem(path, 0, 0, "import", "error", message, hint)

"""An inter-country input-output table in a folder of CSV files, every number with its place.

The files, in UTF-8 with a header; money in one unit throughout, children in another:

| file | header | what a number is |
|---|---|---|
| about.csv | `key,value` | no number: rows `table`, `year`, `children` say what it rests on |
| flows.csv | `region,industry,R:I,...` | what the industry of the row sells to that of the column |
| final-demand.csv | `region,industry,R,...` | what it sells to the final users of a region |
| output.csv | `region,industry,output` | all that it produces |
| children.csv | `region,industry,children` | the children in child labour who work in it |
| groups.csv | `region,group` | no number: regions to be summed, such as states; may be missing |

A row is an industry of a region. All files have the same rows in the same order; the columns of
flows.csv are these rows again, as `region:industry`. Only final demand may be negative, since it
holds changes in stocks.
"""

from __future__ import annotations

import csv
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

from knowledge.problems import Problem

#: What `about.csv` must say, so that nobody reads an estimate without what it was made from.
ABOUT = {
    "table": "publisher, title and edition of the input-output table",
    "year": "the year that the flows are of",
    "children": "the source of the numbers of children, and how they were spread over industries",
}
#: How far output may be from the sum of its row, as a part of output. Published tables are
#: balanced but rounded; a larger gap means that a column of final demand was left out.
BALANCE = 0.001
#: More faults of one file than these are only counted.
FAULTS_TOLD = 20

#: A region and an industry of it.
Label = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FlowTables:
    """The numbers of the files. With n rows (industries of regions) and r regions: `flows` is
    n times n, `final_demand` n times r, `output` and `children` have n numbers. `groups` gives
    the group of each region, or is empty."""

    about: dict[str, str]
    labels: tuple[Label, ...]
    regions: tuple[str, ...]
    flows: list[array[float]]
    final_demand: list[array[float]]
    output: array[float]
    children: array[float]
    groups: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Numbers:
    """A file of numbers: its columns after the two that name the row."""

    labels: tuple[Label, ...]
    columns: tuple[str, ...]
    rows: list[array[float]]


def read_flow_tables(folder: Path) -> tuple[FlowTables | None, list[Problem]]:
    """The table in a folder, or None and every problem found, with paths inside the folder."""
    problems: list[Problem] = []
    about = _about(folder, problems)
    flows = _numbers(folder, "flows.csv", problems)
    demand = _numbers(folder, "final-demand.csv", problems, may_be_negative=True)
    output = _numbers(folder, "output.csv", problems, ("output",))
    children = _numbers(folder, "children.csv", problems, ("children",))
    if not (flows and demand and output and children):
        return None, problems
    labels = flows.labels
    regions = tuple(dict.fromkeys(region for region, _ in labels))
    columns = tuple(f"{region}:{industry}" for region, industry in labels)
    problems += _differing("flows.csv", 1, "column", flows.columns, columns)
    problems += _differing("final-demand.csv", 1, "column", demand.columns, regions)
    for name, read in (
        ("final-demand.csv", demand), ("output.csv", output), ("children.csv", children)
    ):  # fmt: skip
        problems += _differing(name, 0, "row", tuple(":".join(x) for x in read.labels), columns)
    groups = _groups(folder, regions, problems)
    if problems:
        return None, problems
    return FlowTables(
        about=about,
        labels=labels,
        regions=regions,
        flows=flows.rows,
        final_demand=demand.rows,
        output=array("d", (row[0] for row in output.rows)),
        children=array("d", (row[0] for row in children.rows)),
        groups=groups,
    ), []


def _about(folder: Path, problems: list[Problem]) -> dict[str, str]:
    rows = _lines(folder, "about.csv", ("key", "value"), problems)
    about = {values[0]: values[1].strip() for _, values in rows}
    for key, what in ABOUT.items():
        if not about.get(key) and (folder / "about.csv").exists():
            told = f"The row “{key}” is missing: nobody could tell what the estimate rests on."
            problems.append(_problem("about.csv", 0, 0, told, f"Add {key},... with {what}."))
    return about


def _groups(folder: Path, regions: tuple[str, ...], problems: list[Problem]) -> dict[str, str]:
    if not (folder / "groups.csv").exists():
        return {}
    groups: dict[str, str] = {}
    for line, (region, group) in _lines(folder, "groups.csv", ("region", "group"), problems):
        if region not in regions or region in groups or not group.strip():
            told = f"“{region}” has no group here, is no region of flows.csv, or stands twice."
            problems.append(
                _problem("groups.csv", line, 1, told, "One row for each region: region,group.")
            )
        groups[region] = group
    if missing := [region for region in regions if region not in groups]:
        told = f"These regions have no group: {', '.join(missing[:FAULTS_TOLD])}."
        problems.append(_problem("groups.csv", 0, 0, told, "Add a row for each of them."))
    return groups


def _numbers(
    folder: Path,
    name: str,
    problems: list[Problem],
    columns: tuple[str, ...] = (),
    *,
    may_be_negative: bool = False,
) -> _Numbers | None:
    """A file of numbers; without `columns` any columns may follow the two that name the row."""
    before = len(problems)
    header: tuple[str, ...] = ()
    labels: dict[Label, int] = {}
    rows: list[array[float]] = []
    faults: list[Problem] = []
    for line, values in _lines(folder, name, ("region", "industry", *columns), problems):
        if not header:
            header = tuple(values)
            continue
        region, industry = values[0], values[1]
        label = (region, industry)
        if label in labels:
            told = f"The row {region}:{industry} stands twice, first in line {labels[label]}."
            faults.append(_problem(name, line, 1, told, "Keep one of the two."))
        labels[label] = line
        row, wrong = _row(name, line, values[2:], header[2:], may_be_negative=may_be_negative)
        rows.append(row)
        faults += wrong
    if len(faults) > FAULTS_TOLD:
        told = f"There are {len(faults) - FAULTS_TOLD:,} more numbers like these."
        faults[FAULTS_TOLD:] = [_problem(name, 0, 0, told, "Mend the first ones, and try again.")]
    if header and not rows:
        faults.append(_problem(name, 0, 0, "The file has no rows.", "Add one for each industry."))
    problems += faults
    return None if len(problems) > before or not rows else _Numbers(tuple(labels), header[2:], rows)


def _row(
    name: str, line: int, cells: list[str], columns: tuple[str, ...], *, may_be_negative: bool
) -> tuple[array[float], list[Problem]]:
    """The numbers of a row, 0 in place of what is none, and a problem for each of these."""
    faults: list[Problem] = []
    row = array("d")
    for place, cell in enumerate(cells):
        number = _number(cell)
        if number is None or (number < 0 and not may_be_negative):
            told = f"“{cell}” in the column {columns[place]} is "
            told += "negative." if number is not None else "no number."
            hint = "Write a plain number such as 1234.5, and 0 where nothing flows."
            faults.append(_problem(name, line, place + 3, told, hint))
        row.append(number or 0.0)
    return row, faults


def _number(cell: str) -> float | None:
    try:
        number = float(cell)
    except ValueError:
        return None
    return number if isfinite(number) and "_" not in cell else None


def _lines(
    folder: Path, name: str, columns: tuple[str, ...], problems: list[Problem]
) -> Iterator[tuple[int, list[str]]]:
    """The lines with as many values as the header. A file of numbers, whose first columns are
    region and industry, gives its header first."""
    path = folder / name
    numbers = columns[:2] == ("region", "industry")
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file)
            header = [cell.strip() for cell in next(reader, [])]
            fits = tuple(header[: len(columns)]) == columns
            if not fits or (len(header) > len(columns) and not (numbers and len(columns) == 2)):
                told = f"The first line is {','.join(header[:6]) or 'empty'}."
                hint = f"It must begin: {','.join(columns)}"
                problems.append(_problem(name, 1, 1, told, hint))
                return
            if numbers:
                yield 1, header
            for values in reader:
                if len(values) == len(header):
                    yield reader.line_num, [values[0].strip(), values[1].strip(), *values[2:]]
                elif values:
                    told = f"The row has {len(values)} values for {len(header)} columns."
                    hint = "Give every row a value for every column, 0 where nothing flows."
                    problems.append(_problem(name, reader.line_num, 1, told, hint))
    except FileNotFoundError:
        hint = "Add it; scripts/estimate_trade_flows.py --help lists the files."
        problems.append(_problem(name, 0, 0, "The file is missing.", hint))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        told = f"The file cannot be read: {error}."
        problems.append(_problem(name, 0, 0, told, "Save it as CSV in UTF-8."))


def _differing(
    name: str, line: int, what: str, found: tuple[str, ...], expected: tuple[str, ...]
) -> Iterator[Problem]:
    """A problem at the first column or row that is not the one that stands there in flows.csv."""
    if found == expected:
        return
    for place, right in enumerate(expected):
        seen = found[place] if place < len(found) else "missing"
        if seen != right:
            break
    else:
        place, seen, right = len(expected), found[len(expected)], "the end"
    where = (line, place + 3) if line else (place + 2, 1)
    told = f"The {what} {place + 1} is {seen}, where the rows of flows.csv have {right}."
    hint = f"Give every file the same rows in the same order; a {what} must not be left out."
    yield _problem(name, *where, told, hint)


def _problem(name: str, line: int, column: int, message: str, hint: str) -> Problem:
    return Problem(name, line, column, "flow-table", "error", message, hint)

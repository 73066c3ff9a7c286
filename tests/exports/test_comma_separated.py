"""A table as CSV can be read by every program, and runs nothing in a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest
from pages.small_library import small_library

from knowledge.analysis.tables import tables
from knowledge.exports.comma_separated import comma_separated, lines, written


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+41 22 799 6111", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", "=", "-", "＝1"],
)
def test_a_text_that_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert written(text) == f"'{text}"


@pytest.mark.parametrize("number", ["-1", "+3.5", "-0.25", "-1e-3", "-.5"])
def test_a_number_with_a_sign_stays_a_number(number: str) -> None:
    assert written(number) == number


@pytest.mark.parametrize(
    ("cell", "told"),
    [(-9.7, "-9.7"), (-3, "-3"), (14.0, "14"), (True, "true"), (False, "false"), (None, ""),
     (date(2026, 11, 25), "2026-11-25"), ("", ""), ("a=b", "a=b")],
)  # fmt: skip
def test_cells_are_written_as_the_codebook_says(cell: object, told: str) -> None:
    text = lines(["a", "b"], [(cell, "x")]).decode()  # type: ignore[arg-type]
    assert text.splitlines() == ["a,b", f"{told},x"]


def test_every_table_is_utf_8_with_the_names_of_its_columns_first() -> None:
    library = small_library()
    for table in tables(library):
        content = comma_separated(table, library)
        found = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
        assert found[0] == [column.name for column in table.columns], table.name
        assert {len(row) for row in found} == {len(table.columns)}, table.name
        assert not content.startswith(b"\xef\xbb\xbf")
        risky = [cell for row in found for cell in row if cell[:1] in ("=", "@", "\t", "\r")]
        assert not risky, table.name
        assert content == comma_separated(table, library)

"""The workbook holds every table, runs nothing, and has the same bytes each time."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from zipfile import ZipFile

from pages.small_library import TODAY, small_library, with_record

from knowledge.analysis.tables import tables
from knowledge.exports.workbook import LONGEST_NAME, sheet_names, workbook


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as packed:
        return {name: packed.read(name).decode() for name in packed.namelist()}


def test_every_table_is_a_sheet_and_the_codebook_comes_first() -> None:
    library = small_library()
    listed = re.findall(
        r'<sheet name="([^"]*)"', parts(workbook(library, TODAY))["xl/workbook.xml"]
    )
    assert listed[:2] == ["About", "codebook"]
    assert set(listed) == {"About", *(table.name for table in tables(library))}


def test_a_text_that_looks_like_a_formula_stays_a_text() -> None:
    library = with_record(
        small_library(), "practice", "paid-harvest-labour", title='=HYPERLINK("x")'
    )
    content = parts(workbook(library, TODAY))
    assert not any("<f>" in text for name, text in content.items() if "worksheets" in name)
    assert "=HYPERLINK(" in "".join(content.values())


def test_the_same_records_of_a_day_give_the_same_bytes() -> None:
    library = small_library()
    assert workbook(library, TODAY) == workbook(library, TODAY)
    assert "2025-11-01" in parts(workbook(library, date(2025, 11, 1)))["docProps/core.xml"]


def test_names_that_are_too_long_for_a_sheet_stay_apart() -> None:
    long = "a" * 40
    found = sheet_names([long, f"{long}b", "short"])
    assert len(set(found.values())) == 3
    assert all(len(sheet) <= LONGEST_NAME for sheet in found.values())

"""Rows of the table of outlines that no map could draw are told with their line."""

from __future__ import annotations

from pathlib import Path

import pytest

from knowledge.kinds.outlines import OUTLINES, read_outlines
from knowledge.kinds.tables import Place

GHANA = Place(iso3="GHA", m49="288", name="Ghana", official_name="", region="Africa", subregion="")
SHAPE = "M474 206l-7 3-4-2z"


def problems(root: Path, *rows: str) -> list[tuple[int, str]]:
    """The line and the rule of everything that is wrong with a table of these rows."""
    (root / OUTLINES).parent.mkdir(parents=True)
    text = "\n".join(["iso3,name,dot,path,source", *rows, ""])
    (root / OUTLINES).write_text(text, encoding="utf-8")
    return [(p.line, p.rule) for p in read_outlines(root, {"GHA": GHANA})[1]]


def test_a_shape_a_dot_and_an_area_without_a_code_are_read(tmp_path: Path) -> None:
    assert problems(tmp_path, f"GHA,Ghana,,{SHAPE},s", ",Somaliland,3 4,,s") == []


@pytest.mark.parametrize("row", [f"GHA,Ghana,1 2,{SHAPE},s", "GHA,Ghana,,,s"])
def test_a_place_is_either_a_shape_or_a_dot(tmp_path: Path, row: str) -> None:
    assert problems(tmp_path, row) == [(2, "outline-shape")]


def test_a_code_that_is_no_country_is_told(tmp_path: Path) -> None:
    assert problems(tmp_path, "GAH,Ghana,1 2,,s") == [(2, "unknown-country")]


def test_a_country_is_drawn_once(tmp_path: Path) -> None:
    assert problems(tmp_path, "GHA,Ghana,1 2,,s", f"GHA,Ghana,,{SHAPE},s") == [(3, "outline-twice")]


@pytest.mark.parametrize("path", ["M1 2", "M1 2lz", "M1 2l<script>z", "M1 2C3 4 5 6z"])
def test_only_straight_closed_lines_are_drawn(tmp_path: Path, path: str) -> None:
    assert [line for line, _ in problems(tmp_path, f"GHA,Ghana,,{path},s")] == [2]

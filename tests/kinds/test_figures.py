"""A table of statistics with a fault is told by line, with what to write instead."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from knowledge.kinds.statistics import DATASETS, DOUBTS, SERIES, Figure, path_of
from knowledge.library import Library, load
from knowledge.problems import Problem
from knowledge.rules import check

SMALL = Path(__file__).parents[1] / "sites" / "small"
GOOD = "GHA,,SL_TLF_CHLDEC,female,5-17,,2018,21.7,percent,country-adjusted,,,unsd-sdg-8-7-1-2023"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "small"))


def _loaded(root: Path, *rows: str) -> tuple[Library, list[Problem]]:
    text = "\n".join([",".join(Figure.model_fields), *rows, ""])
    (root / path_of("sdg-8-7-1")).write_text(text, encoding="utf-8")
    library, problems = load(root)
    return library, [p for p in problems if p.path == path_of("sdg-8-7-1")]


def test_the_library_knows_the_figures_of_a_country(root: Path) -> None:
    library, problems = _loaded(root, GOOD)
    assert problems == []
    [figure] = [f for f in library.figures_of("GHA") if f.series == "SL_TLF_CHLDEC"]
    assert (figure.sex, figure.value, figure.year, figure.age) == ("female", 21.7, "2018", "5-17")
    assert library.figures_of("NOR") == []


def test_a_source_of_figures_alone_counts_as_used(root: Path) -> None:
    def unused(*rows: str) -> str:
        library, _ = _loaded(root, *rows)
        found = check(library, date(2026, 1, 1))
        return "".join(p.message for p in found if p.rule == "shared-source-unused")

    assert "unsd-sdg-8-7-1-2023" in unused()
    assert "unsd-sdg-8-7-1-2023" not in unused(GOOD)


@pytest.mark.parametrize(
    ("old", "new", "rule", "told", "remedy"),
    [
        ("21.7", "n/a", "number", "“n/a” is not a number", "missing row"),
        ("21.7", "-1", "number", "“-1” is not a number from 0", "Write digits"),
        ("21.7", "101", "figure-unit", "101 in the unit “percent”", "at most 100"),
        ("percent", "thousand", "figure-unit", "cannot be a figure of SL_TLF_CHLDEC", "percent"),
        ("female", "girls", "unknown-value", "“girls”", "female"),
        ("5-17", "5-71", "unknown-value", "“5-71”", "Did you mean “5-17”?"),
        ("2018", "18", "wrong-form", "“18”", "four digits"),
        ("GHA,", "GHA,World", "figure-place", "one country or of one group", "Fill iso3"),
        ("GHA,", ",", "figure-place", "one country or of one group", "Fill iso3"),
        ("GHA,", "GHB,", "unknown-country", "“GHB”", "Did you mean “GHA”?"),
        (
            "unsd-sdg-8-7-1-2023",
            "unsd-sdg-8-7-1-2032",
            "unknown-source",
            "“unsd-sdg-8-7-1-2032”",
            "“unsd-sdg-8-7-1-2023”",
        ),
        ("SL_TLF_CHLDEC", "SL_TLF_CHLDEX", "unknown-value", "“SL_TLF_CHLDEX”", "SL_TLF_CHLDE"),
    ],
)
def test_a_wrong_row_is_told_with_its_line_and_remedy(
    old: str, new: str, rule: str, told: str, remedy: str, root: Path
) -> None:
    wrong = GOOD.replace(old, new, 1)
    _, problems = _loaded(root, GOOD.replace("female", "male"), wrong)
    assert [(p.line, p.rule) for p in problems] == [(3, rule)], problems
    assert told in problems[0].message
    assert remedy in problems[0].hint


def test_a_figure_that_stands_twice_is_told_with_both_lines(root: Path) -> None:
    _, problems = _loaded(root, GOOD, GOOD.replace("21.7", "20"))
    assert [(p.line, p.rule) for p in problems] == [(3, "figure-twice")]
    assert "line 2" in problems[0].message


def test_a_figure_of_another_dataset_is_told_where_it_belongs(root: Path) -> None:
    row = GOOD.replace("SL_TLF_CHLDEC", "VC_HTF_DETV").replace("percent", "number")
    _, problems = _loaded(root, row)
    assert [p.rule for p in problems] == ["figure-dataset"]
    assert "sdg-16-2-2.csv" in problems[0].hint


def test_a_missing_column_is_told_with_the_heading_that_is_needed(root: Path) -> None:
    (root / path_of("sdg-8-7-1")).write_text("iso3,value\nGHA,3\n", encoding="utf-8")
    [problem] = [p for p in load(root)[1] if p.path == path_of("sdg-8-7-1")]
    assert problem.line == 1
    assert ",".join(Figure.model_fields) in problem.hint


def test_every_series_belongs_to_a_dataset_and_every_doubt_is_a_sentence() -> None:
    assert {series.dataset for series in SERIES.values()} == set(DATASETS)
    assert all(told.endswith(".") for told in DOUBTS.values())

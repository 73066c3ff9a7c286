"""Levels by year: what was not given and what is not recorded are two things, and no level."""

from __future__ import annotations

from knowledge.drawings.level_steps import LevelSteps, level_steps

LEVELS = ("None", "Some", "Much")


def drawn(**by_year: str) -> LevelSteps:
    years = {year.removeprefix("y"): level for year, level in by_year.items()}
    found = level_steps("steps", "Efforts of Exland", LEVELS, years, "not assessed")
    assert found is not None
    return found


def test_the_highest_level_lies_highest() -> None:
    heights = {level.name: level.y for level in drawn(y2016="Some", y2017="Much").levels}
    assert heights["Much"] < heights["Some"] < heights["None"]


def test_every_year_between_the_first_and_the_last_has_a_place() -> None:
    years = drawn(y2016="Some", y2019="Much").years
    assert [year.year for year in years] == ["2016", "2017", "2018", "2019"]
    assert [year.y is None for year in years] == [False, True, True, False]


def test_a_year_without_an_assessment_is_hatched_and_one_without_a_record_is_empty() -> None:
    found = drawn(y2016="Some", y2017="not assessed", y2019="Much")
    hatched = {year.year: year.is_hatched for year in found.years}
    assert hatched == {"2016": False, "2017": True, "2018": False, "2019": False}
    assert found.title == (
        "Efforts of Exland: 2016 some, 2017 not assessed, 2018 not recorded, 2019 much."
    )


def test_a_line_joins_only_years_that_follow_one_another() -> None:
    first, second, gap, last = drawn(y2016="Some", y2017="Much", y2019="Much").years
    assert (first.next_x, first.next_y) == (second.x, second.y)
    assert second.next_x == gap.next_x == last.next_x == ""


def test_one_year_or_no_level_at_all_is_not_drawn() -> None:
    assert level_steps("s", "", LEVELS, {"2016": "Some"}, "") is None
    assert level_steps("s", "", LEVELS, {"2016": "none", "2017": "none"}, "none") is None

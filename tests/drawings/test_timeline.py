"""The axis of years: places of days, what lies before it, and what is not certain."""

from __future__ import annotations

from datetime import date

import pytest

from knowledge.drawings.timeline import LEFT, LENGTH, Dated, Moment, Timeline, timeline


def law(on: str, **more: object) -> Dated:
    return Dated("A law", f"adopted {on}", (Moment(on, "ring", "adopted"),), **more)  # type: ignore[arg-type]


def drawn(*things: Dated, today: date | None = None) -> Timeline:
    found = timeline("laws", "Laws", things, 2010, 2029, today)
    assert found is not None
    return found


def x(thing: Dated) -> float:
    return float(drawn(thing).rows[0].marks[0].x.rstrip("%"))


@pytest.mark.parametrize(
    ("on", "years"), [("2010-01-01", 0), ("2020-01-01", 10), ("2020", 10.5), ("2020-07", 10.54)]
)
def test_a_day_lies_where_it_belongs_and_an_unknown_one_in_the_middle(
    on: str, years: float
) -> None:
    assert x(law(on)) == pytest.approx(LEFT + LENGTH * years / 20, abs=0.02)


def test_what_is_older_than_the_axis_stands_at_its_edge_as_an_arrow() -> None:
    (mark,) = drawn(law("1930")).rows[0].marks
    assert mark.is_before
    assert mark.x == f"{LEFT:.2f}%"
    assert not drawn(law("2015")).rows[0].marks[0].is_before


def test_a_line_goes_from_its_day_to_today_and_not_beyond() -> None:
    (row,) = drawn(law("2015", since="2020-01-01"), today=date(2025, 1, 1)).rows
    assert float(row.line_x.rstrip("%")) == pytest.approx(LEFT + LENGTH / 2, abs=0.01)
    assert float(row.line_width.rstrip("%")) == pytest.approx(LENGTH / 4, abs=0.01)


def test_without_a_day_there_is_no_line() -> None:
    assert drawn(law("2015"), today=date(2025, 1, 1)).rows[0].line_width == "0.00%"


def test_what_has_no_date_has_a_row_of_its_own_all_the_same() -> None:
    found = drawn(law("2015"), Dated("A draft", "proposed", ()))
    assert [row.name for row in found.rows] == ["A law", "A draft"]
    assert found.title == "Laws: A law, adopted 2015; A draft, proposed."


def test_few_years_are_written_and_evenly() -> None:
    assert [year for _, year in drawn(law("2015")).ticks] == ["2010", "2015", "2020", "2025"]


def test_nothing_is_drawn_of_nothing() -> None:
    assert timeline("laws", "Laws", (), 2010, 2029) is None

"""Events in the order of time, what is over, and what a calendar can show."""

from __future__ import annotations

from datetime import date

import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis.calendar import by_series, has_days, in_order, naming


def _dated(start: str, end: str | None = None):
    library = with_record(small_library(), "event", "planning-workshop", start=start, end=end)
    return next(dated for dated in in_order(library) if dated.entry.id == "planning-workshop")


def test_events_stand_in_the_order_of_time():
    starts = [dated.event.start for dated in in_order(small_library())]
    assert starts == ["2024-11", "2025-01-30", "2025-06-12", "2026-06-12"]


@pytest.mark.parametrize(
    ("start", "end", "today", "is_over"),
    [
        ("2025-06-12", None, "2025-06-11", False),
        ("2025-06-12", None, "2025-06-12", False),
        ("2025-06-12", None, "2025-06-13", True),
        ("2025-06-10", "2025-06-12", "2025-06-12", False),
        ("2025-06", None, "2025-06-30", False),
        ("2025-06", None, "2025-07-01", True),
        ("2025", None, "2025-12-31", False),
        ("2025", None, "2026-01-01", True),
    ],
)
def test_an_event_is_over_when_its_last_day_month_or_year_has_passed(start, end, today, is_over):
    assert _dated(start, end).is_over(date.fromisoformat(today)) is is_over


def test_an_event_without_a_day_has_no_calendar_file():
    assert _dated("2025-06").file == ""
    assert _dated("2025").file == ""
    assert _dated("2025-06-12").file == "events/planning-workshop/planning-workshop.ics"


def test_a_series_in_which_no_day_is_known_has_no_days():
    series = by_series(small_library())
    assert [dated.entry.id for dated in series["workshops"]] == [
        "planning-workshop",
        "carpet-workshop",
    ]
    assert has_days(series["workshops"])
    assert not has_days(series["workshops"][:1])


def test_the_events_of_a_country_come_the_latest_first():
    library = small_library()
    nepal = library.entries["country"]["nepal"]
    assert [dated.entry.id for dated in naming(library, nepal)] == [
        "carpet-workshop",
        "planning-workshop",
    ]

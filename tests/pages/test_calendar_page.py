"""The page of all events: what is coming, the series, and the past."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from small_library import TODAY, faults, part, row, small_library, with_record, words

from knowledge.library import Library
from knowledge.pages.calendar import calendar_page
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered


def _html(library: Library, today: date = TODAY) -> str:
    return rendered(calendar_page(library, today))


def test_what_is_coming_stands_month_by_month_and_apart_from_the_past():
    html = _html(small_library())
    assert not faults(html)
    coming = words(part(html, "coming"))
    assert "June 2026 World day or year · 12 June 2026" in coming
    assert "Workshop on carpets" not in coming
    assert "1 past event" not in html
    assert "3 past events" in html


def test_the_day_of_the_build_decides_what_is_past():
    later = _html(small_library(), date(2026, 6, 13))
    assert "No event after this day has been recorded yet." in words(part(later, "coming"))
    assert "4 past events" in later
    assert "13 June 2026" in words(later)
    on_the_day = _html(small_library(), date(2026, 6, 12))
    assert "World Day Against Child Labour 2026" in part(on_the_day, "coming")


def test_the_past_comes_the_latest_first_with_its_years_to_jump_to():
    html = _html(small_library())
    past = part(html, "past")
    titles = ["World Day Against Child Labour 2025", "Workshop on carpets", "Planning workshop"]
    places = [past.index(f">{title}</a>") for title in titles]
    assert places == sorted(places)
    for year in ("2025", "2024"):
        assert f'href="#y{year}"' in past
        assert past.count(f'id="y{year}"') == 1


def test_an_event_without_a_day_is_listed_and_said_to_stand_in_no_calendar():
    html = _html(small_library())
    assert "November 2024 (no calendar entry)" in row(html, "Planning workshop")
    assert "Of 1 event only the month or the year is known." in words(part(html, "past"))
    coming = with_record(small_library(), "event", "planning-workshop", start="2026-03")
    assert "Only the month is known" in words(part(_html(coming), "coming"))


def test_a_date_to_verify_is_marked_in_the_table():
    assert "to verify" in row(_html(small_library()), "Workshop on carpets")


def test_each_series_has_its_next_event_and_its_calendar():
    series = part(_html(small_library()), "series")
    assert "2 events, 2025 to 2026. Next: 12 June 2026" in words(series)
    assert "events/world-day.ics" in series
    assert "terms/event-series/world-day/" in series


def test_without_events_the_page_says_so_and_leads_to_no_file():
    library = small_library()
    html = _html(replace(library, entries={**library.entries, "event": {}}))
    assert ".ics" not in html
    assert "No past event has been recorded yet." in words(html)


def test_the_page_stands_where_the_other_collections_have_their_index():
    (page,) = [p for p in planned_pages(small_library(), TODAY) if p.address == "events/"]
    assert page.make().template == "records/calendar.html"

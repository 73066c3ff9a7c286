"""Calendar files, read back by a parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis.calendar import in_order
from knowledge.exports.calendars import Calendars
from knowledge.library import Library


def _written(library: Library, *ids: str, site_url: str = "") -> bytes:
    chosen = [dated for dated in in_order(library) if not ids or dated.entry.id in ids]
    return Calendars(library, site_url).calendar("Events", chosen)


def _read(library: Library, id_: str, site_url: str = "") -> icalendar.Event:
    read = icalendar.Calendar.from_ical(_written(library, id_, site_url=site_url))
    assert not read.errors
    (event,) = read.events
    assert not event.errors
    return event


def _changed(id_: str, **fields: object) -> Library:
    return with_record(small_library(), "event", id_, **fields)


def test_whole_days_end_before_the_day_that_the_file_names():
    event = _read(small_library(), "carpet-workshop")
    assert event["dtstart"].dt == date(2025, 1, 30)
    assert event["dtend"].dt == date(2025, 2, 2)
    one_day = _read(small_library(), "world-day-2026")
    assert one_day["dtend"].dt - one_day["dtstart"].dt == timedelta(days=1)


def test_an_event_without_a_day_stands_in_no_calendar():
    read = icalendar.Calendar.from_ical(_written(small_library()))
    assert sorted(str(event["summary"]) for event in read.events) == [
        "Workshop on carpets",
        "World Day Against Child Labour 2025",
        "World Day Against Child Labour 2026",
    ]


def test_times_are_those_of_the_event_s_own_time_zone():
    event = _read(small_library(), "world-day-2025")
    assert event["dtstart"].dt.astimezone(UTC) == datetime(2025, 6, 12, 11, 30, tzinfo=UTC)
    assert event["dtend"].dt.astimezone(UTC) == datetime(2025, 6, 12, 12, 45, tzinfo=UTC)
    assert event["dtstart"].params["TZID"] == "Europe/Zurich"


def test_a_file_carries_every_time_zone_that_it_names_and_no_other():
    library = _changed(
        "world-day-2026", start_time="09:00", end_time="10:00", timezone="Africa/Accra"
    )
    read = icalendar.Calendar.from_ical(_written(library))
    assert sorted(zone.tz_name for zone in read.timezones) == ["Africa/Accra", "Europe/Zurich"]
    assert not icalendar.Calendar.from_ical(_written(small_library(), "carpet-workshop")).timezones


def test_utc_is_written_as_utc():
    text = _written(_changed("world-day-2025", timezone="UTC"), "world-day-2025").decode()
    assert "DTSTART:20250612T133000Z" in text
    assert "VTIMEZONE" not in text


def test_an_event_that_only_begins_at_a_time_lasts_to_the_end_of_its_last_day():
    event = _read(_changed("world-day-2025", end="2025-06-13", end_time=None), "world-day-2025")
    assert event["dtend"].dt == datetime(2025, 6, 14, tzinfo=ZoneInfo("Europe/Zurich"))


def test_an_event_keeps_its_id_when_it_moves_or_gets_another_name():
    before = _read(small_library(), "world-day-2026")["uid"]
    moved = _changed("world-day-2026", start="2026-06-13", title="Moved")
    assert _read(moved, "world-day-2026")["uid"] == before
    renamed = _changed("world-day-2026", id="other-name", formerly=["world-day-2026"])
    assert _read(renamed, "other-name")["uid"] == before
    assert before.startswith("urn:uuid:")


def test_different_events_have_different_ids():
    read = icalendar.Calendar.from_ical(_written(small_library()))
    assert len({str(event["uid"]) for event in read.events}) == len(read.events)


def test_the_stamp_comes_from_the_record_and_a_change_counts():
    event = _read(small_library(), "world-day-2025")
    assert event["dtstamp"].dt == datetime(2025, 5, 20, tzinfo=UTC)
    assert event["sequence"] == 1
    assert _read(small_library(), "world-day-2026")["sequence"] == 0


def test_the_same_records_give_the_same_bytes():
    assert _written(small_library()) == _written(small_library())


def test_special_characters_come_through_and_lines_are_folded():
    odd = "A; b, c \\ d “é” and a title that is long enough that it has to be folded " + "ä" * 60
    library = _changed("world-day-2026", title=odd)
    assert str(_read(library, "world-day-2026")["summary"]) == odd
    text = _written(library)
    assert all(len(line) <= 75 for line in text.split(b"\r\n"))
    assert b"\n" not in text.replace(b"\r\n", b"")


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, "CONFIRMED"), ({"state": "to-verify"}, "TENTATIVE"), ({"cancelled": True}, "CANCELLED")],
)
def test_what_is_unsure_or_cancelled_says_so(fields, status):
    assert _read(_changed("world-day-2026", **fields), "world-day-2026")["status"] == status


def test_a_date_to_verify_says_so_in_words():
    told = str(_read(small_library(), "carpet-workshop")["description"])
    assert "The date is still to be verified." in told
    assert "Another paper gives the week before." in told


def test_an_event_leads_to_its_page_where_the_site_has_an_address_else_to_its_own():
    here = _read(small_library(), "world-day-2026", site_url="https://example.net/site/")
    assert here["url"] == "https://example.net/site/events/world-day-2026/"
    assert _read(small_library(), "world-day-2026")["url"] == "https://example.org/world-day"
    assert "url" not in _read(small_library(), "carpet-workshop")

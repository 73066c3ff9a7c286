"""The definitions of time zones, read back by a library that did not write them."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from dateutil import tz

from knowledge.exports.time_zones import definition
from knowledge.kinds.time_zones import names, zone


@pytest.mark.parametrize(
    "name",
    ["Europe/Zurich", "America/New_York", "Africa/Accra", "Australia/Sydney", "Africa/Casablanca"],
)
def test_every_hour_of_two_years_has_the_right_difference_to_utc(name: str) -> None:
    text = definition(name, 2023, 2024).to_ical().decode()
    read = tz.tzical(io.StringIO(text)).get(name)
    moment = datetime(2023, 1, 1, tzinfo=UTC) + timedelta(hours=24)
    wrong = []
    while moment < datetime(2024, 12, 31, tzinfo=UTC):
        local = moment.astimezone(zone(name)).replace(tzinfo=None)
        ours = local.replace(tzinfo=zone(name)).utcoffset()
        if local.replace(tzinfo=read).utcoffset() != ours:
            wrong.append(local)
        moment += timedelta(hours=1)
    # The hour that a clock shows twice is the only one that a reader may take either way.
    assert all(tz.datetime_ambiguous(local, zone(name)) for local in wrong)


def test_a_change_begins_on_the_clock_that_was_valid_until_then() -> None:
    text = definition("Europe/Zurich", 2023, 2023).to_ical().decode()
    assert "DTSTART:20230326T020000" in text
    assert "DTSTART:20231029T030000" in text


def test_the_names_are_those_of_the_database_that_is_installed_with_us() -> None:
    assert "Europe/Zurich" in names()
    assert "Geneva" not in names()
    assert str(zone("Asia/Kathmandu")) == "Asia/Kathmandu"

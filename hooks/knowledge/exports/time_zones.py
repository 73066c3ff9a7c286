"""The definition of a time zone inside a calendar file (RFC 5545, section 3.6.5).

A calendar program reads times by the definition that the file carries. It says from which moment
which difference to UTC holds; that moment is read on the clock that was valid until then, which
library code that only asks for the new clock gets wrong by an hour.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from knowledge.kinds.time_zones import zone

#: Clocks change at most once in this time.
_STEP = timedelta(days=1)
_FINEST = timedelta(minutes=1)


def definition(name: str, first: int, last: int) -> Timezone:
    """The clocks of a time zone from the beginning of one year to the end of another."""
    time_zone = zone(name)
    made = Timezone()
    made.add("tzid", name)
    # From a day before, as the year begins at another moment in UTC than on the clock.
    start = datetime(first, 1, 1, tzinfo=UTC) - _STEP
    made.add_component(_clock(time_zone, start, start))
    for before, after in _changes(time_zone, start, datetime(last + 1, 1, 2, tzinfo=UTC)):
        made.add_component(_clock(time_zone, before, after))
    return made


def _changes(
    time_zone: ZoneInfo, start: datetime, end: datetime
) -> Iterator[tuple[datetime, datetime]]:
    """The last moment before, and the moment of, each change of the clock, in UTC."""
    here = start
    while here < end:
        there = here + _STEP
        if _offset(time_zone, here) != _offset(time_zone, there):
            low, high = here, there
            while high - low > _FINEST:
                middle = low + (high - low) // 2
                same = _offset(time_zone, middle) == _offset(time_zone, low)
                low, high = (middle, high) if same else (low, middle)
            moment = high.replace(second=0, microsecond=0)
            yield moment - _FINEST, moment
        here = there


def _clock(
    time_zone: ZoneInfo, before: datetime, after: datetime
) -> TimezoneStandard | TimezoneDaylight:
    """The clock from the moment `after`, which began on the clock that was valid `before`."""
    local = after.astimezone(time_zone)
    part = TimezoneDaylight() if local.dst() else TimezoneStandard()
    old = _offset(time_zone, before)
    part.add("dtstart", after.astimezone(timezone(old)).replace(tzinfo=None))
    part.add("tzoffsetfrom", old)
    part.add("tzoffsetto", _offset(time_zone, after))
    part.add("tzname", local.tzname())
    return part


def _offset(time_zone: ZoneInfo, moment: datetime) -> timedelta:
    return moment.astimezone(time_zone).utcoffset() or timedelta()

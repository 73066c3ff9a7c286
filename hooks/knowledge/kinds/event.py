"""A dated event: a conference, a world day, a deadline, a report that came out."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from knowledge.kinds import time_zones
from knowledge.kinds.fields import Link, PartialDate, Record, Ref, SourceId, Term, Text, teach


def _a_time_zone(value: str) -> str:
    if value not in time_zones.names():
        cities = {name.rpartition("/")[2]: name for name in time_zones.names()}
        city = value.rpartition("/")[2].strip().replace(" ", "_")
        near = [cities[found] for found in get_close_matches(city, cities, n=1, cutoff=0.75)]
        raise teach(
            "time-zone",
            f"“{value}” is not the name of a time zone, so no calendar could show the right hour.",
            "Write the IANA name, a continent and a city: for example Europe/Zurich for Geneva, or "
            "UTC." + (f" Did you mean “{near[0]}”?" if near else ""),
        )
    return value


#: Hours and minutes on the clock of 24 hours.
ClockTime = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
TimeZone = Annotated[str, AfterValidator(_a_time_zone)]

#: The length of a date that names a day: only such an event has an entry in a calendar.
DAY = len("2026-11-25")


class Event(Record):
    """Something that happens, or has to be done, on a day, in a month or in a year."""

    headings: ClassVar[tuple[str, ...]] = ("Outcome",)

    start: PartialDate = Field(description="the first day, or only the month or the year")
    end: PartialDate | None = Field(None, description="the last day, where there are several")
    start_time: ClockTime | None = Field(None, description="when it begins on the first day")
    end_time: ClockTime | None = Field(None, description="when it ends on the last day")
    timezone: TimeZone | None = Field(None, description="where these times are read on a clock")
    state: Literal["stated", "to-verify"] = Field(description="how sure the dates are")
    source: Annotated[list[SourceId], Field(min_length=1)] = Field(
        description="ids of the sources that announce it or report on it"
    )
    note: Text | None = Field(None, description="what is unsure about it")
    cancelled: bool = Field(False, description="whether it was called off")
    type: Annotated[str, Term("event-types")] = Field(description="what sort of event it is")
    series: Annotated[str, Term("event-series")] | None = Field(
        None, description="the series that it belongs to"
    )
    place: Text | None = Field(None, description="where it takes place")
    countries: list[Annotated[str, Ref("country")]] = Field(
        default_factory=list, description="the countries where it takes place, or that it is about"
    )
    online: bool | None = Field(None, description="whether one can take part from afar")
    organiser: Text | None = Field(None, description="who organises it")
    initiatives: list[Annotated[str, Ref("initiative")]] = Field(
        default_factory=list, description="initiatives that take part or are spoken of"
    )
    practices: list[Annotated[str, Ref("practice")]] = Field(
        default_factory=list, description="practices that are spoken of"
    )
    url: Link | None = Field(None, description="its own page, where the address was seen")

    @property
    def has_day(self) -> bool:
        """Whether the first day is known, so that a calendar can show it."""
        return len(self.start) == DAY

    @property
    def last(self) -> str:
        """The end where one is given, else the start."""
        return self.end or self.start

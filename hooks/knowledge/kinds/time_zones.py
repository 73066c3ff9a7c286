"""Time zones by their IANA names, from the database that is installed with us.

The computer's own database differs from machine to machine, and with it would the calendar files.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo

DATABASE = "tzdata"


@cache
def names() -> tuple[str, ...]:
    """The names of all time zones, such as `Europe/Zurich`."""
    return tuple((files(DATABASE) / "zones").read_text(encoding="ascii").split())


@cache
def zone(name: str) -> ZoneInfo:
    """A time zone by its name, which is one of `names()`."""
    with (files(DATABASE) / "zoneinfo" / name).open("rb") as data:
        return ZoneInfo.from_file(data, key=name)

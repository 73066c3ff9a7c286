"""Dated events of several things on one axis of years, a row for each thing.

The name and the dates of a row are text above its line, so that nothing is cut on a phone; each
sort of moment has its own shape, so that the drawing can be read without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

#: Where the axis begins and how long it is, in per cent of the drawing's width.
LEFT, LENGTH = 5.0, 90.0
#: Heights in pixels: a row with two lines of text, or with one where it is `compact`; where its
#: line lies, counted from its end; and the years.
ROW, COMPACT, TRACK, YEARS = 62, 42, 16, 26
#: The most years that are written below the axis.
MOST_TICKS = 6

Shape = Literal["ring", "disc", "diamond"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A day of a row, its shape, and what it is in words: `adopted`.

    The day is a year, a month or a day as it is recorded: `2017`, `2017-03`, `2017-03-27`.
    """

    on: str
    shape: Shape
    word: str


@dataclass(frozen=True, slots=True)
class Dated:
    """A thing with its moments in order, and the dates in words. `since` is the day from which a
    line goes on to the end, `is_open` draws it dashed: what it leads to is not certain."""

    name: str
    dates: str
    moments: tuple[Moment, ...]
    since: str = ""
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment on the axis: x in per cent. `is_before` where it lies left of the axis."""

    x: str
    shape: Shape
    is_before: bool


@dataclass(frozen=True, slots=True)
class TimeRow:
    """A row: heights in pixels, its marks, and the line from `line_x` for `line_width`, which lies
    at the height `track`."""

    name: str
    dates: str
    y: int
    marks: tuple[Mark, ...]
    line_x: str
    line_width: str
    is_open: bool
    track: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The drawing. `title` says every date, `key` names the shapes; `today_x` is empty without a
    day of today."""

    id: str
    title: str
    height: int
    bottom: int
    key: tuple[tuple[Shape, str], ...]
    ticks: tuple[tuple[str, str], ...]
    rows: tuple[TimeRow, ...]
    today_x: str
    is_compact: bool


def timeline(
    id: str,  # noqa: A002 - the attribute's own name
    what: str,
    things: Sequence[Dated],
    first: int,
    last: int,
    today: date | None = None,
    *,
    compact: bool = False,
) -> Timeline | None:
    """The rows in the order given, or None where there are none.

    The axis goes from the beginning of the year `first` to the end of `last`. Lines end `today`,
    if that is given, and else at the end of the axis. A `compact` one has name and dates in one
    line of text.
    """
    if not things:
        return None
    axis = _Axis(first, last + 1)
    end = axis.x(today.isoformat()) if today else LEFT + LENGTH
    rows, high = [], COMPACT if compact else ROW
    for index, thing in enumerate(things):
        since = axis.x(thing.since) if thing.since else end
        rows.append(
            TimeRow(
                name=thing.name,
                dates=thing.dates,
                y=index * high,
                marks=tuple(
                    Mark(_per_cent(axis.x(m.on)), m.shape, float(m.on[:4]) < first)
                    for m in thing.moments
                ),
                line_x=_per_cent(since),
                line_width=_per_cent(max(end - since, 0)),
                is_open=thing.is_open,
                track=(index + 1) * high - TRACK,
            )
        )
    key = {moment.shape: moment.word for thing in things for moment in thing.moments}
    bottom = len(things) * high + 4
    return Timeline(
        id=id,
        title=f"{what}: {'; '.join(f'{thing.name}, {thing.dates}' for thing in things)}.",
        height=bottom + YEARS,
        bottom=bottom,
        key=tuple(key.items()),
        ticks=axis.ticks(),
        rows=tuple(rows),
        today_x=_per_cent(end) if today else "",
        is_compact=compact,
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    """The years from the beginning of `start` to the beginning of `end`."""

    start: int
    end: int

    def x(self, on: str) -> float:
        """The place of a day in per cent; what lies outside is at the edge."""
        return LEFT + min(max((_year(on) - self.start) / (self.end - self.start), 0), 1) * LENGTH

    def ticks(self) -> tuple[tuple[str, str], ...]:
        """The years that are written, evenly, and where."""
        steps = (1, 2, 5, 10, 20, 50)
        span = self.end - self.start
        step = next((s for s in steps if span / s <= MOST_TICKS), steps[-1])
        years = range(-(-self.start // step) * step, self.end, step)
        return tuple((_per_cent(self.x(str(year) + "-01-01")), str(year)) for year in years)


def _year(on: str) -> float:
    """A day as a number of years; one that is not known is in the middle of what is."""
    year, *rest = map(int, on.split("-"))
    month = rest[0] if rest else 7
    day = rest[1] if len(rest) > 1 else 15 if rest else 1
    return year + (month - 1) / 12 + (day - 1) / 372


def _per_cent(value: float) -> str:
    return f"{value:.2f}%"

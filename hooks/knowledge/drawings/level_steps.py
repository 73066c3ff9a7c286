"""A level that somebody gave by year, on a scale of a few words: a disc for each year.

A year in which no level was given is hatched, and a year of which nothing is recorded stays
empty: neither is the lowest level.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

#: Heights in pixels: the space above the highest level, between levels, and below for the years.
ABOVE, STEP, BELOW = 26, 40, 34


@dataclass(frozen=True, slots=True)
class LevelLine:
    """A level and the height of its line."""

    name: str
    y: int


@dataclass(frozen=True, slots=True)
class LevelYear:
    """A year: its column in per cent, and the height of its disc, or none.

    `is_hatched` where no level was given; `next_x` and `next_y` are where the line to the next
    year ends, if that has a disc.
    """

    year: str
    x: str
    left: str
    width: str
    y: int | None
    is_hatched: bool
    next_x: str = ""
    next_y: int = 0


@dataclass(frozen=True, slots=True)
class LevelSteps:
    """The drawing. `title` says every year; `bottom` is the height of the line of years."""

    id: str
    title: str
    height: int
    bottom: int
    levels: tuple[LevelLine, ...]
    years: tuple[LevelYear, ...]

    @property
    def has_hatched(self) -> bool:
        """Whether any year is hatched."""
        return any(year.is_hatched for year in self.years)


def level_steps(
    id: str,  # noqa: A002 - the attribute's own name
    what: str,
    levels: Sequence[str],
    by_year: Mapping[str, str],
    not_given: str,
) -> LevelSteps | None:
    """The levels by year, or None where fewer than two years leave nothing to see.

    `levels` go from the lowest to the highest; a level of `by_year` that is none of them is one
    that was not given, and is told as `not_given`. `what` names the level, for the title.
    """
    if len(by_year) < 2 or not any(level in levels for level in by_year.values()):
        return None
    heights = {name: ABOVE + STEP * place for place, name in enumerate(reversed(levels))}
    bottom = ABOVE + STEP * (len(levels) - 1) + 14
    span = range(int(min(by_year)), int(max(by_year)) + 1)
    step = 100 / len(span)
    places = [(str(year), f"{(index + 0.5) * step:.2f}%") for index, year in enumerate(span)]
    ys = [heights.get(by_year.get(year, "")) for year, _ in places]
    years = []
    for index, (year, x) in enumerate(places):
        after = index + 1
        goes_on = after < len(places) and ys[index] is not None and ys[after] is not None
        years.append(
            LevelYear(
                year=year,
                x=x,
                left=f"{index * step:.2f}%",
                width=f"{step:.2f}%",
                y=ys[index],
                is_hatched=year in by_year and ys[index] is None,
                next_x=places[after][1] if goes_on else "",
                next_y=(ys[after] or 0) if goes_on else 0,
            )
        )
    words = {name: name.lower() for name in levels}
    told = [
        f"{year} {words.get(by_year[year], not_given) if year in by_year else 'not recorded'}"
        for year, _ in places
    ]
    return LevelSteps(
        id=id,
        title=f"{what}: {', '.join(told)}.",
        height=bottom + BELOW - 8,
        bottom=bottom,
        levels=tuple(LevelLine(name, y) for name, y in heights.items()),
        years=tuple(years),
    )

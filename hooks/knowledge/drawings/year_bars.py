"""A number by year as upright bars, each with its value above and its year below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

#: The baseline and the length of the longest bar, in pixels.
BASE, TALLEST = 142.0, 118.0
#: The part of a year's width that its bar fills.
FILLED = 0.64


@dataclass(frozen=True, slots=True)
class YearBar:
    """One year: lengths along x in per cent, along y in pixels."""

    year: str
    value: str
    x: str
    width: str
    y: str
    height: str
    label_x: str
    label_y: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class YearBars:
    """The drawing; `title` says its numbers."""

    id: str
    title: str
    bars: tuple[YearBar, ...]


def year_bars(id: str, what: str, by_year: Mapping[str, int]) -> YearBars | None:  # noqa: A002
    """Bars from the first year to the last, or None where fewer than two years or only zeros
    leave nothing to compare. A year without a number has a dash and no bar. `what` names the
    number, for the title."""
    tallest = max(by_year.values(), default=0)
    if len(by_year) < 2 or tallest == 0:
        return None
    first, last = int(min(by_year)), int(max(by_year))
    years = [str(year) for year in range(first, last + 1)]
    step = 100 / len(years)
    bars = []
    for index, year in enumerate(years):
        number = by_year.get(year)
        height = (number or 0) / tallest * TALLEST
        middle = f"{(index + 0.5) * step:.2f}%"
        bars.append(
            YearBar(
                year=year,
                value="\N{EN DASH}" if number is None else f"{number:,}",
                x=f"{(index + (1 - FILLED) / 2) * step:.2f}%",
                width=f"{step * FILLED:.2f}%",
                y=f"{BASE - height:.1f}",
                height=f"{height:.1f}",
                label_x=middle,
                label_y=f"{BASE - height - 6:.1f}",
                is_bold=index in (0, len(years) - 1),
            )
        )
    told = ", ".join(f"{by_year[year]:,} in {year}" for year in years if year in by_year)
    return YearBars(id, f"{what}: {told}.", tuple(bars))

"""One or two numbers for each of several things, as bars that lie under the name of the thing.

The name stands above its bars and the number at their end, so that nothing is cut on a phone. One
of the two series carries a hatch: the drawing can be read without colour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: The longest bar, in per cent of the drawing's width; the rest is for its number.
LONGEST = 78.0
#: Heights in pixels: a name, a bar with the space below it, and the space between two things.
NAME, BAR, STEP, APART = 18, 12, 15, 12


@dataclass(frozen=True, slots=True)
class Measured:
    """A thing and its number in each series; None where there is none, which is not zero.

    `told` are the numbers as readers meet them, in the same order.
    """

    name: str
    values: tuple[float | None, ...]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PairedBar:
    """A bar: width in per cent, heights in pixels, and its number. No number, no bar."""

    y: str
    width: str
    text: str
    text_y: str
    is_hatched: bool


@dataclass(frozen=True, slots=True)
class PairedRow:
    """A thing with its bars."""

    name: str
    name_y: str
    bars: tuple[PairedBar, ...]


@dataclass(frozen=True, slots=True)
class PairedBars:
    """The drawing. `title` says its numbers, `described` how it is drawn; `key` names the series
    and whether each is hatched."""

    id: str
    title: str
    described: str
    height: str
    key: tuple[tuple[str, bool], ...]
    rows: tuple[PairedRow, ...]


def paired_bars(
    id: str,  # noqa: A002 - the attribute's own name
    what: str,
    series: Sequence[str],
    things: Sequence[Measured],
    *,
    hatched: int | None = 1,
) -> PairedBars | None:
    """Bars of all series for each thing, or None where nothing has a number above zero.

    `what` names the numbers and their unit, for the title; `id` must be unique on the page;
    `hatched` is the place of the series that carries the hatch.
    """
    longest = max((v for thing in things for v in thing.values if v is not None), default=0)
    if longest <= 0:
        return None
    rows, top = [], 0
    for thing in things:
        bars = []
        for place, (value, told) in enumerate(zip(thing.values, thing.told, strict=True)):
            y = top + NAME + place * STEP
            bars.append(
                PairedBar(
                    y=str(y),
                    width=f"{(value or 0) / longest * LONGEST:.2f}%",
                    text="\N{EN DASH}" if value is None else told,
                    text_y=str(y + BAR - 1),
                    is_hatched=place == hatched,
                )
            )
        rows.append(PairedRow(thing.name, str(top + NAME - 5), tuple(bars)))
        top += NAME + len(bars) * STEP + APART
    key = tuple((name, place == hatched) for place, name in enumerate(series))
    return PairedBars(
        id=id,
        title=f"{what}. {' '.join(_told(thing, series) for thing in things)}",
        described=_described(series, hatched),
        height=str(top - APART + 6),
        key=key if len(key) > 1 else (),
        rows=tuple(rows),
    )


def _told(thing: Measured, series: Sequence[str]) -> str:
    """A thing and its numbers as a sentence: `World: girls 7.8%, boys 11.2%.`"""
    numbers = [
        "no number" if value is None else told
        for value, told in zip(thing.values, thing.told, strict=True)
    ]
    if len(series) > 1:
        numbers = [
            f"{name[:1].lower()}{name[1:]} {told}"
            for name, told in zip(series, numbers, strict=True)
        ]
    return f"{thing.name}: {', '.join(numbers)}."


def _described(series: Sequence[str], hatched: int | None) -> str:
    if len(series) < 2:
        return "A bar for each, with its number at the end."
    which = f" The bars of “{series[hatched]}” are hatched." if hatched is not None else ""
    return f"For each a bar for every one of: {', '.join(series)}.{which}"

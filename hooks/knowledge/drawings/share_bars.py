"""Parts of a whole as level bars, each with its name and its share above it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

#: The height of one bar with its label, where the label and the bar stand in it, in pixels.
STEP, LABEL, BAR, THICK = 46, 15, 22, 12


@dataclass(frozen=True, slots=True)
class ShareBar:
    """One whole: lengths along x in per cent of the drawing, along y in pixels."""

    label: str
    value: str
    width: str
    label_y: str
    bar_y: str


@dataclass(frozen=True, slots=True)
class ShareBars:
    """The drawing; `title` says its numbers. Each bar's whole length is its whole."""

    id: str
    title: str
    height: str
    thick: str
    bars: tuple[ShareBar, ...]


def share_bars(id: str, what: str, shares: Sequence[tuple[str, int]]) -> ShareBars | None:  # noqa: A002
    """Bars for names with their shares in per cent, from 0 to 100, in the order given; None
    where there are none. `what` says what the shares are of, for the title.

    Raises ValueError for a share that is none.
    """
    if not shares:
        return None
    wrong = [name for name, share in shares if not 0 <= share <= 100]
    if wrong:
        raise ValueError(f"not from 0 to 100 per cent: {', '.join(wrong)}")
    bars = tuple(
        ShareBar(
            label=name,
            value=f"{share}\N{NO-BREAK SPACE}%",
            width=f"{share}%",
            label_y=str(place * STEP + LABEL),
            bar_y=str(place * STEP + BAR),
        )
        for place, (name, share) in enumerate(shares)
    )
    told = ", ".join(f"{name} {share} per cent" for name, share in shares)
    return ShareBars(id, f"{what}: {told}.", str(len(bars) * STEP), str(THICK), bars)

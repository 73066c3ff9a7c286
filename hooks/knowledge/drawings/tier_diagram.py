"""The diagram of a supply chain: its stages from the raw material to the shop.

One drawing lies flat, for a wide column; the other stands, for a narrow one. Both say the same:
what is documented at each stage, what is done there, and where nothing is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from textwrap import wrap

#: The space between two boxes, in per cent of the drawing's width.
SPACE = 2.4
#: The narrowest flat drawing, in pixels; `k-chain` in the style sheet says when it is shown.
NARROWEST = 800
#: Of a box: the space at its sides and the width of a letter of its title, in pixels.
SIDES, LETTER = 22, 7.6
#: The height of a line of a title; of a box without its title; of a row of a standing drawing.
LINE, FRAME, ROW = 19, 46, 104


@dataclass(frozen=True, slots=True)
class DrawnStage:
    """A stage in words: its title, its tier in full and as a box holds it, where each form is
    documented ("7 countries", or empty), and what is done ("4 practices"), or nothing."""

    title: str
    tier: str
    short_tier: str
    child_labour: str = ""
    forced_labour: str = ""
    done: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """The stage as a reader hears it."""
        risks = [
            f"{form} documented in {where}"
            for form, where in (
                ("child labour", self.child_labour),
                ("forced labour", self.forced_labour),
            )
            if where
        ]
        told = ", ".join(risks) or "no risk documented"
        done = " and ".join(self.done) or "nothing recorded that is done"
        return f"{self.title} ({self.tier}): {told}; {done}."


@dataclass(frozen=True, slots=True)
class Box:
    """A stage of the flat drawing; `joint` is where the line to the next one ends, or empty."""

    stage: DrawnStage
    x: str
    width: str
    end: str
    joint: str
    lines: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A stage of the standing drawing: the height of its node and of each line of its text."""

    stage: DrawnStage
    y: int
    is_last: bool


@dataclass(frozen=True, slots=True)
class TierDiagram:
    """Both drawings. `title` names the chain, `description` says every stage in words.

    `box` is the height of the boxes; what stands below a box is placed from there.
    """

    title: str
    description: str
    boxes: tuple[Box, ...]
    steps: tuple[Step, ...]
    box: int

    @property
    def flat_height(self) -> int:
        """The height of the flat drawing."""
        return self.box + 112

    @property
    def tall_height(self) -> int:
        """The height of the standing drawing."""
        return len(self.steps) * ROW - 8


def tier_diagram(chain: str, stages: Sequence[DrawnStage]) -> TierDiagram:
    """The diagram of a chain with this title; there is at least one stage."""
    width = (100 - SPACE * (len(stages) - 1)) / len(stages)
    letters = int((NARROWEST * width / 100 - SIDES) / LETTER)
    titles = [wrap(stage.title, max(letters, 1), break_long_words=False) for stage in stages]
    boxes = []
    for number, (stage, lines) in enumerate(zip(stages, titles, strict=True)):
        x = number * (width + SPACE)
        last = number == len(stages) - 1
        boxes.append(
            Box(
                stage=stage,
                x=_per_cent(x),
                width=_per_cent(width),
                end=_per_cent(x + width),
                joint="" if last else _per_cent(x + width + SPACE),
                lines=tuple((line, 27 + LINE * n) for n, line in enumerate(lines)),
            )
        )
    return TierDiagram(
        title=f"{chain}, stage by stage from the raw material to the shop",
        description=" ".join(stage.sentence for stage in stages),
        boxes=tuple(boxes),
        steps=tuple(
            Step(stage, ROW * number, number == len(stages) - 1)
            for number, stage in enumerate(stages)
        ),
        box=FRAME + LINE * max(len(lines) for lines in titles),
    )


def _per_cent(value: float) -> str:
    return f"{value:.2f}%"

"""A map of the world on which every country with a number is a link that says it.

The outlines come from a table and are the same for every measure; only classes and words differ.
Nothing is written on the map: the legend is HTML beside it, and the same numbers stand in a table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

#: The class of what has a figure that may not be set beside the others.
HATCHED = "mh"
#: How far a dot without a number reaches from its middle, in units of the map.
SMALL = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """Where a place lies: a path, or the middle of a dot. Areas without a code share an empty one.

    `name` decides the order in which a keyboard reaches the places.
    """

    code: str
    name: str
    path: str = ""
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Shown:
    """What the map says of a place: a sentence with its number, the step of the colour scale.

    Step 0 is the colour of land, for a place without a number; `is_apart` is for a figure that
    may not be compared. Without an address the place is no link.
    """

    sentence: str
    step: int
    address: str | None = None
    is_apart: bool = False

    @property
    def css_class(self) -> str:
        """The class that gives the colour."""
        return HATCHED if self.is_apart else f"m{self.step}" if self.step else "nd"


@dataclass(frozen=True, slots=True)
class MapPlace:
    """A place on the map that says something."""

    shape: Shape
    shown: Shown


@dataclass(frozen=True, slots=True)
class WorldMap:
    """The drawing. `land` is the path of all that says nothing; `id` must be unique on the page."""

    id: str
    title: str
    described: str
    width: int
    height: int
    land: str
    places: tuple[MapPlace, ...]

    @property
    def has_apart(self) -> bool:
        """Whether anything on the map is hatched."""
        return any(place.shown.is_apart for place in self.places)


def world_map(
    id: str,  # noqa: A002 - the attribute's own name
    title: str,
    described: str,
    size: tuple[int, int],
    shapes: Sequence[Shape],
    shown: Mapping[str, Shown],
) -> WorldMap:
    """The map of what is shown of each place, by its code; what is not shown is land.

    Dots come after the shapes, so that none is covered by a neighbour.
    """
    told = [s for s in shapes if s.code in shown]
    told.sort(key=lambda s: (not s.path, s.name.casefold()))
    return WorldMap(
        id=id,
        title=title,
        described=described,
        width=size[0],
        height=size[1],
        land="".join(_land(s for s in shapes if s.code not in shown)),
        places=tuple(MapPlace(s, shown[s.code]) for s in told),
    )


def _land(shapes: Iterable[Shape]) -> Iterable[str]:
    for shape in shapes:
        yield shape.path or _small(shape)


def _small(shape: Shape) -> str:
    """A dot that is no link, as a lozenge, so that all land is one path."""
    return f"M{shape.x - SMALL} {shape.y}l{SMALL}-{SMALL} {SMALL} {SMALL}-{SMALL} {SMALL}z"

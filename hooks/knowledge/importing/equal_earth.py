"""The Equal Earth projection: areas keep their size, so that no country looks larger than it is.

Source of the four constants: B. Šavrič, T. Patterson and B. Jenny, The Equal Earth map projection,
International Journal of Geographical Information Science, 2018.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from knowledge.kinds.outlines import WIDTH

#: Longitude and latitude in degrees, or x and y in units of the map.
Point = tuple[float, float]

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = sqrt(3) / 2
#: The line at which the map is cut open, in degrees.
EDGE = 180.0


def projected(longitude: float, latitude: float) -> Point:
    """A place on the map, from its degrees, in units of the map, which is `WIDTH` of them wide at
    the equator: x from the left edge, y from the North Pole down."""
    x, y = _plane(longitude, latitude)
    right, _ = _plane(EDGE, 0)
    _, top = _plane(0, 90)
    scale = WIDTH / (2 * right)
    return (x + right) * scale, (top - y) * scale


def _plane(longitude: float, latitude: float) -> Point:
    t = asin(_M * sin(radians(latitude)))
    t2 = t * t
    t6 = t2**3
    slope = _A1 + 3 * _A2 * t2 + t6 * (7 * _A3 + 9 * _A4 * t2)
    return radians(longitude) * cos(t) / (_M * slope), t * (_A1 + _A2 * t2 + t6 * (_A3 + _A4 * t2))


def pieces(ring: Sequence[Point]) -> Iterator[list[Point]]:
    """A closed ring as the map shows it: in one piece, or cut where it crosses 180 degrees.

    A ring that jumps from one edge to the other is first laid out beyond the edge, and then every
    copy of it is clipped to the map.
    """
    laid = _laid_out(ring)
    if all(-EDGE <= x <= EDGE for x, _ in laid):
        yield laid
        return
    for turn in (-2 * EDGE, 0.0, 2 * EDGE):
        piece = [(x + turn, y) for x, y in laid]
        piece = _clipped(_clipped(piece, EDGE, 1), -EDGE, -1)
        if len(piece) > 3:  # Less is a line, not an area.
            yield piece


def _laid_out(ring: Sequence[Point]) -> list[Point]:
    laid, turn = [ring[0]], 0.0
    for (before, _), (x, y) in pairwise(ring):
        if abs(x - before) > EDGE:
            turn += -2 * EDGE if x > before else 2 * EDGE
        laid.append((x + turn, y))
    return laid


def _clipped(ring: list[Point], edge: float, side: int) -> list[Point]:
    """The part of a closed ring on the inner side of an edge, closed again."""
    kept: list[Point] = []
    for (x, y), (next_x, next_y) in pairwise([*ring, *ring[:1]]):
        inside, next_inside = side * (x - edge) <= 0, side * (next_x - edge) <= 0
        if inside:
            kept.append((x, y))
        if inside != next_inside:
            kept.append((edge, y + (next_y - y) * (edge - x) / (next_x - x)))
    return [*kept, *kept[:1]]

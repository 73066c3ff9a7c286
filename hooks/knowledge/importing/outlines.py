"""Outlines of countries from Natural Earth: two files of borders in, one table of paths out.

The coarse file gives the shapes. What would be too small to see or to hit becomes a dot, whose
place the finer file gives.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Final

from knowledge.importing.equal_earth import Point, pieces, projected
from knowledge.importing.goods import table_text
from knowledge.importing.run import Outcome
from knowledge.importing.sources import Data
from knowledge.importing.topology import Area, read_areas
from knowledge.kinds.outlines import OUTLINES, MapOutline
from knowledge.kinds.tables import PLACES, Place, read_places
from knowledge.kinds.vocabularies import SHARED_SOURCES, SharedSources, read_shared_sources
from knowledge.problems import Problem
from knowledge.writing.canonical import data_text

COARSE, FINE = "countries-110m.json", "countries-50m.json"
SOURCE: Final = "natural-earth-4-1"
SHARED: Final[dict[str, Data]] = {
    SOURCE: {
        "title": "Natural Earth, vector data, version 4.1.0: Admin 0, countries, 1:110m and 1:50m",
        "publisher": "Natural Earth",
        "kind": "research",
        "url": "http://www.naturalearthdata.com/downloads/110m-cultural-vectors/",
        "licence": "public domain",
        "note": "Read from the TopoJSON edition world-atlas 2.0.2 (ISC licence, copyright "
        "2013-2019 Michael Bostock); projected and simplified here. Natural Earth draws borders as "
        "they are held in fact. Borders and names on maps imply no opinion on the legal status of "
        "any territory.",
    },
}

#: A shape with less than this on the whole map, in square units, becomes a dot.
SMALLEST = 14.0
#: A piece of a larger shape with less than this, such as an islet, is left out.
SMALLEST_PIECE = 1.0
#: Uninhabited, and off the map: it would take up a fifth of it.
LEFT_OUT = {"ATA"}
#: Natural Earth gives these no code. Kosovo has a code of its own in the table of countries.
CODES_BY_NAME = {"Kosovo": "XKX"}
#: Parts that Natural Earth draws within a state and that belong elsewhere here: most have a code of
#: their own; Crimea is Ukraine, as in resolution 68/262 of the UN General Assembly. The name of the
#: area, and the box in degrees that holds the part (west, south, east, north).
PARTS: Final[dict[str, tuple[str, tuple[float, float, float, float]]]] = {
    "GUF": ("France", (-55, 2, -51, 6)),
    "GLP": ("France", (-62, 15.8, -60.9, 16.6)),
    "MTQ": ("France", (-61.3, 14.3, -60.7, 15)),
    "REU": ("France", (55, -21.5, 56, -20.7)),
    "MYT": ("France", (44.9, -13.1, 45.4, -12.5)),
    "UKR": ("Russia", (32.4, 44.2, 36.6, 46.3)),
    "SJM": ("Norway", (-10, 70, 34, 81)),
    "BES": ("Netherlands", (-69, 11.9, -62, 18)),
    "CCK": ("Indian Ocean Ter.", (96, -13, 97.5, -11)),
    "CXR": ("Indian Ocean Ter.", (105, -11, 106, -10)),
}
#: Places that neither file holds, in degrees: longitude, latitude.
POSITIONS: Final[dict[str, Point]] = {
    "BVT": (3.4, -54.4), "GIB": (-5.4, 36.1), "TKL": (-171.8, -9.2), "TUV": (179.2, -8.5),
    "UMI": (166.6, 19.3),
}  # fmt: skip


def run(root: Path, folder: Path) -> Outcome:
    """Reads the two files in a folder and the repository, and works out every file. Writes nothing.

    What is wrong with the files, or a country that neither of them shows, is a problem.
    """
    places, problems = read_places(root)
    coarse, coarse_problems = read_areas(folder / COARSE)
    fine, fine_problems = read_areas(folder / FINE)
    sources, source_problems = read_shared_sources(root)
    problems += [*coarse_problems, *fine_problems, *source_problems]
    outcome = Outcome(problems=problems)
    if problems:
        return outcome
    rows, missing = drawn(places, coarse, fine)
    if missing:
        told = f"Neither file shows {', '.join(missing)}, so no map could."
        hint = "Add its place in degrees to POSITIONS in knowledge/importing/outlines.py."
        outcome.problems.append(Problem(PLACES, 0, 0, "import", "error", told, hint))
        return outcome
    known = {**sources, **SharedSources.model_validate({"sources": SHARED}).sources}
    columns = list(MapOutline.model_fields)
    outcome.files = {
        OUTLINES: table_text(columns, ([str(getattr(row, c)) for c in columns] for row in rows)),
        SHARED_SOURCES: data_text(SharedSources(sources=known)),
    }
    outcome.files = {path: t for path, t in outcome.files.items() if _text(root / path) != t}
    if OUTLINES in outcome.files:
        shapes = sum(bool(row.path) for row in rows)
        outcome.told.append(f"{OUTLINES}: {shapes} shapes and {len(rows) - shapes} dots")
    return outcome


def drawn(
    places: Mapping[str, Place], coarse: Iterable[Area], fine: Iterable[Area]
) -> tuple[list[MapOutline], list[str]]:
    """The rows of the table, by code; and the codes of places that no file shows."""
    codes = {place.m49: iso3 for iso3, place in places.items()}
    shapes, middles = _shapes(coarse, codes), _shapes(fine, codes)
    rows, missing = [], []
    for iso3, place in sorted(places.items()):
        if iso3 in LEFT_OUT:
            continue
        shape = _shape(shapes.get(iso3, []))
        if shape:
            rows.append(_outline(iso3, place.name, path=shape))
            continue
        rings = middles.get(iso3) or shapes.get(iso3)
        if rings:
            rows.append(_outline(iso3, place.name, dot=_middle(max(rings, key=_size))))
        elif iso3 in POSITIONS:
            rows.append(_outline(iso3, place.name, dot=projected(*POSITIONS[iso3])))
        else:
            missing.append(iso3)
    without = {name: rings for name, rings in shapes.items() if name not in places}
    # Nothing can be told of these, so that a dot to hit would mislead: they keep their shape.
    rows += [_outline("", name, path=_shape(own, 0)) for name, own in sorted(without.items())]
    return rows, missing


def _outline(iso3: str, name: str, *, path: str = "", dot: Point | None = None) -> MapOutline:
    at = f"{round(dot[0])} {round(dot[1])}" if dot else ""
    return MapOutline(iso3=iso3, name=name, dot=at, path=path, source=SOURCE)


def _shapes(areas: Iterable[Area], codes: Mapping[str, str]) -> dict[str, list[list[Point]]]:
    """The rings of every place on the map, by its code; by its name where it has none."""
    rings: dict[str, list[list[Point]]] = {}
    for area in areas:
        own = codes.get(area.code) or CODES_BY_NAME.get(area.name, area.name)
        for polygon in area.polygons:
            place = _part(area, polygon[0]) or own
            held = rings.setdefault(place, [])
            held += ([projected(*p) for p in piece] for ring in polygon for piece in pieces(ring))
    return rings


def _part(area: Area, ring: list[Point]) -> str:
    """The code of the part of an area that a ring belongs to, or an empty text."""
    longitude, latitude = ring[0]
    for iso3, (name, (west, south, east, north)) in PARTS.items():
        if area.name == name and west <= longitude <= east and south <= latitude <= north:
            return iso3
    return ""


def _shape(rings: Iterable[list[Point]], smallest: float = SMALLEST) -> str:
    """The path of rings, in whole units; empty where all of it would be too small."""
    rounded = [_rounded(ring) for ring in rings]
    if sum(map(_size, rounded)) < smallest:
        return ""
    return "".join(_path(ring) for ring in rounded if _size(ring) >= SMALLEST_PIECE)


def _rounded(ring: Iterable[Point]) -> list[Point]:
    """A closed ring on whole units, without points that do not change its line.

    Neighbours round the same border to the same points, so that no gap opens between them.
    """
    points: list[Point] = []
    for x, y in ring:
        point = (round(x), round(y))
        if not points or point != points[-1]:
            points.append(point)
    kept = points[:1]
    for (x, y), (after_x, after_y) in pairwise(points[1:]):
        before_x, before_y = kept[-1]
        turn = (x - before_x) * (after_y - y) - (y - before_y) * (after_x - x)
        ahead = (x - before_x) * (after_x - x) + (y - before_y) * (after_y - y)
        if turn or ahead < 0:
            kept.append((x, y))
    return [*kept, *points[-1:]] if len(points) > 1 else points


def _path(ring: list[Point]) -> str:
    return f"M{ring[0][0]:g} {ring[0][1]:g}l{_steps(ring)}z"


def _steps(ring: list[Point]) -> str:
    """The way round, step by step; the last step is the one that closes it."""
    told = ""
    for number in _differences(ring[:-1]):
        told += f"{number:g}" if number < 0 or not told else f" {number:g}"
    return told


def _differences(ring: list[Point]) -> Iterator[float]:
    for (x, y), (next_x, next_y) in pairwise(ring):
        yield from (next_x - x, next_y - y)


def _size(ring: list[Point]) -> float:
    """The area of a ring, in square units."""
    return abs(_twice(ring)) / 2


def _twice(ring: list[Point]) -> float:
    return sum(x * next_y - next_x * y for (x, y), (next_x, next_y) in pairwise(ring))


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity of a ring; the mean of its points where it has no area."""
    twice = _twice(ring)
    if not twice:
        return sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)
    # Measured from the first point, so that a tiny island far from zero keeps its place.
    at_x, at_y = ring[0]
    near = [(x - at_x, y - at_y) for x, y in ring]
    sum_x = sum_y = 0.0
    for (x, y), (next_x, next_y) in pairwise(near):
        across = x * next_y - next_x * y
        sum_x += (x + next_x) * across
        sum_y += (y + next_y) * across
    return at_x + sum_x / (3 * twice), at_y + sum_y / (3 * twice)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""

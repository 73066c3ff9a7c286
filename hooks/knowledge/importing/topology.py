"""Areas of a TopoJSON file: borders that two areas share are stored once, as arcs.

Format: M. Bostock and C. Metcalf, The TopoJSON Format Specification, section 2.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

from knowledge.importing.equal_earth import Point
from knowledge.problems import Problem

#: The collection in the file that holds a geometry for each country.
COLLECTION = "countries"


@dataclass(frozen=True, slots=True)
class Area:
    """An area: its ISO 3166-1 numeric code or an empty text, its name, and its polygons.

    A polygon is its outer ring and the rings of its holes; a ring is closed and in degrees.
    """

    code: str
    name: str
    polygons: tuple[tuple[list[Point], ...], ...]


def read_areas(path: Path) -> tuple[list[Area], list[Problem]]:
    """The areas of a file, or what keeps it from being read."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        arcs = _arcs(found)
        return [_area(one, arcs) for one in found["objects"][COLLECTION]["geometries"]], []
    except FileNotFoundError:
        told = "The file is not in the folder that was given."
        hint = "Put the outlines there under this name, or name another folder."
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        told = f"This is no TopoJSON file of countries ({type(error).__name__}: {error})."
        hint = "Take countries-110m.json and countries-50m.json of the package world-atlas."
    return [], [Problem(str(path), 0, 0, "import", "error", told, hint)]


def _arcs(found: dict[str, Any]) -> list[list[Point]]:
    """Every arc in degrees; a file that is quantised holds steps of a grid instead."""
    grid = found.get("transform")
    if grid is None:
        return [[(x, y) for x, y in arc] for arc in found["arcs"]]
    (wide, high), (left, low) = grid["scale"], grid["translate"]

    def walked(arc: list[list[int]]) -> list[Point]:
        places = accumulate(arc, lambda at, step: [at[0] + step[0], at[1] + step[1]])
        return [(x * wide + left, y * high + low) for x, y in places]

    return [walked(arc) for arc in found["arcs"]]


def _area(geometry: dict[str, Any], arcs: list[list[Point]]) -> Area:
    shape = geometry.get("arcs", [])
    polygons = [shape] if geometry["type"] == "Polygon" else shape
    return Area(
        str(geometry.get("id", "")),
        geometry["properties"]["name"],
        tuple(tuple(_ring(ring, arcs) for ring in polygon) for polygon in polygons),
    )


def _ring(indexes: Iterable[int], arcs: list[list[Point]]) -> list[Point]:
    """Arcs joined end to end; an index below zero is an arc that is walked backwards."""
    ring: list[Point] = []
    for index in indexes:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return ring

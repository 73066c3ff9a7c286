"""The outlines of countries, drawn once for every map: rows of a table in `content/data/`.

`scripts/import_outlines.py` writes the table. An outline says where a place is shown and nothing
about its status: see the source of each row.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import Fields, SourceId, Text, teach
from knowledge.kinds.tables import Place, read_rows
from knowledge.kinds.validation import nearest
from knowledge.problems import Problem

OUTLINES = "content/data/world-outlines.csv"

#: The map is so many units wide and high; what is left of the south is Antarctica alone.
WIDTH, HEIGHT = 960, 418


class MapOutline(Fields):
    """Where a place lies on the map: an SVG path, or a dot where a path would be too small.

    An area that the source draws apart and that has no code has an empty `iso3`, and a name.
    """

    iso3: Annotated[str, Field(pattern=r"^([A-Z]{3})?$")]
    name: Text
    dot: Annotated[str, Field(pattern=r"^([0-9]+ [0-9]+)?$")]
    path: Annotated[str, Field(pattern=r"^(M[0-9]+ [0-9]+l[0-9 -]+z)*$")]
    source: SourceId

    @model_validator(mode="after")
    def _is_a_shape_or_a_dot(self) -> Self:
        if bool(self.dot) == bool(self.path):
            raise teach(
                "outline-shape",
                f"{self.name} must be drawn once: as a shape or as a dot.",
                "Fill dot or path, and leave the other empty.",
            )
        return self


def read_outlines(
    root: Path, places: Mapping[str, Place]
) -> tuple[tuple[MapOutline, ...], list[Problem]]:
    """The outlines in the order of the table; a table that is not there is empty."""
    rows, problems = read_rows(root, OUTLINES, MapOutline)
    return tuple(rows), [*problems, *_wrong_codes(rows, places)]


def _wrong_codes(rows: list[MapOutline], places: Mapping[str, Place]) -> Iterator[Problem]:
    """Codes that name no country, or one that is drawn already."""
    seen = set[str]()
    for line, row in enumerate(rows, start=2):
        if row.iso3 and row.iso3 not in places:
            told = f"“{row.iso3}” is not the code of a country or area that is known."
            hint = nearest(row.iso3, list(places))
            yield Problem(OUTLINES, line, 1, "unknown-country", "error", told, hint)
        if row.iso3 in seen:
            told = f"{row.name} ({row.iso3}) would be drawn twice, with the same number."
            hint = "Keep one of the two rows."
            yield Problem(OUTLINES, line, 1, "outline-twice", "error", told, hint)
        seen |= {row.iso3} - {""}

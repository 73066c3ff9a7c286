"""SDG indicators 8.7.1 and 16.2.2 out of the UN Statistics Division's database.

The tables have one column per dimension and the figure in a column named after the series.
Codes: M49 for areas; sex, age and nature as in the global data structure for SDG indicators.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from knowledge.importing.statistics_inputs import Reader
from knowledge.kinds.statistics import SERIES, Dataset, Figure, SeriesId

FOLDER: Final = "unsd-sdg-2023"
SOURCES: Final[dict[Dataset, str]] = {
    "sdg-8-7-1": "unsd-sdg-8-7-1-2023",
    "sdg-16-2-2": "unsd-sdg-16-2-2-2023",
}
#: The series that are read, each out of the file of its name.
FILES: Final[tuple[SeriesId, ...]] = tuple(
    id_ for id_, series in SERIES.items() if series.dataset in SOURCES
)
AREAS: Final = "entities_geo_area.csv"

SEXES: Final = {
    "bothsex": "both", "female": "female", "male": "male", "o": "other", "u": "unknown",
}  # fmt: skip
AGES: Final = {
    "5_17": "5-17", "5_14": "5-14", "6_17": "6-17", "7_17": "7-17", "10_17": "10-17",
    "18": "18+", "lt18y": "under-18", "allage": "all", "u": "unknown",
}  # fmt: skip
#: `n` stands beside the figures of the world and its regions.
NATURES: Final = {
    "c": "country", "ca": "country-adjusted", "e": "estimated", "m": "modelled", "n": "none",
}  # fmt: skip
UNITS: Final = {"percent": "percent", "number": "number", "per_100000_pop": "per-100000"}


def figures(folder: Path, iso3_of: Mapping[str, str], reader: Reader) -> Iterator[Figure]:
    """The figures of both indicators; `iso3_of` gives a country's code by its M49 code."""
    path = folder / AREAS
    groups = {line["geo_area"]: line["name"] for line in reader.lines(path, ("geo_area", "name"))}
    for series in FILES:
        yield from _of_series(folder, series, iso3_of, groups, reader)


def _of_series(
    folder: Path,
    series: SeriesId,
    iso3_of: Mapping[str, str],
    groups: Mapping[str, str],
    reader: Reader,
) -> Iterator[Figure]:
    column = series.lower()
    path = folder / f"{column}.csv"
    needed = ("age", "geo_area", "nature", "sex", "units", "year", column)
    for line in reader.lines(path, needed):
        told: dict[str, Any] = {
            "sex": reader.code(path, line, "sex", SEXES),
            "age": reader.code(path, line, "age", AGES),
            "nature": reader.code(path, line, "nature", NATURES),
            "unit": reader.code(path, line, "units", UNITS),
            "value": reader.number(path, line, column),
        }
        m49 = line["geo_area"]
        if m49.zfill(3) not in iso3_of and m49 not in groups:
            hint = f"Correct the code; a new one needs a row in {AREAS} or in our country codes."
            reader.problem(path, line.number, f"“{m49}” is no known M49 code of an area.", hint)
        elif not (line["year"].isdigit() and len(line["year"]) == 4):
            hint = "Write the year in four digits, for example 2019."
            reader.problem(path, line.number, f"year is “{line['year']}”, not a year.", hint)
        elif told["unit"] and told["unit"] != SERIES[series].unit:
            hint = f"{series} is given in {SERIES[series].unit}: check which table this is."
            reader.problem(path, line.number, f"The unit is “{line['units']}”.", hint)
        elif None not in told.values():
            iso3 = iso3_of.get(m49.zfill(3), "")
            yield Figure(
                iso3=iso3,
                area="" if iso3 else groups[m49],
                series=series,
                part="",
                year=line["year"],
                doubt="",
                note="",
                source=SOURCES[SERIES[series].dataset],
                **told,
            )

"""Children in hazardous work by sex, age and sector, out of ILOSTAT's table of that name.

The table has a column per sector, in thousands of children. An empty cell is no figure: too few
children in the sample, or none asked. It never becomes zero.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from knowledge.importing.statistics_inputs import Line, Reader
from knowledge.kinds.statistics import Figure, SeriesId

FOLDER: Final = "ilostat-cld-xhaz"
FILE: Final = "CLD_XHAZ_SEX_AGE_ECO_NB_A_EN.csv"
SOURCE: Final = "ilostat-cld-xhaz-2021"
SERIES_ID: Final[SeriesId] = "CLD_XHAZ_SEX_AGE_ECO_NB"

SEXES: Final = {"Total": "both", "Female": "female", "Male": "male"}
#: An apostrophe keeps a spreadsheet from reading 5-17 as a day.
AGES: Final = {"'5-17": "5-17", "'5-11": "5-11", "12-14": "12-14", "15-17": "15-17"}
PARTS: Final = {
    "Total": "", "Agriculture": "agriculture", "Industry": "industry", "Services": "services",
    "Not classified": "not-classified",
}  # fmt: skip
MODELLED: Final = "ILO - Modelled Estimates"

#: Countries under another name than the one the United Nations use.
NAMES: Final = {
    "Bolivia": "BOL", "Tanzania, United Republic of": "TZA", "United States": "USA",
}  # fmt: skip
#: The ILO's groups of countries. They are not those of the UN Statistics Division.
GROUPS: Final = frozenset({
    "World", "Africa", "Northern Africa", "Sub-Saharan Africa", "Central Africa", "Eastern Africa",
    "Southern Africa", "Western Africa", "Americas", "Latin America and the Caribbean", "Caribbean",
    "Central America", "South America", "Northern America", "Arab States", "Asia and the Pacific",
    "Eastern Asia", "South-Eastern Asia and the Pacific", "South-Eastern Asia", "Pacific Islands",
    "Southern Asia", "Europe and Central Asia", "Northern, Southern and Western Europe",
    "Northern Europe", "Southern Europe", "Western Europe", "Eastern Europe",
    "Central and Western Asia", "Central Asia", "Western Asia",
})  # fmt: skip

#: What a note of the table tells beyond where the file was stored.
_LIMITS = re.compile(r"-(Age coverage|Data reference period|Employment definition) ?-? ?:? ?(.*)")


def figures(folder: Path, iso3_by_name: Mapping[str, str], reader: Reader) -> Iterator[Figure]:
    """The figures of the table; `iso3_by_name` gives a country's code by its UN name."""
    path = folder / FILE
    needed = ("Reference area", "Source", "Sex", "Age", "Time", *PARTS)
    for line in reader.lines(path, needed):
        sex = reader.code(path, line, "Sex", SEXES)
        age = reader.code(path, line, "Age", AGES)
        name = line["Reference area"]
        iso3 = NAMES.get(name) or iso3_by_name.get(name, "")
        if not iso3 and name not in GROUPS:
            hint = "Correct the name, or add it to NAMES or GROUPS of statistics_ilostat.py."
            reader.problem(path, line.number, f"“{name}” is no known country or group.", hint)
            continue
        for column, part in PARTS.items():
            value = reader.number(path, line, column) if line[column] else None
            if sex and age and value is not None:
                yield Figure.model_validate(
                    {
                        "iso3": iso3,
                        "area": "" if iso3 else name,
                        "series": SERIES_ID,
                        "sex": sex,
                        "age": age,
                        "part": part,
                        "year": line["Time"],
                        "value": value,
                        "unit": "thousand",
                        "nature": "modelled" if line["Source"] == MODELLED else "survey",
                        "doubt": "",
                        "note": _note(line),
                        "source": SOURCE,
                    }
                )


def _note(line: Line) -> str:
    """The survey, and what it leaves out; of a modelled figure there is nothing to say."""
    if line["Source"] == MODELLED:
        return ""
    survey = line["Source"].partition(" - ")[2]
    remarks = " ".join(cell for column, cell in line.cells.items() if column == "")
    limits = [f"{what.lower()}: {told.strip()}" for what, told in _LIMITS.findall(remarks)]
    return "; ".join([survey, *limits])

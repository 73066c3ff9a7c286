"""The page of ILOSTAT's table of children in hazardous work, by sector and sex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.analysis.statistics import (
    HAZARDOUS,
    BySex,
    newest_of_countries,
    of_groups,
    sources_of,
)
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.kinds.statistics import Age, Figure, Part, Sex
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figure_tables import Cell, FigureRow, FigureTable, cell, figure_row
from knowledge.pages.figures import DrawnFigure, drawn_figure
from knowledge.pages.page import Page
from knowledge.pages.statistics_parts import Reading, StatisticsPart, statistics_page
from knowledge.pages.statistics_words import AGE_WORDS, PART_WORDS, address_of, number, sex_words

LEAD = (
    "How many children are in hazardous work in agriculture, industry and services, girls and boys "
    "apart: the world and its regions in 2020, and countries whose surveys can tell."
)
#: What the table is. Source: its own heading, as ILOSTAT published it on 6 July 2021.
READINGS = (
    Reading(
        "Definition",
        "Children in work that is hazardous by its industry or occupation, by its hours (43 or "
        "more a week) or by its conditions, such as night work. Hazardous work is a part of child "
        "labour, not all of it.",
    ),
    Reading(
        "Age band",
        "5 to 17. Some surveys began later: those countries stand under the band that was asked, "
        "and are not to be set beside the others.",
    ),
    Reading(
        "Method",
        "The world and its regions are modelled by the ILO for 2020. Countries are worked out by "
        "the ILO from their own surveys, one year each, with the definitions of the global "
        "estimates; national figures may differ. Sectors follow the ISIC.",
    ),
    Reading(
        "Limits",
        "Thousands of children, not shares: a large country has large figures. A dash means too "
        "few children in the sample or a sector that was not asked; it is not zero. The edition is "
        "of 2021, and newer estimates of the total exist.",
    ),
)
SECTORS: tuple[Part, ...] = ("agriculture", "industry", "services")
SEXES: tuple[Sex, ...] = ("female", "male", "both")
COLUMNS = ("Agriculture", "Industry", "Services", "All")
WIDEST: Age = "5-17"


def hazardous_work_page(library: Library) -> Page:
    """The page of the dataset `ilostat-hazardous-work`."""
    citing = Citing(None, library)
    parts = [_world(library, citing), _countries(library, citing)]
    return statistics_page(
        "ilostat-hazardous-work", library, citing, lead=LEAD, readings=READINGS, parts=parts
    )


def _world(library: Library, citing: Citing) -> StatisticsPart:
    rows = [row for row in of_groups(library, "ilostat-hazardous-work") if row.age == WIDEST]
    groups: dict[str, list[BySex]] = {}
    for row in rows:
        groups.setdefault(row.area, []).append(row)
    order = sorted(groups, key=lambda area: (area != "World", area.casefold()))
    marks = citing.marks(sources_of(f for row in rows for f in row.figures))
    table = FigureTable(
        anchor="world-table",
        heading="",
        caption=f"Thousands of children of {AGE_WORDS[WIDEST]} in hazardous work in 2020, "
        "modelled. The ILO groups the countries.",
        first="Group of countries",
        columns=COLUMNS,
        rows=tuple(row for area in order for row in _rows(library, groups[area])),
        sources=marks,
    )
    return StatisticsPart(
        anchor="world",
        heading="The world and its regions",
        chart=_chart(groups.get("World", []), citing),
        tables=(table,) if rows else (),
    )


def _chart(world: list[BySex], citing: Citing) -> DrawnFigure | None:
    of_part = {row.part: row for row in world}
    found = [of_part[part] for part in SECTORS if part in of_part]
    things = [
        Measured(
            PART_WORDS[row.part].capitalize(),
            tuple(f.value if f else None for f in (row.female, row.male)),
            (number(row.female), number(row.male)),
        )
        for row in found
    ]
    shows = "Girls and boys in hazardous work in the world, by sector"
    unit = f"Thousands of children of {AGE_WORDS[WIDEST]}, 2020, modelled"
    drawing = paired_bars("sectors-chart", f"{shows}. {unit}", ("Girls", "Boys"), things)
    cites = sources_of(f for row in found for f in row.figures)
    address = address_of("ilostat-hazardous-work")
    return drawn_figure(citing, address, shows, unit, drawing, cites)


def _countries(library: Library, citing: Citing) -> StatisticsPart:
    """Every country once, under the widest age band that its survey gives."""
    of_band: dict[Age, list[list[BySex]]] = {}
    for rows in newest_of_countries(library, HAZARDOUS):
        age = rows[0].age
        of_band.setdefault(age, []).append([row for row in rows if row.age == age])
    tables = tuple(_band(library, age, of_band[age], citing) for age in sorted(of_band, key=_place))
    return StatisticsPart(
        anchor="countries",
        heading="By country",
        text=(
            "Each country once, in its newest survey and under the widest age band of it. The file "
            "below has the narrower bands too.",
        ),
        tables=tables,
    )


def _band(library: Library, age: Age, found: list[list[BySex]], citing: Citing) -> FigureTable:
    return FigureTable(
        anchor=f"countries-{age}",
        heading=f"Children of {AGE_WORDS[age]}",
        caption=f"Thousands of children of {AGE_WORDS[age]} in hazardous work, by survey. “All” "
        "holds children whose sector is not known as well.",
        first="Country and year",
        columns=COLUMNS,
        rows=tuple(row for rows in found for row in _rows(library, rows)),
        sources=citing.marks(sources_of(f for rows in found for row in rows for f in row.figures)),
    )


def _rows(library: Library, rows: list[BySex]) -> Iterator[FigureRow]:
    """Girls, boys and all of one country or group, in every sector."""
    of_part = {row.part: row for row in rows}
    first = rows[0]
    for sex in SEXES:
        figures = [_of(of_part.get(part), sex) for part in (*SECTORS, "")]
        if any(figures):
            beside = f"{sex_words(sex, first.age)}{f', {first.year}' if first.iso3 else ''}"
            yield figure_row(library, first, _cells(figures), beside=beside)


def _of(row: BySex | None, sex: Sex) -> Figure | None:
    if row is None:
        return None
    return {"female": row.female, "male": row.male}.get(sex, row.both)


def _cells(figures: Iterable[Figure | None]) -> Iterator[Cell]:
    return map(cell, figures)


def _place(age: Age) -> int:
    return list(AGE_WORDS).index(age)

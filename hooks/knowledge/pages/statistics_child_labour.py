"""The page of SDG indicator 8.7.1: children in child labour, by sex and age band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.analysis.statistics import PREVALENCE, BySex, bands, of_groups, sources_of
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.kinds.statistics import SeriesId
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figure_tables import Cell, FigureRow, FigureTable, cell, figure_row
from knowledge.pages.figures import DrawnFigure, drawn_figure
from knowledge.pages.page import Page
from knowledge.pages.statistics_parts import Reading, StatisticsPart, statistics_page
from knowledge.pages.statistics_words import AGE_WORDS, address_of, amount
from knowledge.pages.wording import counted

LEAD = (
    "The share of children who are in child labour, for girls and boys, by country. Each country "
    "has the year and the age band of its own survey."
)
#: What the indicator is. Source: UN Statistics Division, metadata of indicator 8.7.1, 31 March
#: 2022, and the extract itself.
READINGS = (
    Reading(
        "Definition",
        "Children found in child labour in the reference period of a survey, usually the week "
        "before it, in per cent of all children of the age band. Custodians: ILO and UNICEF.",
    ),
    Reading(
        "Two measures",
        "One counts economic activity alone. The other also counts unpaid chores in a child's own "
        "home, work that the first leaves out; it comes first here. The two are never mixed.",
    ),
    Reading(
        "Age band",
        "The indicator is meant for 5 to 17. Some surveys asked a narrower band, and a share of "
        "children of 5 to 14 says nothing beside one of children of 5 to 17: every band has a "
        "table of its own.",
    ),
    Reading(
        "Method",
        "National household surveys, most of them adjusted by the custodians to one definition; "
        "one survey year for each country, so nothing here is a trend. The figures for the world "
        "and its regions are for 2020.",
    ),
    Reading(
        "Limits",
        "Surveys differ in questions and season. Children outside households are not asked. A "
        "country that is not in a table has no figure in this extract; that is not zero.",
    ),
)
PARTS: dict[SeriesId, tuple[str, str, str]] = {
    "SL_TLF_CHLDEC": (
        "with-chores",
        "Economic activity and household chores",
        "The wider measure: work for pay, profit or family gain, and unpaid chores at home.",
    ),
    "SL_TLF_CHLDEA": (
        "economic-activity",
        "Economic activity alone",
        "The narrower measure, without chores at home.",
    ),
}
COLUMNS = ("Year", "Girls", "Boys", "All")


def child_labour_page(library: Library) -> Page:
    """The page of the dataset `sdg-8-7-1`."""
    citing = Citing(None, library)
    parts = [part for series in PREVALENCE for part in _part(library, citing, series)]
    return statistics_page("sdg-8-7-1", library, citing, lead=LEAD, readings=READINGS, parts=parts)


def _part(library: Library, citing: Citing, series: SeriesId) -> Iterator[StatisticsPart]:
    anchor, heading, about = PARTS[series]
    chart = _chart(library, citing, series)
    tables = tuple(
        FigureTable(
            anchor=f"{anchor}-{band.age}",
            heading=f"Children of {AGE_WORDS[band.age]}",
            caption=f"Per cent of children of {AGE_WORDS[band.age]}, newest survey of each "
            f"country. {_compared(band.rows)}",
            first="Country",
            columns=COLUMNS,
            rows=tuple(_row(library, row) for row in band.rows),
            sources=citing.marks(sources_of(f for row in band.rows for f in row.figures)),
        )
        for band in bands(library, series)
    )
    if tables:
        yield StatisticsPart(anchor, heading, (about,), chart, tables)


def _row(library: Library, row: BySex) -> FigureRow:
    cells = (Cell(row.year), cell(row.female), cell(row.male), cell(row.both))
    return figure_row(library, row, cells, in_doubt=row.in_doubt)


def _compared(rows: Iterable[BySex]) -> str:
    """In how many countries girls are above boys, where both are known and not in doubt."""
    pairs = [(r.female, r.male) for r in rows if not r.in_doubt]
    known = [(f.value, m.value) for f, m in pairs if f is not None and m is not None]
    above = sum(female > male for female, male in known)
    told = counted(len(known), "country", "countries")
    return f"Girls are above boys in {above} of {told} with figures for both."


def _chart(library: Library, citing: Citing, series: SeriesId) -> DrawnFigure | None:
    """The world and its regions; None for a measure of which they are not given."""
    rows = [row for row in of_groups(library, "sdg-8-7-1") if row.series == series]
    rows.sort(key=lambda row: (row.area != "World", -(row.both.value if row.both else 0)))
    things = [
        Measured(
            row.area,
            tuple(f.value if f else None for f in (row.female, row.male)),
            (amount(row.female), amount(row.male)),
        )
        for row in rows
    ]
    shows = "Child labour among girls and boys, in the world and its regions"
    unit = "Per cent of children of 5 to 17, economic activity and household chores, 2020"
    drawing = paired_bars(
        f"{PARTS[series][0]}-chart", f"{shows}. {unit}", ("Girls", "Boys"), things
    )
    cites = sources_of(f for row in rows for f in row.figures)
    return drawn_figure(citing, address_of("sdg-8-7-1"), shows, unit, drawing, cites)

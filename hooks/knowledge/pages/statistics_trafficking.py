"""The page of SDG indicator 16.2.2: detected victims of human trafficking, by age, sex and form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.analysis.statistics import (
    DETECTED,
    BySex,
    detected_by_year,
    newest_of,
    newest_of_countries,
    sources_of_dataset,
)
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.kinds.statistics import Figure, SeriesId
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figure_tables import Cell, FigureRow, FigureTable, cell, figure_row
from knowledge.pages.figures import drawn_figure
from knowledge.pages.page import Page
from knowledge.pages.statistics_parts import Reading, StatisticsPart, statistics_page
from knowledge.pages.statistics_victims_sex import sexes_part
from knowledge.pages.statistics_words import address_of
from knowledge.pages.wording import counted

LEAD = (
    "Victims of trafficking whom authorities detected and countries reported, by age and form of "
    "exploitation. They tell how much is found, not how much there is."
)
#: What the indicator is. Source: UN Statistics Division, metadata of indicator 16.2.2, 31 March
#: 2023, and the extract itself.
READINGS = (
    Reading(
        "Definition",
        "Victims of trafficking in persons, as the United Nations protocol of 2000 defines it, "
        "whom national authorities detected in a year. The indicator proper sets them against the "
        "population, per 100,000 people. Custodian: UNODC.",
    ),
    Reading(
        "Not prevalence",
        "A country that looks for victims finds more. A high figure may mean good detection, a low "
        "one that nobody looked: the figures do not rank countries.",
    ),
    Reading(
        "Age band",
        "Under 18, and 18 and over. Victims whose age is not known are only in the figure for all "
        "ages, so the two bands may add up to less.",
    ),
    Reading(
        "Method",
        "Counts from criminal justice and other national authorities, reported to UNODC. Each "
        "country has its newest year; 2021 is partial.",
    ),
    Reading(
        "Limits",
        "The sex of victims in this extract is to verify, see below. Forms of exploitation are "
        "reported by fewer countries, and may add up to less than all victims.",
    ),
)
#: How many years the chart shows, and the first year that is not yet complete in the extract.
YEARS, PARTIAL = 8, "2021"
FORMS: dict[SeriesId, str] = {
    "VC_HTF_DETVFL": "Labour", "VC_HTF_DETVSX": "Sexual", "VC_HTF_DETVOP": "Other",
}  # fmt: skip
RATE: SeriesId = "VC_HTF_DETVR"


def trafficking_page(library: Library) -> Page:
    """The page of the dataset `sdg-16-2-2`."""
    citing = Citing(None, library)
    parts = [_years(library, citing), _countries(library, citing)]
    parts += [_forms(library, citing), sexes_part(library, citing)]
    return statistics_page("sdg-16-2-2", library, citing, lead=LEAD, readings=READINGS, parts=parts)


def _years(library: Library, citing: Citing) -> StatisticsPart:
    sums = detected_by_year(library)
    marks = citing.marks(sources_of_dataset(library, "sdg-16-2-2"))
    things = [
        Measured(
            f"{told.year}, {counted(told.countries, 'country', 'countries')}"
            f"{', partial' if told.year >= PARTIAL else ''}",
            (told.children, told.adults),
            (f"{told.children:,.0f}", f"{told.adults:,.0f}"),
        )
        for told in sums[-YEARS:]
    ]
    shows = "Detected victims by age, in the countries that reported"
    unit = "Number of victims whose age is known, by year; the countries differ from year to year"
    drawing = paired_bars(
        "victims-chart", f"{shows}. {unit}", ("Under 18", "18 and over"), things, hatched=0
    )
    rows = tuple(
        FigureRow(
            told.year,
            "",
            "partial" if told.year >= PARTIAL else "",
            tuple(
                Cell(f"{value:,.0f}", f"{value:.10g}")
                for value in (told.countries, told.children, told.adults, told.total)
            ),
        )
        for told in reversed(sums)
    )
    return StatisticsPart(
        anchor="years",
        heading="By year and age",
        text=("Our sums over the countries that reported. More victims may mean more reports.",),
        chart=drawn_figure(
            citing,
            address_of("sdg-16-2-2"),
            shows,
            unit,
            drawing,
            sources_of_dataset(library, "sdg-16-2-2"),
        ),
        tables=(
            FigureTable(
                anchor="years-table",
                heading="",
                caption="Detected victims, both sexes, summed over the countries that reported.",
                first="Year",
                columns=("Countries", "Under 18", "18 and over", "All"),
                rows=rows,
                sources=marks,
            ),
        ),
    )


def _countries(library: Library, citing: Citing) -> StatisticsPart:
    table = FigureTable(
        anchor="countries-table",
        heading="",
        caption="Detected victims of both sexes in the newest year of each country. The rate is "
        "that of all ages, per 100,000 people.",
        first="Country",
        columns=("Year", "All", "Rate", "Under 18", "18 and over"),
        rows=tuple(_country(library, rows) for rows in newest_of_countries(library, DETECTED)),
        sources=citing.marks(sources_of_dataset(library, "sdg-16-2-2")),
    )
    return StatisticsPart(anchor="countries", heading="By country and age", tables=(table,))


def _country(library: Library, rows: list[BySex]) -> FigureRow:
    """All victims, their rate in the same year, and the two age bands."""
    of_age = {row.age: row.both for row in rows}
    rate = next(
        (
            row.both
            for row in newest_of(library, RATE, rows[0].iso3)
            if (row.age, row.year) == ("all", rows[0].year)
        ),
        None,
    )
    figures = [of_age.get("all"), rate, of_age.get("under-18"), of_age.get("18+")]
    cells = (Cell(rows[0].year), *map(cell, figures))
    return figure_row(library, rows[0], cells, in_doubt=_damaged(figures))


def _forms(library: Library, citing: Citing) -> StatisticsPart:
    table = FigureTable(
        anchor="forms-table",
        heading="",
        caption="Detected victims of all ages and both sexes, in the newest year for which a "
        "country tells any form. A dash means that the extract has no figure for that year.",
        first="Country",
        columns=("Year", *FORMS.values()),
        rows=tuple(_of_forms(library)),
        sources=citing.marks(sources_of_dataset(library, "sdg-16-2-2")),
    )
    return StatisticsPart(
        anchor="forms",
        heading="By form of exploitation",
        text=(
            "Labour stands for forced labour, servitude and slavery; sexual for sexual "
            "exploitation; other for all else, such as forced begging or crime.",
        ),
        tables=(table,),
    )


def _of_forms(library: Library) -> Iterator[FigureRow]:
    by_country: dict[str, dict[SeriesId, BySex]] = {}
    for series in FORMS:
        for rows in newest_of_countries(library, series):
            for row in rows:
                if row.age == "all":
                    by_country.setdefault(row.iso3, {})[series] = row
    lines = []
    for found in by_country.values():
        # Years may differ between forms: only those of the newest one stand in the row.
        first = max(found.values(), key=lambda row: row.year)
        own = {series: row.both for series, row in found.items() if row.year == first.year}
        both = [own.get(series) for series in FORMS]
        cells = (Cell(first.year), *map(cell, both))
        lines.append(figure_row(library, first, cells, in_doubt=_damaged(both)))
    yield from sorted(lines, key=lambda line: line.name.casefold())


def _damaged(figures: Iterable[Figure | None]) -> bool:
    """Whether a figure for both sexes is to verify."""
    return any(figure is not None and figure.doubt for figure in figures)

"""The page of SDG indicator 16.2.2: detected victims of human trafficking, by age, sex and form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.analysis.statistics import (
    DETECTED,
    BySex,
    SexCheck,
    detected_by_year,
    newest_of,
    newest_of_countries,
    sex_check,
    sources_of,
)
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.kinds.statistics import Figure, SeriesId
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.page import Page
from knowledge.pages.statistics_parts import (
    Cell,
    Chart,
    FigureRow,
    FigureTable,
    Reading,
    StatisticsPart,
    cell,
    figure_row,
    statistics_page,
)
from knowledge.pages.statistics_words import sex_words
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
    parts += [_forms(library, citing), _sexes(library, citing)]
    return statistics_page("sdg-16-2-2", library, citing, lead=LEAD, readings=READINGS, parts=parts)


def _years(library: Library, citing: Citing) -> StatisticsPart:
    sums = detected_by_year(library)
    marks = citing.marks(_cited(library))
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
        chart=Chart(shows, unit, drawing, marks) if drawing else None,
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


def _sexes(library: Library, citing: Citing) -> StatisticsPart:
    """Why the sexes are to verify: every reading side by side, then what the extract says."""
    checks = sex_check(library)
    year = checks[0].published.year if checks else ""
    compared = FigureTable(
        anchor="sexes-compared",
        heading="Three readings of one year",
        caption=f"Per cent of the victims of {year} whose sex and age are known: as the extract "
        "codes them, as they would be if the two codes were interchanged, and as UNODC published.",
        first="Victims",
        columns=("As coded", "If interchanged", "As published"),
        rows=tuple(_compared(check) for check in checks),
        sources=citing.marks(
            [*_cited(library), *sources_of(check.published for check in checks)],
        ),
    )
    coded = FigureTable(
        anchor="sexes-coded",
        heading="By country, sex and age, as coded",
        caption="Detected victims in the newest year of each country, in the codes of the extract. "
        "Every figure of this table is to verify.",
        first="Country",
        columns=("Year", "“Women”", "“Men”", "“Girls”", "“Boys”"),
        rows=tuple(_coded(library)),
        sources=citing.marks(_cited(library)),
    )
    return StatisticsPart(
        anchor="sexes",
        heading="By sex: to verify",
        text=(
            "As this extract codes the sexes, nearly half of the victims would be men, and so "
            "would nearly all victims of sexual exploitation. UNODC, which collects these data, "
            "reported the reverse. The shares fit its report when female and male are taken for "
            "one another, but not for every country and year.",
            "So no figure by sex is stated here as a fact. We show what the extract says, in its "
            "own codes, and have corrected nothing. Whoever needs these figures should take them "
            "from a newer release.",
        ),
        tables=(compared, coded) if checks else (coded,),
    )


def _compared(check: SexCheck) -> FigureRow:
    shares = (check.coded, check.reversed, check.published.value)
    cells = tuple(Cell(f"{share:.0f}", f"{share:.4f}") for share in shares)
    return FigureRow(sex_words(check.sex, check.age).capitalize(), "", "", cells)


def _coded(library: Library) -> Iterator[FigureRow]:
    for rows in newest_of_countries(library, DETECTED):
        of_age = {row.age: row for row in rows}
        sexes: list[Figure | None] = []
        for row in (of_age.get("18+"), of_age.get("under-18")):
            sexes += [row.female, row.male] if row else [None, None]
        if any(sexes):
            yield figure_row(library, rows[0], (Cell(rows[0].year), *map(cell, sexes)))


def _countries(library: Library, citing: Citing) -> StatisticsPart:
    table = FigureTable(
        anchor="countries-table",
        heading="",
        caption="Detected victims of both sexes in the newest year of each country. The rate is "
        "that of all ages, per 100,000 people.",
        first="Country",
        columns=("Year", "All", "Rate", "Under 18", "18 and over"),
        rows=tuple(_country(library, rows) for rows in newest_of_countries(library, DETECTED)),
        sources=citing.marks(_cited(library)),
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
        sources=citing.marks(_cited(library)),
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


def _cited(library: Library) -> tuple[str, ...]:
    """All figures of the dataset rest on the same sources."""
    return library.once(_sources)


def _sources(library: Library) -> tuple[str, ...]:
    return sources_of(library.figures["sdg-16-2-2"])


def _damaged(figures: Iterable[Figure | None]) -> bool:
    """Whether a figure for both sexes is to verify."""
    return any(figure is not None and figure.doubt for figure in figures)

"""Why the sexes of detected victims are to verify, and what the extract says of them."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.analysis.statistics import (
    DETECTED,
    SexCheck,
    newest_of_countries,
    sex_check,
    sources_of,
    sources_of_dataset,
)
from knowledge.kinds.statistics import Figure
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figure_tables import Cell, FigureRow, FigureTable, cell, figure_row
from knowledge.pages.statistics_parts import StatisticsPart
from knowledge.pages.statistics_words import sex_words


def sexes_part(library: Library, citing: Citing) -> StatisticsPart:
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
            [
                *sources_of_dataset(library, "sdg-16-2-2"),
                *sources_of(check.published for check in checks),
            ],
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
        sources=citing.marks(sources_of_dataset(library, "sdg-16-2-2")),
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

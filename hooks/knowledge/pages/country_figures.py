"""The figures of the pages of countries. They are made once, for the page and for their files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from knowledge.analysis.statistics import (
    DETECTED,
    HAZARDOUS,
    PREVALENCE,
    BySex,
    by_sex,
    newest_of,
    sources_of,
)
from knowledge.drawings.level_steps import level_steps
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.drawings.timeline import Dated, Moment, timeline
from knowledge.kinds.country import CONVENTIONS, Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.statistics import SERIES
from knowledge.kinds.statistics import Figure as Number
from knowledge.library import Library
from knowledge.pages.country_drawings import inspectors, legal_ages
from knowledge.pages.figure_tables import FigureRow, FigureTable, cell
from knowledge.pages.figures import Drawing, DrawnFigure
from knowledge.pages.statistics_words import AGE_WORDS, PART_WORDS, amount, number
from knowledge.pages.wording import date_words, listed

#: The levels of ILAB's assessment from the lowest up, as its reports name them; what a report adds
#: after a dash stands in the table of the page.
LEVELS = ("No advancement", "Minimal", "Moderate", "Significant")
NOT_ASSESSED = "not assessed"
_LEVEL_OF = {
    "No Advancement": "No advancement", "Minimal Advancement": "Minimal",
    "Moderate Advancement": "Moderate", "Significant Advancement": "Significant",
    "No Assessment": NOT_ASSESSED,
}  # fmt: skip
#: The first convention of the ILO's fundamental instruments is of 1930.
FIRST_YEAR, LAST_YEAR = 1930, 2029
#: Every figure that a country may have, in the order of the page.
IDS = (
    "age-line", "advancement-steps", "ratifications", "inspectors", "child-labour",
    "hazardous-work", "detected-victims",
)  # fmt: skip
#: How many years of detected victims are drawn.
YEARS = 8


@dataclass(frozen=True, slots=True)
class _Of:
    """The country whose figures are made."""

    entry: Entry
    country: Country
    library: Library

    def figure(
        self,
        id_: str,
        shows: str,
        unit: str,
        drawing: Drawing | None,
        cites: Iterable[str],
        *,
        notes: tuple[str, ...] = (),
        table: FigureTable | None = None,
    ) -> Iterator[DrawnFigure]:
        """The figure, where there is anything to draw."""
        if drawing is not None:
            cited = tuple(dict.fromkeys(cites))
            rests_on = tuple(self.library.source(self.entry, source) for source in cited)
            yield DrawnFigure(
                id_,
                shows,
                unit,
                drawing,
                self.entry.address,
                rests_on,
                notes=notes,
                table=table,
                cites=cited,
                subject=self.name,
            )

    @property
    def name(self) -> str:
        """The country's name."""
        return self.country.title


def country_figures(library: Library) -> dict[str, tuple[DrawnFigure, ...]]:
    """The figures of every country with any, by the id of its record."""
    found = {}
    for entry in library.all("country"):
        if isinstance(entry.record, Country):
            figures = tuple(_figures(_Of(entry, entry.record, library)))
            if figures:
                found[entry.id] = figures
    return found


def _figures(of: _Of) -> Iterator[DrawnFigure]:
    yield from _ages(of)
    yield from _advancement(of)
    yield from _ratifications(of)
    yield from _inspectors(of)
    if of.country.iso3:
        yield from _child_labour(of, of.country.iso3)
        yield from _hazardous_work(of, of.country.iso3)
        yield from _detected(of, of.country.iso3)


def _ages(of: _Of) -> Iterator[DrawnFigure]:
    drawing, law = legal_ages(of.country), of.country.law
    ages = (
        law.compulsory_education_from, law.compulsory_education_to, law.minimum_age_work,
        law.minimum_age_hazardous_work,
    )  # fmt: skip
    cites = [source for claims in ages for claim in claims for source in claim.source]
    notes = drawing.notes if drawing else ()
    yield from of.figure(
        "age-line", "The ages on one line", "Legal ages in completed years", drawing, cites,
        notes=notes,
    )  # fmt: skip


def _advancement(of: _Of) -> Iterator[DrawnFigure]:
    claims = [claim for claim in of.country.assessments.advancement if not claim.area]
    by_year = {
        claim.as_of[:4]: level
        for claim in claims
        if claim.as_of and (level := _level(claim.value or ""))
    }
    drawing = level_steps(
        "advancement-steps", f"Level of advancement of {of.name}, as assessed by ILAB", LEVELS,
        by_year, NOT_ASSESSED,
    )  # fmt: skip
    notes = ["The level is the assessor's judgement of one year's efforts, not of the law."]
    if drawing and drawing.has_hatched:
        notes.append("Hatched: no assessment was made of that year, which is not a level.")
    if drawing and any(year.y is None and not year.is_hatched for year in drawing.years):
        notes.append("Empty: no level is recorded here for that year.")
    yield from of.figure(
        "advancement-steps",
        "Level of advancement, by year",
        "As assessed by the US Department of Labor (ILAB), by reporting year",
        drawing,
        [source for claim in claims for source in claim.source],
        notes=tuple(notes),
    )


def _level(words: str) -> str:
    """The level that an assessor's words begin with; empty where they name none of the scale."""
    return next((level for name, level in _LEVEL_OF.items() if words.startswith(name)), "")


def _ratifications(of: _Of) -> Iterator[DrawnFigure]:
    ratified = {
        number: claim
        for number, claim in of.country.conventions.items()
        if claim.value == "ratified"
    }
    dated = sorted(
        (str(claim.date), number) for number, claim in ratified.items() if claim.date is not None
    )
    if len(dated) < 2:
        return
    things = [
        Dated(number, f"ratified {date_words(on)}", (Moment(on, "disc", "ratified"),))
        for on, number in dated
    ]
    without = [number for number in CONVENTIONS if number in ratified and not ratified[number].date]
    notes = ["A convention that is not drawn may be ratified all the same: see the table."]
    if without:
        notes.insert(0, f"Ratified on a day that is not recorded here: {listed(without)}.")
    yield from of.figure(
        "ratifications",
        "When conventions were ratified",
        "Fundamental instruments of the ILO whose day of ratification is recorded",
        timeline(
            "ratifications", f"Ratifications by {of.name}", things, FIRST_YEAR, LAST_YEAR,
            compact=True,
        ),
        [source for _, number in dated for source in ratified[number].source],
        notes=tuple(notes),
    )  # fmt: skip


def _inspectors(of: _Of) -> Iterator[DrawnFigure]:
    count = of.country.enforcement.labour_inspectors
    yield from of.figure(
        "inspectors", "Labour inspectors", "Number, by year of the source", inspectors(of.country),
        count.source if count else (),
    )  # fmt: skip


def _child_labour(of: _Of, iso3: str) -> Iterator[DrawnFigure]:
    """Girls and boys side by side, by the first measure that has both; bands are never mixed."""
    rows = [row for id_ in PREVALENCE for row in newest_of(of.library, id_, iso3)]
    row = next((row for row in rows if row.female and row.male), None)
    if row is None:
        return
    measure = SERIES[row.series].label
    unit = f"Per cent of children of {AGE_WORDS[row.age]}, {row.year}. {measure}"
    yield from of.figure(
        "child-labour",
        "Girls and boys in child labour",
        unit,
        paired_bars(
            "child-labour",
            f"Girls and boys in child labour in {of.name}. {unit}",
            ("Girls", "Boys"),
            [_measured(f"Ages {AGE_WORDS[row.age]}", row, amount)],
        ),
        sources_of(row.figures),
    )


def _hazardous_work(of: _Of, iso3: str) -> Iterator[DrawnFigure]:
    rows = newest_of(of.library, HAZARDOUS, iso3)
    widest = [row for row in rows if row.age == rows[0].age and (row.female or row.male)]
    # The whole comes first, then its sectors.
    widest.sort(key=lambda row: list(PART_WORDS).index(row.part))
    if not any(row.female and row.male for row in widest):
        return
    age, year = AGE_WORDS[widest[0].age], widest[0].year
    unit = f"Thousands of children of {age}, {year}. A dash means that there is no figure"
    yield from of.figure(
        "hazardous-work",
        "Girls and boys in hazardous work, by sector",
        unit,
        paired_bars(
            "hazardous-work",
            f"Girls and boys in hazardous work in {of.name}. {unit}",
            ("Girls", "Boys"),
            [_measured(PART_WORDS[row.part].capitalize(), row, number) for row in widest],
        ),
        sources_of(f for row in widest for f in row.figures),
        table=FigureTable(
            anchor="hazardous-work-table",
            heading="",
            caption=f"Thousands of children of {age} in hazardous work in {of.name}, {year}.",
            first="Sector",
            columns=("Girls", "Boys", "All"),
            rows=tuple(
                _row(PART_WORDS[row.part].capitalize(), (row.female, row.male, row.both))
                for row in widest
            ),
        ),
    )


def _detected(of: _Of, iso3: str) -> Iterator[DrawnFigure]:
    own = [f for f in of.library.figures_of(iso3) if f.series == DETECTED and f.sex == "both"]
    years: dict[str, dict[str, BySex]] = {}
    for row in by_sex(own):
        years.setdefault(row.year, {})[row.age] = row
    told = sorted(year for year, ages in years.items() if "under-18" in ages or "18+" in ages)
    told = told[-YEARS:]
    if len(told) < 2:
        return
    children = {year: _both(years[year].get("under-18")) for year in told}
    adults = {year: _both(years[year].get("18+")) for year in told}
    everyone = {year: _both(years[year].get("all")) for year in told}
    unit = "Number of victims whose age is known, by year. Detected victims are not prevalence"
    things = [
        Measured(
            year,
            tuple(f.value if f else None for f in (children[year], adults[year])),
            (number(children[year]), number(adults[year])),
        )
        for year in told
    ]
    yield from of.figure(
        "detected-victims",
        "Detected victims of trafficking, by age",
        unit,
        paired_bars(
            "detected-victims",
            f"Detected victims of trafficking in {of.name}. {unit}",
            ("Under 18", "18 and over"),
            things,
            hatched=0,
        ),
        sources_of(f for f in own if f.year in told),
        notes=_missing_years(told),
        table=FigureTable(
            anchor="detected-victims-table",
            heading="",
            caption=f"Detected victims of both sexes in {of.name}. “All” holds those whose age is "
            "not known as well.",
            first="Year",
            columns=("Under 18", "18 and over", "All"),
            rows=tuple(
                _row(year, (children[year], adults[year], everyone[year]))
                for year in reversed(told)
            ),
        ),
    )


def _missing_years(told: list[str]) -> tuple[str, ...]:
    missing = [str(y) for y in range(int(told[0]), int(told[-1])) if str(y) not in told]
    return (f"No figure by age for {listed(missing)}: not told, which is not zero.",) * bool(
        missing
    )


def _both(row: BySex | None) -> Number | None:
    return row.both if row else None


def _measured(name: str, row: BySex, words: Callable[[Number | None], str]) -> Measured:
    sexes = (row.female, row.male)
    return Measured(name, tuple(f.value if f else None for f in sexes), tuple(map(words, sexes)))


def _row(name: str, numbers: tuple[Number | None, ...]) -> FigureRow:
    return FigureRow(name, "", "", tuple(map(cell, numbers)))

"""The page of the global estimates of child labour and forced labour, 2016 to 2024."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.analysis.statistics import sources_of
from knowledge.drawings.paired_bars import Measured, paired_bars
from knowledge.kinds.statistics import SERIES, Age, Figure, SeriesId
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figures import DrawnFigure, drawn_figure
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import ClaimGroup, ClaimLine, Crumb
from knowledge.pages.statistics_parts import Reading, StatisticsPart, statistics_page
from knowledge.pages.statistics_words import (
    AGE_WORDS,
    PART_WORDS,
    TITLES,
    address_of,
    amount,
    doubts,
    number,
    sex_words,
)

LEAD = (
    "What the ILO and its partners estimate for the world: child labour in 2016, 2020 and 2024, "
    "forced labour and forced marriage in 2016 and 2021."
)
READINGS = (
    Reading(
        "Definition",
        "Child labour: work by children of 5 to 17 that the law or the conventions forbid, "
        "hazardous work among it. Forced labour: work under threat of a penalty and without "
        "consent, at any age. Forced marriage: a marriage without consent.",
    ),
    Reading(
        "Age band",
        "Child labour is of children of 5 to 17. Forced labour is of all ages; the figure for "
        "children is for those under 18.",
    ),
    Reading(
        "Method",
        "Models built on household surveys and other data by the publishers named: the ILO, since "
        "2020 with UNICEF, for child labour; the ILO with Walk Free and IOM for forced labour and "
        "forced marriage. Each edition stands for itself.",
    ),
    Reading(
        "Limits",
        "Rounded by their publishers, so shares and parts may not add up to the whole. Methods "
        "changed between editions: a difference between two years is not only a change in the "
        "world. The publishers call forced labour and forced marriage together “modern slavery”, "
        "a term that is not defined in international law.",
    ),
)

#: The sections of the page and the series in each.
CHILDREN: tuple[SeriesId, ...] = (
    "child-labour", "hazardous-work", "child-labour-prevalence", "child-labour-by-sector",
)  # fmt: skip
FORCED: tuple[SeriesId, ...] = (
    "modern-slavery", "forced-labour", "forced-labour-prevalence", "forced-marriage",
)  # fmt: skip


def estimates_page(library: Library) -> Page:
    """The page of the dataset `global-estimates`."""
    citing = Citing(None, library)
    parts = (_child_labour(library, citing), _forced_labour(library, citing))
    return statistics_page(
        "global-estimates", library, citing, lead=LEAD, readings=READINGS, parts=parts
    )


def _child_labour(library: Library, citing: Citing) -> StatisticsPart:
    whole = [f for f in _of(library, "child-labour") if f.area == "World" and not f.part]
    return StatisticsPart(
        anchor="child-labour",
        heading="Child labour",
        chart=_chart(
            "child-labour-chart",
            "Children in child labour in the world",
            "Millions of children of 5 to 17, by year of the estimate",
            [(f.year, f) for f in whole],
            citing,
        ),
        claims=tuple(_groups(library, CHILDREN, citing)),
        leads_to=(
            Crumb(f"By sex: {TITLES['sdg-8-7-1']}", address_of("sdg-8-7-1")),
            Crumb(TITLES["ilostat-hazardous-work"], address_of("ilostat-hazardous-work")),
        ),
    )


def _forced_labour(library: Library, citing: Citing) -> StatisticsPart:
    parts = [f for f in _of(library, "forced-labour") if f.part]
    year = parts[0].year if parts else ""
    return StatisticsPart(
        anchor="forced-labour",
        heading="Forced labour and forced marriage",
        text=tuple(_by_sex(library)),
        chart=_chart(
            "forced-labour-chart",
            "People in forced labour in the world, by form",
            f"Millions of people of all ages, {year}; the private economy without commercial "
            "sexual exploitation",
            [(_capital(PART_WORDS[f.part]), f) for f in parts],
            citing,
        ),
        claims=tuple(_groups(library, FORCED, citing)),
        leads_to=(Crumb(TITLES["sdg-16-2-2"], address_of("sdg-16-2-2")),),
    )


def _by_sex(library: Library) -> Iterator[str]:
    """Forced labour by sex: what is published, and what is left for men and boys."""
    whole = [f for f in _of(library, "forced-labour") if f.age == "all" and not f.part]
    for female in (f for f in whole if f.sex == "female"):
        for both in (f for f in whole if f.sex == "both" and f.year == female.year):
            rest = both.value - female.value
            yield (
                f"Of {amount(both)} people in forced labour in {both.year}, {amount(female)} were "
                f"women and girls. By our subtraction, {rest:.1f} million were men and boys."
            )


def _of(library: Library, series: SeriesId) -> list[Figure]:
    """The figures of a series: the world first, and of each thing year by year."""
    found = [f for f in library.figures["global-estimates"] if f.series == series]
    parts = list(PART_WORDS)
    return sorted(
        found,
        key=lambda f: (f.area != "World", f.area, parts.index(f.part), f.age, f.sex, f.year),
    )


def _chart(
    id_: str, shows: str, unit: str, figures: list[tuple[str, Figure]], citing: Citing
) -> DrawnFigure | None:
    things = [Measured(name, (f.value,), (number(f),)) for name, f in figures]
    drawing = paired_bars(id_, f"{shows}. {unit}", ("All",), things, hatched=None)
    cites = sources_of(f for _, f in figures)
    return drawn_figure(citing, address_of("global-estimates"), shows, unit, drawing, cites)


def _groups(library: Library, series: tuple[SeriesId, ...], citing: Citing) -> Iterator[ClaimGroup]:
    for id_ in series:
        figures = _of(library, id_)
        if figures:
            # The age band stands in the heading, and beside a figure only where it is another.
            age = figures[0].age
            within = AGE_WORDS[age] if age == "all" else f"ages {AGE_WORDS[age]}"
            lines = tuple(_line(figure, age, citing) for figure in figures)
            yield ClaimGroup(f"{SERIES[id_].label}, {within}", lines)


def _line(figure: Figure, age: Age, citing: Citing) -> ClaimLine:
    told = [figure.area, PART_WORDS[figure.part] if figure.part else ""]
    if figure.sex != "both":
        told.append(sex_words(figure.sex, figure.age))
    if figure.age != age:
        told.append(f"those {AGE_WORDS[figure.age]}")
    return ClaimLine(
        anchor="",
        label=", ".join(filter(None, told)),
        value=amount(figure),
        state=state_mark(figure.state),
        as_of=figure.year,
        note=" ".join(filter(None, (figure.note, *doubts([figure])))),
        sources=citing.marks((figure.source,)),
    )


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"

"""The measures that a map can show: their words, and what map and table say of a country."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.analysis.statistics import name_of, sources_of
from knowledge.analysis.world_measures import (
    DONE,
    STEPS,
    MeasureId,
    comparable,
    done_in,
    gaps_by_country,
    not_comparable,
)
from knowledge.kinds.statistics import SERIES
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.figure_tables import Cell, FigureRow, FigureTable, cell, figure_row
from knowledge.pages.statistics_words import AGE_WORDS, amount, sex_words
from knowledge.pages.wording import counted, listed


@dataclass(frozen=True, slots=True)
class Sentence:
    """What the map says of a country after its name; `is_apart` where it may not be compared."""

    text: str
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure in words.

    `label` names it in the switch; `unit` says what is counted; `anchor` is the part of a
    country's page that holds what was counted; `nothing` is said of a country without a number;
    `first_step` replaces the words of the first step where bounds alone would mislead.
    """

    id: MeasureId
    label: str
    title: str
    lead: str
    about: str
    unit: str
    anchor: str
    nothing: str
    made_from: str
    sentences: Callable[[Library], dict[str, Sentence]]
    tables: Callable[[Library, Citing], Iterator[FigureTable]]
    sources: Callable[[Library], tuple[str, ...]] = lambda _: ()
    per_cent: bool = False
    first_step: str = ""
    apart: str = ""

    @property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"maps/{self.id}/"

    @property
    def file(self) -> str:
        """The map as a file of its own, relative to the site."""
        return f"{self.address}map.svg"

    def step_words(self, step: int) -> str:
        """The numbers of a step, from 1 to 5: `3 to 5`, `16 or more`, `5% to under 10%`."""
        bounds, sign = STEPS[self.id], "%" if self.per_cent else ""
        least = bounds[step - 1]
        if step == 1 and self.first_step:
            return self.first_step
        if step == len(bounds):
            return f"{least:g}{sign} or more"
        after = bounds[step]
        if self.per_cent:
            return f"{least:g}% to under {after:g}%" if least else f"under {after:g}%"
        return f"{least:g}" if after - least == 1 else f"{least:g} to {after - 1:g}"


def _goods_sentences(library: Library) -> dict[str, Sentence]:
    codes = dict.fromkeys(row.iso3 for row in library.listed_goods)
    return {
        iso3: Sentence(f"{counted(len(library.goods_of(iso3)), 'good')} listed") for iso3 in codes
    }


def _goods_tables(library: Library, citing: Citing) -> Iterator[FigureTable]:
    rows = []
    for iso3 in dict.fromkeys(row.iso3 for row in library.listed_goods):
        goods = library.goods_of(iso3)
        child = sum(good.child_labour for good in goods)
        forced = sum(good.forced_labour for good in goods)
        rows.append(country_row(library, iso3, "goods", (len(goods), child, forced)))
    yield FigureTable(
        anchor="table",
        heading="",
        caption="Number of goods listed, by country. A good may be listed for both, so the two "
        "columns may add up to more.",
        first="Country",
        columns=("Goods", "Child labour", "Forced labour"),
        rows=by_number(rows),
        sources=citing.marks(_goods_sources(library)),
    )


def _goods_sources(library: Library) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.source for row in library.listed_goods))


def _gap_sentences(library: Library) -> dict[str, Sentence]:
    return {
        iso3: Sentence(
            f"{counted(len(gaps), 'gap')} in the law as recorded"
            if gaps
            else "no gap found in the law as recorded"
        )
        for iso3, gaps in library.once(gaps_by_country).items()
    }


def _gap_tables(library: Library, citing: Citing) -> Iterator[FigureTable]:
    rows = [
        country_row(library, iso3, "gaps", (len(gaps), sum(gap.to_verify for gap in gaps)))
        for iso3, gaps in library.once(gaps_by_country).items()
    ]
    yield FigureTable(
        anchor="table",
        heading="",
        caption="Gaps derived from the law as recorded, and how many of them rest on a reading "
        "that is still to verify. What each gap is, and its sources, stand on the country's page.",
        first="Country",
        columns=("Gaps", "Of these to verify"),
        rows=by_number(rows),
    )


def _rate_sentences(library: Library) -> dict[str, Sentence]:
    told = {
        iso3: Sentence(f"{amount(row.both)} of children of {AGE_WORDS[row.age]}, {row.year}")
        for iso3, row in library.once(comparable).items()
    }
    for iso3, row in library.once(not_comparable).items():
        figure = row.figures[0]
        whom = "children" if row.both else sex_words(figure.sex, figure.age)
        words = f"{amount(figure)} of {whom} of {AGE_WORDS[row.age]}, {row.year}"
        told[iso3] = Sentence(f"{words}, measured otherwise", is_apart=True)
    return told


def _rate_tables(library: Library, citing: Citing) -> Iterator[FigureTable]:
    same = library.once(comparable).values()
    yield FigureTable(
        anchor="table",
        heading="",
        caption="Per cent of children of 5 to 17 in economic activity or household chores, newest "
        "survey of each country.",
        first="Country",
        columns=("All", "Girls", "Boys", "Year"),
        rows=by_number(
            figure_row(
                library,
                row,
                (cell(row.both), cell(row.female), cell(row.male), Cell(row.year)),
                in_doubt=row.in_doubt,
            )
            for row in same
        ),
        sources=citing.marks(sources_of(f for row in same for f in row.figures)),
    )
    others = sorted(
        library.once(not_comparable).values(), key=lambda row: name_of(library, row).casefold()
    )
    if others:
        yield FigureTable(
            anchor="measured-otherwise",
            heading="Measured otherwise",
            caption="Hatched on the map: another age band, or economic activity alone. Per cent of "
            "the children of the band that stands beside the name; not to be set beside the table "
            "above.",
            first="Country",
            columns=("All", "Girls", "Boys", "Year"),
            rows=tuple(
                figure_row(
                    library,
                    row,
                    (cell(row.both), cell(row.female), cell(row.male), Cell(row.year)),
                    beside=f"{AGE_WORDS[row.age]}, {SERIES[row.series].label[12:]}",
                    in_doubt=row.in_doubt,
                )
                for row in others
            ),
            sources=citing.marks(sources_of(f for row in others for f in row.figures)),
        )


def _rate_sources(library: Library) -> tuple[str, ...]:
    rows = (*library.once(comparable).values(), *library.once(not_comparable).values())
    return sources_of(figure for row in rows for figure in row.figures)


def _record_sentences(library: Library) -> dict[str, Sentence]:
    return {
        iso3: Sentence(listed([counted(done[kind], kind) for kind in DONE if done[kind]]))
        for iso3, done in library.once(done_in).items()
    }


def _record_tables(library: Library, citing: Citing) -> Iterator[FigureTable]:
    rows = [
        country_row(library, iso3, "here", (done.total(), *(done[kind] for kind in DONE)))
        for iso3, done in library.once(done_in).items()
    ]
    yield FigureTable(
        anchor="table",
        heading="",
        caption="Practices and initiatives in this library that name the country as theirs. Those "
        "of the whole world are not counted.",
        first="Country",
        columns=("All", "Practices", "Initiatives"),
        rows=by_number(rows),
    )


def country_row(library: Library, iso3: str, anchor: str, values: tuple[int, ...]) -> FigureRow:
    """A row of whole numbers that leads to a part of the country's page, where there is one."""
    entry, place = library.country(iso3), library.places.get(iso3)
    return FigureRow(
        name=entry.record.title if entry else place.name if place else iso3,
        address=f"{entry.address}#{anchor}" if entry else "",
        beside="",
        cells=tuple(Cell(f"{value:,}", str(value)) for value in values),
    )


def by_number(rows: Iterator[FigureRow] | list[FigureRow]) -> tuple[FigureRow, ...]:
    """Rows by the number in the first column, the largest first; then by name."""
    return tuple(sorted(rows, key=lambda row: (-float(row.cells[0].sort), row.name.casefold())))


#: The measures in the order of the switch. The front page shows the first.
MEASURES: tuple[Measure, ...] = (
    Measure(
        id="listed-goods",
        label="Goods listed",
        title="Where goods are listed",
        lead="Goods that the United States Department of Labor lists as made with child labour or "
        "forced labour, by country.",
        about="A listing says that the problem was documented, not how widespread it is. A country "
        "without goods may simply not have been studied.",
        unit="Number of goods on the list",
        anchor="goods",
        nothing="no good listed in this edition",
        made_from="Counted from the list",
        sentences=_goods_sentences,
        tables=_goods_tables,
        sources=_goods_sources,
    ),
    Measure(
        id="law-gaps",
        label="Gaps in the law",
        title="Gaps in the law",
        lead="How often the law of a country, as it is recorded here, falls short of an "
        "international standard or of itself.",
        about="The number is a count of sentences that rules derive from recorded ages and "
        "prohibitions. More gaps can mean that more of the law has been read. It does not say how "
        "bad a law is, nor how well it is kept.",
        unit="Number of gaps derived",
        anchor="gaps",
        nothing="the law has not been researched",
        made_from="Derived here from the law recorded for each country, whose page names the "
        "sources",
        sentences=_gap_sentences,
        tables=_gap_tables,
        first_step="none found in what is recorded",
    ),
    Measure(
        id="child-labour",
        label="Child labour",
        title="Children in child labour",
        lead="The share of children of 5 to 17 in economic activity or household chores that count "
        "as child labour, by the newest survey of each country.",
        about="Surveys differ in their year, their questions and their season: two neighbouring "
        "steps may differ by no more than that. Countries whose survey asked another age band, or "
        "left chores out, are hatched and have no colour.",
        unit="Per cent of children of 5 to 17",
        anchor="statistics",
        nothing="no figure in this extract",
        made_from="SDG indicator 8.7.1",
        sentences=_rate_sentences,
        tables=_rate_tables,
        sources=_rate_sources,
        per_cent=True,
        apart="measured otherwise",
    ),
    Measure(
        id="records",
        label="Practices and initiatives",
        title="Practices and initiatives",
        lead="Where this library knows of a practice that was tried or an initiative at work.",
        about="It maps what has been recorded here so far, not all that is done. Nothing recorded "
        "is not none.",
        unit="Number of practices and initiatives recorded",
        anchor="here",
        nothing="no practice or initiative recorded",
        made_from="Counted from the records of this library",
        sentences=_record_sentences,
        tables=_record_tables,
    ),
)  # fmt: skip

"""The maps: one page for each measure, each with its map, its legend and the same numbers below."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial

from knowledge.analysis.world_measures import numbers, step_of
from knowledge.drawings.world_map import HATCHED, Shape, Shown, WorldMap, world_map
from knowledge.kinds.outlines import HEIGHT, OUTLINES, WIDTH
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceLine, SourceMark
from knowledge.pages.figure_tables import FigureTable
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.map_measures import MEASURES, Measure
from knowledge.pages.page import Page
from knowledge.pages.parts import Cite, Crumb
from knowledge.pages.statistics_parts import Reading
from knowledge.pages.wording import listed
from knowledge.platform import LICENCE, PLATFORM

ADDRESS = "maps/"

#: What every map says of its borders.
BORDERS = (
    "Borders are drawn as Natural Earth has them, by who holds a territory in fact; "
    "only Crimea is Ukraine, as in resolution 68/262 of the UN General Assembly. Borders and "
    "names imply no opinion on the legal status of any territory."
)
#: Names of areas that Natural Earth shortens.
FULL_NAMES = {"N. Cyprus": "Northern Cyprus"}


@dataclass(frozen=True, slots=True)
class Choice:
    """A measure in the switch, and whether it is the one that is shown."""

    label: str
    address: str
    is_shown: bool
    about: str = ""


@dataclass(frozen=True, slots=True)
class LegendLine:
    """A colour, what it stands for, and how many countries have it."""

    css_class: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class MapFigure:
    """A map with what it needs beside it. `page` holds the same numbers as a table."""

    measure: Measure
    drawing: WorldMap
    legend: tuple[LegendLine, ...]
    made_from: str
    borders: str
    page: str


@dataclass(frozen=True, slots=True)
class MapView:
    """What the template `records/map.html` shows."""

    crumbs: tuple[Crumb, ...]
    choices: tuple[Choice, ...]
    figure: MapFigure
    marks: tuple[SourceMark, ...]
    readings: tuple[Reading, ...]
    tables: tuple[FigureTable, ...]
    sources: tuple[SourceLine, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class MapsView:
    """What the template `records/maps.html` shows."""

    crumbs: tuple[Crumb, ...]
    choices: tuple[Choice, ...]


def measures_of(library: Library) -> tuple[Measure, ...]:
    """The measures of which there is any number and a map to show it on."""
    return tuple(m for m in MEASURES if library.outlines and numbers(library, m.id))


def maps_page(library: Library) -> Page:
    """The page that leads to the maps."""
    return Page(
        address=ADDRESS,
        title="Maps",
        description="Maps of listed goods, gaps in the law, child labour, and practices and "
        "initiatives, each with the same numbers as a table.",
        section=ADDRESS,
        template="records/maps.html",
        view=MapsView((Crumb("Maps"),), choices(library)),
        made_from="the list of maps",
    )


def map_page(library: Library, measure: Measure) -> Page:
    """The page of one measure."""
    citing = Citing(None, library)
    marks = citing.marks([*measure.sources(library), *_outline_sources(library)])
    tables = tuple(measure.tables(library, citing))
    view = MapView(
        crumbs=(Crumb("Maps", ADDRESS), Crumb(measure.label)),
        choices=choices(library, measure),
        figure=map_figure(library, measure, everyone=True),
        marks=marks,
        readings=_readings(library, measure),
        tables=tables,
        sources=citing.lines(),
        cite=Cite(f"“{measure.title}” (map), {PLATFORM}, /{measure.address}, {LICENCE}."),
    )
    return Page(
        address=measure.address,
        title=f"{measure.title}: map",
        description=f"{measure.lead} {measure.about}",
        section=ADDRESS,
        template="records/map.html",
        view=view,
        made_from=OUTLINES,
    )


def choices(library: Library, shown: Measure | None = None) -> tuple[Choice, ...]:
    """The switch between measures."""
    return tuple(Choice(m.label, m.address, m is shown, m.lead) for m in measures_of(library))


def map_figure(library: Library, measure: Measure, *, everyone: bool) -> MapFigure:
    """The map of a measure. With `everyone`, countries without a number lead to their page too."""
    shown = _shown(library, measure)
    drawing = world_map(
        f"map-{measure.id}",
        f"{measure.title}, by country",
        "World map in the Equal Earth projection. Small countries are dots. Every country with a "
        "number is a link that says it; the same numbers stand in a table.",
        (WIDTH, HEIGHT),
        library.once(_shapes),
        shown if everyone else {iso3: s for iso3, s in shown.items() if s.step or s.is_apart},
    )
    return MapFigure(
        measure=measure,
        drawing=drawing,
        legend=_legend(measure, shown),
        made_from=". ".join((_made_from(library, measure), "Outlines: Natural Earth 4.1.0")),
        borders=BORDERS,
        page=measure.address,
    )


def map_drawn(library: Library, measure: Measure) -> DrawnFigure:
    """The map with what is said of it wherever it is carried to."""
    found = map_figure(library, measure, everyone=True)
    cites = dict.fromkeys([*measure.sources(library), *_outline_sources(library)])
    return DrawnFigure(
        id="map",
        shows=f"{measure.title}, by country",
        unit=f"{measure.unit}; in brackets, how many countries and areas",
        drawing=found.drawing,
        page=measure.address,
        rests_on=tuple(library.shared_sources[id_] for id_ in cites),
        derived="" if measure.sources(library) else measure.made_from,
        notes=(measure.about, BORDERS),
        legend=tuple((line.css_class, f"{line.label} {line.count}") for line in found.legend),
    )


def _shown(library: Library, measure: Measure) -> dict[str, Shown]:
    """What the map says of every country with a number or a record."""
    values, sentences = numbers(library, measure.id), measure.sentences(library)
    shown = {}
    for iso3, place in library.places.items():
        entry, sentence = library.country(iso3), sentences.get(iso3)
        if entry is None and sentence is None:
            continue
        step = step_of(measure.id, values[iso3]) if iso3 in values else 0
        shown[iso3] = Shown(
            f"{entry.record.title if entry else place.name}: "
            f"{sentence.text if sentence else measure.nothing}",
            step,
            f"{entry.address}#{measure.anchor}" if entry and sentence else
            entry.address if entry else None,
            sentence.is_apart if sentence else False,
        )  # fmt: skip
    return shown


def _legend(measure: Measure, shown: dict[str, Shown]) -> tuple[LegendLine, ...]:
    counts = Counter(one.css_class for one in shown.values())
    words = {f"m{step}": measure.step_words(step) for step in range(1, 6)}
    words |= {HATCHED: measure.apart} if measure.apart else {}
    words["nd"] = measure.nothing
    return tuple(LegendLine(name, label, f"({counts[name]})") for name, label in words.items())


def _made_from(library: Library, measure: Measure) -> str:
    """The sources of a map in words, with their editions."""
    named = [library.shared_sources[id_] for id_ in measure.sources(library)]
    told = [f"{source.publisher}, {source.title}" for source in named]
    return ": ".join(filter(None, (measure.made_from, listed(told))))


def _readings(library: Library, measure: Measure) -> tuple[Reading, ...]:
    without = [FULL_NAMES.get(o.name, o.name) for o in library.outlines if not o.iso3]
    return (
        Reading("What the number is", measure.about),
        Reading(
            "The colours",
            "Five steps of one colour, the more, the further from the colour of the page. Grey "
            "is not the lowest step: it means that there is no number. The bounds of the steps "
            "are ours.",
        ),
        Reading("Borders", BORDERS),
        Reading(
            "Areas without a code",
            f"{listed(without)} are drawn apart by Natural Earth and have no ISO code. No number "
            "here is of them, so they stay grey. Kosovo has no ISO code either; its record has "
            "the code XKX, which ISO leaves to its users.",
        ),
        Reading(
            "Where the United Nations draw otherwise",
            "Natural Earth draws Crimea with the Russian Federation; here it is Ukraine, as in "
            "resolution 68/262 of the General Assembly. It draws the Golan Heights with Israel and "
            "the larger part of Western Sahara with Morocco, which maps of the United Nations do "
            "not. At this scale neither could be set apart.",
        ),
        Reading(
            "Projection",
            "Equal Earth, in which every country keeps its size. Countries too small to see are "
            "dots, and Antarctica is left out.",
        ),
    )


def _outline_sources(library: Library) -> tuple[str, ...]:
    return tuple(dict.fromkeys(outline.source for outline in library.outlines))


def _shapes(library: Library) -> tuple[Shape, ...]:
    """The outlines as every map draws them, by the names that readers look for."""
    shapes = []
    for outline in library.outlines:
        entry = library.country(outline.iso3) if outline.iso3 else None
        x, y = map(int, outline.dot.split()) if outline.dot else (0, 0)
        name = entry.record.title if entry else outline.name
        shapes.append(Shape(outline.iso3, name, outline.path, x, y))
    return tuple(shapes)


def map_pages(library: Library) -> list[tuple[str, str, partial[Page]]]:
    """Every page with a map: its address, what it is made from, and what makes it."""
    measures = measures_of(library)
    pages = [(m.address, OUTLINES, partial(map_page, library, m)) for m in measures]
    return [(ADDRESS, "the list of maps", partial(maps_page, library)), *pages] if pages else []

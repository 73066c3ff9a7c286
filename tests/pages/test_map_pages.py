"""The maps of the real library: every country once, and the numbers of the map are the table's."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from knowledge.analysis.world_measures import STEPS, numbers
from knowledge.importing.equal_earth import projected
from knowledge.kinds.outlines import HEIGHT, WIDTH
from knowledge.library import Library, load
from knowledge.pages.map_measures import MEASURES, Measure
from knowledge.pages.maps import MapView, map_page, map_pages
from knowledge.pages.templates import rendered

REPOSITORY = Path(__file__).parents[2]
each_measure = pytest.mark.parametrize("measure", MEASURES, ids=lambda m: m.id)


@cache
def library() -> Library:
    return load(REPOSITORY)[0]


def view(measure: Measure) -> MapView:
    shown = map_page(library(), measure).view
    assert isinstance(shown, MapView)
    return shown


def test_every_country_with_a_code_is_on_the_map_once_as_a_shape_or_as_a_dot() -> None:
    drawn = Counter(outline.iso3 for outline in library().outlines if outline.iso3)
    assert set(drawn) == set(library().places) - {"ATA"}
    assert set(drawn.values()) == {1}
    for outline in library().outlines:
        assert bool(outline.path) != bool(outline.dot)


def test_only_what_has_no_code_has_none() -> None:
    without = {outline.name for outline in library().outlines if not outline.iso3}
    assert without == {"N. Cyprus", "Somaliland"}


def test_crimea_is_drawn_with_ukraine_as_the_general_assembly_has_it() -> None:
    """Resolution 68/262. The peninsula is a ring of its own, south of the mainland."""
    (ukraine,) = (o for o in library().outlines if o.iso3 == "UKR")
    starts = [tuple(map(int, start.split())) for start in re.findall(r"M(\d+ \d+)", ukraine.path)]
    x, y = map(round, projected(34.3, 45.2))
    assert any(abs(at_x - x) < 6 and abs(at_y - y) < 4 for at_x, at_y in starts)
    page = rendered(map_page(library(), MEASURES[0]))
    assert "resolution 68/262 of the General Assembly" in page


def test_everything_lies_within_the_map() -> None:
    for outline in library().outlines:
        places = [tuple(map(int, outline.dot.split()))] if outline.dot else []
        for start, steps in re.findall(r"M(\d+ \d+)l([^z]*)z", outline.path):
            x, y = map(int, start.split())
            places.append((x, y))
            numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
            for right, down in zip(numbers[::2], numbers[1::2], strict=True):
                x, y = x + right, y + down
                places.append((x, y))
        assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in places), outline.name


@each_measure
def test_the_numbers_on_the_map_are_those_of_the_table(measure: Measure) -> None:
    page = view(measure)
    on_map = {
        place.shown.sentence.partition(": ")[0]: place.shown
        for place in page.figure.drawing.places
        if place.shown.step or place.shown.is_apart
    }
    rows = {row.name: row for table in page.tables for row in table.rows}
    assert set(on_map) == set(rows)
    for name, shown in on_map.items():
        told = [int(number) for number in re.findall(r"\d+", shown.sentence.partition(": ")[2])]
        first = rows[name].cells[0].text
        if measure.id == "records":
            assert sum(told) == int(first), name
        elif shown.sentence.endswith("no gap found in the law as recorded"):
            assert first == "0", name
        elif measure.per_cent:
            cells = [cell.text for cell in rows[name].cells]
            assert any(f"{text}%" in shown.sentence for text in cells if text), name
        else:
            assert told[0] == int(first), name


@each_measure
def test_the_legend_counts_what_is_on_the_map(measure: Measure) -> None:
    page = view(measure)
    counts = Counter(place.shown.css_class for place in page.figure.drawing.places)
    assert {line.css_class: line.count for line in page.figure.legend} == {
        line.css_class: f"({counts[line.css_class]})" for line in page.figure.legend
    }
    assert counts.total() == sum(counts[line.css_class] for line in page.figure.legend)


@each_measure
def test_a_country_without_a_number_is_told_so_and_has_no_step(measure: Measure) -> None:
    values = numbers(library(), measure.id)
    for place in view(measure).figure.drawing.places:
        if place.shape.code not in values:
            assert place.shown.step == 0
            assert place.shown.is_apart or place.shown.sentence.endswith(measure.nothing)


@each_measure
def test_the_page_prints_the_steps_its_source_and_what_borders_mean(measure: Measure) -> None:
    page = rendered(map_page(library(), measure))
    for step in range(1, len(STEPS[measure.id]) + 1):
        assert f"{measure.step_words(step)} <span" in page
    assert "imply no opinion on the legal status of any territory" in page
    assert "Northern Cyprus and Somaliland" in page
    assert 'id="source-natural-earth-4-1"' in page


def test_the_steps_are_told_without_a_gap() -> None:
    told = {m.id: [m.step_words(step) for step in range(1, 6)] for m in MEASURES}
    assert told["listed-goods"] == ["1 to 2", "3 to 5", "6 to 10", "11 to 15", "16 or more"]
    assert told["law-gaps"] == ["none found in what is recorded", "1", "2", "3", "4 or more"]
    assert told["child-labour"][:2] == ["under 5%", "5% to under 10%"]
    assert told["child-labour"][-1] == "30% or more"


@each_measure
def test_the_switch_leads_to_every_measure_and_marks_this_one(measure: Measure) -> None:
    page = rendered(map_page(library(), measure))
    for other in MEASURES:
        marked = ' aria-current="page"' if other is measure else ""
        assert f'href="../../{other.address}"{marked}>{other.label}' in page


def test_the_paths_are_worked_out_once_for_all_measures() -> None:
    first, second = (view(measure).figure.drawing for measure in MEASURES[:2])
    shapes = {place.shape.code: place.shape for place in first.places}
    assert all(place.shape is shapes[place.shape.code] for place in second.places)


def test_without_outlines_there_are_no_maps() -> None:
    assert map_pages(replace(library(), outlines=())) == []

"""The numbers on the maps, and the steps that tell them apart."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.analysis.law_gaps import law_gaps
from knowledge.analysis.world_measures import (
    STEPS,
    MeasureId,
    comparable,
    not_comparable,
    numbers,
    step_of,
)
from knowledge.library import Library, load

SMALL = Path(__file__).parents[1] / "sites" / "small"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SMALL)[0]


@pytest.mark.parametrize("measure", STEPS)
def test_every_measure_has_five_steps_that_rise(measure: MeasureId) -> None:
    bounds = STEPS[measure]
    assert len(bounds) == 5
    assert sorted(set(bounds)) == list(bounds)


@pytest.mark.parametrize(
    ("measure", "value", "step"),
    [
        ("listed-goods", 0, 0),
        ("listed-goods", 1, 1),
        ("listed-goods", 2, 1),
        ("listed-goods", 3, 2),
        ("listed-goods", 26, 5),
        ("law-gaps", 0, 1),
        ("law-gaps", 1, 2),
        ("child-labour", 4.99, 1),
        ("child-labour", 5, 2),
        ("child-labour", 29.9, 4),
        ("child-labour", 45, 5),
        ("records", 9, 5),
    ],
)
def test_a_number_falls_into_its_step(measure: MeasureId, value: float, step: int) -> None:
    assert step_of(measure, value) == step


def test_goods_are_counted_where_they_are_listed_and_nowhere_else(library: Library) -> None:
    assert numbers(library, "listed-goods") == {"GHA": 1, "NPL": 1}


def test_gaps_are_counted_only_where_somebody_has_recorded_the_law(library: Library) -> None:
    found = numbers(library, "law-gaps")
    assert found["GHA"] == len(law_gaps(library.entries["country"]["ghana"].record))
    ghana = library.entries["country"]["ghana"]
    bare = replace(ghana, record=ghana.record.model_copy(update={"law": type(ghana.record.law)()}))
    entries = {**library.entries["country"], "ghana": bare}
    without = replace(library, entries={**library.entries, "country": entries})
    assert "GHA" not in numbers(without, "law-gaps")


def test_only_one_measure_and_one_age_band_of_child_labour_are_set_side_by_side(
    library: Library,
) -> None:
    rows = [*comparable(library).values(), *not_comparable(library).values()]
    assert rows
    assert {(row.series, row.age) for row in comparable(library).values()} <= {
        ("SL_TLF_CHLDEC", "5-17")
    }
    narrower = [
        figure.model_copy(update={"age": "5-14"}) if figure.age == "5-17" else figure
        for figure in library.figures["sdg-8-7-1"]
    ]
    other = replace(library, figures={**library.figures, "sdg-8-7-1": narrower})
    assert comparable(other) == {}
    assert set(not_comparable(other)) == {row.iso3 for row in rows}


def test_records_are_counted_once_however_often_they_name_a_country(library: Library) -> None:
    named = [
        entry
        for kind in ("practice", "initiative")
        for entry in library.all(kind)
        if "ghana" in entry.record.countries
    ]
    assert numbers(library, "records")["GHA"] == len(named) > 0

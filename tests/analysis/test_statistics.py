"""Figures side by sex, the newest of each country, and age bands that are never mixed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.analysis.distinct_sources import distinct_source
from knowledge.analysis.statistics import (
    AGES,
    bands,
    by_sex,
    detected_by_year,
    newest,
    of_groups,
    prevalence,
    sex_check,
)
from knowledge.kinds.statistics import Age, Figure, read_figures
from knowledge.library import Library, load

ROOT = Path(__file__).parents[2]
SMALL = ROOT / "tests" / "sites" / "small"


@pytest.fixture(scope="module")
def library() -> Library:
    return load(SMALL)[0]


def _with(library: Library, *changed: Figure) -> Library:
    return replace(library, figures={"sdg-8-7-1": list(changed)})


def _some(library: Library) -> Figure:
    return library.figures["sdg-8-7-1"][0]


def test_the_prevalence_of_a_country_is_known_by_sex(library: Library) -> None:
    ghana = prevalence(library, "GHA")
    assert ghana is not None
    told = [(figure.sex, figure.value) for figure in ghana.figures]
    assert told == [("both", 20.1), ("female", 21.7), ("male", 18.6)]
    assert (ghana.series, ghana.year, ghana.age) == ("SL_TLF_CHLDEC", "2018", "5-17")


def test_a_country_without_figures_has_no_prevalence(library: Library) -> None:
    assert prevalence(library, "NOR") is None
    assert prevalence(_with(library, _some(library)), "NPL") is None


def test_without_the_wider_measure_the_narrower_one_is_given(library: Library) -> None:
    narrower = [f for f in library.figures["sdg-8-7-1"] if f.series == "SL_TLF_CHLDEA"]
    found = prevalence(_with(library, *narrower), "GHA")
    assert found is not None
    assert found.series == "SL_TLF_CHLDEA"


def test_only_the_newest_year_of_a_country_is_shown(library: Library) -> None:
    own = library.figures_of("GHA")
    assert {row.year for row in newest(own, "VC_HTF_DETV")} == {"2019"}


def test_age_bands_are_kept_apart(library: Library) -> None:
    one = _some(library)
    younger = one.model_copy(update={"age": "5-14", "iso3": "NPL"})
    found = bands(_with(library, one, younger), one.series)
    assert [(band.age, [row.iso3 for row in band.rows]) for band in found] == [
        ("5-17", ["GHA"]),
        ("5-14", ["NPL"]),
    ]


def test_every_age_band_has_a_place_in_the_order() -> None:
    assert set(AGES) == set(Age.__args__)  # type: ignore[attr-defined]


def test_a_sex_without_a_figure_is_none_and_not_zero(library: Library) -> None:
    female = next(f for f in library.figures["sdg-8-7-1"] if f.sex == "female")
    [row] = by_sex([female])
    assert (row.female, row.male, row.both) == (female, None, None)


def test_groups_of_countries_stand_apart_from_countries(library: Library) -> None:
    areas = {row.area for row in of_groups(library, "sdg-8-7-1")}
    assert areas == {"World", "Sub-Saharan Africa"}


def test_detected_victims_are_summed_over_the_countries_that_report(library: Library) -> None:
    sums = {told.year: told for told in detected_by_year(library)}
    assert (sums["2019"].total, sums["2019"].countries) == (611 + 615, 2)
    assert (sums["2019"].adults, sums["2019"].children) == (411 + 457, 200 + 158)


def test_the_sexes_of_the_whole_extract_fit_what_was_published_only_when_interchanged() -> None:
    figures, _ = read_figures(ROOT)
    found = sex_check(Library(ROOT, {}, figures=figures))
    assert {(check.sex, check.age) for check in found} == {
        (sex, age) for sex in ("female", "male") for age in ("18+", "under-18")
    }
    assert round(sum(check.coded for check in found)) == 100
    for check in found:
        assert abs(check.reversed - check.published.value) < 3
        assert abs(check.coded - check.published.value) > 1.5


def test_the_sexes_of_hazardous_work_add_up_in_every_sector() -> None:
    rows = by_sex(read_figures(ROOT)[0]["ilostat-hazardous-work"])
    full = [row.figures for row in rows if len(row.figures) == 3]
    assert len(full) > 500
    for both, female, male in full:
        assert female.value + male.value == pytest.approx(both.value, abs=0.01)


def test_the_sectors_of_the_world_add_up_to_all_hazardous_work() -> None:
    rows = read_figures(ROOT)[0]["ilostat-hazardous-work"]
    world = [f for f in rows if (f.area, f.age, f.sex) == ("World", "5-17", "both")]
    parts = sum(f.value for f in world if f.part)
    assert parts == pytest.approx(next(f.value for f in world if not f.part), abs=0.01)
    assert parts == pytest.approx(79049.106, abs=0.01)


def test_every_source_is_known_with_what_rests_on_it(library: Library) -> None:
    source = distinct_source(library, None, "unsd-sdg-8-7-1-2023")
    assert source is not None
    assert source.tables == (("content/data/sdg-8-7-1.csv", len(library.figures["sdg-8-7-1"])),)

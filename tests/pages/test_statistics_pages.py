"""The pages of statistics say what the tables say, sex by sex, and never mix age bands."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from small_library import TODAY, faults, small_library, words

from knowledge.analysis.tables import tables
from knowledge.exports.comma_separated import comma_separated
from knowledge.kinds.statistics import DATASETS, DOUBTS, Dataset, Figure, read_figures
from knowledge.library import Library
from knowledge.pages.country import country_page
from knowledge.pages.page import Page
from knowledge.pages.plan import planned_pages
from knowledge.pages.statistics import PAGES, datasets, statistics_index
from knowledge.pages.statistics_words import TITLES, address_of, number, sex_words
from knowledge.pages.templates import rendered

ROOT = Path(__file__).parents[2]


def page(dataset: Dataset, library: Library | None = None) -> str:
    make, _ = PAGES[dataset]
    return rendered(make(library or small_library()))


def country(id_: str, library: Library | None = None) -> str:
    library = library or small_library()
    entry = library.get("country", id_)
    assert entry is not None
    return rendered(country_page(entry, library, TODAY, ""))


def table(html: str, anchor: str) -> str:
    """The table with an id, or the first one after a heading with it."""
    return html.partition(f'id="{anchor}"')[2].partition("</table>")[0]


def row(html: str, name: str) -> list[str]:
    """The cells of the first row of a thing, after its name."""
    found = re.search(rf"<tr[^>]*><th scope=\"row\">(?:<a [^>]*>)?{name}.*?</tr>", html)
    assert found, name
    return [words(cell) for cell in re.findall(r"<td.*?</td>", found[0])]


def with_figures(*figures: Figure, dataset: Dataset = "sdg-8-7-1") -> Library:
    library = small_library()
    return replace(library, figures={**library.figures, dataset: list(figures)})


def test_a_figure_of_the_page_is_that_of_the_table_by_sex() -> None:
    html = table(page("sdg-8-7-1"), "with-chores-5-17")
    assert row(html, "Ghana") == ["2018", "21.7", "18.6", "20.1"]
    told = {
        f.sex: f.value
        for f in small_library().figures_of("GHA")
        if f.series == "SL_TLF_CHLDEC" and f.year == "2018"
    }
    assert told == {"female": 21.7, "male": 18.6, "both": 20.1}


@pytest.mark.parametrize("dataset", ["sdg-8-7-1", "ilostat-hazardous-work"])
def test_every_cell_of_the_real_pages_is_a_figure_of_the_table(dataset: Dataset) -> None:
    figures, _ = read_figures(ROOT)
    library = replace(small_library(), figures=figures)
    values = {f"{figure.value:.10g}" for figure in figures[dataset]}
    shown = re.findall(r'<td class="n" data-sort="([^"]*)"', page(dataset, library))
    assert len(shown) > 200
    assert set(shown) <= values


def test_age_bands_have_tables_of_their_own() -> None:
    ours = [f for f in small_library().figures["sdg-8-7-1"] if f.iso3]
    younger = [
        figure.model_copy(update={"age": "5-14"}) if figure.iso3 == "NPL" else figure
        for figure in ours
    ]
    html = page("sdg-8-7-1", with_figures(*younger))
    older_band, younger_band = (table(html, f"with-chores-{age}") for age in ("5-17", "5-14"))
    assert "Ghana" in older_band
    assert "Nepal" not in older_band
    assert "Nepal" in younger_band
    assert "Ghana" not in younger_band
    assert "of 5 to 14" in words(younger_band)


def test_countries_lead_to_their_figures_and_groups_lead_nowhere() -> None:
    html = page("sdg-8-7-1")
    assert '<a href="../../countries/ghana/#statistics">Ghana</a>' in html
    assert '<a href="../../countries/ghana/#statistics">' in page("sdg-16-2-2")
    assert '<th scope="row">World' in page("ilostat-hazardous-work")


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_page_has_a_chart_that_says_its_numbers_and_valid_html(dataset: Dataset) -> None:
    html = page(dataset)
    title = re.search(r'role="img" aria-labelledby="([^"]*)" aria-describedby="([^"]*)"', html)
    assert title
    said = re.search(rf'<title id="{title[1]}">([^<]*)</title>', html)
    assert said
    assert len(re.findall(r"\d", said[1])) > 5
    assert re.search(rf'<desc id="{title[2]}">[^<]+</desc>', html)
    assert faults(html) == []


@pytest.mark.parametrize("dataset", DATASETS)
def test_every_page_says_definition_age_band_method_and_limits(dataset: Dataset) -> None:
    html = page(dataset)
    labels = re.findall(r"<dt>([^<]*)</dt>", html)
    assert {"Definition", "Age band", "Method", "Limits"} <= set(labels)
    assert f'href="../../statistics/{dataset}.csv"' in html
    assert 'id="sources"' in html


def test_a_missing_figure_is_a_dash_and_not_zero() -> None:
    ours = [f for f in small_library().figures["sdg-8-7-1"] if f.sex != "male"]
    html = table(page("sdg-8-7-1", with_figures(*ours)), "with-chores-5-17")
    assert row(html, "Ghana") == ["2018", "21.7", "–", "20.1"]


def test_a_figure_in_doubt_is_marked_and_the_reason_is_given() -> None:
    html = page("sdg-8-7-1")
    nepal = re.search(r'<tr class="k-r-verify"><th scope="row"><a [^>]*>Nepal.*?</tr>', html)
    assert nepal
    assert "to verify" in nepal[0]
    assert DOUBTS["outside"] in words(html)
    assert DOUBTS["sum"] not in words(html)


def test_figures_in_doubt_are_not_counted_where_girls_are_set_beside_boys() -> None:
    html = page("sdg-8-7-1")
    wider, narrower = (
        words(table(html, f"{anchor}-5-17")) for anchor in ("with-chores", "economic-activity")
    )
    assert "Girls are above boys in 2 of 2 countries" in wider
    assert "Girls are above boys in 1 of 1 country" in narrower


def test_detected_victims_are_told_by_age_and_summed_by_year() -> None:
    html = page("sdg-16-2-2")
    assert row(table(html, "countries-table"), "Ghana")[:2] == ["2019", "611"]
    assert row(table(html, "years-table"), "2019") == ["2", "358", "868", "1,226"]


def test_the_sexes_of_detected_victims_are_shown_as_coded_and_to_verify() -> None:
    html = page("sdg-16-2-2")
    assert row(table(html, "sexes-coded"), "Nepal") == ["2019", "238", "219", "144", "14"]
    assert "is to verify" in words(table(html, "sexes-coded"))
    assert [cells[-1] for cells in (row(html, "Women"), row(html, "Girls"))] == ["46", "19"]


def test_hazardous_work_is_told_by_sector_for_girls_and_boys() -> None:
    html = table(page("ilostat-hazardous-work"), "world-table")
    girls, boys, everyone = re.findall(r"<tr>.*?</tr>", html.partition("<tbody>")[2])[:3]
    numbers = [
        [float(n) for n in re.findall(r'data-sort="([^"]*)"', r)] for r in (girls, boys, everyone)
    ]
    assert "girls" in girls
    assert "boys" in boys
    for female, male, both in zip(*numbers, strict=True):
        assert female + male == pytest.approx(both, abs=0.01)
    assert sum(numbers[2][:3]) == pytest.approx(numbers[2][3], abs=0.01)


def test_global_estimates_have_a_year_and_a_source_each_and_the_rest_is_called_ours() -> None:
    html = page("global-estimates")
    assert "138 million" in words(html)
    assert "By our subtraction, 15.8 million were men and boys." in words(html)
    lines = re.findall(r'<th scope="row">.*?</tr>', html, flags=re.DOTALL)
    assert lines
    assert all("k-cite-ref" in line and re.search(r"\b20\d\d\b", line) for line in lines)


def test_the_page_of_a_country_tells_its_figures_by_sex_with_year_age_band_and_source() -> None:
    html = country("ghana").partition('id="statistics"')[2].partition("<h2")[0]
    told = words(html)
    assert "Children in economic activity and household chores, ages 5 to 17" in told
    assert "Girls 21.7%, boys 18.6%" in told
    assert "2018" in told
    assert "200 under 18 and 411 of 18 and over. Detected victims are not prevalence." in told
    assert "k-cite-ref" in html


def test_what_a_country_has_no_figure_for_is_not_researched_and_not_zero() -> None:
    html = country("ghana").partition('id="statistics"')[2].partition("<h2")[0]
    line = re.search(
        r"<tr[^>]*><th[^>]*><a[^>]*>Children in hazardous work</a>.*?</tr>", html, re.S
    )
    assert line
    assert "not researched" in words(line[0])
    assert not re.search(r"\b0\b", words(line[0]))


def test_a_doubtful_sex_of_victims_has_a_line_of_its_own_on_the_country_page() -> None:
    html = country("nepal").partition('id="statistics"')[2].partition("<h2")[0]
    line = re.search(r'<tr class="k-r-verify"><th[^>]*><a[^>]*>Their sex.*?</tr>', html, re.S)
    assert line
    assert "“female” 382, “male” 233" in words(line[0])
    assert DOUBTS["sex-codes"] in words(line[0])


def test_a_union_and_a_library_without_figures_have_no_such_part() -> None:
    assert 'id="statistics"' not in country("european-union")
    assert 'id="statistics"' not in country("ghana", replace(small_library(), figures={}))


def test_the_index_leads_to_every_dataset_with_figures() -> None:
    html = rendered(statistics_index(small_library()))
    assert all(f'href="../{address_of(dataset)}"' in html for dataset in DATASETS)
    assert set(TITLES) == set(PAGES) == set(DATASETS)


def test_a_dataset_without_figures_has_no_page() -> None:
    library = replace(small_library(), figures={})
    assert datasets(library) == ()
    assert "No figures" in words(rendered(statistics_index(library)))
    addresses = {planned.address for planned in planned_pages(library, TODAY)}
    assert "statistics/" in addresses
    assert "statistics/sdg-8-7-1/" not in addresses
    full = {planned.address: planned for planned in planned_pages(small_library(), TODAY)}
    made = full["statistics/sdg-8-7-1/"]
    assert made.made_from == "content/data/sdg-8-7-1.csv"
    assert isinstance(made.make(), Page)


def _rows_of_file(library: Library, dataset: Dataset) -> list[dict[str, str]]:
    table = next(table for table in tables(library) if table.name == dataset)
    return list(csv.DictReader(io.StringIO(comma_separated(table, library).decode())))


@pytest.mark.parametrize("dataset", DATASETS)
def test_the_file_holds_every_figure_with_its_state_and_source(dataset: Dataset) -> None:
    library = small_library()
    rows = _rows_of_file(library, dataset)
    figures = library.figures[dataset]
    assert [float(r["value"]) for r in rows] == [figure.value for figure in figures]
    assert {r["state"] for r in rows} <= {"stated", "to-verify"}
    assert all(r["source"] and r["age"] and r["sex"] for r in rows)


def test_the_file_names_countries_and_groups() -> None:
    rows = _rows_of_file(small_library(), "sdg-8-7-1")
    assert {"Ghana", "World"} <= {r["name"] for r in rows}


def test_a_source_of_figures_has_a_page_that_leads_to_them() -> None:
    library = small_library()
    pages = {p.address: p for p in planned_pages(library, TODAY)}
    html = rendered(pages["sources/ilostat-cld-xhaz-2021/"].make())
    assert 'href="../../statistics/ilostat-hazardous-work/"' in html
    assert "12 figures or findings in this library" in words(html)


@pytest.mark.parametrize(
    ("value", "unit", "told"),
    [
        (12846.65, "thousand", "12,846.7"),
        (9.0, "percent", "9.0"),
        (138.0, "million", "138"),
        (16.5, "million", "16.5"),
        (1226.0, "number", "1,226"),
        (2.075, "per-100000", "2.08"),
    ],
)
def test_numbers_are_rounded_as_a_reader_would(value: float, unit: str, told: str) -> None:
    figure = small_library().figures["sdg-8-7-1"][0]
    assert number(figure.model_copy(update={"value": value, "unit": unit})) == told
    assert number(None) == ""


def test_the_words_for_a_sex_fit_the_age() -> None:
    assert sex_words("female", "5-17") == "girls"
    assert sex_words("male", "18+") == "men"
    assert sex_words("female", "all") == "women and girls"

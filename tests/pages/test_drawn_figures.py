"""Figures: the page and the file show the same drawing, and the file says where it is from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from xml.etree import ElementTree

import pytest
from pages.small_library import small_library

from knowledge.kinds.country import Country
from knowledge.kinds.fields import Wording
from knowledge.library import Library, load
from knowledge.pages.country import country_page
from knowledge.pages.country_figures import IDS, country_figures
from knowledge.pages.due_diligence import DueDiligenceView, due_diligence_page, laws_figure
from knowledge.pages.figure_files import figure_file
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.figures_plan import planned_figures
from knowledge.pages.templates import rendered

REPOSITORY = Path(__file__).parents[2]
TODAY = date(2026, 11, 26)
SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"


@cache
def library() -> Library:
    return load(REPOSITORY)[0]


@cache
def files() -> dict[str, bytes]:
    """Every file of a figure of the real library, by its path."""
    return {path: make() for path, _, make in planned_figures(library(), TODAY, "")}


def tree(path: str) -> ElementTree.Element:
    return ElementTree.fromstring(files()[path])  # noqa: S314 - our own file


def figures(country: str) -> dict[str, DrawnFigure]:
    return {figure.id: figure for figure in library().once(country_figures)[country]}


def with_advancement(*claims: tuple[str, str]) -> Library:
    """The small library, in which an assessor gave Ghana these levels by year."""
    made = small_library()
    ghana = made.entries["country"]["ghana"]
    assert isinstance(ghana.record, Country)
    source = next(iter(ghana.record.sources), "ilab-findings-2022")
    told = [
        Wording.model_validate(
            {"value": level, "as_of": year, "state": "stated", "source": [source]}
        )
        for year, level in claims
    ]
    judged = ghana.record.assessments.model_copy(update={"advancement": told})
    changed = replace(ghana, record=ghana.record.model_copy(update={"assessments": judged}))
    entries = {**made.entries["country"], "ghana": changed}
    return replace(made, entries={**made.entries, "country": entries})


def test_no_two_figures_have_one_file() -> None:
    paths = [path for path, _, _ in planned_figures(library(), TODAY, "")]
    assert len(paths) == len(set(paths)) > 500


def test_every_file_is_xml_with_a_title_a_description_its_sources_and_its_licence() -> None:
    for path in files():
        root = tree(path)
        told = {tag: root.findall(f".//{DC}{tag}") for tag in ("source", "rights", "identifier")}
        assert root.findtext(f"{SVG}title"), path
        assert root.findtext(f"{SVG}desc"), path
        assert told["rights"][0].text is not None
        assert told["rights"][0].text.startswith("CC BY 4.0")
        assert told["identifier"][0].text == f"/{path.rpartition('/')[0]}/"
        assert told["source"] or "Derived here" in files()[path].decode(), path


def test_a_file_needs_nothing_from_elsewhere() -> None:
    for path, content in files().items():
        text = content.decode()
        assert "var(--" not in text, path
        assert "<style>" in text
        assert "href=" not in text.replace('href="#', ""), path


def test_every_class_of_a_file_has_a_rule_within_it() -> None:
    without = {"m0", "e", "mh"}
    for path in ("countries/bangladesh/age-line.svg", "maps/law-gaps/map.svg",
                 "due-diligence/laws.svg", "countries/india/hazardous-work.svg",
                 "countries/ghana/advancement-steps.svg"):  # fmt: skip
        root = tree(path)
        style = root.findtext(f"{SVG}style") or ""
        used = {name for one in root.iter() for name in one.get("class", "").split()}
        assert not {name for name in used - without if f".{name}" not in style}, path


@pytest.mark.parametrize(
    ("path", "what", "source"),
    [
        ("countries/bangladesh/age-line.svg", "Bangladesh: The ages on one line", "Sections 34"),
        ("maps/child-labour/map.svg", "Children in child labour, by country", "8.7.1"),
        ("statistics/ilostat-hazardous-work/sectors-chart.svg", "Girls and boys in", "ILOSTAT"),
        ("supply-chains/cocoa/chain.svg", "Cocoa", "List of Goods"),
    ],
)
def test_a_file_says_of_what_it_is_and_from_where(path: str, what: str, source: str) -> None:
    root = tree(path)
    assert (root.findtext(f"{SVG}title") or "").startswith(what)
    assert any(source in (one.text or "") for one in root.iter(f"{DC}source"))


def test_the_address_of_the_site_stands_in_a_file_where_it_is_known() -> None:
    figure = figures("bangladesh")["age-line"]
    text = figure_file(figure, "https://example.org/").decode()
    assert "<dc:identifier>https://example.org/countries/bangladesh/</dc:identifier>" in text


def test_a_map_in_a_file_has_its_legend_and_no_link_that_would_lead_nowhere() -> None:
    root = tree("maps/listed-goods/map.svg")
    assert not list(root.iter(f"{SVG}a"))
    words = {text.text for text in root.iter(f"{SVG}text")}
    assert any((text or "").startswith("16 or more (") for text in words)


def test_the_page_of_a_country_leads_to_the_file_of_each_of_its_figures() -> None:
    entry = library().entries["country"]["bangladesh"]
    page = rendered(country_page(entry, library(), TODAY, ""))
    for figure in figures("bangladesh").values():
        assert f'href="../../{figure.file}"' in page
        assert figure.file in files()
        assert f'id="{figure.drawing.id}-title"' in page  # type: ignore[union-attr]


def test_every_figure_of_a_country_has_a_place_on_its_page() -> None:
    found = {f.id for own in library().once(country_figures).values() for f in own}
    assert found == set(IDS)


def test_girls_and_boys_are_drawn_of_one_age_band_only() -> None:
    for own in library().once(country_figures).values():
        for figure in own:
            if figure.id == "child-labour":
                assert figure.unit.count("children of") == 1


def test_detected_victims_are_said_not_to_be_prevalence_and_stand_in_a_table_too() -> None:
    figure = figures("india")["detected-victims"]
    assert "not prevalence" in figure.unit
    assert figure.table is not None
    newest = figure.table.rows[0]
    assert (newest.name, [cell.text for cell in newest.cells]) == (
        "2020",
        ["2,222", "2,487", "4,709"],
    )
    assert figure.notes == (
        "No figure by age for 2012, 2013, 2014, 2015 and 2016: not told, which is not zero.",
    )


def test_no_assessment_is_not_no_advancement() -> None:
    made = with_advancement(
        ("2016", "No Assessment"), ("2017", "No Advancement – Efforts Made"), ("2019", "Unheard of")
    )
    (figure,) = (f for f in made.once(country_figures)["ghana"] if f.id == "advancement-steps")
    assert "2016 not assessed, 2017 no advancement." in figure.drawing.title
    assert any(note.startswith("Hatched: no assessment") for note in figure.notes)


def test_due_diligence_laws_stand_by_their_dates_with_whom_they_cover() -> None:
    view = due_diligence_page(library(), TODAY).view
    assert isinstance(view, DueDiligenceView)
    rows = {row.title: row for row in view.tables[0].rows}
    assert rows["LkSG"].dates == "adopted 16 July 2021, in force 1 January 2023"
    assert rows["LkSG"].covers.startswith("Enterprises that as a rule have at least 1,000")
    assert rows["LkSG"].address == "countries/germany/#duty-1"
    assert rows["WZK"].dates.endswith("not in force")
    assert rows["UK Modern Slavery Act"].as_of == "5 November 2025"
    assert rows["Duty of vigilance law"].dates.endswith("in force, day not recorded")
    total = sum(
        len(entry.record.due_diligence)
        for entry in library().all("country")
        if isinstance(entry.record, Country)
    )
    assert sum(len(table.rows) for table in view.tables) == total
    assert view.figure is not None
    assert [row.name.partition(": ")[2] for row in view.figure.drawing.rows] == list(rows)  # type: ignore[union-attr]


def test_what_is_no_law_stands_in_tables_of_its_own_and_is_not_drawn_among_laws() -> None:
    view = due_diligence_page(library(), TODAY).view
    assert isinstance(view, DueDiligenceView)
    rows = {table.section.id: {row.title: row for row in table.rows} for table in view.tables}
    assert list(rows) == ["laws", "bills", "guidance"]
    assert rows["bills"]["HRDD Bill"].dates == "proposed"
    lapsed = rows["bills"]["Due-diligence bill of 2023"]
    assert lapsed.dates == "introduced 1 September 2023, lapsed"
    plan = rows["guidance"]["National Action Plan 2020-2025"]
    assert plan.dates == "issued 16 October 2020, ran until 2025"
    assert "runs until" in "".join(row.dates for row in rows["guidance"].values())
    japan = library().entries["country"]["japan"]
    assert "Ran\u00a0until" in rendered(country_page(japan, library(), TODAY, ""))
    assert not set(rows["laws"]) & {*rows["bills"], *rows["guidance"]}
    assert view.figure is not None
    assert "HRDD Bill" not in view.figure.drawing.title  # type: ignore[union-attr]


def test_laws_are_drawn_in_few_words_so_that_they_fit_a_phone() -> None:
    figure = laws_figure(library(), TODAY)
    assert figure is not None
    rows = {row.name: row.dates for row in figure.drawing.rows}  # type: ignore[union-attr]
    assert rows["US: Section 307"] == "adopted 1930, in force"
    assert rows["EU: Batteries Regulation"] == "adopted 2023, in force 2023, from 2027"
    assert rows["Netherlands: WZK"] == "adopted 2019, not in force"
    assert max(map(len, rows)) <= 38
    assert max(map(len, rows.values())) <= 40


def test_a_law_that_is_not_known_to_be_in_force_is_dashed() -> None:
    view = due_diligence_page(library(), TODAY).view
    assert isinstance(view, DueDiligenceView)
    assert view.figure is not None
    dashed = {row.name.partition(": ")[2]: row.is_open for row in view.figure.drawing.rows}  # type: ignore[union-attr]
    assert dashed["WZK"]
    assert dashed["Duty of vigilance law"]
    assert not dashed["LkSG"]


def test_without_any_such_law_the_page_says_that_this_is_not_none() -> None:
    page = rendered(due_diligence_page(replace(library(), entries={}), TODAY))
    assert "That is not the same as none." in page

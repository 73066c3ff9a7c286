"""The maps with a keyboard, without a script, on a telephone and on a desk."""

from __future__ import annotations

import re

import pytest
from browser.conftest import DESK, PHONE, Readers
from playwright.sync_api import Page, expect
from serving import Served

MEASURES = ("listed-goods", "law-gaps", "child-labour", "records")
PAGES = ("", *(f"maps/{measure}/" for measure in MEASURES))


def focused(page: Page) -> str:
    """The accessible name of what has the focus, as the map gives it to a country."""
    return str(page.evaluate("document.activeElement.querySelector('title')?.textContent ?? ''"))


def tab_to_the_map(page: Page) -> None:
    """Press Tab from the link that skips the map until the map has the focus."""
    page.get_by_role("link", name="Skip the map").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")


@pytest.mark.parametrize("javascript", [True, False], ids=["script", "no-script"])
def test_tab_reaches_a_country_which_says_its_number_and_leads_to_it(
    reader: Readers, javascript: bool
) -> None:
    page = reader(javascript=javascript).opens("maps/law-gaps/")
    page.get_by_role("link", name="Same numbers as a table").press("Tab")
    country = page.locator("svg.k-map a:focus")
    expect(country).to_have_accessible_name(re.compile("^Afghanistan: .*the law as recorded$"))
    country.press("Enter")
    page.wait_for_url(re.compile("/countries/afghanistan/"))


def test_the_focus_can_be_seen_on_the_map(reader: Readers) -> None:
    page = reader().opens("maps/law-gaps/")
    tab_to_the_map(page)
    assert focused(page).startswith("Afghanistan")
    shape = page.locator("svg.k-map a:focus path")
    seen, before = (
        one.evaluate("e => [getComputedStyle(e).stroke, getComputedStyle(e).strokeWidth]")
        for one in (shape, page.locator("svg.k-map a:not(:focus) path").first)
    )
    assert seen != before


@pytest.mark.parametrize("address", PAGES)
def test_the_map_can_be_skipped(reader: Readers, address: str) -> None:
    page = reader().opens(address)
    skip = page.get_by_role("link", name="Skip the map")
    skip.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('svg')")
    after = page.evaluate(
        "document.querySelector('svg.k-map').compareDocumentPosition(document.activeElement)"
    )
    assert after & 4, "what has the focus stands after the map"


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_every_measure_is_reached_without_a_script(reader: Readers, width: int) -> None:
    page = reader(width, javascript=False).opens("maps/listed-goods/")
    seen = set()
    for label in ("Gaps in the law", "Child labour", "Practices and initiatives", "Goods listed"):
        page.get_by_role("navigation", name="Measure on the map").get_by_text(label).click()
        seen.add(page.url.removesuffix("/").rpartition("/")[2])
        expect(page.locator("[aria-current=page]", has_text=label)).to_be_visible()
        assert page.locator("svg.k-map a").count() > 150
    assert seen == set(MEASURES)


@pytest.mark.parametrize("width", [320, PHONE, DESK])
@pytest.mark.parametrize("address", PAGES)
def test_the_map_fits_its_screen(reader: Readers, width: int, address: str) -> None:
    page = reader(width).opens(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    box = page.locator("svg.k-map").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_no_two_steps_and_no_land_have_one_colour(reader: Readers, dark: bool) -> None:
    page = reader(dark=dark).opens("maps/listed-goods/")
    colours = page.locator("svg.k-map").evaluate(
        """map => ['nd', 'm1', 'm2', 'm3', 'm4', 'm5'].map(
            name => getComputedStyle(map.querySelector('.' + name)).fill)"""
    )
    assert len(set(colours)) == len(colours)
    assert "rgb(0, 0, 0)" not in colours, "a class without a rule is black"


def test_the_table_below_the_map_of_the_front_page_opens_at_its_link(reader: Readers) -> None:
    page = reader().opens("")
    page.get_by_role("link", name="Same numbers as a table").click()
    expect(page.get_by_role("cell", name="26", exact=True).first).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_figures_of_a_country_stay_within_the_page(reader: Readers, width: int) -> None:
    page = reader(width).opens("countries/india/")
    assert page.locator("figure svg.k-svg[role=img]").count() >= 4
    beyond = page.locator("figure svg.k-svg[role=img] text").evaluate_all(
        """texts => texts.filter(text => {
            const box = text.getBoundingClientRect();
            return box.left < 0 || box.right > innerWidth;
        }).map(text => text.textContent)"""
    )
    assert beyond == []


def test_a_figure_is_saved_as_a_file_that_stands_alone(reader: Readers) -> None:
    page = reader().opens("countries/india/")
    with page.expect_download() as saving:
        page.get_by_role("link", name="Figure as a file (SVG)").first.click()
    saved = saving.value
    assert saved.suggested_filename == "age-line.svg"
    text = saved.path().read_text(encoding="utf-8")
    assert "<title>India: The ages on one line</title>" in text
    assert "CC BY 4.0" in text


def test_a_saved_figure_has_its_colours_without_the_style_sheet_of_the_site(
    reader: Readers, site: Served
) -> None:
    page = reader().page
    page.set_content((site.folder / "maps/listed-goods/map.svg").read_text(encoding="utf-8"))
    fills = page.evaluate(
        """['path.nd', '.m1 path', '.m5 path'].map(
            one => getComputedStyle(document.querySelector(one)).fill)"""
    )
    assert len(set(fills)) == 3
    assert "rgb(0, 0, 0)" not in fills


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_the_laws_on_one_line_of_time_fit_and_lead_to_their_records(
    reader: Readers, width: int
) -> None:
    page = reader(width).opens("due-diligence/")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.get_by_role("link", name="LkSG", exact=True).click()
    page.wait_for_url(re.compile("/countries/germany/#duty-1$"))

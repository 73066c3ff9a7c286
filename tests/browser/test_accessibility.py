"""Everybody can read and use every page: WCAG 2.2, level AA, and the keyboard alone.

What a program can check is checked by axe-core on one page of every template, the one with most on
it; what only a reader would notice follows below.
"""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import DESK, PHONE, Readers, arrives
from built_site import ROOT
from playwright.sync_api import Page
from serving import Served

from knowledge import pipeline

THEME = ROOT / "hooks" / "theme"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
#: What can differ between light and dark.
COLOURS = ["color-contrast", "link-in-text-block"]
#: What no reader sees here: the page that leads to another address before it can be read, and what
#: the templates of further kinds begin from.
UNREAD = {"records/moved.html", "records/record.html"}
#: The pages that MkDocs renders.
OF_MKDOCS = {"main.html": "about/", "404.html": "404.html"}

axe = Axe()


def templates() -> list[str]:
    """Every template that pages are made from, by the files of the theme: those that others only
    extend are no pages."""
    records = sorted((THEME / "records").glob("*.html"))
    text = "".join(path.read_text(encoding="utf-8") for path in records)
    parents = set(re.findall(r'{% extends "([^"]+)" %}', text))
    names = [path.relative_to(THEME).as_posix() for path in records]
    return [name for name in (*names, *OF_MKDOCS) if name not in parents | UNREAD]


@pytest.fixture(scope="module")
def largest(site: Served) -> dict[str, str]:
    """The address of the page with most on it, by its template."""
    found: dict[str, tuple[int, str]] = {}
    for planned in pipeline.run(ROOT).pages:
        size = (site.folder / planned.output).stat().st_size
        template = planned.make().template
        found[template] = max(found.get(template, (0, "")), (size, planned.address))
    return {template: address for template, (_, address) in found.items()} | OF_MKDOCS


def violations(page: Page, run: dict[str, object]) -> list[str]:
    """What axe-core finds, each as its rule, the element and what to do about it."""
    answer = axe.run(page, options={"resultTypes": ["violations"], "runOnly": run}).response
    return [
        f"{page.url} {found['id']}: {node['html'][:150]} {node['failureSummary']}"
        for found in answer["violations"]
        for node in found["nodes"]
    ]


@pytest.mark.parametrize("template", templates())
def test_axe_finds_nothing_in_light_and_dark_on_a_phone_and_a_desk(
    template: str, largest: dict[str, str], reader: Readers
) -> None:
    assert template in largest, f"no page is made from {template}: show it, or remove it"
    one = reader(PHONE)
    page = one.opens(largest[template])
    found = violations(page, {"type": "tag", "values": RULES})
    page.set_viewport_size({"width": DESK, "height": 800})
    found += violations(page, {"type": "tag", "values": RULES})
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")  # no colour on its way
    found += violations(page, {"type": "rule", "values": COLOURS})
    assert found == []


def test_axe_would_find_a_picture_without_words(reader: Readers) -> None:
    page = reader().opens("about/")
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    assert any("image-alt" in told for told in violations(page, {"type": "tag", "values": RULES}))


def test_every_table_has_a_caption_and_says_what_its_headings_head(site: Served) -> None:
    faults = []
    for path in site.folder.rglob("*.html"):
        for table in re.findall(r"<table.*?</table>", path.read_text(encoding="utf-8"), re.DOTALL):
            if "k-table" not in table.partition(">")[0]:
                continue  # a table of written text has only what Markdown can say
            if not re.match(r"<table[^>]*>\s*<caption", table) or re.search(
                r"<th\b(?![^>]* scope=)", table
            ):
                faults.append(f"{path.relative_to(site.folder)}: {table[:120]}")
    assert faults == []


def focused(page: Page, what: str) -> object:
    """Something that script can say of the element that has the focus, `e`."""
    return page.evaluate(f"(e => {what})(document.activeElement)")


def test_the_first_key_leads_past_the_header(reader: Readers) -> None:
    page = reader().opens("countries/ghana/")
    page.keyboard.press("Tab")
    assert focused(page, "e.textContent") == "Skip to content"
    assert focused(page, "e.getBoundingClientRect().left >= 0")
    page.keyboard.press("Enter")
    assert focused(page, "e.id") == "main"
    page.keyboard.press("Tab")
    assert focused(page, "!!e.closest('main')")


#: Where the focus is: a line around the element, or around the country on a map.
SEEN = """e.matches('.k-map a')
  ? getComputedStyle(e.querySelector('path, circle')).strokeWidth === '2.5px'
  : getComputedStyle(e).outlineStyle + getComputedStyle(e).outlineWidth === 'solid3px'"""


@pytest.mark.parametrize("width", [PHONE, DESK])
@pytest.mark.parametrize("address", ["", "countries/ghana/", "practices/"])
def test_the_tab_key_reaches_the_end_of_the_page_and_its_place_is_always_seen(
    reader: Readers, address: str, width: int
) -> None:
    page = reader(width).opens(address)
    seen = 0
    while seen < 600:
        page.keyboard.press("Tab")
        if focused(page, "e === document.body"):
            break
        seen += 1
        assert focused(page, SEEN), focused(page, "e.outerHTML")
        inside = focused(page, "e.getBoundingClientRect().width > 0 && !e.closest('[hidden]')")
        assert inside, focused(page, "e.outerHTML")
    links = page.locator("a[href]:visible, button:visible, input:visible, summary:visible").count()
    assert 20 < seen <= links + 1


def test_on_a_phone_the_menu_leads_to_all_sections(reader: Readers) -> None:
    page = reader(PHONE, javascript=False).opens("countries/ghana/")
    page.get_by_role("link", name="Menu").press("Enter")
    arrives(page, "#menu")
    sections = page.get_by_role("navigation", name="All sections")
    assert sections.get_by_role("link", name="Supply chains").is_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_colours_are_chosen_by_keyboard_and_kept(reader: Readers, width: int) -> None:
    page = reader(width).opens("")
    page.locator(".k-theme button[value=dark]:visible").press("Enter")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.reload()
    assert (
        page.evaluate("getComputedStyle(document.body).backgroundColor")
        == dark
        != "rgb(255, 255, 255)"
    )
    assert (
        page.locator(".k-theme button[value=dark]:visible").get_attribute("aria-pressed") == "true"
    )


def test_a_table_is_sorted_by_keyboard_and_says_how(reader: Readers) -> None:
    page = reader().opens("countries/")
    button = page.get_by_role("button", name="Country")
    first = page.locator("table[data-sortable] tbody tr th").first
    button.press("Enter")
    up = first.inner_text()
    button.press("Space")
    assert first.inner_text() > up
    assert page.locator("[aria-sort]").get_attribute("aria-sort") == "descending"


def test_what_is_folded_away_opens_by_keyboard_and_without_a_script(reader: Readers) -> None:
    page = reader(javascript=False).opens("")
    folded = page.locator("details").first
    inside = folded.locator("a").first
    assert not inside.is_visible()
    folded.locator("summary").press("Enter")
    assert inside.is_visible()


def test_weights_are_changed_by_keyboard_and_the_order_follows(reader: Readers) -> None:
    page = reader().opens("priorities/")
    before = page.locator("table.k-ranked tbody").first.inner_text()
    weight = page.locator("form.k-weights input").first
    weight.press("ControlOrMeta+a")
    weight.type("9")
    assert page.locator("table.k-ranked tbody").first.inner_text() != before
    weight.press("Tab")
    assert focused(page, "e.tagName") == "INPUT"


def test_nothing_moves_for_who_asked_for_stillness(reader: Readers) -> None:
    page = reader(reduced_motion="reduce").opens("browse/")
    moving = """[...document.querySelectorAll('*')].filter(e => {
        const style = getComputedStyle(e);
        return style.scrollBehavior === 'smooth' || style.animationName !== 'none'
            || parseFloat(style.transitionDuration) > 0;
    }).length"""
    assert page.evaluate(moving) == 0

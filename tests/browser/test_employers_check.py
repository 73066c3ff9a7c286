"""A buyer asks before sourcing, and leaves with one page that answers."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import PHONE, Readers, arrives
from playwright.sync_api import Page, expect

COTTON = "sourcing/?from=benin&good=cotton&market=european-union,germany"


def told(page: Page) -> str:
    return page.locator(".k-told").inner_text()


def answered(page: Page) -> Page:
    page.locator(".k-chosen .k-side tbody tr").first.wait_for()
    return page


def part(page: Page, name: str) -> str:
    return page.locator(f'[data-part="{name}"]').inner_text()


def test_cotton_from_benin_is_answered_from_the_front_page_by_clicking(reader: Readers) -> None:
    page = reader().opens("")
    page.get_by_role("link", name="Before you source").first.click()
    page.get_by_label("A good, or a supply chain").select_option(label="Cotton")
    page.get_by_label("Country of origin").select_option(label="Benin")
    page.get_by_role("checkbox", name="European Union").check()
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("heading", name="Cotton from Benin")).to_be_focused()
    law = page.locator(".k-side").inner_text()
    assert "14 years" in law
    assert "Basis: Penal Code 2018 arts. 499-504" in law
    assert "not researched" in law
    assert "child labour, forced labour" in part(page, "listed")
    assert "edition 2022" in part(page, "listed")
    assert "US Department of Labor" in part(page, "listed")
    assert "Forced Labour Regulation" in part(page, "duties")
    assert "CSDDD" in part(page, "duties")
    practices = page.locator('[data-part="work"] li', has=page.locator(".k-ev"))
    assert practices.count() >= 2
    assert "ask" in page.locator("#ask").inner_text().lower()
    assert "Farm: who does this work" in part(page, "ask")
    assert re.search(r"Benin, [^:]+: (not researched|to verify)", part(page, "ask"))
    assert "ECOWAS" in part(page, "call")
    assert "Nobody has looked yet" in part(page, "open")
    assert "None found is not no risk" in page.locator(".k-chosen").inner_text()
    arrives(page, "sourcing/?from=benin&good=cotton&market=european-union")


def test_the_answer_has_an_address_of_its_own(reader: Readers) -> None:
    page = answered(reader().opens(COTTON))
    assert page.get_by_label("Country of origin").input_value() == "benin"
    assert page.get_by_role("checkbox", name="Germany").is_checked()
    assert "LkSG" in part(page, "duties")
    share = page.locator(".k-share").get_attribute("href") or ""
    assert share.endswith(COTTON)


def test_back_and_forward_bring_earlier_answers(reader: Readers) -> None:
    page = answered(reader().opens(COTTON))
    page.get_by_label("Country of origin").select_option(label="Ghana")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("heading", name="Cotton from Ghana")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Cotton from Benin")).to_be_visible()
    page.go_forward()
    expect(page.get_by_role("heading", name="Cotton from Ghana")).to_be_visible()


def test_a_jump_to_a_part_of_the_answer_stays_there(reader: Readers) -> None:
    page = answered(reader(PHONE).opens(COTTON))
    page.get_by_label("Country of origin").select_option(label="Ghana")
    page.get_by_role("link", name="Whom to call", exact=True).click()
    expect(page.get_by_role("heading", name="Whom to call")).to_be_in_viewport()
    page.wait_for_timeout(300)
    expect(page.get_by_role("heading", name="Whom to call")).to_be_in_viewport()
    origin = page.get_by_label("Country of origin")
    assert origin.input_value() == "ghana", "what is being chosen is not undone by a jump"


def test_a_country_and_a_chain_lead_to_the_check_with_themselves_chosen(reader: Readers) -> None:
    page = reader().opens("countries/benin/")
    page.get_by_role("link", name="Before you source here").click()
    expect(page.get_by_role("heading", name="Goods from Benin")).to_be_visible()
    page = reader().opens("supply-chains/cocoa/")
    page.locator("main").get_by_role("link", name="Before you source").click()
    expect(page.get_by_label("A good, or a supply chain")).to_have_value("chain-cocoa")
    assert told(page) == "Choose a country of origin to see the answer."


def test_a_good_that_is_not_listed_is_never_called_safe(reader: Readers) -> None:
    page = answered(reader().opens("sourcing/?from=ghana&good=cotton"))
    assert "Not on the list. None found is not no risk." in part(page, "listed")
    assert "no market chosen" in part(page, "glance")


def test_every_source_mark_of_the_answer_leads_to_its_source(reader: Readers) -> None:
    page = answered(reader().opens(COTTON))
    anchors = page.locator(".k-chosen sup a").evaluate_all("all => all.map(a => a.hash)")
    assert len(anchors) > 10
    for anchor in set(anchors):
        assert page.locator(f'.k-refs li[id="{anchor[1:]}"]').count() == 1


def test_links_of_the_answer_lead_to_pages_that_exist(reader: Readers) -> None:
    one = reader()
    page = answered(one.opens("sourcing/?from=benin,ghana&good=chain-cocoa&market=canada,italy"))
    assert "As a member state" in part(page, "duties")
    links = page.locator(".k-chosen a[href]").evaluate_all(
        "all => all.map(a => a.href.split('#')[0]).filter(h => h.startsWith(location.origin))"
    )
    assert len(set(links)) > 20
    for link in sorted(set(links)):
        assert page.request.get(link).ok, link


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("from=atlantis&good=cotton", "“atlantis” is the id of no country"),
        ("from=benin,ghana,togo,mali,chad", "No more than 4 fit"),
        ("from=benin,benin", "Benin was named twice"),
        ("from=benin&good=moonstone", "“moonstone” is the id of no good"),
        ("from=benin&good=cotton,cocoa", "No more than 1 fit"),
        ("from=benin&market=the-moon", "“the-moon” is the id of no market"),
        ("from=benin&market=italy,spain", "One market beside those in the list"),
        ("from=<img src=x onerror=alert(1)>", "is the id of no country"),
        (f"from={'x' * 5000}", "characters"),
        ("good=cotton", "Choose a country of origin"),
        ("from=benin&when=now", "“when” in the address means nothing"),
    ],
)
def test_a_bad_address_gets_a_sentence_and_runs_nothing(
    reader: Readers, query: str, words: str
) -> None:
    page = reader().opens(f"sourcing/?{quote(query, safe='=&,')}")
    expect(page.locator(".k-told")).to_contain_text(words)
    assert len(told(page)) < 400
    assert page.locator(".k-told img").count() == 0


def test_the_form_asks_for_an_origin_before_it_answers(reader: Readers) -> None:
    page = reader().opens("sourcing/")
    page.get_by_role("button", name="Show the answer").click()
    assert told(page) == "Choose a country of origin first."
    expect(page.get_by_label("Country of origin")).to_be_focused()


def test_room_for_another_origin_appears_when_it_is_needed(reader: Readers) -> None:
    page = reader().opens("sourcing/")
    assert page.get_by_label("Another origin").first.is_hidden()
    page.get_by_label("Country of origin").select_option(label="Benin")
    assert page.get_by_label("Another origin").first.is_visible()


def test_without_a_script_the_steps_lead_to_the_same(reader: Readers) -> None:
    page = reader(javascript=False).opens("sourcing/")
    assert page.locator("form.k-choose").is_hidden()
    page.get_by_role("link", name="Cotton and garments").click()
    assert "Cotton" in page.locator("h1").inner_text()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, PHONE, 1280])
def test_the_answer_is_accessible_and_fits(reader: Readers, width: int, dark: bool) -> None:
    page = answered(reader(width, dark=dark).opens(COTTON))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_answer_prints_whole(reader: Readers) -> None:
    page = answered(reader().opens(COTTON))
    page.emulate_media(media="print")
    assert page.locator("form.k-choose").is_hidden()
    for anchor in ("origin-law", "listed", "home-law", "tried", "ask", "call", "open"):
        assert page.locator(f"#{anchor}").is_visible()
    assert page.get_by_role("heading", name="The same, step by step").is_hidden()

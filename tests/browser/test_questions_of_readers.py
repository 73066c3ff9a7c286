"""Somebody with a question leaves with the answer, from the front page by clicking and typing only.

The questions are those of the people whom the site is for; nobody types an address, and everybody
looks at the page that they were led to.
"""

from __future__ import annotations

import csv
import json
import re
from io import StringIO
from pathlib import Path

import pytest
from browser.conftest import DESK, PHONE, Readers
from playwright.sync_api import Download, Page, expect

WIDTHS = pytest.mark.parametrize("width", [PHONE, DESK])


def saved(page: Page, link: str, at: Path) -> Path:
    """The file behind a link, as it lies on a reader's disk."""
    with page.expect_download() as started:
        page.locator(link).first.click()
    download: Download = started.value
    path = at / download.suggested_filename
    download.save_as(path)
    return path


def choose(page: Page, facet: str, label: str) -> None:
    """Choose a value of a facet, unfolding what it lies in."""
    box = page.locator(f'[data-facet="{facet}"]')
    for fold in (page.locator("details.k-more", has=box), box):
        if fold.count() and not fold.evaluate("fold => fold.open"):
            fold.locator("summary").first.click()
    box.locator(".k-chip", has_text=re.compile(f"^{re.escape(label)} ")).click()


def found(page: Page) -> list[str]:
    return page.locator('[data-part="found"] a.k-t').all_inner_texts()


@WIDTHS
def test_an_employer_asks_what_holds_for_cotton_from_benin(reader: Readers, width: int) -> None:
    page = reader(width).opens("")
    page.get_by_role("link", name="Before you source").first.click()
    page.get_by_label("Country of origin").select_option(label="Benin")
    page.get_by_label("A good, or a supply chain").select_option(label="Cotton")
    page.get_by_role("checkbox", name="European Union").check()
    page.get_by_role("button", name="Show the answer").click()
    expect(page.get_by_role("heading", name="Cotton from Benin")).to_be_visible()
    answer = page.locator("main").inner_text()
    assert "14 years" in answer, "a minimum age"
    assert "Penal Code 2018" in answer, "a legal basis"
    assert "US Department of Labor" in answer, "who lists the good"
    assert "CSDDD" in answer, "a duty at home"
    assert page.locator('[data-part="work"] li', has=page.locator(".k-ev")).count() >= 2
    assert page.locator('[data-part="call"] a').count() >= 1, "whom to call"


@WIDTHS
def test_an_inspector_asks_what_others_did_about_the_deeper_tiers(
    reader: Readers, width: int
) -> None:
    page = reader(width).opens("")
    page.get_by_role("link", name="Practices", exact=True).first.click()
    choose(page, "tier", "Raw material")
    choose(page, "approach", "Labour inspection")
    choose(page, "evidence", "External evaluation")
    titles = found(page)
    assert titles
    assert f"{len(titles)} of" in page.locator('[data-part="count"]').inner_text()
    page.get_by_role("link", name=titles[0]).first.click()
    expect(page.locator("h1")).to_have_text(titles[0])
    facts = page.locator("main").inner_text()
    assert "Cost" in facts
    assert "What made it work" in facts or "What it takes" in facts
    assert "External evaluation" in facts


@WIDTHS
def test_a_union_asks_who_works_on_a_chain_in_a_country_and_who_is_missing(
    reader: Readers, width: int
) -> None:
    page = reader(width).opens("")
    page.get_by_role("link", name="Initiatives", exact=True).first.click()
    choose(page, "country", "Ghana")
    choose(page, "good", "Cocoa")
    choose(page, "constituency", "Trade unions")
    assert found(page)
    page.get_by_role("link", name="Supply Chains 8.7").first.click()
    page.get_by_role("link", name="Initiatives compared").first.click()
    row = page.locator("tr", has=page.locator("th", has_text=re.compile("^Cocoa$"))).first
    expect(row.locator("td").nth(10)).to_be_attached()
    assert page.get_by_role("heading", name="What is missing").is_visible()
    gaps = page.locator("h2#missing ~ ul").first
    assert re.search(r"\d+ of \d+ initiatives .* trade unions", gaps.inner_text())


def test_a_researcher_asks_for_the_table(reader: Readers, tmp_path: Path) -> None:
    page = reader().opens("")
    page.get_by_role("link", name="Data to take away").first.click()
    assert "CC BY 4.0" in page.locator("main").inner_text()
    codebook = saved(page, 'a[href$="codebook.csv"]', tmp_path)
    columns = list(csv.DictReader(StringIO(codebook.read_text(encoding="utf-8-sig"))))
    assert len(columns) > 100
    table = saved(
        page, 'a[href$="practices-results.csv"], a[href*="results"][href$=".csv"]', tmp_path
    )
    rows = list(csv.DictReader(StringIO(table.read_text(encoding="utf-8-sig"))))
    by_sex = [name for name in rows[0] if "girls" in name]
    assert by_sex, "figures by sex have columns of their own"
    assert any(row[by_sex[0]] for row in rows)
    page.get_by_role("link", name="Supply Chains 8.7").first.click()
    page.get_by_role("link", name="Statistics by sex").first.click()
    page.locator("main a", has_text="8.7.1").first.click()
    assert page.locator('a[href$=".csv"]').count() >= 1


def test_a_researcher_takes_a_record_as_json(reader: Readers, tmp_path: Path) -> None:
    page = reader().opens("")
    page.get_by_role("link", name="Countries and laws").first.click()
    page.locator("main").get_by_role("link", name="Ghana", exact=True).first.click()
    address = page.locator('a[href$=".json"]').first.get_attribute("href")
    assert address is not None
    answer = page.context.request.get(page.url + address.removeprefix("./"))
    assert json.loads(answer.text())["id"] == "ghana"


@WIDTHS
def test_the_secretariat_asks_where_it_stands_and_which_countries_come_next(
    reader: Readers, width: int
) -> None:
    page = reader(width).opens("")
    page.get_by_role("link", name="Work plan").first.click()
    assert re.search(r"\d+ practices? documented|documented", page.locator("main").inner_text())
    page.get_by_role("link", name="Supply Chains 8.7").first.click()
    page.get_by_role("link", name="Priority countries and chains").first.click()
    first = page.locator("table.k-ranked tbody tr").first.inner_text()
    weight = page.locator("form.k-weights input").first
    weight.fill("5")
    weight.press("Enter")
    expect(page).to_have_url(re.compile(r"\?.*=5"))
    assert page.locator("table.k-ranked tbody tr").first.inner_text()
    assert first
    page.get_by_role("link", name="Events", exact=True).first.click()
    assert page.locator('a[href$=".ics"]').count() >= 1


def test_a_contributor_asks_what_is_wanted(reader: Readers) -> None:
    page = reader().opens("")
    page.get_by_role("link", name="What is known, and what is missing").first.click()
    assert "not researched" in page.locator("main").inner_text().lower()


@WIDTHS
def test_whoever_types_a_word_into_any_page_finds_the_record(reader: Readers, width: int) -> None:
    page = reader(width).opens("")
    page.get_by_role("link", name="Method", exact=True).last.click()
    expect(page).to_have_url(re.compile("method/$"))
    page.wait_for_load_state("load")
    page.keyboard.press("/")
    page.keyboard.type("brik kilns")  # with a mistake
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"browse/\?text=brik"))
    page.locator('[data-part="found"] a.k-t').first.wait_for()
    assert any("rick" in title for title in found(page))

"""The offline edition in a real browser, opened from a disk."""

from __future__ import annotations

import re

import pytest
from browser.conftest import PHONE, Reader, Readers, arrives, one_of_each
from offline import Edition
from playwright.sync_api import Page
from serving import Served


def opened(reader: Readers, offline: Edition, page: str, **options: object) -> tuple[Reader, Page]:
    one = reader(at=offline.folder.as_uri(), **options)
    return one, one.opens(page)


def heading(page: Page) -> str:
    return page.locator("h1").inner_text()


@pytest.mark.parametrize("javascript", [True, False])
def test_a_reader_goes_from_the_front_page_to_a_practice_to_its_country_and_back(
    reader: Readers, offline: Edition, javascript: bool
) -> None:
    one, page = opened(reader, offline, "index.html", javascript=javascript, width=PHONE)
    first = heading(page)
    page.goto(f"{one.site}/practices/adult-labour-cocoa-harvest-ghana/index.html")
    practice = heading(page)
    page.locator("main").get_by_role("link", name="Ghana", exact=True).first.click()
    assert heading(page) == "Ghana"
    arrives(page, "/countries/ghana/index.html")
    page.go_back()
    assert heading(page) == practice
    page.locator("header a").first.click()
    page.locator("a.k-brand").click()
    assert heading(page) == first


def test_a_page_of_every_sort_opens_without_a_complaint(reader: Readers, offline: Edition) -> None:
    one = reader(at=offline.folder.as_uri())
    addresses = one_of_each(Served(one.site, offline.folder))
    assert len(addresses) > 20
    for address in addresses:
        assert heading(one.opens(f"{address}index.html"))


def test_countries_are_put_side_by_side_and_lead_to_their_pages(
    reader: Readers, offline: Edition
) -> None:
    _, page = opened(reader, offline, "compare/index.html?countries=ghana,benin")
    page.locator(".k-side tbody tr").first.wait_for()
    page.locator(".k-side thead th a", has_text="Benin").click()
    assert heading(page) == "Benin"
    arrives(page, "/countries/benin/index.html")


def test_every_section_of_the_header_and_the_footer_opens(
    reader: Readers, offline: Edition
) -> None:
    one, page = opened(reader, offline, "index.html")
    links = page.locator("header nav a, footer nav a")
    addresses = {link.evaluate("a => a.href") for link in links.all()}
    assert len(addresses) > 8
    for address in sorted(addresses):
        assert address.startswith(one.site)
        page.goto(address)
        assert heading(page)


def test_a_chain_leads_to_its_countries(reader: Readers, offline: Edition) -> None:
    _, page = opened(reader, offline, "supply-chains/cocoa/index.html")
    page.locator("main a[href*='countries/ghana']").first.click()
    assert heading(page) == "Ghana"


def test_the_search_form_leads_to_the_page_that_searches(reader: Readers, offline: Edition) -> None:
    _, page = opened(reader, offline, "index.html")
    form = page.locator("form:has(input[name=text])").first
    form.locator("input[name=text]").fill("Ghana")
    form.locator("input[name=text]").press("Enter")
    page.wait_for_url(re.compile(r"/index\.html\?text=Ghana"))
    page.locator("main a[href*='countries/ghana/']").first.click()
    assert heading(page) == "Ghana"


def test_fonts_and_style_come_from_the_disk(reader: Readers, offline: Edition) -> None:
    _, page = opened(reader, offline, "countries/ghana/index.html")
    page.wait_for_function("document.fonts.status === 'loaded'")
    assert page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').length") >= 2


def test_a_table_is_taken_away_from_its_page(reader: Readers, offline: Edition) -> None:
    _, page = opened(reader, offline, "data/index.html", accept_downloads=True)
    with page.expect_download() as waiting:
        page.get_by_role("link", name="data/practices.csv").click()
    assert waiting.value.path().read_bytes() == (offline.folder / "data/practices.csv").read_bytes()

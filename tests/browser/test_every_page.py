"""Pages of every kind open without a complaint, and nothing has to be scrolled sideways."""

from __future__ import annotations

import re

import pytest
from browser.conftest import DESK, PHONE, Readers, one_of_each
from serving import Served


@pytest.mark.parametrize("width", [320, PHONE, DESK])
def test_no_page_is_wider_than_the_screen(reader: Readers, site: Served, width: int) -> None:
    one = reader(width)
    wide = {}
    for address in one_of_each(site):
        page = one.opens(address)
        across = page.evaluate("document.documentElement.scrollWidth")
        if across > width:
            wide[address] = across
    assert wide == {}


def test_the_pages_say_the_same_without_a_script(reader: Readers, site: Served) -> None:
    plain, full = reader(javascript=False), reader()
    for address in one_of_each(site):
        heading = full.opens(address).locator("h1").inner_text()
        assert plain.opens(address).locator("h1").inner_text() == heading


def test_a_page_that_does_not_exist_leads_on(reader: Readers, site: Served) -> None:
    one = reader()
    page = one.opens("countries/atlantis/")
    assert one.heard.pop().startswith("error: Failed to load resource"), "the page itself"
    assert page.get_by_role("link", name="Countries and laws").first.is_visible()
    page.locator("main a").first.click()
    assert not re.search("atlantis", page.url)


def test_a_message_on_the_console_fails_the_test_that_caused_it(reader: Readers) -> None:
    one = reader()
    page = one.opens("")
    page.evaluate("console.warn('a page complains')")
    page.evaluate(
        "document.head.append(Object.assign(document.createElement('script'), {src: 'https://elsewhere.example/x.png'}))"
    )
    page.wait_for_timeout(200)
    told = " ".join(one.heard)
    one.heard.clear()
    assert "a page complains" in told
    assert "https://elsewhere.example/x.png" in told

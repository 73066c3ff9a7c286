"""The browser holds every page to the policy, over the web and as a file on a disk."""

from __future__ import annotations

from browser.conftest import Readers
from serving import Served

#: A script and a style that somebody managed to write into a page.
SMUGGLED = """() => {
  const script = document.createElement('script');
  script.textContent = 'document.documentElement.dataset.smuggled = 1';
  document.body.append(script);
  document.body.setAttribute('style', 'border-top: 99px solid red');
}"""


def test_a_script_or_style_that_was_smuggled_into_a_page_does_nothing(
    reader: Readers, site: Served
) -> None:
    for place in (site.address, site.folder.as_uri()):
        one = reader(at=place)
        page = one.opens("countries/ghana/index.html")
        page.evaluate(SMUGGLED)
        assert page.evaluate("document.documentElement.dataset.smuggled") is None
        assert page.evaluate("getComputedStyle(document.body).borderTopWidth") == "0px"
        told = " ".join(one.heard)
        one.heard.clear()
        assert told.count("Content Security Policy") >= 2


def test_a_page_on_a_disk_has_its_look_its_fonts_and_its_scripts(
    reader: Readers, site: Served
) -> None:
    page = reader(at=site.folder.as_uri()).opens("priorities/index.html")
    assert page.evaluate("getComputedStyle(document.querySelector('.k-head')).borderTopWidth") == (
        "5px"
    )
    assert page.locator("form.k-weights").is_visible()
    loaded = "document.fonts.ready.then(() => [...document.fonts].some(f => f.status === 'loaded'))"
    assert page.evaluate(loaded)


def test_no_other_site_can_show_a_page_in_a_frame(reader: Readers, site: Served) -> None:
    one = reader()
    answer = one.page.goto(f"{site.address}/countries/ghana/")
    assert answer is not None
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_page_for_a_missing_address_searches_for_its_last_words(reader: Readers) -> None:
    one = reader()
    page = one.opens("countries/old/Cote%20d%27Ivoire-law.html")
    assert one.heard.pop().startswith("error: Failed to load resource"), "the page itself"
    assert page.get_by_role("searchbox", name="Search the whole library").input_value() == (
        "Cote d Ivoire law"
    )
    plain = reader(javascript=False)
    assert plain.opens("countries/atlantis/").locator("#missing").input_value() == ""
    plain.heard.clear()

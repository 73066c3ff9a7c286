"""On a slow line a page is there after one request for the page and one for the style sheet, and it
weighs little. Bytes are counted as a host sends them, compressed."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from browser.conftest import PHONE, Readers, one_of_each
from playwright.sync_api import Page, Request
from serving import Served

#: The first page of a reader who comes with nothing, and every page after it.
FIRST, NEXT = 100_000, 40_000
RECORDS = ("countries", "practices", "initiatives", "supply-chains", "events")
PACKED = (".woff2", ".png")


def sent(path: Path) -> int:
    """What a host sends of a file: text compressed, and what is packed already as it is."""
    content = path.read_bytes()
    return len(content) if path.suffix in PACKED else len(gzip.compress(content))


def largest(site: Served, folder: str) -> str:
    """The address of the record with the heaviest page of a collection."""
    pages = list((site.folder / folder).glob("*/index.html"))
    heaviest = max(pages, key=lambda page: (sent(page), page))
    return heaviest.relative_to(site.folder).as_posix().removesuffix("index.html")


def file_of(site: Served, url: str) -> Path:
    """The file behind an address."""
    path = urlsplit(url).path.lstrip("/")
    return site.folder / (f"{path}index.html" if path.endswith("/") or not path else path)


def weight(site: Served, urls: Iterable[str]) -> int:
    """The bytes of every file once."""
    return sum(sent(file_of(site, url)) for url in set(urls))


def asked_for(page: Page, address: str, site: Served) -> list[str]:
    """Every address that a page makes the browser ask for, with its fonts and its icon."""
    urls: list[str] = []

    def note(request: Request) -> None:
        urls.append(request.url)

    page.on("request", note)
    page.goto(f"{site.address}/{address}", wait_until="networkidle")
    page.remove_listener("request", note)
    # A browser without a window shows no icon, so it asks for none.
    icon = page.locator("link[rel=icon]").evaluate("link => link.href")
    return [*urls, str(icon)]


@pytest.mark.parametrize("folder", RECORDS)
def test_the_heaviest_record_weighs_less_than_100_kb_with_its_fonts_and_the_next_less_than_40(
    folder: str, reader: Readers, site: Served
) -> None:
    page = reader(PHONE).page
    first = asked_for(page, largest(site, folder), site)
    assert any(url.endswith(".woff2") for url in first), "the fonts were not counted"
    assert weight(site, first) <= FIRST
    following = asked_for(page, "countries/ghana/", site)
    assert weight(site, set(following) - set(first)) < NEXT


def test_a_letter_beyond_western_europe_does_not_cost_another_page(site: Served) -> None:
    fonts = sum(sent(path) for path in (site.folder / "assets/fonts").glob("*.woff2"))
    heaviest = max(sent(site.folder / largest(site, folder) / "index.html") for folder in RECORDS)
    always = [site.folder / "assets" / name for name in ("site.css", "site.js", "favicon.svg")]
    assert fonts + heaviest + sum(map(sent, always)) <= FIRST


def test_a_record_can_be_read_after_the_page_and_one_style_sheet(
    reader: Readers, site: Served
) -> None:
    one = reader(PHONE)
    answered: list[str] = []

    def answer(route: object) -> None:
        url = route.request.url  # type: ignore[attr-defined]
        if url.endswith((".css", "/")):
            answered.append(url)
            route.continue_()  # type: ignore[attr-defined]
        else:
            route.abort()  # type: ignore[attr-defined]

    one.page.route("**/*", answer)
    page = one.opens("countries/ghana/")
    assert len(answered) == 2
    assert page.locator("h1").inner_text() == "Ghana"
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(19, 32, 31)"
    assert page.get_by_text("Minimum age for work").first.is_visible()
    one.heard[:] = [told for told in one.heard if "ERR_FAILED" not in told]


#: How far a page has jumped so far (https://web.dev/articles/cls), without waiting for a reader.
JUMPS = """() => new Promise(done => new PerformanceObserver(list => done(
  list.getEntries().reduce((sum, one) => sum + one.value, 0)
)).observe({type: 'layout-shift', buffered: true}) || setTimeout(() => done(0), 300))"""


def test_nothing_jumps_while_a_page_loads(reader: Readers, site: Served) -> None:
    one = reader(PHONE)
    jumped = {}
    for address in [*one_of_each(site), "compare/", "sourcing/", "priorities/"]:
        page = one.opens(address)
        far = page.evaluate(JUMPS)
        if far >= 0.02:
            jumped[address] = far
    assert jumped == {}

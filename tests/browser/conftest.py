"""A real browser in front of the real site.

Every page that a test opens is watched: a message on the console, an error of a script, or a
request to another host fails the test that caused it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from built_site import Built
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from serving import Served, serve

import chromium

#: Chromium draws without a screen, as any user, and asks nobody for anything.
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip

PHONE, DESK = 360, 1280
"""Widths in CSS pixels: the narrowest telephone that is common, and a desk."""


@dataclass
class Reader:
    """Somebody with a browser; `page` is what they look at.

    `heard` are the messages and the requests to other hosts that no page of ours may cause.
    """

    page: Page
    context: BrowserContext
    site: str
    heard: list[str] = field(default_factory=list)

    def opens(self, address: str) -> Page:
        """Go to an address of the site and wait until the page and its scripts have run."""
        self.page.goto(f"{self.site}/{address}")
        return self.page


def one_of_each(site: Served) -> list[str]:
    """The address of one page of every sort: of every section, the first at each depth.

    Taken from the site itself, so that no new section can be forgotten; with two of the records
    that hold the most, a country and a chain. A page that only leads to another one is left out.
    """
    pages = [
        page
        for page in site.folder.rglob("index.html")
        if 'http-equiv="refresh"' not in page.read_text(encoding="utf-8")
    ]
    addresses = [page.relative_to(site.folder).as_posix()[: -len("index.html")] for page in pages]
    first: dict[tuple[str, int], str] = {}
    for address in sorted(addresses):
        first.setdefault((address.partition("/")[0], address.count("/")), address)
    return [*first.values(), "countries/ghana/", "supply-chains/cocoa/"]


def arrives(page: Page, ending: str) -> None:
    """Wait until the address of a page ends so: a browser tells of a new one a moment later."""
    expect(page).to_have_url(re.compile(f"{re.escape(ending)}$"))


Readers = Callable[..., Reader]


@pytest.fixture(scope="session")
def site(real_site: Built) -> Iterator[Served]:
    """The site of this repository on a server of this computer, as a static host serves it."""
    assert real_site.code == 0, real_site.said
    with serve(real_site.folder) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium. Where it is missing the tests fail: a skipped test proves nothing."""
    program = chromium.find()
    if program is None:
        pytest.fail(chromium.MISSING, pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def reader(browser: Browser, site: Served) -> Iterator[Readers]:
    """`reader(width=1280, javascript=True, dark=False, site=…)` gives somebody with a browser.

    Further options are those of Playwright's `new_context`.
    """
    readers: list[Reader] = []

    def comes(
        width: int = DESK,
        *,
        javascript: bool = True,
        dark: bool = False,
        at: str = site.address,
        **options: Any,
    ) -> Reader:
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            **options,
        )
        context.set_default_timeout(10_000)
        one = Reader(context.new_page(), context, at)
        _listen(one)
        readers.append(one)
        return one

    yield comes
    heard = [message for one in readers for message in one.heard]
    for one in readers:
        one.context.close()
    assert not heard, "\n".join(heard)


def _listen(reader: Reader) -> None:
    """Keep what the browser says about every page of a reader."""
    heard, context = reader.heard, reader.context
    own = (reader.site, "data:", "about:", "blob:")

    def asked(url: str) -> None:
        if not url.startswith(own):
            heard.append(f"a request to another place: {url}")

    context.on(
        "console", lambda told: heard.append(f"{told.type}: {told.text} ({reader.page.url})")
    )
    context.on("weberror", lambda told: heard.append(f"error: {told.error} ({reader.page.url})"))
    context.on("request", lambda request: asked(request.url))

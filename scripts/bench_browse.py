"""How soon a reader who browses sees something, and how much a page weighs.

The part of `bench.py` that opens the built site of a corpus in Chromium. Seconds are those of the
browser's own clock: from the moment in which the data has run to the moment in which the facets
are drawn, and from a typed word to the first results. Bytes are what a host sends compressed.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

import chromium

PAGES = ("browse/", "practices/", "initiatives/", "countries/", "supply-chains/", "events/")
#: A word that many records hold, so that searching for it is not done at once.
WORD = "labour"
#: How often every page is opened: what else a computer does must not count.
TIMES = 3
FLAGS = ("--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, its name
        """Say nothing."""


@contextmanager
def _served(site: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()


def measure(site: Path) -> Iterator[str]:
    """A line for every page that browses: milliseconds to the facets and to the first results, the
    best of `TIMES`; bytes without and with the search; and how far the page moved while it came
    to life, the most that was seen."""
    program = chromium.find()
    if program is None:
        raise SystemExit(chromium.MISSING)
    yield f"{'page':<16}{'facets ms':>10}{'found ms':>10}{'KB gz':>8}{'with words':>12}{'moved':>8}"
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(FLAGS))
        for page in PAGES:
            opened = [_opened(browser, address, page) for _ in range(TIMES)]
            facets, found, first, weight = map(min, list(zip(*opened, strict=True))[:4])
            moved = max(one[4] for one in opened)
            times = f"{page:<16}{facets:>10.0f}{found:>10.0f}"
            yield f"{times}{first:>8.0f}{weight:>12.0f}{moved:>8.3f}"
        browser.close()


#: How often a page is asked, ten milliseconds apart, whether it has found something.
PATIENCE = 3000


def _opened(browser: Browser, address: str, name: str) -> tuple[float, float, float, float, float]:
    """What `measure` tells, of one visit in a window that has seen nothing before."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))  # a method it cannot mark
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "e => { window.moved += e.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page.goto(f"{address}/{name}", wait_until="networkidle")
    began, drawn = (_mark(page, mark) for mark in ("browse-data", "browse-drawn"))
    moved = page.evaluate("window.moved")
    first = _weight(answers)
    # Typed into a field that nobody has turned to before: the search itself comes first.
    typed = page.evaluate(
        "word => { const field = document.getElementById('text'); field.value = word;"
        " field.dispatchEvent(new Event('input')); return performance.now(); }",
        WORD,
    )
    # Asked again and again: the browser's own waiting needs `eval`, which the policy forbids.
    for _ in range(PATIENCE):
        if page.evaluate("performance.getEntriesByName('browse-found').length"):
            break
        page.wait_for_timeout(10)
    found = page.evaluate("performance.getEntriesByName('browse-found')[0].startTime")
    page.wait_for_load_state("networkidle")
    weight = _weight(answers)
    page.close()
    return drawn - began, found - typed, first, weight, moved


def _mark(page: Page, name: str) -> float:
    return float(page.evaluate(f"performance.getEntriesByName('{name}')[0].startTime"))


def _weight(answers: list[Response]) -> float:
    return sum(len(gzip.compress(one.body(), 6)) for one in answers if one.ok) / 1000

"""The real records become a whole site: no warning, no broken link, no fault in the HTML."""

from __future__ import annotations

import re
from concurrent.futures import ProcessPoolExecutor
from html.parser import HTMLParser
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from built_site import ROOT, Built, build
from tinyhtml5 import parser as html5


class Page(HTMLParser):
    """The ids of a page, what it links to, and what it makes a browser load."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag == "link" and values.get("rel") not in ("canonical", "alternate", "license"):
            self.loaded.append(values["href"])
        self.loaded += [
            values[name] for name in ("src", "srcset", "data", "poster") if name in values
        ]
        if "style" in values:
            self.loaded.append("an inline style")
        if tag == "script" and "src" not in values:
            self.loaded.append("an inline script")


def test_the_build_succeeds_without_a_warning(real_site: Built) -> None:
    assert real_site.code == 0, real_site.said
    assert "WARNING" not in real_site.said
    assert "ERROR" not in real_site.said


def test_there_is_a_page_for_at_least_150_countries(real_site: Built) -> None:
    countries = [
        path for path in real_site.pages() if re.fullmatch(r"countries/[^/]+/index.html", path)
    ]
    assert len(countries) >= 150
    assert {f"countries/{path.stem}/index.html" for path in (ROOT / "countries").glob("*.md")} - {
        "countries/README/index.html"
    } == set(countries)


def test_every_internal_link_and_anchor_resolves(real_site: Built) -> None:
    files = set(real_site.files())
    pages = {path: Page(html) for path, html in real_site.pages().items()}
    broken = []
    followed = 0
    for path, page in pages.items():
        if path == "404.html":  # It is shown at any address, so its links start at the root.
            continue
        for link in [*page.links, *page.loaded]:
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            if parts.path.endswith(("/", ".", "..")) or target == ".":
                target = normpath(join(target, "index.html"))
            if target not in files:
                broken.append(f"{path}: {link}")
            elif parts.fragment and parts.fragment not in pages[target].ids:
                broken.append(f"{path}: {link} (no such part)")
    assert not broken, broken[:20]
    assert followed > 10_000


def test_no_page_asks_another_host_for_anything(real_site: Built) -> None:
    asked = [
        f"{path}: {address}"
        for path, html in real_site.pages().items()
        for address in Page(html).loaded
        if urlsplit(address).netloc or urlsplit(address).scheme or "inline" in address
    ]
    assert not asked, asked[:20]
    css = real_site.files()["assets/site.css"].decode()
    outside = [
        url for url in re.findall(r"url\(([^)]*)\)", css) if "//" in url.replace("data:", "")
    ]
    assert not [url for url in outside if not url.lstrip("\"'").startswith("data:")]
    assert "@import" not in css


def test_ids_are_unique_within_a_page(real_site: Built) -> None:
    for path, html in real_site.pages().items():
        ids = Page(html).ids
        assert len(ids) == len(set(ids)), (path, [id_ for id_ in ids if ids.count(id_) > 1])


def test_the_html_of_every_page_parses_without_an_error(real_site: Built) -> None:
    pages = real_site.pages()
    with ProcessPoolExecutor() as pool:
        faults = dict(zip(pages, pool.map(_faults, pages.values(), chunksize=8), strict=True))
    assert not {path: found for path, found in faults.items() if found}


def test_every_page_says_what_it_is(real_site: Built) -> None:
    for path, html in real_site.pages().items():
        assert re.search(r'<html lang="en"', html), path
        assert re.search(r"<title>[^<]+</title>", html), path
        assert re.search(r'<meta name="description" content="[^"]{20,}"', html), path
        assert len(re.findall(r"<h1[ >]", html)) == 1, path
        assert "@@" not in html, path


def test_two_builds_of_one_commit_are_the_same_byte_for_byte(
    real_site: Built, tmp_path_factory: object
) -> None:
    again = build(ROOT, "--strict", folder=real_site.folder.parent / "again")
    assert again.code == 0, again.said
    assert again.files() == real_site.files()


def _faults(html: str) -> list[tuple[object, ...]]:
    reader = html5.HTMLParser()
    reader.parse(html)
    return list(reader.errors)

"""The offline edition is whole: it opens from a disk, and every link in it names a file."""

from __future__ import annotations

import re
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from built_site import ROOT, build, contents, repository
from offline import Edition, offline_edition
from test_real_site import Page

SMALL = ROOT / "tests" / "sites" / "small"
#: What only a host or a search engine asks for.
NEEDS_A_SERVER = {"404.html", "sitemap.xml", "_headers", "robots.txt"}
#: Attributes with an address of this site, as readers and scripts follow them.
ADDRESSES = re.compile(r'\s(?:href|src|action|data-[a-z-]*)="([^"]*)"')


def test_every_address_names_a_file_that_is_there_and_a_part_that_it_has(offline: Edition) -> None:
    files = set(offline.files())
    pages = {path: (html, set(Page(html).ids)) for path, html in offline.pages().items()}
    broken = []
    followed = 0
    for path, (html, _) in pages.items():
        for address in [*Page(html).links, *Page(html).loaded, *_actions(html)]:
            parts = urlsplit(address)
            if parts.scheme or parts.netloc:
                continue
            followed += 1
            target = normpath(join(dirname(path), unquote(parts.path))) if parts.path else path
            if target not in files:
                broken.append(f"{path}: {address}")
            elif parts.fragment and parts.fragment not in pages[target][1]:
                broken.append(f"{path}: {address} (no such part)")
    assert not broken, broken[:20]
    assert followed > 10_000


def test_no_address_anywhere_ends_in_a_folder(offline: Edition) -> None:
    found = [
        f"{path}: {address}"
        for path, html in offline.pages().items()
        for address in ADDRESSES.findall(html)
        if not urlsplit(address).scheme and re.search(r"^[./]+(.*/)?(\?.*)?$", address)
    ]
    assert not found, found[:20]


def test_no_page_asks_another_host_for_anything(offline: Edition) -> None:
    asked = [
        f"{path}: {address}"
        for path, html in offline.pages().items()
        for address in Page(html).loaded
        if urlsplit(address).netloc or urlsplit(address).scheme or "inline" in address
    ]
    assert not asked, asked[:20]


def test_what_needs_a_server_is_left_out(offline: Edition) -> None:
    files = offline.files()
    assert not NEEDS_A_SERVER & set(files)
    assert "canonical" not in files["index.html"].decode()


def test_a_note_says_what_it_is_of_which_day_and_how_it_may_be_used(offline: Edition) -> None:
    note = offline.files()["README.txt"].decode()
    assert "Offline edition, as of 2025-12-01" in note
    assert "open index.html" in note
    assert "CC BY 4.0" in note
    assert "independent contribution" in note


def test_it_holds_the_same_pages_and_tables_as_the_site(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", SMALL)
    site = build(root, "--strict")
    assert site.code == 0, site.said
    before = contents(site.folder)
    edition = offline_edition(root, tmp_path / "dist")
    assert contents(site.folder) == before, "the site itself must stay as it was"
    files = edition.files()
    assert set(before) - set(files) <= NEEDS_A_SERVER
    assert set(files) - set(before) == {"README.txt"}
    data = {path for path in files if path.endswith((".csv", ".json"))}
    assert data
    assert {path: before[path] for path in data if path.endswith(".csv")} == {
        path: files[path] for path in data if path.endswith(".csv")
    }


def test_the_same_records_give_the_same_archive_byte_for_byte(tmp_path: Path) -> None:
    root = repository(tmp_path / "repository", SMALL)
    first = offline_edition(root, tmp_path / "one").archive.read_bytes()
    assert offline_edition(root, tmp_path / "two").archive.read_bytes() == first


def _actions(html: str) -> list[str]:
    return re.findall(r'<form[^>]*\saction="([^"]*)"', html)

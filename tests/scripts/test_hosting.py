"""The host that tests and measurements ask does what static hosts do."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest

from hosting import Served, serve


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Served]:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text("<p>A page", encoding="utf-8")
    (tmp_path / "a/font.woff2").write_bytes(b"packed")
    (tmp_path / "404.html").write_text("<p>Nothing here", encoding="utf-8")
    (tmp_path / "_headers").write_text("/*\n  X-All: yes\n/a/*.woff2\n  X-Font: kept: long\n")
    with serve(tmp_path) as served:
        yield served


def ask(site: Served, path: str, **headers: str) -> Any:
    """The answer to a request."""
    return urlopen(Request(f"{site.address}{path}", headers=headers))  # noqa: S310, our own


def test_text_is_sent_packed_to_who_can_unpack_it(site: Served) -> None:
    with ask(site, "/a/", **{"Accept-Encoding": "gzip"}) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert gzip.decompress(answer.read()) == b"<p>A page"
    with ask(site, "/a/") as answer:
        assert answer.headers["Content-Encoding"] is None
        assert answer.read() == b"<p>A page"


def test_every_address_gets_the_headers_of_its_patterns_and_no_others(site: Served) -> None:
    with ask(site, "/a/") as answer:
        assert (answer.headers["X-All"], answer.headers["X-Font"]) == ("yes", None)
    with ask(site, "/a/font.woff2") as answer:
        assert (answer.headers["X-All"], answer.headers["X-Font"]) == ("yes", "kept: long")


def test_what_is_missing_is_answered_with_the_site_s_own_page(site: Served) -> None:
    with pytest.raises(HTTPError) as raised:
        ask(site, "/b/c/")
    assert raised.value.code == 404
    assert raised.value.read() == b"<p>Nothing here"


def test_a_folder_without_a_slash_leads_to_the_one_with_it(site: Served) -> None:
    with ask(site, "/a") as answer:
        assert answer.url == f"{site.address}/a/"

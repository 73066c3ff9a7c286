"""The sitemap lists every page by its whole address."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from small_library import small_library, with_record

from knowledge.pages.frames import Frame
from knowledge.pages.plan import SECTIONS, planned_pages
from knowledge.pages.sitemap import NAMESPACE, sitemap
from knowledge.publishing import publish


def test_every_address_is_listed_whole_and_in_order() -> None:
    tree = ElementTree.fromstring(sitemap(["b/", "", "a&b/"], "https://example.org/"))  # noqa: S314
    listed = [place.text for place in tree.iter(f"{{{NAMESPACE}}}loc")]
    assert listed == ["https://example.org/" + path for path in ("", "a&b/", "b/")]


def test_without_an_address_of_the_site_nothing_is_listed() -> None:
    assert b"<loc>" not in sitemap(["a/"], "")


def test_a_page_that_only_leads_elsewhere_is_not_listed(tmp_path: Path) -> None:
    library = with_record(small_library(), "practice", "paid-harvest-labour", formerly=["old-name"])
    pages = planned_pages(library, date(2025, 12, 1))
    frames = dict.fromkeys(SECTIONS, Frame("@@BODY@@", ""))
    publish(pages, [], library, frames, tmp_path, "https://example.org/")
    listed = (tmp_path / "sitemap.xml").read_text()
    assert (tmp_path / "practices/old-name/index.html").exists()
    assert "practices/paid-harvest-labour/" in listed
    assert "old-name" not in listed

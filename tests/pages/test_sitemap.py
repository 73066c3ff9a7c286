"""The sitemap lists every page by its whole address."""

from __future__ import annotations

from xml.etree import ElementTree

from knowledge.pages.sitemap import NAMESPACE, sitemap


def test_every_address_is_listed_whole_and_in_order() -> None:
    tree = ElementTree.fromstring(sitemap(["b/", "", "a&b/"], "https://example.org/"))  # noqa: S314
    listed = [place.text for place in tree.iter(f"{{{NAMESPACE}}}loc")]
    assert listed == ["https://example.org/" + path for path in ("", "a&b/", "b/")]


def test_without_an_address_of_the_site_nothing_is_listed() -> None:
    assert b"<loc>" not in sitemap(["a/"], "")

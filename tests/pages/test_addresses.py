"""Internal addresses are relative, and lead from anywhere to anywhere."""

from __future__ import annotations

import pytest

from knowledge.pages.addresses import link, root_of


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "countries/ghana/", "countries/ghana/"),
        ("countries/", "countries/ghana/", "ghana/"),
        ("countries/ghana/", "countries/", "../"),
        ("countries/ghana/", "", "../../"),
        ("countries/ghana/", "practices/x/#limits", "../../practices/x/#limits"),
        ("countries/ghana/", "assets/site.css", "../../assets/site.css"),
        ("countries/ghana/", "countries/ghana/#law", "./#law"),
        ("", "", "./"),
        ("countries/ghana/", "#law", "#law"),
        ("about/", "https://www.ilo.org/", "https://www.ilo.org/"),
    ],
)
def test_a_link_is_relative_to_its_page(origin: str, target: str, expected: str) -> None:
    assert link(origin, target) == expected


@pytest.mark.parametrize(("origin", "root"), [("", "."), ("about/", ".."), ("a/b/", "../..")])
def test_the_root_is_reached_from_every_depth(origin: str, root: str) -> None:
    assert root_of(origin) == root

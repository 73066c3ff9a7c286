"""Internal addresses are relative, and lead from anywhere to anywhere."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


FOLDERS = st.lists(st.sampled_from(["a", "b", "c-d"]), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)


@given(FOLDERS, FOLDERS, st.sampled_from(["", "site.css"]))
def test_a_link_leads_where_the_standard_library_says(origin: str, folder: str, file: str) -> None:
    there = normpath(join("/", origin, link(origin, folder + file)))
    assert there == normpath(f"/{folder}{file}")


@pytest.mark.parametrize(("origin", "root"), [("", "."), ("about/", ".."), ("a/b/", "../..")])
def test_the_root_is_reached_from_every_depth(origin: str, root: str) -> None:
    assert root_of(origin) == root

"""Internal addresses are relative, and lead from anywhere to anywhere."""

from __future__ import annotations

from posixpath import join, normpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.pages.addresses import SITE, Style, link, naming_files, root_of, settled
from knowledge.reading.characters import UNWANTED


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "countries/ghana/", "./countries/ghana/"),
        ("countries/", "countries/ghana/", "../countries/ghana/"),
        ("countries/ghana/", "countries/", "../../countries/"),
        ("countries/ghana/", "", "../../"),
        ("countries/ghana/", "practices/x/#limits", "../../practices/x/#limits"),
        ("countries/ghana/", "assets/site.css", "../../assets/site.css"),
        ("", "", "./"),
        ("countries/ghana/", "#law", "#law"),
        ("about/", "https://www.ilo.org/", "https://www.ilo.org/"),
    ],
)
def test_a_link_is_relative_to_its_page(origin: str, target: str, expected: str) -> None:
    assert settled(link(target), origin) == expected


@pytest.mark.parametrize(
    ("origin", "target", "expected"),
    [
        ("", "", "./index.html"),
        ("", "countries/ghana/", "./countries/ghana/index.html"),
        ("countries/ghana/", "", "../../index.html"),
        ("countries/ghana/", "practices/x/#limits", "../../practices/x/index.html#limits"),
        ("countries/ghana/", "browse/?text=cocoa", "../../browse/index.html?text=cocoa"),
        ("countries/ghana/", "assets/site.css", "../../assets/site.css"),
        ("countries/ghana/", "data/practices.csv", "../../data/practices.csv"),
        ("countries/ghana/", "#law", "#law"),
        ("about/", "https://www.ilo.org/", "https://www.ilo.org/"),
    ],
)
def test_in_the_offline_edition_an_address_names_a_file(
    origin: str, target: str, expected: str
) -> None:
    html = f'<a href="{link(target)}">there</a>'
    assert settled(html, origin, Style.FILES) == f'<a href="{expected}">there</a>'


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ('<a href="../">', '<a href="../index.html">'),
        ('<a href="..">', '<a href="../index.html">'),
        ('<a id="x" href="../countries/#law">', '<a id="x" href="../countries/index.html#law">'),
        ('<form action="./browse/">', '<form action="./browse/index.html">'),
        ('<a href="@@ROOT@@/">', '<a href="@@ROOT@@/index.html">'),
        ('<script src="../assets/site.js">', '<script src="../assets/site.js">'),
        ('<a href="#main">', '<a href="#main">'),
        ('<a href="https://www.ilo.org/">', '<a href="https://www.ilo.org/">'),
        ('<a href="mailto:somebody@example.org">', '<a href="mailto:somebody@example.org">'),
        ('<p data-href="x/">', '<p data-href="x/">'),
    ],
)  # fmt: skip
def test_so_do_the_addresses_that_the_host_wrote(written: str, expected: str) -> None:
    assert naming_files(written) == expected


FOLDERS = st.lists(st.sampled_from(["a", "b", "c-d"]), max_size=4).map(
    lambda names: "".join(f"{name}/" for name in names)
)


@given(FOLDERS, FOLDERS, st.sampled_from(["", "site.css"]))
def test_a_link_leads_where_the_standard_library_says(origin: str, folder: str, file: str) -> None:
    there = normpath(join("/", origin, settled(link(folder + file), origin)))
    assert there == normpath(f"/{folder}{file}")


@pytest.mark.parametrize(("origin", "root"), [("", "./"), ("about/", "../"), ("a/b/", "../../")])
def test_the_root_is_reached_from_every_depth(origin: str, root: str) -> None:
    assert root_of(origin) == root


def test_no_text_may_hold_the_sign_that_stands_for_the_root() -> None:
    assert UNWANTED.fullmatch(SITE)

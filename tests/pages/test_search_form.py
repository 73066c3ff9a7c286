"""The search in the header of every page is a plain form that leads to the page over all."""

from __future__ import annotations

import re
from datetime import date

import pytest
from built_site import Built
from pages.small_library import small_library

from knowledge.pages.front import front_page
from knowledge.pages.templates import rendered


@pytest.mark.parametrize(
    ("page", "way"),
    [
        ("index.html", "./"),
        ("about/index.html", "../"),
        ("countries/ghana/index.html", "../../"),
        ("terms/goods/cocoa/index.html", "../../../"),
    ],
)
def test_every_page_has_one_form_that_leads_to_the_page_over_all(
    real_site: Built, page: str, way: str
):
    html = (real_site.folder / page).read_text()
    (form,) = re.findall(r'<form class="k-find".*?</form>', html, re.DOTALL)
    action = re.search(r'action="([^"]*)" method="get"', form)
    assert action
    assert action[1].removeprefix("./") == f"{way}browse/".removeprefix("./")
    assert '<label class="k-vh" for="find">Search the library</label>' in form
    assert 'id="find" name="text" type="search"' in form
    assert '<button type="submit">' in form


def test_the_front_page_has_no_second_form():
    html = rendered(front_page(small_library(), date(2025, 12, 1)))
    assert "<form" not in html

"""The search of the front page is a plain form: the script of the site filters where it leads."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from small_library import small_library, with_record, words

from knowledge.kinds import BY_ID, KINDS
from knowledge.pages.collection import collection_page
from knowledge.pages.front import front_page
from knowledge.pages.templates import rendered

SCRIPT = Path(__file__).parents[2] / "hooks/theme/assets/site.js"


def test_the_form_of_the_front_page_leads_to_the_index_of_countries():
    html = rendered(front_page(small_library(), date(2025, 12, 1)))
    form = re.search(r"<form .*?</form>", html, re.DOTALL)
    assert form
    assert 'action="./countries/" method="get"' in form[0]
    assert '<label class="k-label" for="text">Find a country</label>' in form[0]
    assert 'id="text" name="text"' in form[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_index_has_one_table_to_filter_and_a_form_that_the_script_shows(kind):
    html = rendered(collection_page(kind, small_library()))
    assert html.count("data-search") == 1
    assert '<form class="k-filter" hidden>' in html
    assert 'name="text"' in html


def test_a_row_is_found_by_other_names_and_keywords():
    library = with_record(
        small_library(),
        "country",
        "ghana",
        names={"short": "Ghana", "official": "Republic of Ghana", "other": ["Gold Coast"]},
        keywords=["cocoa belt"],
    )
    html = rendered(collection_page(BY_ID["country"], library))
    (told,) = re.findall(r'data-words="([^"]*Gold Coast[^"]*)"', html)
    assert set(words(told).split()) >= {"cocoa", "belt", "GHA", "Republic"}


def test_the_script_reads_the_parameter_that_the_form_sends():
    script = SCRIPT.read_text(encoding="utf-8")
    assert 'get("text")' in script
    assert "table[data-search]" in script
    assert "dataset.words" in script

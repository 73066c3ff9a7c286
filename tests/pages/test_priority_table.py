"""The priority table: every score leads to its records, and works without a script."""

from __future__ import annotations

import re
from datetime import date

from small_library import faults, part, row, small_library, with_record, words

from knowledge.library import Library
from knowledge.pages.plan import planned_pages
from knowledge.pages.priorities import priorities_page
from knowledge.pages.priority_country import priority_country_page
from knowledge.pages.priority_evidence import percent
from knowledge.pages.templates import THEME, rendered

TODAY = date(2025, 12, 1)


def claim(value: object) -> dict[str, object]:
    return {"value": value, "state": "stated", "as_of": "2022", "source": ["ilab-findings-2022"]}


def known_library() -> Library:
    """Ghana and cocoa with half of the criteria known; Nepal and carpets with less."""
    return with_record(
        small_library(), "country", "ghana",
        engagement={"pathfinder": claim(True), "oecd_contact_point": claim(True)},
        enforcement={"labour_inspectors_enough": claim(False), "inspections": claim(1108)},
    )  # fmt: skip


def page(library: Library) -> str:
    return rendered(priorities_page(library))


def country(library: Library, id_: str) -> str:
    return rendered(priority_country_page(library, library.entries["country"][id_]))


def test_a_ranked_pair_shows_its_scores_and_what_is_unknown_as_a_dash():
    html = page(known_library())
    told = row(html, "Ghana: Cocoa")
    assert "listed for child labour" in told
    assert told.endswith("75 % 4 1 – – 2 2 1 – 1 –")
    assert 'data-scores=",,2,2,1,,1,"' in html


def test_a_pair_with_too_little_known_is_listed_and_not_ranked():
    html = page(known_library())
    assert "Nepal: Carpets" not in words(part(html, "ranked"))
    assert "Nepal : Carpets" in words(part(html, "listed"))
    assert 'href="../priorities/nepal/#chain-carpets"' in html


def test_the_table_of_criteria_is_the_one_that_scores():
    told = words(part(page(known_library()), "criteria"))
    assert "Coalition groups already mobilised" in told
    assert "2: the country is a pathfinder" in told
    assert "Berlin, June 2017" in told


def test_every_score_leads_to_the_records_it_was_derived_from():
    html = country(known_library(), "ghana")
    willing = row(html, "Willingness to work")
    assert "2 of 2" in willing
    assert "Alliance 8.7 pathfinder country : yes, 2022" in willing
    assert 'href="../../countries/ghana/#engagement-pathfinder"' in html
    assert 'href="../../countries/ghana/#c138"' in html
    assert row(html, "Coalition groups").endswith("unknown Nothing is recorded. –")


def test_a_pair_says_its_rank_its_range_or_why_it_is_not_ranked():
    assert "Rank 1 of 1, the same as each criterion in turn" in words(
        country(known_library(), "ghana")
    )
    nepal = words(country(known_library(), "nepal"))
    assert "Listed, not ranked" in nepal
    assert "nothing is recorded on more than half of the criteria (coalition" in nepal


def test_enforcement_stands_beside_the_scores_with_its_year():
    beside = words(part(country(known_library(), "ghana"), "beside"))
    assert "Worksite inspections : 1,108, 2022" in beside
    assert "Public procurement law: not researched" in beside


def test_research_on_the_pair_is_named_beside_it():
    html = country(small_library(), "ghana")
    assert "Trial AEARCTR-0015377" in words(part(html, "chain-cocoa"))


def test_the_weights_are_hidden_until_the_script_shows_them_and_nothing_is_inline():
    html = page(known_library())
    assert '<form class="k-weights" hidden>' in html
    assert re.findall(r"<script[^>]*>", html) == ['<script src="../assets/priorities.js" defer>']
    names = re.findall(r'<input type="number" name="([^"]+)" min="0" max="10"', html)
    assert len(names) == 8
    assert (THEME / "assets" / "priorities.js").is_file()


def test_every_country_with_a_pair_has_a_page():
    library = known_library()
    planned = {one.address for one in planned_pages(library, TODAY)}
    assert {"priorities/", "priorities/ghana/", "priorities/nepal/"} <= planned
    assert "priorities/european-union/" not in planned


def test_half_a_per_cent_counts_as_one_as_in_the_script():
    assert percent(0.625) == "63\u00a0%"


def test_the_pages_are_valid():
    for library in (small_library(), known_library()):
        assert faults(page(library)) == []
        for id_ in ("ghana", "nepal"):
            assert faults(country(library, id_)) == []

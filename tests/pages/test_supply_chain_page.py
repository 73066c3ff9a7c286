"""What a reader must find on the page of a supply chain, and the ways that lead there."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from small_library import TODAY, fact, faults, html_of, part, small_library, with_record, words

from knowledge.analysis import chain_assessment
from knowledge.analysis.chain_action import RULES
from knowledge.analysis.chain_assessment import SIGNALS
from knowledge.analysis.child_labour_rate import ChildLabourRate
from knowledge.kinds import BY_ID
from knowledge.library import Library
from knowledge.pages.collection import collection_page
from knowledge.pages.country import country_page
from knowledge.pages.method import method_page
from knowledge.pages.templates import rendered
from knowledge.pages.term import term_page

CHAIN = "cocoa"
HARVEST = "paid-harvest-labour"


def page(library: Library | None = None) -> str:
    return html_of(library or small_library(), "supply-chain", CHAIN)


def cell(html: str, country: str, stage: str) -> str:
    """What a cell of the table of countries and stages says; empty where nothing is recorded."""
    table = html[html.index('class="k-table k-cells"') :]
    found = re.search(rf'<th scope="row"><a [^>]*>{country}</a>.*?</tr>', table, re.DOTALL)
    assert found, country
    told = re.search(rf'<td data-l="{stage}">(.*?)</td>', found.group(), re.DOTALL)
    return words(told.group(1)) if told else ""


def with_practice(**fields: object) -> Library:
    told = {"id": "new", "title": "New", "led_by": [], "partners": [], "related": [], **fields}
    return with_record(small_library(), "practice", HARVEST, **told)


def test_a_cell_names_the_signals_it_rests_on_with_their_dates() -> None:
    assert "child labour: listed 2022 for: Cocoa." in cell(page(), "Ghana", "Farm")
    assert "forced labour: reported 2024" in cell(page(), "Nepal", "Farm")


def test_a_new_practice_in_cocoa_in_ghana_at_tier_3_changes_its_cell_and_no_other() -> None:
    before, after = page(), page(with_practice())
    assert cell(before, "Ghana", "Farm").endswith("1 practice")
    assert cell(after, "Ghana", "Farm").endswith("2 practices")
    assert cell(after, "Nepal", "Farm") == cell(before, "Nepal", "Farm")
    assert "2 practices" in part(after, "how-the-chain-works")
    farm = after[after.index('id="stage-farm"') : after.index('id="stage-grinding"')]
    assert "practices/new/" in farm


def test_a_documented_risk_with_nothing_done_is_told_in_words() -> None:
    assert "no practice and no initiative recorded" in cell(page(), "Nepal", "Farm")
    assert "no practice" not in cell(page(), "Ghana", "Farm")


def test_empty_stages_are_gaps_and_none_recorded_is_not_none() -> None:
    works = words(part(page(), "how-the-chain-works"))
    assert "No practice and no initiative is recorded for: grinding or brand and shop." in works
    assert "None recorded is not the same as none." in works
    grinding = page()[page().index('id="stage-grinding"') :]
    assert "None found is not the same as none." in words(grinding[:1200])
    assert 'class="k-gap"' in grinding[:1200]


def test_a_stage_says_whether_it_is_sourced_or_general_knowledge() -> None:
    html = page()
    farm = html[html.index('id="stage-farm"') : html.index('id="stage-grinding"')]
    assert "general knowledge" not in farm
    assert "#source-chain-study" in farm
    grinding = html[html.index('id="stage-grinding"') : html.index('id="stage-shop"')]
    assert "general knowledge, not read in a source" in grinding


def test_a_listed_good_has_its_edition_its_source_and_its_countries() -> None:
    html = page()
    farm = html[html.index('id="stage-farm"') : html.index('id="stage-grinding"')]
    assert "on the list, edition 2022" in farm
    assert "#source-ilab-findings-2022" in farm
    assert 'href="../../countries/ghana/"' in farm


def test_a_risk_that_is_over_says_so_and_leaves_the_table() -> None:
    chain = small_library().entries["supply-chain"][CHAIN].record.model_dump(exclude_unset=True)
    chain["stages"][0]["risks"][0]["removed"] = "2025"
    html = page(with_record(small_library(), "supply-chain", CHAIN, stages=chain["stages"]))
    assert "as of 2024, over since 2025" in words(html)
    assert "Nepal" not in html[html.index("k-cells") : html.index('id="stages"')]


def test_a_risk_to_be_verified_is_marked() -> None:
    chain = small_library().entries["supply-chain"][CHAIN].record.model_dump(exclude_unset=True)
    chain["stages"][0]["risks"][0]["state"] = "to-verify"
    html = page(with_record(small_library(), "supply-chain", CHAIN, stages=chain["stages"]))
    stages = html[html.index('id="stages"') :]
    assert "k-s-to-verify" in stages


def test_the_figure_of_inspectors_has_its_year_and_leads_to_the_country() -> None:
    law = page()[page().index('id="law"') : page().index('id="stages"')]
    ghana = re.search(r'<th scope="row"><a [^>]*>Ghana</a>.*?</tr>', law, re.DOTALL)
    assert ghana
    assert "countries/ghana/#enforcement" in ghana.group()
    assert "countries/ghana/#gaps" in ghana.group()
    without = replace(small_library(), figures={})
    assert "No figure by sex on children in child labour" in words(page(without))


def test_a_rate_of_child_labour_is_told_by_sex_with_age_band_year_and_source(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rates = {
        "ghana": ChildLabourRate(20.1, 19.5, 20.7, "5-17", "2018", "ilab-findings-2022"),
        "nepal": ChildLabourRate(
            15.3, None, None, "5-17", "2021", "ilab-findings-2022", "at work", to_verify=True
        ),
    }
    monkeypatch.setattr(
        chain_assessment, "child_labour_rate", lambda _, country: rates.get(country.id)
    )
    html = page(with_record(small_library(), "practice", HARVEST))
    law = html[html.index('id="law"') : html.index('id="stages"')]
    assert re.search(r"girls 19\.5 %, boys 20\.7 % \d aged 5-17, 2018", words(law))
    assert re.search(r"all children 15\.3 % \d at work, aged 5-17, 2021, to verify", words(law))
    assert "child labour measured" in html
    assert "No figure by sex" not in html


def test_root_causes_guidance_and_customs_chapters_have_their_sources() -> None:
    html = page()
    for anchor in ("root-causes", "what-tier-1-and-tier-2-companies-can-do", "goods"):
        assert "#source-chain-study" in part(html, anchor), anchor
    assert "Guidance for cocoa" in html


def test_the_page_leads_to_the_method_that_it_follows() -> None:
    assert 'href="../../method/#chains"' in page()
    method = words(rendered(method_page()))
    for signal in SIGNALS:
        assert signal.label in method
        assert signal.cannot_tell in method
    for rule in RULES:
        assert rule.asks in method


def test_a_practice_and_an_initiative_lead_to_the_stage_they_reach() -> None:
    html = html_of(small_library(), "practice", HARVEST)
    assert fact(html, "Supply chains") == "Cocoa farm"
    assert 'href="../../supply-chains/cocoa/#stage-farm"' in html
    library = with_record(
        small_library(), "initiative", "goodweave", goods=["cocoa"], tiers=["tier-2"]
    )
    told = fact(html_of(library, "initiative", "goodweave"), "Supply chains")
    assert told == "Cocoa the chain as a whole"


def test_a_practice_in_no_chain_says_nothing_of_chains() -> None:
    html = html_of(small_library(), "practice", "schooling-incentives-carpets")
    assert "<dt>Supply chains</dt>" not in html


def test_a_country_leads_to_the_stages_at_which_a_risk_is_documented_there() -> None:
    library = small_library()
    for country in ("ghana", "nepal"):
        entry = library.entries["country"][country]
        html = rendered(country_page(entry, library, TODAY, ""))
        assert 'href="../../supply-chains/cocoa/#stage-farm"' in html
        assert html.count("supply-chains/cocoa/") == 2, country


def test_a_good_leads_to_its_chain_once() -> None:
    library = small_library()
    html = rendered(term_page(library, "goods", library.term("goods", "cocoa")))
    assert html.count('href="../../../supply-chains/cocoa/"') == 1


def test_the_index_counts_countries_actions_and_empty_stages() -> None:
    html = rendered(collection_page(BY_ID["supply-chain"], small_library()))
    cells = re.findall(r'<td class="n" data-l="([^"]+)"[^>]*>(.*?)</td>', html)
    assert {label: words(value) for label, value in cells} == {
        "Stages": "3",
        "Child labour": "1",
        "Forced labour": "1",
        "Practices": "1",
        "Initiatives": "0",
        "Empty stages": "2",
    }


@pytest.mark.parametrize("change", [{}, {"root_causes": [], "guidance": [], "hs_chapters": []}])
def test_the_html_has_no_fault(change: dict[str, object]) -> None:
    assert faults(page(with_record(small_library(), "supply-chain", CHAIN, **change))) == []


def test_a_chain_with_nothing_documented_says_that_none_found_is_not_none() -> None:
    stage = {"id": "shop", "title": "Shop", "happens": "It is sold.", "typical": True}
    html = page(with_record(small_library(), "supply-chain", CHAIN, stages=[stage]))
    assert "No risk has been documented in any country." in words(html)
    assert faults(html) == []

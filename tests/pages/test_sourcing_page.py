"""The check before sourcing: its page without a script, and what its files of data say."""

from __future__ import annotations

import re
from typing import Any

from small_library import TODAY, faults, html_of, small_library, with_record, words

from knowledge.analysis.supply_chains import chains
from knowledge.library import Library
from knowledge.pages.chosen_addresses import chain_file, origin_file
from knowledge.pages.country import country_page
from knowledge.pages.sourcing import sourcing_files, sourcing_page
from knowledge.pages.sourcing_chain import chain_data
from knowledge.pages.sourcing_country import origin_data
from knowledge.pages.supplier_questions import QUESTIONS, law_questions
from knowledge.pages.templates import rendered


def origin(library: Library, id_: str) -> dict[str, Any]:
    return origin_data(library, library.entries["country"][id_])


def questions(library: Library, id_: str) -> dict[str, str]:
    entry = library.entries["country"][id_]
    record: Any = entry.record
    return {one.ask: one.why for one in law_questions(entry, record)}


def test_without_a_script_the_page_leads_to_every_part_of_the_answer():
    html = rendered(sourcing_page(small_library()))
    assert not faults(html)
    assert re.search(r'<form class="k-choose[^"]*" hidden', html)
    for address in ("countries/", "practices/", "initiatives/", "toolkits/", "priorities/",
                    "supply-chains/cocoa/", "countries/european-union/#due-diligence"):  # fmt: skip
        assert f'href="../{address}"' in html, address


def test_the_page_says_that_none_found_is_not_no_risk():
    assert "None found is not no risk" in words(rendered(sourcing_page(small_library())))


def test_a_listed_good_says_by_whom_for_which_form_and_in_which_edition():
    library = small_library()
    row = library.goods_of("GHA")[0]
    told = words(origin(library, "ghana")["listed"][row.good])
    source = library.shared_sources[row.source]
    assert source.publisher in told
    assert source.title in told
    assert f"edition {row.edition}" in told
    assert ("child labour" in told) == row.child_labour


def test_a_market_says_what_its_law_asks_and_since_when():
    library = small_library()
    told = origin(library, "european-union")
    law: Any = library.entries["country"]["european-union"].record
    for duty in law.due_diligence:
        assert duty.duty in words(told["duties"])
        assert duty.covers in words(told["duties"])
    assert told["union"]
    assert origin(library, "nepal")["duties"] == ""


def test_a_member_state_names_the_union_whose_laws_bind_it_too():
    library = with_record(
        small_library(), "country", "european-union", members=["NPL"], jurisdiction="union"
    )
    assert origin(library, "nepal")["unions"] == ["european-union"]
    assert origin(library, "ghana")["unions"] == []


def test_what_is_settled_is_not_asked_and_what_is_open_is_asked_with_its_reason():
    asked = questions(small_library(), "nepal")
    assert QUESTIONS["minimum_age_work"] not in asked
    assert asked[QUESTIONS["minimum_age_hazardous_work"]] == "Nepal, Hazardous work: to verify"
    assert asked[QUESTIONS["forced_labour"]] == "Nepal, Forced labour: not researched"


def test_a_documented_risk_of_the_chain_becomes_a_question_that_leads_to_the_stage():
    library = small_library()
    cocoa = library.once(chains)["cocoa"]
    made: dict[str, Any] = chain_data(library, cocoa)
    assert "documented in Ghana" in words(made["ask"]["ghana"])
    assert "\x1asupply-chains/cocoa/#stage-" in made["ask"]["ghana"]
    assert "european-union" not in made["ask"]


def test_a_practice_comes_with_its_grade_of_evidence_its_goods_and_its_chains():
    library = small_library()
    entry = library.entries["practice"]["schooling-incentives-carpets"]
    record: Any = entry.record
    work = {one[0]: one for one in origin(library, record.countries[0])["work"]}
    _, kind, grade, goods, _, html = work[entry.id]
    assert (kind, goods) == ("practice", record.goods)
    assert grade >= 0
    assert f"\x1a{entry.address}" in html
    assert record.summary in words(html)


def test_a_practice_without_a_grade_never_counts_as_evaluated():
    library = with_record(
        small_library(), "practice", "schooling-incentives-carpets", evidence=None
    )
    work = {one[0]: one for one in origin(library, "nepal")["work"]}
    assert work["schooling-incentives-carpets"][2] == -1


def test_what_is_not_known_is_told_by_its_sort():
    told = words(origin(small_library(), "nepal")["open"])
    assert "not researched Nobody has looked yet" in told
    assert "to verify Sources disagree" in told


def test_every_source_mark_of_a_part_leads_to_a_source_that_the_file_tells():
    library = small_library()
    made = [origin(library, entry.id) for entry in library.all("country")]
    made += [chain_data(library, chain) for chain in library.once(chains).values()]
    for one in made:
        marks = set(re.findall(r'href="#(source-[^"]*)"', str(one).replace("\\'", "'")))
        assert marks <= set(one["sources"]), one["title"]


def test_a_country_and_a_chain_lead_to_the_check_with_themselves_chosen():
    library = small_library()
    html = html_of(library, "supply-chain", "cocoa")
    assert 'href="../../sourcing/?good=chain-cocoa"' in html
    assert '<option value="chain-cocoa"' in rendered(sourcing_page(library))
    countries = library.entries["country"]
    html = rendered(country_page(countries["ghana"], library, TODAY, ""))
    assert 'href="../../sourcing/?from=ghana"' in html
    html = rendered(country_page(countries["european-union"], library, TODAY, ""))
    assert "sourcing/?from" not in html, "goods are listed by state"


def test_every_country_and_every_chain_has_a_file_and_every_good_a_chain():
    library = small_library()
    paths = {path for path, *_ in sourcing_files(library)}
    assert {origin_file(entry.id) for entry in library.all("country")} <= paths
    html = rendered(sourcing_page(library))
    for held in re.findall(r'data-kind="good" data-chains="([^"]*)"', html):
        assert held, "a good without a chain"
        assert {chain_file(id_) for id_ in held.split()} <= paths

"""The comparison of records of a reader's choice: its pages, its rows and its files of data."""

from __future__ import annotations

import re
from datetime import date
from itertools import chain
from typing import Any

from small_library import faults, html_of, small_library, with_record, words

from knowledge.kinds.country import LAW_GROUPS
from knowledge.library import Library
from knowledge.pages.chosen_addresses import (
    COMPARE,
    IN_A_FILE,
    INITIATIVES,
    country_file,
    initiatives_file,
)
from knowledge.pages.collection import collection_page
from knowledge.pages.compare import compare_page, compare_pages
from knowledge.pages.compare_data import compare_files, country_data, initiative_data
from knowledge.pages.compare_initiative_rows import initiative_rows
from knowledge.pages.compare_rows import country_rows
from knowledge.pages.country import country_page
from knowledge.pages.country_law import ENFORCEMENT_GROUPS
from knowledge.pages.page import Page
from knowledge.pages.templates import rendered

TODAY = date(2025, 12, 1)


def country(library: Library, id_: str) -> dict[str, Any]:
    return country_data(library, library.entries["country"][id_])


def topics(library: Library) -> dict[str, Page]:
    return {address: make() for address, _, make in compare_pages(library) if "/topics/" in address}


def test_every_topic_of_law_and_enforcement_is_a_row_once():
    ids = [row.id for row in country_rows()]
    assert len(ids) == len(set(ids))
    fields = chain.from_iterable(names for _, names in (*LAW_GROUPS, *ENFORCEMENT_GROUPS))
    assert {name.replace("_", "-") for name in fields} <= set(ids)
    assert {"c029", "c138", "pathfinder", "goods-listed"} <= set(ids)


def test_a_cell_has_the_value_the_basis_the_date_the_state_and_the_source():
    cells = country(small_library(), "nepal")["cells"]
    state, value, as_of, basis, small, sources, anchor = cells["minimum-age-work"][0]
    assert (state, value, as_of) == ("stated", "14 years", "As of 2000")
    assert basis == "Basis: Child Labour (Prohibition and Regulation) Act 2056, section 3(1)"
    assert (small, anchor) == ([], "law-minimum-age-work")
    assert sources == ["source-country--nepal--child-labour-act"]


def test_a_missing_basis_is_said_and_not_left_empty():
    cells = country(small_library(), "nepal")["cells"]
    assert cells["compulsory-education-to"][0][3] == "Basis not recorded in this source"


def test_where_sources_disagree_a_cell_holds_both_values_and_the_other_reading():
    state, value, _, _, small, sources, _ = country(small_library(), "nepal")["cells"][
        "minimum-age-hazardous-work"
    ][0]
    assert (state, value) == ("to-verify", "17 years or 16 years")
    assert small == ["Other reading: 16 years, as of 2000"]
    assert len(sources) == 1


def test_unknown_silent_and_not_researched_stay_three_things():
    silent = {"forced_labour": {"state": "silent", "source": ["ilab-findings-2022"]}}
    library = with_record(small_library(), "country", "nepal", law=silent)
    cells = country(library, "nepal")["cells"]
    assert cells["violations"][0][:2] == ["unknown", ""]
    assert cells["forced-labour"][0][:2] == ["silent", "No provision"]
    assert "debt-bondage" not in cells, "a row that is not there has not been researched"


def test_the_words_of_a_cell_are_those_of_the_page_of_the_country():
    library = small_library()
    entry = library.entries["country"]["nepal"]
    page = words(rendered(country_page(entry, library, TODAY, "")))
    for row, cells in country(library, "nepal")["cells"].items():
        for cell in cells:
            if row != "goods-listed" and cell[1]:
                assert cell[1].lower() in page.lower(), (row, cell)


def test_every_source_of_a_cell_is_told_with_its_words_and_its_page():
    made = country(small_library(), "nepal")
    named = {anchor for cells in made["cells"].values() for cell in cells for anchor in cell[5]}
    assert named == set(made["sources"])
    told, url, page = made["sources"]["source-country--nepal--child-labour-act"]
    assert told.startswith("Nepal Law Commission, Child Labour")
    assert url == "http://www.lawcommission.gov.np/np/archives/10765"
    assert page == "sources/country--nepal--child-labour-act/"


def test_the_age_line_of_each_country_has_ids_of_its_own():
    ages = country(small_library(), "nepal")["ages"]
    assert 'aria-labelledby="ages-nepal-title"' in ages
    assert "age-line" not in re.findall(r'id="([^"]*)"', ages)


def test_numbers_and_sentences_are_not_judged():
    judged = {row.id: row.compares for row in country_rows()}
    assert judged["minimum-age-work"]
    assert judged["c138"]
    assert judged["routine-inspections"]
    assert not judged["labour-inspectors"]
    assert not judged["domestic-work"]
    assert not judged["gaps-reported"]


def test_every_question_to_an_initiative_has_an_answer_or_says_that_nobody_looked():
    library = small_library()
    entry = library.entries["initiative"]["goodweave"]
    made: dict[str, Any] = initiative_data(library, entry)
    assert set(made["cells"]) <= {row.id for row in initiative_rows(library)}
    assert made["cells"]["type"][0][0] == "stated"
    assert "constituencies-academia" not in made["cells"]
    for cells in made["cells"].values():
        for cell in cells:
            assert cell[6] in ("facts", "members", "principles", "accountability")


def test_an_initiative_that_has_ended_says_so_and_one_that_has_not_is_not_called_unresearched():
    library = small_library()
    assert "ended" not in {row.id for row in initiative_rows(library)}
    over = with_record(library, "initiative", "goodweave", ended="2020")
    made: dict[str, Any] = initiative_data(over, over.entries["initiative"]["goodweave"])
    assert "ended 2020" in str(made["cells"]["started"]).lower()


def test_there_is_a_file_for_each_country_and_one_for_every_few_initiatives():
    library = small_library()
    for number in range(IN_A_FILE):
        library = with_record(library, "initiative", "goodweave", id=f"other-{number}")
    files = {path: (table, make) for path, _, table, make in compare_files(library)}
    assert set(files) == {
        *(country_file(entry.id) for entry in library.all("country")),
        initiatives_file(0),
        initiatives_file(1),
    }
    first, second = (files[initiatives_file(number)][1]() for number in (0, 1))
    assert len(first) == IN_A_FILE
    assert {*first, *second} == set(library.entries["initiative"])
    html = rendered(compare_page(library, "initiative"))
    for number, held in enumerate((first, second)):
        for id_ in held:
            assert f'<option value="{id_}" data-file="{number}"' in html


def test_a_renamed_record_is_found_under_its_old_id():
    library = with_record(small_library(), "country", "nepal", formerly=["nepal-kingdom"])
    html = rendered(compare_page(library, "country"))
    assert '<option value="nepal" data-formerly="nepal-kingdom">Nepal</option>' in html


def test_every_topic_with_an_answer_has_a_page_with_all_countries_and_the_others_have_none():
    library = small_library()
    pages = topics(library)
    assert "compare/topics/minimum-age-work/" in pages
    assert "compare/topics/informal-work/" not in pages
    index = rendered(compare_page(library, "country"))
    for address in pages:
        assert f'href="../{address}"' in index
    assert "informal-work/" not in re.sub(r"<form.*?</form>", "", index, flags=re.DOTALL)
    html = rendered(pages["compare/topics/minimum-age-work/"])
    assert 'href="../../../countries/nepal/#law-minimum-age-work"' in html
    assert "Child Labour (Prohibition and Regulation) Act 2056, section 3(1)" in html
    assert "Not researched yet, which never means no" in html
    assert "European Union" in html


def test_the_pages_are_whole_without_a_script_and_parse_without_an_error():
    library = small_library()
    for make in (make for _, _, make in compare_pages(library)):
        html = rendered(make())
        assert not faults(html)
        assert " style=" not in html
        assert not re.search(r"<script(?![^>]* src=)", html)
    for kind in ("country", "initiative"):
        html = rendered(compare_page(library, kind))
        assert re.search(r'<form class="k-choose[^"]*" hidden', html)


def test_records_and_collections_lead_to_the_comparison():
    library = small_library()
    entry = library.entries["country"]["nepal"]
    html = rendered(country_page(entry, library, TODAY, ""))
    assert f'href="../../{COMPARE}?countries=nepal"' in html
    html = html_of(library, "initiative", "goodweave")
    assert f'href="../../{INITIATIVES}?initiatives=goodweave"' in html
    for kind, address in (("country", COMPARE), ("initiative", INITIATIVES)):
        kind_ = library.all(kind)[0].kind
        assert f'href="../{address}"' in rendered(collection_page(kind_, library))
    kind_ = library.all("practice")[0].kind
    assert "Compare two" not in rendered(collection_page(kind_, library))

"""What a record has in each facet: what its term's page says, and every wider term."""

from __future__ import annotations

from dataclasses import replace

from pages.small_library import small_library, with_record

from knowledge.analysis.facets import facet_values, facets_of
from knowledge.analysis.term_use import records_by_kind
from knowledge.library import Library

PRACTICE = "practices/paid-harvest-labour/"


def values(library: Library, facet: str, address: str) -> tuple[str, ...]:
    return facet_values(library)[facet].held.get(address, ())


def test_a_facet_counts_the_records_that_the_page_of_a_term_counts():
    library = small_library()
    counts = facets_of(library, "practice")
    for name, vocabulary in {"level": "levels", "evidence": "evidence", "tier": "tiers"}.items():
        for id_, number in counts.get(name, {}).items():
            assert number == records_by_kind(library, vocabulary, id_)["practice"]


def test_a_member_counts_only_where_a_source_says_yes():
    members = {
        "companies": {"value": True, "state": "stated", "source": []},
        "trade-unions": {"value": False, "state": "stated", "source": []},
        "academia": {"state": "unknown"},
    }
    id_ = small_library().all("initiative")[0].id
    library = with_record(small_library(), "initiative", id_, members=members)
    assert values(library, "constituency", f"initiatives/{id_}/") == ("companies",)


def test_a_narrower_good_counts_for_the_wider_ones():
    library = small_library()
    goods = library.vocabularies["goods"]
    cocoa = library.term("goods", "cocoa").model_copy(update={"broader": "crops"})
    crops = cocoa.model_copy(update={"id": "crops", "label": "Crops", "broader": None})
    wider = goods.model_copy(update={"terms": [cocoa, crops]})
    library = replace(library, vocabularies={**library.vocabularies, "goods": wider})
    assert values(library, "good", PRACTICE) == ("cocoa", "crops")


def test_a_country_has_the_goods_that_are_listed_for_it():
    library = small_library()
    listed = {row.good for row in library.goods_of("NPL")}
    assert listed
    assert listed <= set(values(library, "good", "countries/nepal/"))


def test_a_practice_is_in_the_regions_of_its_countries():
    assert values(small_library(), "country", PRACTICE) == ("ghana",)
    assert {"africa", "sub-saharan-africa"} <= set(values(small_library(), "region", PRACTICE))


def test_an_event_stands_in_every_year_in_which_it_goes_on():
    event = small_library().all("event")[0].id
    library = with_record(small_library(), "event", event, start="2024-12-30", end="2025-01-02")
    assert values(library, "year", f"events/{event}/") == ("2024", "2025")


def test_the_states_of_a_record_are_those_of_its_statements():
    assert {"to-verify", "not-researched"} <= set(
        values(small_library(), "state", "countries/nepal/")
    )


def test_a_facet_in_which_all_records_are_the_same_is_left_out():
    library = small_library()
    assert "kind" not in facets_of(library, "practice")
    assert set(facets_of(library)["kind"]) == {entry.kind.id for entry in library.everything()}

"""What is documented at each stage of a supply chain, and where."""

from __future__ import annotations

from typing import Any

from chain_library import chain, changed, small_library, with_listed, with_stages

from knowledge.analysis.chain_risks import (
    DocumentedRisk,
    chains_in,
    chains_of_good,
    places,
    risks_of,
)
from knowledge.library import Library

RISK = {
    "form": ["forced-labour"],
    "countries": ["nepal"],
    "text": "Workers were not paid.",
    "state": "stated",
    "as_of": "2024",
    "source": ["chain-study"],
}


def farm(library: Library) -> tuple[DocumentedRisk, ...]:
    return risks_of(library, chain(library))[0]


def with_risk(**fields: Any) -> Library:
    stage = {"id": "farm", "goods": ["cocoa"], "risks": [{**RISK, **fields}]}
    return with_stages(small_library(), stage)


def test_a_listed_good_is_a_risk_at_the_stage_that_yields_it():
    (listed,) = [risk for risk in farm(small_library()) if risk.witness == "listed"]
    assert (listed.place.name, listed.good, listed.forms) == ("Ghana", "cocoa", ("child-labour",))
    assert listed.as_of == "2022"
    assert listed.sources == ("ilab-findings-2022",)
    assert risks_of(small_library(), chain(small_library()))[1:] == ((), ())


def test_a_risk_of_the_record_stands_beside_what_is_listed():
    (reported,) = [risk for risk in farm(small_library()) if risk.witness == "reported"]
    assert (reported.place.name, reported.forms) == ("Nepal", ("forced-labour",))
    assert (reported.as_of, reported.sources) == ("2024", ("chain-study",))


def test_the_worst_forms_of_child_labour_count_as_child_labour():
    risks = farm(with_risk(form=["worst-forms-of-child-labour"]))
    assert {risk.forms for risk in risks} == {("child-labour",)}


def test_a_risk_that_is_over_is_kept_and_not_counted():
    library = with_risk(removed="2025")
    assert [risk.is_current for risk in farm(library)] == [True, False]
    assert places(farm(library), "forced-labour") == {}
    nepal = library.entries["country"]["nepal"]
    assert chains_in(library, nepal) == ()


def test_a_good_listed_only_for_an_input_has_no_form():
    (risk, _) = farm(with_listed(small_library(), ("GHA", "cocoa", False, False)))
    assert risk.forms == ()
    assert places((risk,), "child-labour") == {}


def test_a_listed_country_without_a_record_is_named_by_the_table_of_places():
    library = with_listed(small_library(), ("XXX", "cocoa", True, False))
    (listed, _) = sorted(farm(library), key=lambda risk: risk.witness)
    assert (listed.place.name, listed.place.entry) == ("XXX", None)


def test_a_country_knows_the_chains_and_the_stages_of_its_risks():
    library = small_library()
    ((found, stages),) = chains_in(library, library.entries["country"]["ghana"])
    assert (found.id, [stage.id for stage in stages]) == ("cocoa", ["farm"])


def test_a_good_knows_its_chains():
    library = changed(small_library(), "supply-chain", "cocoa", id="second", title="Second")
    assert [entry.id for entry in chains_of_good(library, "cocoa")] == ["cocoa", "second"]
    assert chains_of_good(library, "carpets") == ()

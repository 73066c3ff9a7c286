"""The indicators count what is in the library, and each has a method that the plan can name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import get_args

import pytest
from plan_and_toolkit import site

from knowledge.analysis.indicator_counts import Counted
from knowledge.analysis.indicators import INDICATORS, measured
from knowledge.analysis.work_plan import progress, reached
from knowledge.kinds.fields import Truth
from knowledge.kinds.practice import BySex, Practice
from knowledge.kinds.work_plan import NEEDED_KIND, NOT_MEASURABLE, IndicatorName, Target
from knowledge.library import Library, load

SMALL = Path(__file__).parents[1] / "sites" / "small"


def small() -> Library:
    return load(SMALL)[0]


def with_record(library: Library, kind: str, like: str, **fields: object) -> Library:
    """A library with a record like another one, but for these fields; a new id adds a record."""
    entry = library.entries[kind][like]
    record = entry.record.model_copy(update=fields)
    entries = {**library.entries[kind], record.id: replace(entry, record=record)}
    return replace(library, entries={**library.entries, kind: entries})


def value(library: Library, name: str) -> Counted:
    counted = measured(library)[name]
    assert counted is not None
    return counted


def test_every_indicator_that_a_plan_can_name_has_a_method_and_no_other() -> None:
    names = [indicator.id for indicator in INDICATORS]
    assert len(names) == len(set(names))
    assert set(names) == set(get_args(IndicatorName)) - {NOT_MEASURABLE}
    assert all(indicator.method.endswith(".") for indicator in INDICATORS)


def test_a_new_practice_in_tier_3_changes_the_values_and_is_among_the_records() -> None:
    before = small()
    after = with_record(
        before, "practice", "paid-harvest-labour", id="deeper", tiers=["tier-3-plus"], results=[]
    )
    for name, change in {
        "practices-documented": 1,
        "practices-in-tier-2-and-deeper": 1,
        "practices-in-tiers-1-and-2": 0,
        "practices-evaluated": 1,
        "records-published": 1,
        "records-on-rural-economies": 1,
        "initiatives-mapped": 0,
    }.items():
        assert value(after, name).value - value(before, name).value == change, name
    deeper = {entry.id for entry in value(after, "practices-in-tier-2-and-deeper").records}
    assert "deeper" in deeper


def test_a_practice_in_tier_1_alone_is_not_of_the_deeper_chain() -> None:
    library = with_record(small(), "practice", "paid-harvest-labour", tiers=["tier-1"])
    found = value(library, "practices-in-tier-2-and-deeper")
    assert [entry.id for entry in found.records] == ["schooling-incentives-carpets"]


def test_results_by_sex_are_counted_one_by_one_and_their_practices_listed() -> None:
    library = small()
    practice = library.entries["practice"]["paid-harvest-labour"].record
    assert isinstance(practice, Practice)
    before = value(library, "results-by-sex")
    split = practice.results[0].model_copy(update={"by_sex": BySex(girls=1, boys=2)})
    whole = practice.results[0].model_copy(update={"by_sex": None})
    after = value(
        with_record(library, "practice", practice.id, results=[split, split, whole]),
        "results-by-sex",
    )
    others = sum(r.by_sex is not None for r in practice.results)
    assert after.value == before.value - others + 2
    assert practice.id in {entry.id for entry in after.records}


def test_a_membership_that_is_still_to_be_verified_finds_no_constituency() -> None:
    doubtful = Truth(value=True, state="to-verify")
    both = {"un-bodies": doubtful, "civil-society": doubtful}
    library = with_record(small(), "initiative", "goodweave", members=both)
    assert value(library, "initiatives-with-un-bodies").value == 0
    assert value(library, "constituencies-found").value == 0
    sure = Truth(value=True, state="stated")
    both = {"un-bodies": sure, "civil-society": sure}
    library = with_record(small(), "initiative", "goodweave", members=both)
    assert value(library, "initiatives-with-un-bodies").value == 1
    assert value(library, "constituencies-found").value == 1


def test_a_verified_claim_on_the_law_counts_its_country() -> None:
    library = small()
    assert value(library, "countries-with-a-legal-basis").value == 1
    nepal = library.entries["country"]["nepal"].record
    claims = [
        claim.model_copy(update={"state": "verified"}) for claim in nepal.law.minimum_age_work
    ]
    law = nepal.law.model_copy(update={"minimum_age_work": claims})
    after = with_record(library, "country", "nepal", law=law)
    before = value(library, "countries-with-a-verified-claim")
    assert value(after, "countries-with-a-verified-claim").value == before.value + 1
    assert before.of == 2  # A union is no country.


def test_what_the_library_has_no_kind_for_has_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(NEEDED_KIND, "practices-documented", "no-such-kind")
    assert measured(small())["practices-documented"] is None


def test_a_target_is_reached_by_its_number_or_by_all() -> None:
    def target(value: object) -> Target:
        return Target.model_validate({"text": "x", "value": value, "set_by": "this platform"})

    assert reached(target(3), Counted(3)) is True
    assert reached(target(4), Counted(3)) is False
    assert reached(target("all"), Counted(3, of=4)) is False
    assert reached(target("all"), Counted(4, of=4)) is True
    assert reached(target("all"), Counted(4)) is None
    assert reached(target(None), Counted(4)) is None


def test_progress_tells_what_can_be_counted_and_what_was_offered(tmp_path: Path) -> None:
    library = load(site(tmp_path))[0]
    assert library.work_plan is not None
    told = progress(library.work_plan.plan, library, "knowledge")
    assert (told.number, told.computed, told.with_target, told.reached) == (2, 1, 1, 1)
    assert told.with_contributions == 1
    assert value(library, "contributions-recorded").value == 1
    assert value(library, "toolkits-published").value == 1
    computed = value(library, "pledges-with-a-computed-indicator")
    assert (computed.value, computed.of) == (1, 2)

"""Practices and initiatives are placed in a chain by their goods and tiers."""

from __future__ import annotations

from chain_library import chain, changed, small_library, with_practice, with_stages

from knowledge.analysis.chain_action import RULES, action_in, chains_of
from knowledge.library import Library

#: The cotton field and what comes of it, in the words of the small site: cocoa and carpets.
FIELD = {"id": "field", "tier": "raw-material", "goods": ["cocoa"]}
MILL = {"id": "mill", "tier": "tier-3-plus"}
TRADER = {"id": "trader", "tier": "tier-3-plus"}
LOOM = {"id": "loom", "tier": "tier-3-plus", "goods": ["carpets"]}
SHOP = {"id": "shop"}


def placed(library: Library, record: str = "practices/new/") -> list[str]:
    """The ids of the stages at which a record stands; "whole" for the chain as a whole."""
    action = action_in(library, chain(library))
    stages = zip(chain(library).record.stages, action.stages, strict=True)  # type: ignore[attr-defined]
    found = [stage.id for stage, here in stages if record in {e.address for e in here}]
    return found + (["whole"] if record in {e.address for e in action.whole} else [])


def of(*stages: dict[str, object], **fields: object) -> Library:
    library = with_stages(small_library(), *stages, goods=["cocoa", "carpets"])
    return with_practice(library, **fields)


def test_a_practice_stands_at_the_stages_of_its_tiers():
    library = of(FIELD, MILL, SHOP, goods=["cocoa"], tiers=["raw-material"])
    assert placed(library) == ["field"]


def test_a_practice_on_another_good_is_not_in_the_chain():
    assert placed(with_practice(small_library(), goods=["carpets"])) == []


def test_a_practice_that_names_no_good_is_not_in_the_chain():
    assert placed(with_practice(small_library(), goods=[])) == []


def test_without_a_tier_it_stands_for_the_chain_as_a_whole():
    assert placed(of(FIELD, SHOP, goods=["cocoa"], tiers=[])) == ["whole"]
    assert placed(of(FIELD, SHOP, goods=["cocoa"], tiers=["tier-1"])) == ["whole"]


def test_several_stages_of_a_tier_are_reached_alike_unless_one_yields_the_good():
    tier = ["tier-3-plus"]
    assert placed(of(FIELD, MILL, TRADER, goods=["cocoa"], tiers=tier)) == ["mill", "trader"]
    assert placed(of(FIELD, MILL, LOOM, goods=["carpets"], tiers=tier)) == ["loom"]


def test_work_on_a_good_does_not_reach_the_stages_before_it():
    tiers = ["raw-material", "tier-3-plus"]
    assert placed(of(FIELD, LOOM, goods=["carpets"], tiers=tiers)) == ["loom"]
    assert placed(of(FIELD, LOOM, goods=["cocoa", "carpets"], tiers=tiers)) == ["field", "loom"]


def test_a_stage_that_names_a_practice_has_it_whatever_its_goods():
    shop = {**SHOP, "practices": ["new"]}
    assert placed(of(FIELD, shop, goods=["carpets"], tiers=[])) == ["shop"]


def test_a_chain_that_names_a_practice_has_it_at_the_stages_of_its_tiers():
    library = with_stages(small_library(), FIELD, SHOP, practices=["new"])
    library = with_practice(library, goods=[], tiers=["raw-material"])
    assert placed(library) == ["field"]


def test_practices_stand_before_initiatives():
    library = changed(small_library(), "initiative", "goodweave", goods=["cocoa"])
    library = changed(library, "initiative", "goodweave", goods=["cocoa"], tiers=["tier-3-plus"])
    (farm, *_) = action_in(library, chain(library)).stages
    assert [entry.kind.id for entry in farm] == ["practice", "initiative"]


def test_a_practice_knows_its_chains_and_stages():
    library = small_library()
    (found,) = chains_of(library, library.entries["practice"]["paid-harvest-labour"])
    assert (found.chain.id, [stage.id for stage in found.stages]) == ("cocoa", ["farm"])
    assert chains_of(library, library.entries["practice"]["schooling-incentives-carpets"]) == ()


def test_every_rule_says_what_it_asks_and_what_follows_if_not():
    assert len({rule.id for rule in RULES}) == len(RULES)
    for rule in RULES:
        assert rule.asks.endswith("?")
        assert rule.otherwise.endswith(".")

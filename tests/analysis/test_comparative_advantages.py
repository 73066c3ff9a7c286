"""What initiatives do by chain, region, tier and constituency is counted; so is what is missing."""

from __future__ import annotations

from pages.small_library import small_library, with_record

from knowledge.analysis.comparative_advantages import (
    UNNAMED_ID,
    at_work_now,
    ended,
    goods_without,
    matrices,
    missing,
)
from knowledge.analysis.comparative_questions import answer_of, questions
from knowledge.analysis.comparative_standing import places
from knowledge.analysis.global_south import half_of
from knowledge.analysis.supply_chains import chains_with
from knowledge.kinds.fields import Truth
from knowledge.kinds.tables import Place
from knowledge.library import Library

SOURCE = ["goodweave-archive"]


def claim(value: bool, state: str = "stated") -> dict[str, object]:
    return {"value": value, "state": state, "source": SOURCE}


def with_initiative(library: Library, id_: str, **fields: object) -> Library:
    told = {"title": id_, "members": {}, "integrated_approach": {}, **fields}
    return with_record(library, "initiative", "goodweave", id=id_, **told)


def count(library: Library, matrix: str, line: str, function: str) -> int:
    found = library.once(matrices)[matrix].by_id.get(line)
    return len(found.by_function.get(function, ())) if found else 0


def asked(library: Library, question: str) -> dict[str, int]:
    answers = library.once(questions)[question].answers
    return {answer.id: len(answer.entries) for answer in answers if answer.entries}


def test_a_new_initiative_in_cocoa_in_ghana_changes_its_own_cells_and_no_other():
    before = small_library()
    after = with_initiative(
        before, "cocoa-watch", goods=["cocoa"], countries=["ghana"], tiers=["raw-material"],
        functions=["monitoring"], members={"trade-unions": claim(True)},
    )  # fmt: skip
    changed = {
        (matrix.id, line.id, function)
        for matrix in after.once(matrices).values()
        for line in matrix.lines
        for function in ("monitoring", "certification")
        if count(after, matrix.id, line.id, function) != count(before, matrix.id, line.id, function)
    }
    assert changed == {
        ("chains", "cocoa", "monitoring"),
        ("regions", "africa", "monitoring"),
        ("regions", "sub-saharan-africa", "monitoring"),
        ("tiers", "raw-material", "monitoring"),
        ("members", "trade-unions", "monitoring"),
    }
    assert count(after, "chains", "cocoa", "monitoring") == 1


def test_the_lines_without_a_function_are_named_with_their_number():
    library = small_library()
    gaps = {(gap.matrix, gap.function): gap for gap in missing(library)}
    tiers = gaps["tiers", "monitoring"]
    assert [line.id for line in tiers.lines] == ["tier-3-plus", "raw-material"]
    assert tiers.of == 4
    filled = with_initiative(library, "field", tiers=["raw-material"], functions=["monitoring"])
    after = {(gap.matrix, gap.function): gap for gap in missing(filled)}["tiers", "monitoring"]
    assert [line.id for line in after.lines] == ["tier-3-plus"]


def test_a_region_around_others_is_not_counted_as_a_gap_of_its_own():
    gaps = [gap for gap in missing(small_library()) if gap.matrix == "regions"]
    assert {line.id for gap in gaps for line in gap.lines} == {"sub-saharan-africa"}


def test_what_has_ended_is_left_out_and_named():
    library = with_initiative(small_library(), "over", ended="2020", functions=["certification"])
    assert "over" not in {entry.id for entry in library.once(at_work_now)}
    assert [entry.id for entry in ended(library)] == ["over"]
    assert count(library, "chains", "carpets", "certification") == 1
    assert "over" not in places(library)


def test_an_initiative_that_names_no_good_has_a_line_of_its_own_and_fills_no_gap():
    library = with_initiative(small_library(), "wide", goods=[], functions=["monitoring"])
    lines = library.once(matrices)["chains"]
    assert [entry.id for entry in lines.by_id[UNNAMED_ID].entries] == ["wide"]
    assert UNNAMED_ID not in {line.id for line in lines.asked}


def test_a_member_still_to_be_verified_is_not_counted_as_taking_part():
    library = with_initiative(
        small_library(), "unsure", members={"trade-unions": claim(True, "to-verify")}
    )
    assert count(library, "members", "trade-unions", "monitoring") == 0
    assert asked(library, "members/trade-unions") == {"to-verify": 1, "unknown": 1}


def test_yes_no_unknown_and_not_researched_are_counted_apart():
    library = with_initiative(small_library(), "a", members={"companies": claim(True)})
    library = with_initiative(library, "b", members={"companies": claim(False)})
    unknown = {"state": "unknown", "source": SOURCE}
    library = with_initiative(library, "c", members={"companies": unknown})
    told = {"yes": 1, "no": 1, "unknown": 1, "not-researched": 1}
    assert asked(library, "members/companies") == told
    assert answer_of(None) == "not-researched"
    assert answer_of(Truth(state="unknown", source=[])) == "unknown"


def test_an_integrated_approach_needs_association_and_discrimination_beside_the_two():
    def principles(*names: str) -> dict[str, object]:
        return {name: claim(True) for name in names}

    library = with_initiative(
        small_library(), "whole",
        integrated_approach=principles("forced-labour", "freedom-of-association", "discrimination"),
    )  # fmt: skip
    library = with_initiative(
        library, "part", integrated_approach=principles("child-labour", "discrimination")
    )
    library = with_initiative(library, "silent")
    assert asked(library, "questions/integrated-approach") == {
        "integrated": 1, "in-part": 1, "narrow": 1, "not-researched": 1,
    }  # fmt: skip


def test_the_secretariat_says_north_or_south_by_its_country():
    seat = {"iso3": "NPL", "place": "Kathmandu", "source": SOURCE}
    library = with_initiative(small_library(), "south", secretariat=seat)
    assert asked(library, "questions/secretariat") == {"south": 1, "not-researched": 1}


def test_north_and_south_follow_regions_and_the_countries_named():
    def place(iso3: str, region: str, part: str) -> Place:
        return Place.model_construct(iso3=iso3, region=region, subregion=part)

    assert half_of(place("CHE", "Europe", "Western Europe")) == "north"
    assert half_of(place("USA", "Americas", "Northern America")) == "north"
    assert half_of(place("MEX", "Americas", "Central America")) == "south"
    assert half_of(place("JPN", "Asia", "Eastern Asia")) == "north"
    assert half_of(place("NZL", "Oceania", "Australia and New Zealand")) == "north"
    assert half_of(place("FJI", "Oceania", "Melanesia")) == "south"
    assert half_of(None) is None


def test_an_initiative_is_told_what_it_alone_does_and_what_it_shares():
    library = with_initiative(small_library(), "second", functions=["monitoring"])
    place = places(library)["goodweave"]
    told = {(one.function, one.line.id): one.number for one in place.does}
    assert told == {("certification", "carpets"): 1, ("monitoring", "carpets"): 2}


def test_a_mapped_chain_holds_its_goods_and_any_other_good_stands_for_itself():
    library = small_library()
    (cocoa,), (carpets,) = chains_with(library, ["cocoa"]), chains_with(library, ["carpets"])
    assert cocoa.entry is not None
    assert (carpets.id, carpets.entry) == ("carpets", None)
    wider = with_record(library, "supply-chain", "cocoa", goods=["cocoa", "carpets"])
    assert [chain.id for chain in chains_with(wider, ["carpets"])] == ["cocoa"]
    assert count(wider, "chains", "cocoa", "certification") == 1


def test_an_initiative_that_a_chain_names_counts_in_the_chain():
    library = with_record(
        small_library(), "supply-chain", "cocoa", initiatives=["goodweave"], practices=[]
    )
    assert count(small_library(), "chains", "cocoa", "certification") == 0
    assert count(library, "chains", "cocoa", "certification") == 1
    assert count(library, "chains", "carpets", "certification") == 1


def test_listed_goods_that_no_initiative_names_are_named():
    library = with_record(small_library(), "initiative", "goodweave", goods=["carpets"])
    assert goods_without(library) == ("cocoa",)

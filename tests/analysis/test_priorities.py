"""A pair is scored by what records say for it; what nobody recorded is unknown, and never zero."""

from __future__ import annotations

import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis.priorities import EQUAL, Pair, pairs, priorities, rank
from knowledge.analysis.priority_criteria import CRITERIA, UNKNOWN_ALLOWED
from knowledge.analysis.priority_scores import Score
from knowledge.library import Library

SOURCE = ["goodweave-archive"]
IDS = [criterion.id for criterion in CRITERIA]


def claim(value: object, state: str = "stated") -> dict[str, object]:
    return {"value": value, "state": state, "source": ["ilab-findings-2022"]}


def pair(library: Library, country: str, chain: str) -> Pair:
    return next(p for p in pairs(library) if (p.country.id, p.chain.id) == (country, chain))


def score(library: Library, criterion: str, country: str = "ghana", chain: str = "cocoa") -> Score:
    return pair(library, country, chain).scores[IDS.index(criterion)]


def with_initiative(library: Library, **fields: object) -> Library:
    told = {
        "id": "cocoa-pact", "title": "Cocoa pact", "goods": ["cocoa"], "countries": ["ghana"],
        "members": {}, **fields,
    }  # fmt: skip
    return with_record(library, "initiative", "goodweave", **told)


def members(*names: str, state: str = "stated") -> dict[str, object]:
    return {name: {"value": True, "state": state, "source": SOURCE} for name in names}


def made(*values: int | None) -> Pair:
    """A pair of Ghana and cocoa with these scores."""
    real = pair(small_library(), "ghana", "cocoa")
    told = tuple(Score(id_, value) for id_, value in zip(IDS, values, strict=True))
    return Pair(real.country, real.chain, told, real.listed)


def test_pairs_are_where_a_good_is_listed_or_a_record_works():
    library = small_library()
    assert {(p.country.id, p.chain.id) for p in pairs(library)} == {
        ("ghana", "cocoa"), ("nepal", "carpets"),
    }  # fmt: skip
    new = with_record(library, "practice", "paid-harvest-labour", countries=["nepal"])
    assert ("nepal", "cocoa") in {(p.country.id, p.chain.id) for p in pairs(new)}


def test_a_new_initiative_in_cocoa_in_ghana_changes_the_scores_of_that_pair_alone():
    before = small_library()
    after = with_initiative(before, members=members("companies", "trade-unions"))
    assert score(before, "coalitions").value is None
    assert score(after, "coalitions").value == 2
    assert score(after, "business-voice").value == 2
    assert score(after, "social-partners").value == 1
    assert [e.entry.id for e in score(after, "business-voice").evidence] == ["cocoa-pact"]
    values = [s.value for s in pair(before, "nepal", "carpets").scores]
    assert [s.value for s in pair(after, "nepal", "carpets").scores] == values


def test_both_social_partners_earn_the_whole_score():
    both = with_initiative(
        small_library(), members=members("trade-unions", "employers-organisations")
    )
    assert score(both, "social-partners").value == 2


def test_work_that_has_ended_does_not_count():
    over = with_initiative(small_library(), ended="2020", members=members("companies", "academia"))
    assert score(over, "coalitions").value is None


def test_a_record_of_several_countries_and_chains_counts_only_where_a_good_is_listed():
    wide = with_initiative(
        small_library(), goods=["cocoa", "carpets"], countries=["ghana", "nepal"],
        members=members("companies", "trade-unions"),
    )  # fmt: skip
    found = {(p.country.id, p.chain.id) for p in pairs(wide)}
    assert found == {("ghana", "cocoa"), ("nepal", "carpets")}
    assert score(wide, "coalitions").value == 2


def test_what_is_still_to_be_verified_earns_at_most_one():
    unsure = members("companies", "trade-unions", "employers-organisations", state="to-verify")
    library = with_initiative(small_library(), members=unsure)
    for criterion in ("coalitions", "social-partners", "business-voice"):
        assert score(library, criterion).value == 1


def test_a_pathfinder_with_too_few_inspectors_is_willing_and_low_in_capacity():
    library = with_record(
        small_library(), "country", "ghana",
        engagement={"pathfinder": claim(True)},
        enforcement={"labour_inspectors_enough": claim(False)},
    )  # fmt: skip
    assert score(library, "willingness").value == 2
    assert score(library, "low-capacity").value == 2
    assert {e.trail for e in score(library, "low-capacity").evidence} == {
        ("enforcement", "labour_inspectors_enough"), ("engagement", "pathfinder"),
    }  # fmt: skip


def test_enough_capacity_is_a_zero_with_its_records_and_no_record_is_none():
    told = {"labour_inspectors_enough": claim(True), "training_of_inspectors": claim(True)}
    library = with_record(small_library(), "country", "ghana", enforcement=told)
    assert score(library, "low-capacity").value == 0
    assert len(score(library, "low-capacity").evidence) == 2
    assert score(small_library(), "low-capacity").value is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["ratified"] * 4, 2),
        (["ratified", "ratified", "ratified", "not-ratified"], 1),
        (["not-ratified"] * 4, 0),
    ],
)
def test_conventions_say_whether_a_government_is_called_to_account(
    values: list[str], expected: int
):
    numbers = ("C029", "C105", "C138", "C182")
    told = {number: claim(value) for number, value in zip(numbers, values, strict=True)}
    library = with_record(small_library(), "country", "ghana", conventions=told)
    assert score(library, "rights-systems").value == expected


def test_a_case_counts_by_the_convention_it_was_about():
    def cases(text: str) -> Library:
        told = {"standards_committee_cases": [claim(text)]}
        return with_record(small_library(), "country", "ghana", engagement=told)

    assert score(cases("C105, discussed in 2016"), "standards-cases").value == 2
    assert score(cases("C087, discussed in 2016"), "standards-cases").value == 1
    assert score(small_library(), "standards-cases").value is None


def test_money_counts_where_it_is_recorded():
    library = with_record(
        small_library(), "practice", "paid-harvest-labour",
        period={"start": "2024"},
        funding={"value": "A grant", "state": "stated", "source": ["trial-15377"]},
    )  # fmt: skip
    assert score(library, "resources").value == 2
    assert score(small_library(), "resources").value is None


def test_unknown_is_its_own_share_and_not_a_zero():
    some, all_known = made(2, 2, None, None, 2, 2, None, None), made(2, 2, 0, 0, 2, 2, 0, 0)
    assert (some.fit(), some.known()) == (1.0, 0.5)
    assert (all_known.fit(), all_known.known()) == (0.5, 1.0)


def test_a_pair_with_more_than_half_unknown_is_listed_and_not_ranked():
    assert made(2, 2, 2, 2, None, None, None, None).is_ranked
    assert not made(2, 2, 2, None, None, None, None, None).is_ranked
    assert len(CRITERIA) == UNKNOWN_ALLOWED * 2
    library = small_library()
    assert [p.chain.id for p in priorities(library).unranked] == ["cocoa", "carpets"]


def test_a_pair_that_only_initiatives_name_is_not_ranked():
    library = with_initiative(small_library(), countries=["nepal"], members=members("companies"))
    named = pair(library, "nepal", "cocoa")
    known = Pair(named.country, named.chain, made(*[2] * 8).scores)
    assert not named.is_producing
    assert not known.is_ranked
    assert pair(library, "ghana", "cocoa").is_producing


def test_weights_change_ranks_and_equal_pairs_share_one():
    first, second = made(2, 0, 1, 1, 1, 1, 1, 1), made(0, 2, 1, 1, 1, 1, 1, 1)
    more_known, less_known = made(2, 2, 2, 2, 2, None, None, None), made(2, 2, 2, 2, *[None] * 4)
    assert rank([first, second], EQUAL) == [1, 1]
    assert rank([first, second], (2, *EQUAL[1:])) == [1, 2]
    assert rank([first, second], (0, *EQUAL[1:])) == [2, 1]
    assert rank([less_known, more_known], EQUAL) == [2, 1]


def test_a_pair_without_a_known_criterion_of_any_weight_comes_last():
    none, some = made(None, *[0] * 7), made(0, *[None] * 7)
    only_first = (1, *[0] * 7)
    assert none.fit(only_first) is None
    assert rank([none, some], only_first) == [2, 1]


def test_the_range_of_ranks_shows_what_other_weights_do():
    library = with_record(
        small_library(), "country", "ghana",
        engagement={"pathfinder": claim(True), "oecd_contact_point": claim(True)},
        enforcement={"labour_inspectors_enough": claim(False)},
    )  # fmt: skip
    library = with_record(
        library, "country", "nepal",
        engagement={"pathfinder": claim(True), "oecd_contact_point": claim(True)},
        enforcement={"labour_inspectors_enough": claim(False)},
        conventions={number: claim("ratified") for number in ("C029", "C105", "C138", "C182")},
    )  # fmt: skip
    ranked = {one.pair.country.id: one for one in priorities(library).ranked}
    assert (ranked["nepal"].rank, ranked["nepal"].best, ranked["nepal"].worst) == (1, 1, 1)
    ghana = ranked["ghana"]
    assert (ghana.rank, ghana.best, ghana.worst) == (2, 1, 2)

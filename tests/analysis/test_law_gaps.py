"""Gaps are found from what a record says, and only from that."""

from __future__ import annotations

from typing import Any

import pytest

from knowledge.analysis.law_gaps import RULES, law_gaps
from knowledge.kinds.country import Country


def country(conventions: dict[str, Any] | None = None, **law: Any) -> Country:
    return Country.model_validate(
        {
            "id": "nowhere",
            "title": "Nowhere",
            "summary": "A country made for a test.",
            "names": {"short": "Nowhere"},
            "jurisdiction": "state",
            "iso3": "XNW",
            "m49": "999",
            "added": "2026-01-01",
            "law": law,
            "conventions": conventions or {},
        }
    )


def age(value: float | None, state: str = "stated", **more: Any) -> dict[str, Any]:
    return {"value": value, "state": state, "source": ["s"], **more}


def test_a_record_without_law_has_no_gaps_because_nothing_is_known() -> None:
    assert law_gaps(country()) == []


def test_a_law_that_meets_the_standards_has_no_gaps() -> None:
    assert not law_gaps(
        country(
            minimum_age_work=age(15),
            compulsory_education_to=age(15),
            minimum_age_hazardous_work=age(18),
            minimum_age_light_work=age(13),
            recruitment_compulsory=age(18),
            forced_labour={"value": "prohibited", "state": "stated", "source": ["s"]},
        )
    )


def test_leaving_school_before_work_is_allowed_is_a_gap_in_words() -> None:
    (gap,) = law_gaps(country(minimum_age_work=age(15), compulsory_education_to=age(10)))
    assert gap.sentence == "A child may leave school at 10 but not work before 15."
    assert gap.explanation.startswith("5 years with neither")
    assert (gap.id, gap.strength) == ("school-ends-before-work", "gap")


@pytest.mark.parametrize(
    ("law", "expected", "strength"),
    [
        (
            {"minimum_age_work": age(15), "compulsory_education_to": age(16)},
            "work-before-school-ends",
            "gap",
        ),
        ({"minimum_age_work": age(14)}, "minimum-age", "weak"),
        ({"minimum_age_work": age(12)}, "minimum-age", "gap"),
        ({"minimum_age_hazardous_work": age(16)}, "hazardous-age", "weak"),
        ({"minimum_age_hazardous_work": age(15)}, "hazardous-age", "gap"),
        ({"minimum_age_light_work": age(12)}, "light-work", "weak"),
        ({"minimum_age_light_work": age(10)}, "light-work", "gap"),
        ({"recruitment_compulsory": age(17)}, "compulsory-recruitment", "gap"),
        (
            {"debt_bondage": {"value": "not-prohibited", "state": "stated", "source": ["s"]}},
            "not-prohibited",
            "gap",
        ),
        ({"debt_bondage": {"state": "silent", "source": ["s"]}}, "not-prohibited", "gap"),
    ],
)  # fmt: skip
def test_each_rule_finds_its_gap(law: dict[str, Any], expected: str, strength: str) -> None:
    (gap,) = law_gaps(country(**law))
    assert (gap.id, gap.strength) == (expected, strength)


def test_work_below_the_age_specified_on_ratification_is_a_gap() -> None:
    ratified = {"value": "ratified", "state": "stated", "source": ["s"], "specified_age": 16}
    (gap,) = law_gaps(country({"C138": ratified}, minimum_age_work=age(15)))
    assert gap.id == "specified-age"


def test_a_gap_that_rests_on_a_doubtful_reading_is_weak_and_says_so() -> None:
    (gap,) = law_gaps(country(minimum_age_work=age(12, "to-verify")))
    assert gap.strength == "weak"
    assert "still to be verified" in gap.explanation


def test_an_unknown_age_gives_no_gap() -> None:
    assert not law_gaps(country(minimum_age_work=age(None, "unknown")))


def test_a_gap_that_holds_in_a_part_of_the_country_names_the_part() -> None:
    ages = [age(12, area="The north"), age(15)]
    (gap,) = law_gaps(country(minimum_age_work=ages))
    assert gap.sentence == "The minimum age for work is 12 (The north)."


def test_ages_are_compared_only_where_both_hold() -> None:
    work = [age(16, area="The north"), age(15, area="The south")]
    school = [age(16, area="The south")]
    (gap,) = law_gaps(country(minimum_age_work=work, compulsory_education_to=school))
    assert gap.sentence == "A child may work at 15 but must attend school until 16 (The south)."


def test_an_area_without_an_age_of_its_own_is_compared_with_that_of_the_whole_country() -> None:
    work = [age(15), age(16, area="The north")]
    (gap,) = law_gaps(country(minimum_age_work=work, compulsory_education_to=age(15)))
    assert gap.sentence == "A child may leave school at 15 but not work before 16 (The north)."
    assert gap.explanation.startswith("One year with neither")


def test_half_a_year_is_told_in_words() -> None:
    (gap,) = law_gaps(country(minimum_age_work=age(15), compulsory_education_to=age(14.5)))
    assert gap.sentence == "A child may leave school at 14½ but not work before 15."
    assert gap.explanation.startswith("Half a year with neither")


@pytest.mark.parametrize("value", ["not-ratified", "denounced"])
def test_an_age_specified_for_a_convention_that_does_not_bind_is_no_standard(value: str) -> None:
    c138 = {"value": value, "state": "stated", "source": ["s"], "specified_age": 16}
    assert not law_gaps(country({"C138": c138}, minimum_age_work=age(15)))


def test_a_doubtful_ratification_makes_its_gap_weak() -> None:
    c138 = {"value": "ratified", "state": "to-verify", "source": ["s"], "specified_age": 16}
    (gap,) = law_gaps(country({"C138": c138}, minimum_age_work=age(15)))
    assert gap.strength == "weak"


def test_a_doubtful_prohibition_makes_its_gap_weak_and_says_so() -> None:
    doubtful = {"value": "not-prohibited", "state": "to-verify", "source": ["s"]}
    (gap,) = law_gaps(country(debt_bondage=doubtful))
    assert gap.strength == "weak"
    assert "still to be verified" in gap.explanation


def test_every_rule_names_its_standard_and_has_an_id_of_its_own() -> None:
    assert all(rule.standard and rule.compares for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)


def test_school_that_ends_before_work_is_measured_by_the_recommendation_alone() -> None:
    (gap,) = law_gaps(country(minimum_age_work=age(15), compulsory_education_to=age(14)))
    assert gap.standard == "Minimum Age Recommendation (No. 146), para. 4"
    assert "The Convention does not forbid that" in gap.explanation


def test_a_minimum_age_of_14_that_was_specified_on_ratifying_is_told_so() -> None:
    c138 = {"value": "ratified", "state": "stated", "source": ["s"], "specified_age": 14}
    (gap,) = law_gaps(country({"C138": c138}, minimum_age_work=age(14)))
    assert gap.strength == "weak"
    assert "is the age that was specified on ratifying it" in gap.explanation


def test_work_at_the_specified_age_itself_is_no_gap() -> None:
    c138 = {"value": "ratified", "state": "stated", "source": ["s"], "specified_age": 15}
    assert not law_gaps(country({"C138": c138}, minimum_age_work=age(15)))

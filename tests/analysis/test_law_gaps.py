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


def test_an_unknown_age_and_one_that_holds_in_a_part_only_are_told_apart() -> None:
    assert not law_gaps(country(minimum_age_work=age(None, "unknown")))
    areas = [age(12, area="The north"), age(15)]
    assert not law_gaps(country(minimum_age_work=areas))


def test_every_rule_names_its_standard_and_has_an_id_of_its_own() -> None:
    assert all(rule.standard and rule.compares for rule in RULES)
    assert len({rule.id for rule in RULES}) == len(RULES)

"""Plain values become typed records, and what does not fit becomes a problem that teaches."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import BaseModel, Field

from knowledge.kinds.country import Country
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import nearest, validated
from knowledge.problems import Problem

PRACTICE: dict[str, Any] = {
    "id": "example",
    "title": "An example",
    "summary": "A practice.",
    "added": "2024-01-15",
    "approach": ["area-based"],
    "level": ["community"],
    "targets": ["child-labour"],
}
COUNTRY: dict[str, Any] = {
    "id": "example",
    "title": "An example",
    "summary": "A country.",
    "added": "2024-01-15",
    "names": {"short": "An example"},
    "jurisdiction": "state",
    "iso3": "XXA",
    "m49": "999",
}
#: A bill, which is never in force and stands under no other name.
DRAFT: dict[str, Any] = {
    "form": "bill",
    "title": "A bill",
    "status": "proposed",
    "state": "stated",
    "covers": "Companies.",
    "duty": "Know your suppliers.",
    "source": ["a"],
}


def _found(model: type[Any], base: dict[str, Any], **fields: Any) -> list[tuple[Trail, Problem]]:
    """Every problem of the base with other fields, with the place that it asked for."""
    asked: list[Trail] = []

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        asked.append((*trail, "(key)") if key else trail)
        return len(asked), 1

    record, problems = validated(model, {**base, **fields}, "example.md", locate)
    assert (record is None) == bool(problems)
    return [(asked[problem.line - 1], problem) for problem in problems]


def _one(model: type[Any], base: dict[str, Any], **fields: Any) -> tuple[Trail, Problem]:
    (only,) = _found(model, base, **fields)
    return only


def test_a_valid_record_is_typed_and_has_no_problems() -> None:
    record, problems = validated(Practice, PRACTICE, "example.md", lambda trail, key: (1, 1))
    assert problems == []
    assert record is not None
    assert str(record.added) == "2024-01-15"


def test_a_misspelt_required_field_is_one_problem_that_names_the_right_one() -> None:
    without = {name: value for name, value in PRACTICE.items() if name != "approach"}
    trail, problem = _one(Practice, without, aproach=["area-based"])
    assert (trail, problem.rule) == (("aproach", "(key)"), "unknown-field")
    assert problem.hint.startswith("Did you mean “approach”?")


def test_a_missing_field_of_a_group_stands_at_the_name_of_the_group() -> None:
    trail, problem = _one(Country, COUNTRY, names={"official": "The Example"})
    assert (trail, problem.rule) == (("names", "(key)"), "missing-field")
    assert problem.message.startswith("names.short:")


@pytest.mark.parametrize(
    ("value", "hint"),
    [("14 years", "Write 14."), ("15", "Write 15"), ("fifteen", "Write the number in digits.")],
)
def test_an_age_that_is_not_a_number_is_told_how_to_write_it(value: str, hint: str) -> None:
    claim = {"value": value, "state": "stated"}
    trail, problem = _one(Country, COUNTRY, law={"minimum_age_work": claim})
    assert (trail, problem.rule) == (("law", "minimum_age_work", "value"), "wrong-type")
    assert problem.hint.startswith(hint)


def test_a_single_claim_and_a_list_of_claims_are_both_placed_as_written() -> None:
    claim = {"value": 140, "state": "stated"}
    trail, _ = _one(Country, COUNTRY, law={"minimum_age_work": claim})
    assert trail == ("law", "minimum_age_work", "value")
    trail, _ = _one(Country, COUNTRY, law={"minimum_age_work": [{**claim, "value": 14}, claim]})
    assert trail == ("law", "minimum_age_work", 1, "value")


@pytest.mark.parametrize(("value", "written"), [("YES", "true"), ("no", "false"), ("off", "false")])
def test_yes_and_no_are_told_apart_and_rewritten(value: str, written: str) -> None:
    claim = {"value": value, "state": "stated"}
    _, problem = _one(Country, COUNTRY, law={"free_public_education": claim})
    assert problem.hint == f"Write {written}."


def test_a_convention_that_is_not_known_is_placed_at_its_name() -> None:
    trail, problem = _one(
        Country, COUNTRY, conventions={"C29": {"value": "ratified", "state": "stated"}}
    )
    assert trail == ("conventions", "C29", "(key)")
    assert problem.message == "“C29” cannot stand under conventions:."
    assert "“C029”" in problem.hint


@pytest.mark.parametrize(
    ("field", "value", "example"), [("iso3", "gha", "GHA"), ("m49", "4", "'004'")]
)
def test_the_form_of_a_code_is_told_in_words(field: str, value: str, example: str) -> None:
    trail, problem = _one(Country, COUNTRY, **{field: value})
    assert (trail, problem.rule) == ((field,), "wrong-form")
    assert example in problem.hint
    assert "[A-Z]" not in problem.hint


def test_an_empty_list_says_where_its_values_are_defined() -> None:
    trail, problem = _one(Practice, PRACTICE, level=[])
    assert (trail, problem.rule) == (("level",), "empty-list")
    assert "content/vocabularies/levels.yml" in problem.hint


def test_a_code_that_lost_its_zero_is_told_its_form() -> None:
    _, problem = _one(Country, COUNTRY, m49=4)
    assert problem.rule == "wrong-type"
    assert "'004'" in problem.hint


def test_a_fault_of_a_whole_record_is_shown_at_the_field_it_turns_on() -> None:
    trail, _ = _one(Country, COUNTRY, members=["GHA"])
    assert trail == ("jurisdiction",)


def test_a_text_where_a_list_belongs_is_shown_as_a_list() -> None:
    _, problem = _one(Practice, PRACTICE, countries="nepal, ghana")
    assert problem.hint == "Write [nepal, ghana]"


def test_an_empty_field_is_to_be_filled_in_or_removed() -> None:
    _, problem = _one(Practice, PRACTICE, title=None)
    assert "cannot be left out" in problem.hint
    _, problem = _one(Practice, PRACTICE, keywords=None)
    assert problem.message == "keywords: stands here without a value."
    assert "remove the line" in problem.hint


def test_the_members_of_a_union_complain_only_once() -> None:
    result = {"measure": "Children", "value": [1], "said_by": "owner", "state": "stated"}
    trail, problem = _one(Practice, PRACTICE, results=[result])
    assert (trail, problem.rule) == (("results", 0, "value"), "wrong-type")
    assert "or" in problem.message


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"iso3": None, "m49": None}, "country-codes"),
        ({"members": ["GHA"]}, "country-codes"),
        ({"jurisdiction": "union"}, "union-members"),
        ({"due_diligence": [{**DRAFT, "form": "law"}]}, "form-and-status"),
        ({"due_diligence": [{**DRAFT, "form": "plan"}]}, "form-and-status"),
        ({"due_diligence": [{**DRAFT, "status": "in-force"}]}, "form-and-status"),
        ({"law": {"debt_bondage": {"state": "stated"}}}, "claim-without-value"),
        ({"law": {"domestic_work": {"state": "silent", "value": "x"}}}, "claim-with-value"),
        ({"law": {"domestic_work": {"state": "verified", "value": "x"}}}, "claim-verified-when"),
        ({"added": "2024-02-31"}, "date-form"),
        ({"id": "Example"}, "id-form"),
    ],
)
def test_what_must_fit_together_has_a_rule_and_advice(fields: dict[str, Any], rule: str) -> None:
    base = {name: value for name, value in COUNTRY.items() if fields.get(name, 1) is not None}
    given = {name: value for name, value in fields.items() if value is not None}
    _, problem = _one(Country, base, **given)
    assert problem.rule == rule
    assert problem.hint


def test_a_scope_of_countries_needs_countries() -> None:
    base = {
        **{name: PRACTICE[name] for name in ("id", "title", "summary", "added", "level")},
        "targets": ["child-labour"],
        "type": "civil-society",
        "functions": ["monitoring"],
    }
    _, problem = _one(Initiative, base, scope="countries")
    assert problem.rule == "scope-countries"


def test_all_problems_are_told_at_once() -> None:
    found = _found(Practice, PRACTICE, level=[], title=" x", reviewed="soon", donor="Somebody")
    assert sorted(problem.rule for _, problem in found) == [
        "date-form", "empty-list", "text-form", "unknown-field",
    ]  # fmt: skip


def test_the_nearest_of_many_names_is_told_without_listing_all() -> None:
    known = [f"term-{number:02d}" for number in range(40)]
    assert nearest("term-7x", ["term-70", *known]) == "Did you mean “term-70”?"
    assert nearest("elsewhere", []) == "Nothing is defined there yet."
    assert nearest("elsewhere", known).endswith(", ….")
    assert nearest("Ghana", ["ghana", "guinea"]) == "Did you mean “ghana”? Known: ghana, guinea."


class Share(BaseModel):
    """A row of a table, whose values are text until they are read."""

    percent: float = Field(ge=0, le=100)


def test_a_number_of_a_table_beyond_its_limit_is_told_as_it_is_written() -> None:
    for written, side, limit in (("2500000", "more", "100"), ("-0.5", "less", "0")):
        record, (problem,) = validated(
            Share, {"percent": written}, "t.csv", lambda trail, key: (2, 1)
        )
        assert record is None
        assert problem.message == (
            f"percent: {written} is {side} than {limit}, the limit for this number."
        )

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from knowledge.importing.summaries import summary
from knowledge.kinds.country import Country

PLAIN: dict[str, Any] = {
    "id": "x", "title": "X", "summary": "x", "added": date(2026, 1, 1), "names": {"short": "X"},
    "jurisdiction": "state", "iso3": "XXX", "m49": "001",
}  # fmt: skip
DUTY = {"title": "X", "state": "stated", "covers": "X", "duty": "X", "source": ["a"]}
AGE = {"value": 15.0, "state": "stated", "source": ["a"]}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({}, "Its law has not been researched yet. The page shows what lists of goods name."),
        (
            {"law": {"minimum_age_work": [AGE], "compulsory_education_to": [AGE | {
                "value": 10.0, "state": "to-verify"}]}},
            "Ordinary work from 15, school compulsory until 10 (to verify). The page gives the law "
            "on 2 topics.",
        ),
        (
            {"law": {"minimum_age_work": [AGE | {"area": "Punjab"}]}},
            "The page gives the law on 1 topic.",
        ),
        (
            {"due_diligence": [
                DUTY | {"form": "law", "status": "in-force"},
                DUTY | {"form": "bill", "status": "proposed"},
                DUTY | {"form": "bill", "status": "lapsed"},
            ]},
            "The page gives 1 law and 2 bills on due diligence, transparency or imports. Its own "
            "law on child labour has not been researched yet.",
        ),
        (
            {"conventions": {"C182": {"value": "ratified", "state": "stated"}}},
            "The page gives the status of 1 fundamental ILO instrument. Its own law on child "
            "labour has not been researched yet.",
        ),
    ],
)  # fmt: skip
def test_a_summary_says_the_ages_and_what_the_page_holds(fields: dict[str, Any], told: str) -> None:
    assert summary(Country.model_validate(PLAIN | fields)) == told

"""The columns of a table come from the fields of a model, with what is said beside them."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

import pytest

from knowledge.kinds.columns import form_of, is_group_of_claims, values_of
from knowledge.kinds.country import Enforcement, Names, Years
from knowledge.kinds.fields import Day, Id, Link, PartialDate, Ref


@pytest.mark.parametrize(
    ("annotation", "told"),
    [
        (str, "text"),
        (bool, "true or false"),
        (Day, "day, YYYY-MM-DD"),
        (date, "day, YYYY-MM-DD"),
        (PartialDate, "year, month or day: YYYY, YYYY-MM or YYYY-MM-DD"),
        (Link, "address on the web"),
        (Id, "id: small letters, digits and hyphens"),
        (Years, "number"),
        (Literal["one", "many"], "one of: one, many"),
        (Annotated[str, Ref("country")], "id of a record of the kind country"),
        (float | int | str, "number or whole number or text"),
    ],
)
def test_the_values_of_a_cell_are_told_in_words(annotation: object, told: str) -> None:
    assert values_of(annotation) == told


def test_a_group_of_claims_is_told_from_a_group_of_values() -> None:
    assert is_group_of_claims(Enforcement)
    assert not is_group_of_claims(Names)
    assert form_of(Enforcement.model_fields["inspections"]).is_claim

"""When a review falls due, which are overdue, and what nobody has reviewed."""

from __future__ import annotations

from datetime import date

import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis.freshness import (
    months_later,
    never_reviewed,
    overdue,
    review,
    reviews,
)
from knowledge.library import Library

IMPORTED = {"imported": {"edition": "an edition", "on": "2020-01-01"}, "reviewed": None}
PRACTICE = "paid-harvest-labour"


def reviewed(day: str, **told: object) -> Library:
    fields = {"added": "2020-01-01", "reviewed": day, **told}
    return with_record(small_library(), "practice", PRACTICE, **fields)


def late(library: Library, day: str) -> list[str]:
    return [one.entry.id for one in overdue(library, date.fromisoformat(day))]


@pytest.mark.parametrize(
    ("day", "months", "due"),
    [
        (date(2024, 1, 15), 12, date(2025, 1, 15)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
        (date(2024, 1, 31), 1, date(2024, 2, 28)),
    ],
)
def test_a_review_falls_due_on_the_same_day_some_months_later(
    day: date, months: int, due: date
) -> None:
    assert months_later(day, months) == due


def test_a_review_lasts_as_long_as_its_kind_says_unless_the_record_says_otherwise() -> None:
    entry = reviewed("2024-01-15").entries["practice"][PRACTICE]
    found = review(entry)
    assert found is not None
    assert found.due == months_later(date(2024, 1, 15), entry.kind.review_every)
    shorter = review(reviewed("2024-01-15", review_every=3).entries["practice"][PRACTICE])
    assert shorter is not None
    assert shorter.due == date(2024, 4, 15)


def test_a_review_is_overdue_the_day_after_it_was_due_and_not_before() -> None:
    library = reviewed("2024-01-15", review_every=1)
    assert PRACTICE not in late(library, "2024-02-15")
    assert PRACTICE in late(library, "2024-02-16")


def test_the_longest_overdue_comes_first() -> None:
    library = reviewed("2010-01-01")
    assert late(library, "2100-01-01")[0] == PRACTICE
    assert [one.due for one in reviews(library)] == sorted(one.due for one in reviews(library))


def test_what_was_imported_and_never_reviewed_waits_and_is_never_overdue() -> None:
    library = with_record(small_library(), "country", "ghana", **IMPORTED)
    assert "ghana" not in late(library, "2100-01-01")
    assert "ghana" in [entry.id for entry in never_reviewed(library)["country"]]
    assert review(library.entries["country"]["ghana"]) is None


def test_an_imported_record_that_a_person_reviewed_waits_no_more() -> None:
    told = {**IMPORTED, "reviewed": "2024-01-01"}
    library = with_record(small_library(), "country", "ghana", **told)
    assert "ghana" not in [entry.id for entry in never_reviewed(library)["country"]]
    assert "ghana" in late(library, "2100-01-01")

"""A draw by lot is the same on every computer, and its shares add up."""

from __future__ import annotations

import pytest

from knowledge.analysis.lots import lot, lowest, shared_out

WEIGHTS = [10, 4, 6, 15, 10, 8, 7]


def test_the_lot_of_a_place_is_the_same_on_every_computer() -> None:
    # printf '7\nevents/carpet-workshop.md\nsource' | sha256sum
    told = "e43c8ddc258a3447ec6a68868baa223a8845bdaadf9c7ef273619f18e25db269"
    assert lot(7, "events/carpet-workshop.md", "source") == told


def test_the_lowest_are_drawn_whatever_their_order() -> None:
    drawn = lowest(2, ["c", "a", "d", "b"], str)
    assert drawn == ["a", "b"] == lowest(2, ["b", "d", "a", "c"], str)
    assert lowest(9, ["b", "a"], str) == ["a", "b"]


@pytest.mark.parametrize("size", [1, 2, 7, 59, 60, 61, 1000])
def test_the_shares_add_up_to_the_size(size: int) -> None:
    assert sum(shared_out(size, WEIGHTS)) == size


def test_a_whole_sample_has_the_numbers_of_the_shares() -> None:
    assert shared_out(sum(WEIGHTS), WEIGHTS) == WEIGHTS

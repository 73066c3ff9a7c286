"""A reader weighs the criteria of the priority table, and an address may hold wrong weights."""

from __future__ import annotations

import pytest
from browser.conftest import Readers
from playwright.sync_api import Page, expect

RANKED = "table.k-ranked tbody tr"


def order(page: Page) -> list[str]:
    """The pairs as they stand, each by the text of its row without rank and fit."""
    expect(page.locator("form.k-weights")).to_be_visible()
    return page.locator(f"{RANKED} th").all_text_contents()


def test_weights_in_the_address_change_the_order_and_stand_in_their_fields(reader: Readers) -> None:
    plain = order(reader().opens("priorities/"))
    page = reader().opens("priorities/?coalitions=5&resources=0")
    assert order(page) != plain
    assert sorted(order(page)) == sorted(plain)
    assert page.locator("input[name=coalitions]").input_value() == "5"
    assert page.locator("a.k-share").get_attribute("href") == "?coalitions=5&resources=0"
    assert page.locator(".k-told").inner_text() == ""


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("coalitions=abc", "“abc” is not a number; the weight 1 is used."),
        ("coalitions=", "“” is not a number; the weight 1 is used."),
        ("coalitions=-1", "-1 is below 0, the lowest weight; 0 is used."),
        ("coalitions=1e9", "1e9 is above 10, the highest weight; 10 is used."),
        ("luck=3", "“luck” in the address is no criterion and was ignored."),
    ],
)
def test_a_wrong_weight_in_the_address_is_told_and_breaks_nothing(
    reader: Readers, query: str, told: str
) -> None:
    plain = order(reader().opens("priorities/"))
    page = reader().opens(f"priorities/?{query}")
    assert sorted(order(page)) == sorted(plain)
    assert told in page.locator(".k-told").inner_text()
    page.locator("form.k-weights input").first.fill("5")
    expect(page.locator(".k-told")).to_be_empty()


def test_weights_that_are_all_nothing_are_told_and_equal_ones_are_used(reader: Readers) -> None:
    page = reader().opens("priorities/")
    plain = order(page)
    names = page.locator("form.k-weights input").evaluate_all("all => all.map(e => e.name)")
    page = reader().opens("priorities/?" + "&".join(f"{name}=0" for name in names))
    assert "Every weight is 0" in page.locator(".k-told").inner_text()
    assert order(page) == plain


def test_without_scripts_the_table_stands_with_equal_weights(reader: Readers) -> None:
    ranked = reader().opens("priorities/").locator(f"{RANKED} th").all_text_contents()
    page = reader(javascript=False).opens("priorities/?coalitions=abc")
    assert page.locator("form.k-weights").is_hidden()
    assert page.locator(f"{RANKED} th").all_text_contents() == ranked

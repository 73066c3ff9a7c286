"""Bars for girls and boys side by side: every number said, none made up."""

from __future__ import annotations

from knowledge.drawings.paired_bars import Measured, PairedBars, paired_bars
from knowledge.pages.templates import environment

THINGS = [
    Measured("World", (7.8, 11.2), ("7.8%", "11.2%")),
    Measured("Exland", (None, 22.4), ("", "22.4%")),
]


def drawn(things: list[Measured] = THINGS) -> PairedBars:
    made = paired_bars("bars", "Child labour in 2020", ("Girls", "Boys"), things, hatched=0)
    assert made is not None
    return made


def markup(drawing: PairedBars) -> str:
    macro = environment().get_template("drawings/paired_bars.html").module.paired_bars  # type: ignore[attr-defined]
    return str(macro(drawing))


def test_the_title_says_every_number_and_the_description_what_is_hatched() -> None:
    made = drawn()
    assert made.title == (
        "Child labour in 2020. World: girls 7.8%, boys 11.2%. Exland: girls no number, boys 22.4%."
    )
    assert "“Girls” are hatched" in made.described


def test_lengths_are_in_proportion() -> None:
    world, exland = drawn().rows
    assert exland.bars[1].width == "78.00%"
    assert world.bars[1].width == "39.00%"


def test_a_number_that_is_not_there_is_a_dash_without_a_bar() -> None:
    bar = drawn().rows[1].bars[0]
    assert (bar.text, bar.width) == ("–", "0.00%")


def test_without_a_number_above_zero_nothing_is_drawn() -> None:
    assert paired_bars("b", "W", ("A",), [Measured("X", (None,), ("",))]) is None
    assert paired_bars("b", "W", ("A",), [Measured("X", (0.0,), ("0",))]) is None
    assert paired_bars("b", "W", ("A",), []) is None


def test_one_series_needs_no_key_and_no_name_in_the_title() -> None:
    made = paired_bars("b", "W", ("All",), [Measured("2020", (160.0,), ("160",))], hatched=None)
    assert made is not None
    assert made.key == ()
    assert made.title == "W. 2020: 160."


def test_the_svg_has_a_title_a_description_and_a_hatch_and_is_read_without_colour() -> None:
    text = markup(drawn())
    assert 'role="img" aria-labelledby="bars-title" aria-describedby="bars-desc"' in text
    assert '<title id="bars-title">Child labour in 2020.' in text
    assert 'id="bars-hatch"' in text
    assert text.count('fill="url(#bars-hatch)"') == 3  # both things, and the key
    assert "viewBox" not in text

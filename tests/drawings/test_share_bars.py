"""Shares are drawn as parts of a whole, and the drawing says its numbers."""

from __future__ import annotations

import pytest

from knowledge.drawings.share_bars import STEP, ShareBars, share_bars
from knowledge.pages.templates import environment

SHARES = [("Exland", 26), ("Northern Wyland", 9)]


def drawn() -> ShareBars:
    made = share_bars("shares", "Share of something", SHARES)
    assert made is not None
    return made


def test_the_title_says_every_number():
    assert drawn().title == "Share of something: Exland 26 per cent, Northern Wyland 9 per cent."


def test_a_bar_is_as_long_as_its_share_and_stands_below_the_one_before():
    first, second = drawn().bars
    assert (first.width, second.width) == ("26%", "9%")
    assert int(second.bar_y) - int(first.bar_y) == STEP
    assert drawn().height == str(2 * STEP)


def test_nothing_is_drawn_of_nothing_and_a_share_beyond_the_whole_is_refused():
    assert share_bars("shares", "Share", []) is None
    with pytest.raises(ValueError, match="Exland"):
        share_bars("shares", "Share", [("Exland", 101)])


def test_the_svg_has_a_role_a_title_and_the_number_beside_each_bar():
    macro = environment().get_template("drawings/share_bars.html").module.share_bars  # type: ignore[attr-defined]
    markup = str(macro(drawn()))
    assert 'role="img" aria-labelledby="shares-title"' in markup
    assert markup.count("<rect") == 4
    assert ">26\N{NO-BREAK SPACE}%<" in markup

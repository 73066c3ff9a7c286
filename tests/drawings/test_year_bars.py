"""A number by year, drawn without hiding a year that has no number."""

from __future__ import annotations

from knowledge.drawings.year_bars import YearBars, year_bars
from knowledge.pages.templates import environment


def drawn(by_year: dict[str, int]) -> YearBars:
    made = year_bars("inspectors", "Labour inspectors in Exland", by_year)
    assert made is not None
    return made


def test_the_title_says_every_number_in_order():
    made = drawn({"2019": 1302, "2018": 300})
    assert made.title == "Labour inspectors in Exland: 300 in 2018, 1,302 in 2019."


def test_a_year_without_a_number_has_a_dash_and_no_bar():
    bars = {bar.year: bar for bar in drawn({"2018": 300, "2020": 150}).bars}
    assert bars["2019"].value == "–"
    assert bars["2019"].height == "0.0"
    assert bars["2020"].height == "59.0"


def test_fewer_than_two_years_or_only_zeros_are_not_drawn():
    assert year_bars("i", "Inspectors", {"2018": 300}) is None
    assert year_bars("i", "Inspectors", {}) is None
    assert year_bars("i", "Inspectors", {"2018": 0, "2019": 0}) is None


def test_the_svg_has_a_role_and_a_title():
    macro = environment().get_template("drawings/year_bars.html").module.year_bars  # type: ignore[attr-defined]
    markup = str(macro(drawn({"2018": 300, "2019": 302})))
    assert 'role="img" aria-labelledby="inspectors-title"' in markup
    assert markup.count("<rect") == 2

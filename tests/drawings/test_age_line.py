"""The age line says in a drawing, and in words, what the law's ages mean together."""

from __future__ import annotations

import re

import pytest

from knowledge.drawings.age_line import AgeLine, LegalAge, age_line
from knowledge.pages.templates import environment


def line(
    to: float | None, work: float | None, *, start: float | None = None, hazardous: float = 18
) -> AgeLine | None:
    def age(value: float | None) -> LegalAge | None:
        return None if value is None else LegalAge(value)

    return age_line("Exland", age(start), age(to), age(work), age(hazardous))


def drawn(to: float | None, work: float | None, *, start: float | None = None) -> AgeLine:
    made = line(to, work, start=start)
    assert made is not None
    return made


def svg(made: AgeLine) -> str:
    macro = environment().get_template("drawings/age_line.html").module.age_line  # type: ignore[attr-defined]
    return str(macro(made))


def per_cent(text: str) -> float:
    return float(text.removesuffix("%"))


def test_years_with_neither_school_nor_work_are_a_gap():
    made = drawn(10, 14)
    assert made.between is not None
    assert made.between_kind == "neither"
    assert made.between.label == "4 years with neither"


def test_years_with_both_school_and_work_are_a_warning():
    made = drawn(16, 15)
    assert made.between is not None
    assert made.between_kind == "both"
    assert made.between.label == "1 year with both"


def test_where_work_begins_when_school_ends_there_is_nothing_between():
    made = drawn(15, 15)
    assert made.between is None
    assert made.between_kind == ""


def test_half_years_are_kept():
    made = drawn(15.5, 17)
    assert made.between is not None
    assert made.between.label == "1½ years with neither"
    assert "until 15½" in made.title


def test_the_title_says_every_number():
    assert drawn(10, 14, start=6).title == (
        "Exland: school is compulsory from 6 until 10; work is allowed from 14; hazardous work "
        "from 18."
    )


def test_a_reading_to_verify_is_marked_and_its_other_readings_are_told():
    made = age_line("Exland", None, LegalAge(10), LegalAge(14, True, (19,)), None)
    assert made is not None
    assert made.work is not None
    assert made.work.label == "Work from 14 (to verify)"
    assert "The minimum age for work is drawn at 14; another reading says 19." in made.notes
    assert "the age for hazardous work is not known" in made.title


def test_an_unknown_start_of_school_is_said_and_drawn_from_five():
    made = drawn(14, 15)
    assert made.school is not None
    assert made.school.x == made.ticks[0].x
    assert made.notes == ("The age at which compulsory school begins is not known; drawn from 5.",)


def test_one_known_age_is_drawn_and_the_missing_one_is_named():
    made = drawn(None, 15)
    assert made.school is None
    assert "The age at which compulsory school ends is not known." in made.notes
    assert "for a time that is not known" in made.title


def test_without_school_and_work_there_is_no_drawing():
    assert line(None, None) is None


@pytest.mark.parametrize(("start", "to", "work"), [(4, 15, 16), (6, 17, 19), (3, 18, 21)])
def test_the_axis_grows_so_that_no_bar_leaves_the_drawing(start: int, to: int, work: int):
    made = drawn(to, work, start=start)
    for bar in filter(None, (made.school, made.between, made.work)):
        assert per_cent(bar.x) >= 0
        assert per_cent(bar.x) + per_cent(bar.width) <= 100


def test_school_that_begins_when_it_ends_has_no_negative_width():
    made = drawn(5, 15, start=6)
    assert made.school is not None
    assert per_cent(made.school.width) >= 0


def test_a_label_on_the_right_ends_where_its_bar_ends():
    right, left = drawn(15, 18).between, drawn(6, 9).between
    assert right is not None
    assert left is not None
    assert right.label_ends
    assert not left.label_ends


def test_the_svg_has_a_title_a_role_no_view_box_and_a_hatch():
    markup = svg(drawn(10, 14))
    assert 'role="img"' in markup
    assert "viewBox" not in markup
    assert '<title id="age-line-title">Exland: school' in markup
    assert markup.count('fill="url(#age-line-hatch)"') == 1
    assert 'class="gp"' in markup
    assert 'class="w"' in svg(drawn(16, 15))


def test_places_along_the_axis_are_per_cent_and_text_keeps_its_size():
    markup = svg(drawn(10, 14))
    assert all(
        x.endswith("%") for x in re.findall(r'\b(?:x|x1|x2|cx)="([^"]+)"', markup) if x != "0"
    )

"""The map of the world: who is a link, who is land, and in what order they are reached."""

from __future__ import annotations

from knowledge.drawings.world_map import Shape, Shown, WorldMap, world_map

SHAPES = (
    Shape("ZMB", "Zambia", "M1 1l2 0 0 2z"),
    Shape("GHA", "Ghana", "M5 5l2 0 0 2z"),
    Shape("BRB", "Barbados", x=9, y=9),
    Shape("FJI", "Fiji", x=20, y=30),
    Shape("", "Somaliland", "M7 7l2 0 0 2z"),
)


def drawn(**shown: Shown) -> WorldMap:
    return world_map("m", "A measure", "", (40, 40), SHAPES, shown)


def test_shapes_come_by_name_and_dots_after_them_so_that_none_is_covered() -> None:
    found = drawn(ZMB=Shown("", 1), GHA=Shown("", 2), BRB=Shown("", 3))
    assert [place.shape.code for place in found.places] == ["GHA", "ZMB", "BRB"]


def test_what_says_nothing_is_land_and_is_still_drawn() -> None:
    land = drawn(GHA=Shown("", 1)).land
    assert "M1 1l2 0 0 2z" in land
    assert "M7 7l2 0 0 2z" in land
    assert "M18 30l" in land
    assert "M5 5" not in land


def test_an_area_without_a_code_is_never_coloured() -> None:
    found = drawn(**{code: Shown("", 5) for code in ("ZMB", "GHA", "BRB", "FJI")})
    assert found.land == "M7 7l2 0 0 2z"


def test_no_number_has_the_colour_of_land_and_never_the_lightest_step() -> None:
    assert Shown("", 0).css_class == "nd"
    assert [Shown("", step).css_class for step in (1, 5)] == ["m1", "m5"]


def test_a_figure_that_may_not_be_compared_is_hatched_and_has_no_step() -> None:
    apart = Shown("", 0, is_apart=True)
    assert apart.css_class == "mh"
    assert drawn(GHA=apart).has_apart
    assert not drawn(GHA=Shown("", 1)).has_apart

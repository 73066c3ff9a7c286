"""The diagram of a supply chain can be read without seeing it, and without colour."""

from __future__ import annotations

import re
from itertools import pairwise

from knowledge.drawings.tier_diagram import NARROWEST, DrawnStage, TierDiagram, tier_diagram
from knowledge.pages.templates import environment

FARM = DrawnStage(
    "Farm household", "raw material", "raw material", "7 countries", "2 countries", ("4 practices",)
)
SHOP = DrawnStage("Shop", "the buyer's own end", "the buyer")


def svg(drawing: TierDiagram) -> str:
    template = environment().from_string(
        '{% from "drawings/tier_diagram.html" import tier_diagram %}{{ tier_diagram(drawing) }}'
    )
    return template.render(drawing=drawing)


def test_the_description_says_every_stage_in_words():
    drawing = tier_diagram("Cocoa", [FARM, SHOP])
    assert drawing.title == "Cocoa, stage by stage from the raw material to the shop"
    assert drawing.description == (
        "Farm household (raw material): child labour documented in 7 countries, forced labour "
        "documented in 2 countries; 4 practices. Shop (the buyer's own end): no risk documented; "
        "nothing recorded that is done."
    )


def test_both_drawings_have_a_title_and_a_description_that_label_them():
    text = svg(tier_diagram("Cocoa", [FARM, SHOP]))
    drawings = re.findall(r"<svg class=\"k-svg k-(flat|tall)\".*?</desc>", text, re.DOTALL)
    assert drawings == ["flat", "tall"]
    for ids in re.findall(r'role="img" aria-labelledby="([^"]+)"', text):
        title, description = ids.split()
        assert re.search(rf'<title id="{title}">[^<]+</title>', text)
        assert re.search(rf'<desc id="{description}">[^<]+</desc>', text)


def test_a_form_has_a_shape_of_its_own_and_an_empty_stage_a_hatch_and_words():
    text = svg(tier_diagram("Cocoa", [FARM, SHOP]))
    assert re.search(r"<circle[^>]*/><text[^>]*>7 countries</text>", text)
    assert re.search(r'<rect class="gp"[^>]*/><text[^>]*>2 countries</text>', text)
    assert text.count("hatch)") == 2
    assert "none recorded" in text
    assert "nothing recorded that is done" in text


def test_boxes_do_not_overlap_and_fill_the_width():
    drawing = tier_diagram("Gold", [FARM] * 7)
    edges = [(float(box.x[:-1]), float(box.end[:-1])) for box in drawing.boxes]
    assert edges[0][0] == 0
    assert edges[-1][1] == 100
    assert all(end < start for (_, end), (start, _) in pairwise(edges))
    assert [box.joint for box in drawing.boxes][-1] == ""


def test_a_long_title_is_broken_into_lines_that_fit_its_box():
    title = "Weaving, dyeing and tanning"
    (box, *_) = tier_diagram("Cotton", [DrawnStage(title, "tier 2", "tier 2")] * 6).boxes
    assert " ".join(line for line, _ in box.lines) == title
    assert len(box.lines) == 3
    pixels = NARROWEST * float(box.width[:-1]) / 100
    assert all(len(line) * 7 < pixels for line, _ in box.lines)


def test_a_chain_of_one_stage_is_drawn():
    drawing = tier_diagram("Salt", [SHOP])
    assert drawing.boxes[0].width == "100.00%"
    assert drawing.steps[0].is_last

"""The one style sheet: whole, self-contained, readable in both colour schemes."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

from knowledge.pages.stylesheet import CSS, SHEETS, stylesheet

THEME = CSS.parent
#: What a page loads before its own text: at most this many compressed bytes.
BUDGET = 10_000
SCRIPT_BUDGET = 5_000

LIGHT = ":root"
DARK = ":root[data-theme=dark]"
DARK_BY_SYSTEM = ":root:not([data-theme=light])"


def templates() -> list[Path]:
    return sorted(THEME.rglob("*.html"))


def colours(selector: str) -> dict[str, str]:
    """The colour tokens of one rule of `tokens.css`."""
    css = (CSS / "tokens.css").read_text(encoding="utf-8")
    rule = css[css.index(f"{selector} {{") :]
    return dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{3,6})", rule[: rule.index("\n}")]))


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_every_file_of_the_folder_is_part_of_the_style_sheet():
    assert {path.stem for path in CSS.glob("*.css")} == set(SHEETS)


def test_the_style_sheet_holds_the_first_and_the_last_rule_and_no_comment():
    css = stylesheet()
    assert css.startswith("@font-face")
    assert css.rstrip().endswith("}")
    assert "@media print" in css
    assert "/*" not in css


def test_braces_of_the_style_sheet_match():
    css = stylesheet()
    assert css.count("{") == css.count("}")


def test_the_style_sheet_is_small_enough_for_a_slow_line():
    assert len(gzip.compress(stylesheet().encode(), 9)) < BUDGET


def test_the_style_sheet_loads_nothing_but_fonts_that_are_there():
    fonts = re.findall(r"url\(([^)]*)\)", stylesheet())
    assert fonts
    assert all((THEME / "assets" / font).is_file() for font in fonts)
    assert "@import" not in stylesheet()


def test_the_licence_of_the_fonts_stands_beside_them():
    licence = (THEME / "assets/fonts/OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in licence
    assert "Source Serif 4" in licence
    assert "Source Sans 3" in licence


def test_dark_looks_the_same_whether_chosen_or_asked_for_by_the_system():
    assert colours(DARK) == colours(DARK_BY_SYSTEM)
    assert set(colours(DARK)) == set(colours(LIGHT))


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("ground", ["--bg", "--bg-2"])
@pytest.mark.parametrize(
    "ink", ["--ink", "--ink-2", "--ink-3", "--accent", "--accent-2", "--warn", "--gap"]
)
def test_text_has_enough_contrast(scheme: str, ground: str, ink: str):
    assert contrast(colours(scheme)[ink], colours(scheme)[ground]) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("edge", ["--line-2", "--focus", "--d1", "--d2"])
def test_edges_and_drawings_have_enough_contrast(scheme: str, edge: str):
    assert contrast(colours(scheme)[edge], colours(scheme)["--bg"]) >= 3


def test_every_class_that_a_template_uses_has_a_rule():
    styled = set(re.findall(r"\.(k-[\w-]+)", stylesheet()))
    missing = {
        f"{path.name}: {name}"
        for path in templates()
        for names in re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))
        for name in re.findall(
            r"(?<![\w{-])k-[\w-]+(?![\w{-])", re.sub(r"{[{%].*?[}%]}", "·", names)
        )
        if name not in styled and not name.endswith("-")
    }
    assert missing == set()


def test_no_template_has_a_script_or_a_style_of_its_own():
    # A figure in a file of its own is no page: it is carried away, and takes its style with it.
    for path in (path for path in templates() if path.name != "figure_file.html"):
        html = path.read_text(encoding="utf-8")
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", html), path.name
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", html)), path.name


def test_no_template_loads_anything_from_another_host():
    for path in templates():
        html = path.read_text(encoding="utf-8")
        loads = re.findall(r'<(?:link|script|img|iframe|source)[^>]*?(?:href|src)="([^"]*)"', html)
        assert not [address for address in loads if "//" in address], path.name


def test_the_script_is_small_and_asks_no_server():
    script = (THEME / "assets/site.js").read_text(encoding="utf-8")
    assert len(script.encode()) < SCRIPT_BUDGET
    assert not re.search(r"fetch\(|XMLHttpRequest|https?:|import\(|eval\(|innerHTML", script)

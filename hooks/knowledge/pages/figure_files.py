"""Every figure as a file of its own: an SVG that says what it shows, from where, as of when and
under which licence, wherever it is carried to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap
from typing import NamedTuple

from knowledge.drawings.age_line import AgeLine
from knowledge.drawings.paired_bars import PairedBars
from knowledge.drawings.tier_diagram import TierDiagram
from knowledge.drawings.timeline import Timeline
from knowledge.drawings.world_map import WorldMap
from knowledge.drawings.year_bars import YearBars
from knowledge.kinds.fields import Source
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.stylesheet import CSS
from knowledge.pages.templates import environment
from knowledge.pages.wording import date_words
from knowledge.platform import LICENCE, LICENCE_URL, PLATFORM

#: The width of a file, of one with a diagram that lies, and the space around, in pixels.
WIDTH, WIDE, MARGIN = 760, 1000, 20
#: The width of a letter and the height of a line: of the heading, the unit, the sources, the key.
HEADING, UNIT, SMALL, KEY = (9.2, 22), (7.0, 18), (6.2, 15), (7.4, 20)
#: What a sign of the key takes beside its words.
SIGN = 44

_RULE = re.compile(r"^(?:\.k-svg|\.k-map|:is\(\.k-map)(?![\w-])[^{]*\{[^}]*\}", re.MULTILINE)
_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_USE = re.compile(r"var\((--[\w-]+)\)")
#: What can only be seen with a pointer or a keyboard.
_MOVING = (":hover", ":focus")


class Line(NamedTuple):
    """A line of text and the height of its foot."""

    text: str
    y: int


class Sign(NamedTuple):
    """A sign of the key and its words: a box of a class, perhaps hatched, or the shape of a
    moment."""

    label: str
    x: int
    y: int
    css_class: str = ""
    hatch: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class FigureFile:
    """What the template `drawings/figure_file.html` shows. Lengths are in pixels."""

    figure: DrawnFigure
    title: str
    described: str
    sources: tuple[str, ...]
    publisher: str
    rights: str
    licence_url: str
    identifier: str
    style: str
    width: int
    height: int
    heading: tuple[Line, ...]
    unit: tuple[Line, ...]
    key: tuple[Sign, ...]
    drawing_y: int
    drawing_width: int
    drawing_height: int
    foot: tuple[Line, ...]
    margin: int = MARGIN


def figure_file(figure: DrawnFigure, site_url: str) -> bytes:
    """The file of a figure, in UTF-8."""
    template = environment().get_template("drawings/figure_file.html")
    return template.render(view=_laid_out(figure, site_url)).encode()


def _laid_out(figure: DrawnFigure, site_url: str) -> FigureFile:
    drawing = figure.drawing
    width = WIDE if isinstance(drawing, TierDiagram) else WIDTH
    inner = width - 2 * MARGIN
    title = ": ".join(filter(None, (figure.subject, figure.shows)))
    heading, y = _lines([title], HEADING, inner, MARGIN)
    unit, y = _lines([figure.unit], UNIT, inner, y)
    key, y = _key(figure, inner, y)
    drawing_y = y + 12
    height = _height(figure, inner)
    sources = tuple(map(_source, figure.rests_on))
    identifier = f"{site_url or '/'}{figure.page}"
    told = [*figure.notes]
    told += [f"{figure.derived}."] if figure.derived else []
    told += [f"Source: {'; '.join(sources)}."] if sources else []
    told.append(f"{PLATFORM}, {identifier} ({LICENCE}). The sources stay under their own terms.")
    foot, y = _lines(told, SMALL, inner, drawing_y + height + 10)
    return FigureFile(
        figure=figure,
        title=title,
        described=" ".join([f"{figure.unit}.", *told]),
        sources=sources,
        publisher=PLATFORM,
        rights=LICENCE,
        licence_url=LICENCE_URL,
        identifier=identifier,
        style=_style(is_map=isinstance(drawing, WorldMap)),
        width=width,
        height=y + MARGIN,
        heading=heading,
        unit=unit,
        key=key,
        drawing_y=drawing_y,
        drawing_width=inner,
        drawing_height=height,
        foot=foot,
    )


def _lines(
    texts: Iterable[str], size: tuple[float, int], width: int, y: int
) -> tuple[tuple[Line, ...], int]:
    """Texts in lines below a height, and where the next thing begins."""
    letter, high = size
    found = [line for text in texts for line in wrap(text, int(width / letter))]
    lines = tuple(Line(text, y + high * place) for place, text in enumerate(found, 1))
    return lines, y + high * len(found)


def _key(figure: DrawnFigure, width: int, y: int) -> tuple[tuple[Sign, ...], int]:
    """The signs of the key in rows below a height, and where the next thing begins."""
    letter, high = KEY
    signs: list[Sign] = []
    x, y = MARGIN, y + high + 4
    for sign in _signs(figure):
        wide = int(SIGN + letter * len(sign.label))
        if signs and x + wide > width + MARGIN:
            x, y = MARGIN, y + high
        signs.append(sign._replace(x=x, y=y))
        x += wide
    return tuple(signs), y if signs else y - high - 4


def _signs(figure: DrawnFigure) -> Iterator[Sign]:
    drawing = figure.drawing
    if isinstance(drawing, PairedBars):
        for name, is_hatched in drawing.key:
            hatch = drawing.id if is_hatched else ""
            yield Sign(name, 0, 0, "d2" if is_hatched else "d1", hatch)
    elif isinstance(drawing, Timeline) and len(drawing.key) > 1:
        for shape, word in drawing.key:
            yield Sign(word, 0, 0, shape=shape)
    elif isinstance(drawing, TierDiagram):
        yield Sign("child labour documented", 0, 0, shape="disc")
        yield Sign("forced labour documented", 0, 0, "gp")
    elif isinstance(drawing, WorldMap):
        for css_class, label in figure.legend:
            hatch = drawing.id if css_class == "mh" else ""
            yield Sign(label, 0, 0, css_class, hatch)


def _height(figure: DrawnFigure, width: int) -> int:
    drawing = figure.drawing
    if isinstance(drawing, WorldMap):
        return round(width * drawing.height / drawing.width)
    if isinstance(drawing, TierDiagram):
        return drawing.flat_height
    if isinstance(drawing, AgeLine | YearBars):
        return 150 if isinstance(drawing, AgeLine) else 168
    return int(drawing.height)


def _source(source: Source) -> str:
    """A source in words, with its edition and its licence."""
    named, date = source.title, date_words(source.date)
    told = [source.publisher if source.publisher not in named else "", named]
    told += [date] if date not in named else []
    told += [f"licence: {source.licence}"] if source.licence else []
    return ", ".join(filter(None, told))


def _style(*, is_map: bool) -> str:
    """The rules for drawings out of the site's own style sheet, as it is now."""
    sheets = [(CSS / f"{name}.css").read_text(encoding="utf-8") for name in ("tokens", "figures")]
    return _rules(*sheets, is_map=is_map)


@lru_cache(maxsize=4)
def _rules(tokens: str, css: str, *, is_map: bool) -> str:
    """The rules for drawings, with the colours of the light."""
    values = dict(_TOKEN.findall(tokens.partition("[data-theme=dark]")[0]))
    rules = [
        rule
        for rule in _RULE.findall(css)
        if not any(word in rule for word in _MOVING) and (is_map or ".k-map" not in rule)
    ]
    return _USE.sub(lambda use: values[use[1]], "\n".join(rules))

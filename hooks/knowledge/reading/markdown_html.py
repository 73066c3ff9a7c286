"""Markdown as safe HTML: what is rendered is sanitised, whatever the checks let through."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape
from typing import Final
from urllib.parse import unquote

import nh3

from knowledge.reading.heading_ids import HeadingIds
from knowledge.reading.link_targets import SCHEMES, is_path
from knowledge.reading.markdown_reader import COMMONMARK, encodable

_HEADINGS: Final = {"h1", "h2", "h3", "h4", "h5", "h6"}
_BLOCKS: Final = {
    "p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a", "sup",
    "div", "table", "thead", "tbody", "tr", "th", "td", *_HEADINGS,
}  # fmt: skip
#: Tables are set by a class, as a style attribute would break the content security policy.
_SET: Final = {"table": {"class": "k-prose-table"}, "th": {"scope": "col"}}

_RECORD: Final = nh3.Cleaner(
    tags=_BLOCKS,
    attributes={
        "a": {"href", "title", "aria-label"},
        "ol": {"start"},
        "code": {"class"},
        "div": {"id"},
        **{name: {"id"} for name in _HEADINGS},
    },
    allowed_classes={
        "sup": {"k-cite-ref", "k-next", "footnote-reference", "footnote-definition-label"},
        "div": {"footnote-definition"},
        "th": {"k-left", "k-center", "k-right"},
        "td": {"k-left", "k-center", "k-right"},
    },
    set_tag_attribute_values=_SET,
    url_schemes=set(SCHEMES),
    link_rel=None,
)

_EXTRA: Final = {
    "img", "span", "dl", "dt", "dd", "abbr", "sub", "del", "ins", "mark", "kbd", "details",
    "summary", "figure", "figcaption", "nav", "caption", "b", "i", "small", "s", "cite", "q",
}  # fmt: skip

_ALIGNED = re.compile(r'<(t[hd]) style="text-align: ?(left|center|right);?"')
_HEADING = re.compile(r"<h([1-6])>(.*?)</h\1>", re.DOTALL)
_SUP = re.compile(r"<sup\b.*?</sup>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# What must stand before is asked last: a search for plain letters is many times as fast.
_HREF = re.compile(r'<a href="(?<!<sup class="footnote-reference"><a href=")([^"]*)"')
_NOTE = re.compile(r'<sup class="footnote-reference"><a href="#([^"]*)">[^<]*</a></sup>')
_DEFINITION = re.compile(
    r'<div class="footnote-definition" id="([^"]*)">'
    r'<sup class="footnote-definition-label">[^<]*</sup>'
)
#: The number of a source; one that follows another at once stands clear of it for a finger.
_CITED: Final = '<sup class="k-cite-ref">'
_CITED_NEXT: Final = '<sup class="k-cite-ref k-next">'
_SECTION = re.compile(r'<h2 id="(?<![^\n]<h2 id=")([^"]*)">(.*?)</h2>\n?', re.DOTALL)

_NESTING = re.compile(r"<(/?)(?:blockquote|ul|ol|li|em|strong)\b")

#: How deep the parts of a text may stand in each other before it is shown as it is written:
#: what takes a sanitiser minutes was not written for readers.
_DEEPEST: Final = 100

Address = Callable[[str], str]
Cite = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Section:
    """What stands under a second-level heading: its id, its plain text, and safe HTML."""

    id: str
    heading: str
    html: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text in sections; the first, with the heading "", holds what stands before them."""

    sections: list[Section]


def render(body: str, address: Address, cite: Cite) -> Rendered:
    """The safe HTML of a record's text, without its second-level headings themselves.

    `address` turns the target of a link into an href. `cite` gives the number of a source,
    or None where it is unknown; then the citation stays as it is written.
    """
    html = COMMONMARK.html(encodable(body))
    if _is_too_deep(html):
        return Rendered([Section("", "", _RECORD.clean(f"<pre>{escape(encodable(body))}</pre>"))])
    if '<a href="' in html:
        # Before anything is added, so that only links of the text are mapped.
        html = _HREF.sub(lambda found: _mapped(found, address), html)
    if "footnote-" in html:
        html = _with_notes(html, cite)
    if "text-align" in html:
        html = _with_alignment(html)
    parts = _SECTION.split(_RECORD.clean(_with_heading_ids(html)))
    sections = [Section("", "", parts[0])]
    for id_, heading, rest in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        sections.append(Section(unescape(id_), _plain(heading), rest))
    return Rendered(sections)


def sanitised(html: str) -> str:
    """The HTML of a page of `content/`, without scripts, handlers, styles and other hosts.

    Ids, classes, footnotes and the spans of highlighted code stay. A picture stays only where
    it is part of this site.
    """
    return _PROSE.clean(_with_alignment(encodable(html)))


def _prose_attribute(tag: str, name: str, value: str) -> str | None:
    """Drops the address of a picture on another server."""
    return value if name != "src" or is_path(value) else None


_PROSE: Final = nh3.Cleaner(
    tags=_BLOCKS | _EXTRA,
    attributes={
        "*": {"id", "class", "title", "role", "lang", "dir", "aria-label", "aria-hidden"},
        "a": {"href", "name"},
        "img": {"src", "alt", "width", "height"},
        "ol": {"start"},
        "details": {"open"},
    },
    attribute_filter=_prose_attribute,
    set_tag_attribute_values=_SET,
    url_schemes=set(SCHEMES),
    link_rel=None,
)


def _is_too_deep(html: str) -> bool:
    depth = 0
    for tag in _NESTING.finditer(html):
        depth += -1 if tag[1] else 1
        if depth > _DEEPEST:
            return True
    return False


def _mapped(found: re.Match[str], address: Address) -> str:
    target = unescape(found[1])
    # The parser escapes letters with accents in paths; `address` knows files by their names.
    href = address(unquote(target) if is_path(target) else target)
    return f'<a href="{escape(href)}"'


def _with_notes(html: str, cite: Cite) -> str:
    """Citations as numbers of sources, and footnotes numbered among themselves."""
    defined = set(_DEFINITION.findall(html))
    numbers: dict[str, int] = {}

    def number(label: str) -> int:
        return numbers.setdefault(label, len(numbers) + 1)

    def reference(found: re.Match[str]) -> str:
        label = unescape(unquote(found[1]))
        source = escape(label)
        if source in defined or label in defined:
            count = number(label)
            return f'<sup class="footnote-reference"><a href="#fn-{count}">{count}</a></sup>'
        told = cite(label)
        if told is None:
            return f"[^{source}]"
        shown = escape(told)
        return f'{_CITED}<a href="#source-{source}" aria-label="Source {shown}">{shown}</a></sup>'

    def definition(found: re.Match[str]) -> str:
        count = number(unescape(found[1]))
        return (
            f'<div class="footnote-definition" id="fn-{count}">'
            f'<sup class="footnote-definition-label">{count}</sup>'
        )

    numbered = _NOTE.sub(reference, html).replace(f"</sup>{_CITED}", f"</sup>{_CITED_NEXT}")
    return _DEFINITION.sub(definition, numbered)


def _with_alignment(html: str) -> str:
    return _ALIGNED.sub(r'<\1 class="k-\2"', html)


def _with_heading_ids(html: str) -> str:
    ids = HeadingIds()

    def heading(found: re.Match[str]) -> str:
        id_ = ids.next(_plain(found[2]))
        return f'<h{found[1]} id="{escape(id_)}">{found[2]}</h{found[1]}>'

    return _HEADING.sub(heading, html)


def _plain(html: str) -> str:
    """The text of a heading, without the numbers of sources."""
    if "<" in html:
        html = _TAG.sub("", _SUP.sub("", html))
    return unescape(html).replace("\n", " ").strip()

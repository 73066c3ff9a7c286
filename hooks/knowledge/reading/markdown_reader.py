"""Reads a Markdown text event by event and collects what its outline is made of."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Any, Final

from pyromark import Markdown, Options

from knowledge.problems import Problem
from knowledge.reading import raw_html
from knowledge.reading.characters import UNWANTED, name_of
from knowledge.reading.heading_ids import HeadingIds
from knowledge.reading.link_targets import MADE, fault_of, is_path, made_fault
from knowledge.reading.markdown_parts import Citation, Heading, Link, Outline

#: CommonMark with tables and footnotes. In the older syntax of footnotes a `[^name]` without
#: a definition is still an event of its own: a citation.
COMMONMARK: Final = Markdown(options=Options.ENABLE_TABLES | Options.ENABLE_OLD_FOOTNOTES)

#: What can hold other blocks.
_CONTAINERS: Final = frozenset({"BlockQuote", "List", "FootnoteDefinition"})
#: How deep lists and quotations may stand in each other; three levels are hard to read already.
_DEEPEST: Final = 12
#: Links whose address stands in a definition: `[text][name]`, `[name][]` and `[name]`.
_BY_NAME: Final = frozenset({"Reference", "Collapsed", "Shortcut"})
#: Events that are words; breaks of lines count as blanks.
_TEXTS: Final = frozenset({"Text", "Code", "SoftBreak", "HardBreak"})


def encodable(text: str) -> str:
    """The text without halves of characters, which UTF-8 cannot hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


@dataclass(slots=True)
class _Open:
    """A heading, link or picture that has begun: where, and the text in it so far."""

    data: dict[str, Any]
    start: int
    text: list[str] = field(default_factory=list)
    #: Where the last thing inside ends; the address stands behind it.
    inner_end: int = 0


class OutlineReader:
    """Collects the outline event by event; offsets are bytes of UTF-8, as the parser's."""

    def __init__(self, body: str, path: str, first_line: int, prose: bool) -> None:
        self.body, self.path, self.first_line, self.prose = body, path, first_line, prose
        self.raw = body.encode("utf-8", "replace")
        self.breaks = [found.start() for found in re.finditer(b"\n", self.raw)]
        self.has_entities = "&" in body
        self.ids = HeadingIds()
        self.open: list[_Open] = []
        self.links: list[Link] = []
        self.pictures: list[Link] = []
        self.headings: list[Heading] = []
        self.notes: list[tuple[str, int]] = []
        self.defined: set[str] = set()
        self.problems: list[Problem] = []
        #: Where the definitions stand whose links are listed.
        self.by_name: set[int] = set()
        self.definitions: dict[str, Any] | None = None
        self.html_open: set[str] = set()
        self.in_html_block = False
        #: How many quotations, lists and footnotes are open.
        self.depth = 0

    def outline(self) -> Outline:
        """What was found."""
        citations = [
            Citation(id_, *self.place(at)) for id_, at in self.notes if id_ not in self.defined
        ]
        if self.prose:
            for cited in citations:
                told = f"There is no footnote [^{cited.id}]: on this page."
                hint = f"Add it at the end of the page, as [^{cited.id}]: and its text."
                self.told("footnote-missing", told, hint, cited.line, cited.column)
        return Outline(
            tuple(self.links), tuple(self.headings), tuple(citations), tuple(self.problems),
            tuple(self.pictures),
        )  # fmt: skip

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column, in characters, of a byte."""
        index = bisect_right(self.breaks, offset - 1)
        start = self.breaks[index - 1] + 1 if index else 0
        return self.first_line + index, len(self.raw[start:offset].decode("utf-8", "replace")) + 1

    def told(self, rule: str, message: str, hint: str, line: int, column: int) -> None:
        """Keep a problem."""
        self.problems.append(Problem(self.path, line, column, rule, "error", message, hint))

    def read(self, event: Any, start: int, end: int) -> None:
        """One event of the parser with its span."""
        if isinstance(event, str):
            name, value = event, " "
        else:
            ((name, value),) = event.items()
        if name == "Start":
            # Its span is that of the whole: nothing has been read behind it yet.
            self.begin(value, start)
            return
        if name == "End":
            self.finish(value, end)
        elif name in _TEXTS:
            if self.open:
                self.open[-1].text.append(value)
            if self.has_entities and name == "Text" and (hidden := UNWANTED.search(value)):
                self.hidden(hidden.group(), start, end)
        elif name == "FootnoteReference":
            self.notes.append((value, start))
        elif name in ("Html", "InlineHtml"):
            self.html(name, value, start)
        if self.open:
            self.open[-1].inner_end = end

    def begin(self, tag: Any, start: int) -> None:
        """Something begins."""
        if tag == "HtmlBlock":
            self.in_html_block = True
        elif isinstance(tag, dict):
            ((name, data),) = tag.items()
            if name in _CONTAINERS:
                self.depth += 1
                if self.depth == _DEEPEST + 1:
                    told = f"Lists and quotations stand in each other more than {_DEEPEST} deep."
                    hint = "Make them flat: one list, or a heading for each part."
                    self.told("text-depth", told, hint, *self.place(start))
            if name == "FootnoteDefinition":
                self.defined.add(data)
            elif name in ("Heading", "Link", "Image"):
                self.open.append(_Open(data, start))

    def finish(self, tag: Any, end: int) -> None:
        """Something ends."""
        if tag == "HtmlBlock":
            self.in_html_block = False
        elif tag in ("Link", "Image"):
            opened = self.closed()
            (self.link if tag == "Link" else self.image)(opened, end)
        elif isinstance(tag, dict) and "Heading" in tag:
            self.heading(self.closed())
        elif tag == "FootnoteDefinition" or (isinstance(tag, dict) and _CONTAINERS & set(tag)):
            self.depth -= 1

    def closed(self) -> _Open:
        """The innermost open thing, now closed; its words are also words of what is around it."""
        opened = self.open.pop()
        if self.open:
            self.open[-1].text += opened.text
        return opened

    def heading(self, opened: _Open) -> None:
        """A whole heading has been read."""
        text = "".join(opened.text).strip()
        line, column = self.place(opened.start)
        level = int(opened.data["level"][1])
        self.headings.append(Heading(level, text, self.ids.next(text), line))
        if self.depth and not self.prose:
            told = "A heading stands inside a quotation, a list or a footnote, where it divides"
            told += " nothing."
            self.told("heading-inside", told, "Write the words as **bold** text.", line, column)

    def link(self, opened: _Open, end: int) -> None:
        """A whole link has been read."""
        target, sort = opened.data["dest_url"], opened.data["link_type"]
        at = self.target_at(opened, target, end)
        if sort == "Email":
            target = f"mailto:{target}"
        if sort in _BY_NAME:
            if at in self.by_name:
                return
            self.by_name.add(at)
        link = Link(target, "".join(opened.text), *self.place(at))
        self.links.append(link)
        is_made = self.prose and target.startswith(MADE)
        if (fault := made_fault(target) if is_made else fault_of(target)) is not None:
            self.told(*fault, link.line, link.column)

    def target_at(self, opened: _Open, target: str, end: int) -> int:
        """The offset of a link's address; of the link, where it is written in escapes."""
        if opened.data["link_type"] in ("Autolink", "Email"):
            return opened.start + 1
        begins, ends = opened.inner_end or opened.start, end
        if opened.data["link_type"] in _BY_NAME:
            if self.definitions is None:
                found = COMMONMARK.reference_definitions(encodable(self.body))
                self.definitions = {_label(name): known for name, known in found.items()}
            known = self.definitions.get(_label(opened.data["id"]))
            if known is None:
                return opened.start
            begins, ends = known["span"]["start"], known["span"]["end"]
            begins = max(self.raw.find(b"]:", begins, ends), begins)
        at = self.raw.find(target.encode("utf-8", "replace"), begins, ends) if target else -1
        return at if at >= 0 else opened.start

    def image(self, opened: _Open, end: int) -> None:
        """A whole picture has been read."""
        target, place = opened.data["dest_url"], self.place(opened.start)
        if not self.prose:
            told = "There is a picture here; records are text only, for readers on slow lines."
            hint = "Describe in words what it shows, or link to the page that shows it."
            self.told("image", told, hint, *place)
        elif not is_path(target) or target.startswith("/"):
            told = "This picture lies on another server, which would learn who reads this page."
            hint = "Put the picture into content/assets/ and write the way to it from this file."
            self.told("image-elsewhere", told, hint, *place)
        elif not "".join(opened.text).strip():
            told = "This picture has no description for people who cannot see it."
            self.told("image-text", told, "Write ![what it shows](the file).", *place)
        else:
            self.pictures.append(Link(target, "".join(opened.text), *place))

    def html(self, name: str, html: str, start: int) -> None:
        """Raw HTML: one problem for a block, and one for a tag within a line."""
        if name == "Html":
            if not self.in_html_block:
                return
            self.in_html_block = False
        tag = html.strip("</> ").split(maxsplit=1)[:1]
        if html.startswith("</") and tag and tag[0] in self.html_open:
            return
        self.html_open.update(tag)
        self.told(raw_html.RULE, *raw_html.message_and_hint(html), *self.place(start))

    def hidden(self, character: str, start: int, end: int) -> None:
        """A character that cannot be seen, written as an entity; others are found elsewhere."""
        if character.encode("utf-8", "replace") not in self.raw[start:end]:
            told = f"There is a character that cannot be seen: {name_of(character)}."
            told += " It can make a text read differently from what it says."
            self.told("hidden-character", told, "Remove it.", *self.place(start))


def _label(name: str) -> str:
    return " ".join(name.split()).casefold()

"""The library of the small site, with records changed or added as a test needs them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

from tinyhtml5 import parser as html5

from knowledge.library import Library, load
from knowledge.pages.event import event_page
from knowledge.pages.initiative import initiative_page
from knowledge.pages.practice import practice_page
from knowledge.pages.supply_chain import supply_chain_page
from knowledge.pages.templates import rendered

SMALL = Path(__file__).parents[1] / "sites" / "small"
TODAY = date(2025, 12, 1)
PAGES = {
    "practice": practice_page,
    "initiative": initiative_page,
    "supply-chain": supply_chain_page,
    "event": event_page,
}


@cache
def small_library() -> Library:
    """The small site as it stands."""
    library, problems = load(SMALL)
    assert not problems
    return library


def with_record(library: Library, kind: str, like: str, **fields: object) -> Library:
    """A library with a record like another one, but for these fields; a new id adds a record."""
    entry = library.entries[kind][like]
    told = {**entry.record.model_dump(exclude_unset=True), **fields}
    changed = replace(entry, record=type(entry.record).model_validate(told))
    entries = {**library.entries[kind], changed.id: changed}
    return replace(library, entries={**library.entries, kind: entries})


def with_text(library: Library, kind: str, record: str, body: str) -> Library:
    """A library with another written text in a record."""
    entry = library.entries[kind][record]
    document = replace(entry.document, body=body)
    changed = replace(entry, document=document)
    entries = {**library.entries[kind], record: changed}
    return replace(library, entries={**library.entries, kind: entries})


def html_of(library: Library, kind: str, record: str, repo: str = "") -> str:
    """The main part of a record's page."""
    entry = library.entries[kind][record]
    return rendered(PAGES[kind](entry, library, TODAY, repo))


def words(html: str) -> str:
    """What a reader reads: no tags, single blanks."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html))).strip()


def part(html: str, anchor: str) -> str:
    """The part of a page from the heading with this id to the next heading of the second level."""
    start = html.index(f'id="{anchor}"')
    end = html.find("<h2", start)
    return html[start : end if end > 0 else None]


def fact(html: str, label: str) -> str:
    """What the panel of key facts says under a label."""
    found = re.search(rf"<dt>{re.escape(label)}</dt><dd>(.*?)</dd>", html, re.DOTALL)
    assert found, f"no fact {label}"
    return words(found.group(1))


def row(html: str, label: str) -> str:
    """The row of a table that begins with this label."""
    found = re.search(rf'<th scope="row">(?:<a [^>]*>)?{re.escape(label)}.*?</tr>', html, re.DOTALL)
    assert found, f"no row {label}"
    return words(found.group(0))


def faults(html: str) -> list[object]:
    """What an HTML parser finds wrong with a main part, and ids that stand twice."""
    reader = html5.HTMLParser()
    reader.parse(f"<!doctype html><html lang=en><title>x</title><body>{html}</body></html>")
    ids = re.findall(r'\bid="([^"]+)"', html)
    return [*reader.errors, *(id_ for id_ in ids if ids.count(id_) > 1)]

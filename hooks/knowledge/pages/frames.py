"""The frame of a section: what MkDocs renders once and every page of the section fills.

Rendering the theme for every record cost three quarters of a build; filling costs nothing.
"""

from __future__ import annotations

import re
from html import escape

from knowledge.analysis.feeds import ALL_FILE
from knowledge.pages.addresses import Style, link, naming_files, root_of, settled
from knowledge.pages.page import Page

TITLE, DESCRIPTION = "@@TITLE@@", "@@DESCRIPTION@@"
CANONICAL, BODY, ROOT = "@@CANONICAL@@", "@@BODY@@", "@@ROOT@@"
MOVED, FEED = "@@MOVED@@", "@@FEED@@"

_MARKER = re.compile(f"({'|'.join((TITLE, DESCRIPTION, CANONICAL, BODY, ROOT, MOVED, FEED))})")

#: What the theme is given in place of a page, to print where the page's own will stand.
MARKS = {
    "title": TITLE,
    "description": DESCRIPTION,
    "canonical": CANONICAL,
    "body": BODY,
    "moved": MOVED,
}

#: The frame of pages that only lead to another address.
MOVED_FRAME = "moved"


class Frame:
    """The HTML of a section around the places to fill."""

    def __init__(self, html: str, site_url: str, style: Style = Style.FOLDERS) -> None:
        """Split the frame at its markers; a frame without a place for the body is a mistake."""
        self.style = style
        self.html = html = naming_files(html) if style is Style.FILES else html
        # Texts and markers in turn, so that a title that holds a marker's name stays as it is.
        parts = _MARKER.split(html)
        self._markers = parts[1::2]
        self._parts = [text.encode() for text in parts]
        if BODY not in self._markers:
            raise ValueError("the frame has no place for the page's body")
        self._site_url = site_url

    def filled(self, page: Page, body: bytes) -> bytes:
        """The whole page in UTF-8. Title and description are escaped here, the body is already
        HTML."""
        values = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            CANONICAL: escape(f"{self._site_url}{page.moved_to or page.address}"),
            ROOT: root_of(page.address).rstrip("/"),
            MOVED: escape(settled(link(page.moved_to), page.address, self.style)),
            FEED: escape(settled(link(page.feed or ALL_FILE), page.address)),
        }
        filled = self._parts.copy()
        told = {marker: value.encode() for marker, value in values.items()} | {BODY: body}
        filled[1::2] = [told[marker] for marker in self._markers]
        return b"".join(filled)

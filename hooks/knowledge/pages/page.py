"""A page before it is HTML: its address, its template and what the template is told."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    `address` is relative to the site and ends in `/` (`countries/ghana/`; the front page is the
    empty text), whatever form links to it take. `section` is the address of the collection whose
    frame surrounds it. `template` is a file of `hooks/theme/`, `view` its one value.
    `made_from` is the file to name when two pages claim one address. `moved_to` is the address
    that a reader of an old address is led to. `feed` is the feed of what the page is about, where
    it is not that of everything.
    """

    address: str
    title: str
    description: str
    section: str
    template: str
    view: object
    made_from: str = ""
    moved_to: str = ""
    feed: str = ""

    @property
    def output(self) -> str:
        """The file, relative to the site's folder."""
        return f"{self.address}index.html"

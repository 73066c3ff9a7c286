"""The end of the line: planned pages become files of the site."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from knowledge.pages.frames import Frame
from knowledge.pages.plan import Planned
from knowledge.pages.sitemap import sitemap
from knowledge.pages.stylesheet import stylesheet
from knowledge.pages.templates import rendered


def publish(
    pages: list[Planned], library: Library, frames: dict[str, Frame], folder: Path, site_url: str
) -> None:
    """Write every planned page, the style sheet and the sitemap into the site's `folder`.

    `frames` holds the frame of every section by its address.
    """
    addresses = [prose.address for prose in library.prose.values()]
    for planned in pages:
        page = planned.make()
        html = frames[page.section].filled(page, rendered(page))
        write(folder / page.output, html.encode())
        # A page that only leads elsewhere asks search engines not to list it.
        addresses += [] if page.moved_to else [page.address]
    write(folder / "assets/site.css", stylesheet().encode())
    write(folder / "sitemap.xml", sitemap(addresses, site_url))


def write(path: Path, content: bytes) -> None:
    """Write a file and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

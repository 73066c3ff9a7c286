"""The end of the line: planned pages become files of the site."""

from __future__ import annotations

from pathlib import Path

from knowledge.library import Library
from knowledge.pages.frames import Frame
from knowledge.pages.plan import Planned
from knowledge.pages.sitemap import sitemap
from knowledge.pages.stylesheet import stylesheet
from knowledge.pages.templates import environment, rendered
from knowledge.processes import each


def publish(
    pages: list[Planned], library: Library, frames: dict[str, Frame], folder: Path, site_url: str
) -> None:
    """Write every planned page, the style sheet and the sitemap into the site's `folder`.

    `frames` holds the frame of every section by its address.
    """
    style = stylesheet().encode()
    environment()  # Compiled templates are inherited by every process.

    def published(planned: Planned) -> str | None:
        """Write a page; its address, unless it only leads elsewhere."""
        try:
            page = planned.make()
            html = frames[page.section].filled(page, rendered(page))
        except Exception as error:
            error.add_note(f"The page was to be made from {planned.made_from}.")
            raise
        write(folder / page.output, html.encode())
        # A page that only leads elsewhere asks search engines not to list it.
        return None if page.moved_to else page.address

    addresses = [prose.address for prose in library.prose.values()]
    addresses += [address for address in each(published, pages) if address is not None]
    write(folder / "assets/site.css", style)
    write(folder / "sitemap.xml", sitemap(addresses, site_url))


def write(path: Path, content: bytes) -> None:
    """Write a file and the folders that lead to it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)

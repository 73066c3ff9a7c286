"""Pages of `content/`: their links to records, and the safety of what MkDocs rendered.

Authors link as the code host does (`../practices/x.md`), which MkDocs takes for a mistake; so
those links travel through its Markdown under a scheme of their own. A page that is made from many
records has no file; its address is written as `site:compare/`.
"""

from __future__ import annotations

import re
from posixpath import normpath
from typing import Final

from knowledge.library import Library
from knowledge.pages.addresses import link, settled
from knowledge.reading.link_targets import MADE
from knowledge.reading.markdown import outline, sanitised

#: Folders of `content/` whose pages belong together, and what readers call them.
GROUPS: Final = {
    "about": "About this platform",
    "guides": "Guides for contributors and maintainers",
}

_SCHEME = "record:"
_MARKED = re.compile(rf'href="{_SCHEME}([^"]*)"')


def with_marked_links(markdown: str, path: str, library: Library) -> str:
    """The Markdown of a page with every link to a page of ours marked for `published`."""
    lines = markdown.splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    for written in reversed(outline(markdown, path, prose=True).links):
        address = _address(library, path, written.target)
        if address is not None:
            begins = markdown.find(written.target, starts[written.line - 1] + written.column - 1)
            # An address written with entities is not found; MkDocs then warns of it.
            if begins >= 0:
                marked = f"{_SCHEME}{address}"
                markdown = markdown[:begins] + marked + markdown[begins + len(written.target) :]
    return markdown


def addresses(library: Library) -> dict[str, list[str | None]]:
    """Where the links of every page lead, of what `with_marked_links` marks in it."""
    return {
        path: [_address(library, path, link.target) for link in prose.outline.links]
        for path, prose in library.prose.items()
    }


def published(html: str, address: str) -> str:
    """What MkDocs rendered, with the addresses of records, and sanitised."""
    linked = _MARKED.sub(lambda m: f'href="{link(m[1])}"', html)
    return settled(sanitised(linked), address)


def record_address(library: Library, path: str, target: str) -> str:
    """The address, relative to the site, that a link in the record or page at `path` means."""
    written, mark, part = target.partition("#")
    page = library.by_path.get(_from(path, written)) if written else None
    return f"{page.address}{mark}{part}" if page else target


def _address(library: Library, path: str, written: str) -> str | None:
    """Where a link leads that MkDocs cannot follow, relative to the site; None for any other."""
    if written.startswith(MADE):
        return written.removeprefix(MADE)
    target, mark, part = written.partition("#")
    page = library.by_path.get(_from(path, target)) if target else None
    if page and (page.path not in library.prose or library.prose[page.path].is_ours):
        return f"{page.address}{mark}{part}"
    return None


def _from(path: str, target: str) -> str:
    return normpath(f"{path.rpartition('/')[0]}/{target}")

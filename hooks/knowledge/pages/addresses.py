"""Every internal address of a page is made here, relative, so that a copy works anywhere.

A part of a page that stands on hundreds of pages is made once, before it is known on which; so
its addresses begin with a sign for the site's root, and every page puts its own way there.
"""

from __future__ import annotations

from typing import Final

#: Stands for the way from a page to the site's root. The control character SUBSTITUTE: no text
#: of the repository may hold one (`reading/characters.py`), so that nothing else is replaced.
SITE: Final = "\x1a"

_ELSEWHERE: Final = ("#", "https://", "http://", "mailto:")


def link(target: str) -> str:
    """The address of a page, a file or a part of a page, whichever page it will stand on.

    `target` is relative to the site: `countries/ghana/`, `assets/site.css`, `about/#states`. One
    that begins with `#` is a part of the same page, one with a scheme stays as it is.
    """
    return target if target.startswith(_ELSEWHERE) else f"{SITE}{target}"


def root_of(origin: str) -> str:
    """The relative way from a page to the site's root: `./`, `../`, `../../`."""
    return "../" * origin.count("/") or "./"


def settled(html: str, origin: str) -> str:
    """The HTML of a page at its place: every address leads there from this page."""
    return html.replace(SITE, root_of(origin))

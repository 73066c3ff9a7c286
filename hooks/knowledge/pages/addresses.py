"""Every internal address of a page is made here, relative, so that a copy works anywhere.

A part of a page that stands on hundreds of pages is made once, before it is known on which; so
its addresses begin with a sign for the site's root, and every page puts its own way there.
"""

from __future__ import annotations

import re
from enum import Enum
from typing import Final

#: Stands for the way from a page to the site's root. The control character SUBSTITUTE: no text
#: of the repository may hold one (`reading/characters.py`), so that nothing else is replaced.
SITE: Final = "\x1a"


class Style(Enum):
    """How an address names a page: by its folder, or, where no server looks into the folder, by
    the file in it. The offline edition is opened from a disk, and needs files."""

    FOLDERS = "countries/ghana/"
    FILES = "countries/ghana/index.html"


#: The file of a page in its folder.
_PAGE: Final = "index.html"
#: An address up to the part of the page or the words to search for, in an attribute of HTML.
_PLACED: Final = re.compile(rf"{SITE}([^\s\"'#?<>]*)")
_WRITTEN: Final = re.compile(
    r'(?<=\s)((?:href|action|src)=")(?!#|[a-z][a-z0-9+.-]*:|//)([^"#?]*)(?=["#?])'
)

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


def settled(html: str, origin: str, style: Style = Style.FOLDERS) -> str:
    """The HTML of a page at its place: every address leads there from this page."""
    if style is Style.FILES:
        html = _PLACED.sub(lambda found: f"{SITE}{_file(found[1])}", html)
    return html.replace(SITE, root_of(origin))


def naming_files(html: str) -> str:
    """HTML that the host made, in the style of files: the frames, and the pages of prose."""
    return _WRITTEN.sub(lambda found: f"{found[1]}{_file(found[2])}", html)


def _file(path: str) -> str:
    """The file that an address leads to."""
    if path.rpartition("/")[2] in (".", ".."):
        path += "/"
    return f"{path}{_PAGE}" if path.endswith("/") or not path else path

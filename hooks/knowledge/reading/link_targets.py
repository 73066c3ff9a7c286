"""What a link may lead to: web pages, mail addresses, and files by their relative path."""

from __future__ import annotations

import re
from typing import Final

SCHEMES: Final = frozenset({"http", "https", "mailto"})

#: How prose names a page that is made from many records and has no file: `site:compare/`.
MADE: Final = "site:"
_MADE: Final = re.compile(rf"{MADE}([a-z0-9-]+/)*(#[a-z0-9-]+)?")

#: Browsers drop these before they look for a scheme (URL Standard, section 4.4: C0 controls and
#: blanks around the address, tabs and line breaks anywhere in it).
_IGNORED = re.compile("[\x00-\x20\x7f-\xa0]")
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")


def scheme_of(target: str) -> str:
    """The scheme that a browser sees, in small letters, or "" for a path."""
    found = _SCHEME.match(_IGNORED.sub("", target))
    return found[1].lower() if found else ""


def is_path(target: str) -> bool:
    """Whether a target is a path, and not the address of another host in disguise."""
    bare = _IGNORED.sub("", target).replace("\\", "/")
    return not scheme_of(target) and not bare.startswith("//")


def made_fault(target: str) -> tuple[str, str, str] | None:
    """The rule, message and hint for a link to a made page that is written wrongly, or None."""
    if _MADE.fullmatch(target):
        return None
    told = f"“{target[:60]}” is no address of a page of this site."
    hint = f"Write its address as it stands behind the site's own, for example: {MADE}compare/"
    return "link-made", told, hint


def fault_of(target: str) -> tuple[str, str, str] | None:
    """The rule, message and hint for a target that readers cannot be sent to, or None."""
    shown = _IGNORED.sub("", target)[:60]
    if not shown:
        told = "The link leads nowhere: there is no address in its round brackets."
        return "link-empty", told, "Write [text](address)."
    scheme = scheme_of(target)
    if scheme and scheme not in SCHEMES:
        told = f"The link “{shown}” begins with “{scheme}:”, which is not safe for readers."
        hint = "Only https:, http: and mailto: links and relative paths to files are allowed."
        return "link-scheme", told, hint
    if not scheme and shown[0] in "/\\":
        told = f"The link “{shown}” begins with a slash, so that it works on one server only."
        hint = "Write the way from this file, such as ../countries/nepal.md, or a whole address"
        return "link-absolute", told, f"{hint} that begins with https://."
    return None

"""Every internal address of a page is made here, relative, so that a copy works anywhere."""

from __future__ import annotations


def link(origin: str, target: str) -> str:
    """The relative address that leads from a page to another page, file or part of a page.

    Both are relative to the site: `countries/ghana/`, `assets/site.css`, `about/#states`; a
    target that begins with `#` is a part of the same page, one with a scheme stays as it is.
    """
    if target.startswith(("#", "https://", "http://", "mailto:")):
        return target
    path, mark, part = target.partition("#")
    *here, _ = origin.split("/")
    *there, name = path.split("/")
    common = 0
    for ours, theirs in zip(here, there, strict=False):
        if ours != theirs:
            break
        common += 1
    # A page has hundreds of links: `posixpath.relpath` would take eight times as long.
    relative = "../" * (len(here) - common) + "/".join((*there[common:], name))
    return f"{relative or './'}{mark}{part}"


def root_of(origin: str) -> str:
    """The relative way from a page to the site's root, without a slash at its end."""
    return link(origin, "").rstrip("/")

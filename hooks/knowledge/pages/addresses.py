"""Every internal address of a page is made here, relative, so that a copy works anywhere."""

from __future__ import annotations

from posixpath import relpath


def link(origin: str, target: str) -> str:
    """The relative address that leads from a page to another page, file or part of a page.

    Both are relative to the site: `countries/ghana/`, `assets/site.css`, `about/#states`; a
    target that begins with `#` is a part of the same page, one with a scheme stays as it is.
    """
    if target.startswith(("#", "https://", "http://", "mailto:")):
        return target
    path, mark, part = target.partition("#")
    relative = relpath(f"/{path}", f"/{origin}")
    if relative == ".":
        relative = "./"
    elif path.endswith("/") or not path:
        relative += "/"
    return f"{relative}{mark}{part}"


def root_of(origin: str) -> str:
    """The relative way from a page to the site's root, without a slash at its end."""
    return link(origin, "").rstrip("/")

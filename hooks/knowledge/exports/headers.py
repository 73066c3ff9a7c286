"""The headers that a host sends with every file of the site, in the form of `_headers`.

A block is a pattern of addresses and, indented below it, one header a line.
"""

from __future__ import annotations

from knowledge.security_policy import HEADERS

FILE = "_headers"

#: The files of the fonts never change under their names.
KEPT = ("/assets/fonts/*", (("Cache-Control", "public, max-age=31536000, immutable"),))


def headers() -> bytes:
    """The whole file."""
    lines = []
    for pattern, sent in (("/*", HEADERS), KEPT):
        lines += [pattern, *(f"  {name}: {value}" for name, value in sent)]
    return ("\n".join(lines) + "\n").encode()

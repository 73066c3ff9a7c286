"""What a preview answers to a browser: bytes with a status and a type."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from mimetypes import guess_type
from typing import Final

#: Of these a system may have an opinion of its own (Windows keeps a list that programs change).
_TYPES: Final = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".xml": "application/xml",
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes to the browser; `moved_to` is an address relative to the site."""

    content: bytes = b""
    kind: str = "text/plain; charset=utf-8"
    status: HTTPStatus = HTTPStatus.OK
    moved_to: str | None = None


def kind_of(output: str) -> str:
    """The media type of a file of the site, with its encoding where it is text."""
    ending = output[output.rfind(".") :]
    kind = _TYPES.get(ending) or guess_type(output)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind

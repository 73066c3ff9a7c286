"""A site on a server of this computer, as a static host serves it.

Not a command; what measures and tests a site asks here. It compresses text, sends the headers that
the site's `_headers` names, and answers with the site's own page where there is none.
"""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import lru_cache, partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

#: What a host compresses; pictures and fonts are packed already.
TEXT = (".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".ics", ".txt")

Header = tuple[str, str]


@dataclass(frozen=True)
class Served:
    """A site that can be asked for: its address, without a slash at the end, and its folder."""

    address: str
    folder: Path


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder at an address of this computer for as long as the block runs."""
    handler = partial(_Host, directory=str(folder), told=_headers(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield Served(f"http://127.0.0.1:{server.server_port}", folder)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Host(SimpleHTTPRequestHandler):
    """Serves files as static hosts do."""

    protocol_version = "HTTP/1.1"

    def __init__(
        self, *given: object, told: list[tuple[str, Header]], directory: str, **more: object
    ) -> None:
        self.told = told
        super().__init__(*given, directory=directory, **more)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, with the page of a folder, or with `404.html`."""
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            if not urlsplit(self.path).path.endswith("/"):
                super().do_GET()  # leads to the address with a slash
                return
            path /= "index.html"
        status = HTTPStatus.OK
        if not path.is_file():
            path, status = Path(self.directory) / "404.html", HTTPStatus.NOT_FOUND
        if not path.is_file():
            self.send_error(status)
            return
        packed = path.suffix in TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
        content = _content(path, path.stat().st_mtime_ns, packed=packed)
        self.send_response(status)
        self.send_header("Content-Type", self._type_of(path))
        self.send_header("Content-Length", str(len(content)))
        if packed:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        """Add what `_headers` says of this address."""
        address = unquote(urlsplit(self.path).path)
        for pattern, (name, value) in self.told:
            if fnmatch(address, pattern):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, its name
        """Say nothing: who asks listens to the browser, not to the server."""

    def _type_of(self, path: Path) -> str:
        kind = self.guess_type(path)
        return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


@lru_cache(maxsize=512)
def _content(path: Path, changed: int, *, packed: bool) -> bytes:
    """The bytes of a file as it was at a moment."""
    content = path.read_bytes()
    return gzip.compress(content) if packed else content


def _headers(folder: Path) -> list[tuple[str, Header]]:
    """The headers of the site, each with the pattern of addresses that it belongs to."""
    path, found, pattern = folder / "_headers", [], ""
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            found.append((pattern, (name, value)))
        else:
            pattern = line.strip()
    return found

"""The preview on an address of this computer."""

from __future__ import annotations

import gc
import ipaddress
import socket
import sys
import threading
import time
import webbrowser
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import quote, unquote, urlsplit

from knowledge.preview.answers import Answer
from knowledge.preview.site import STATE, Preview

#: Seconds between two looks at the files; more where a look takes long, so that the looks take a
#: twentieth of the time, but not so many that Ctrl-C would not be heard.
EVERY: Final = 0.5
SHARE: Final = 20
MOST: Final = 2.0
#: Seconds after which a browser that has opened a connection and asks for nothing is hung up on.
PATIENCE: Final = 10
#: Seconds after a browser has asked for something in which it may ask for more.
QUIET: Final = 1.0


class PreviewServer:
    """Answers browsers, and follows the files also while nobody asks for a page.

    It stands in for the host's own server, and has the methods that the host calls.
    """

    def __init__(
        self,
        preview: Preview,
        rebuild: Callable[[], None],
        address: tuple[str, int],
        root: str,
        tell: Callable[[str], None],
    ) -> None:
        """`address` is a name and a port, `root` the path of the site there (`/`, `/library/`)."""
        self._preview, self._rebuild = preview, rebuild
        self.address, self._root, self._tell = address, root, tell
        self._server: ThreadingHTTPServer | None = None
        self._thread: threading.Thread | None = None
        self._asked = time.monotonic()

    def watch(self, path: str) -> None:
        """Do nothing: the preview knows all of its files."""

    def serve(self, *, open_in_browser: bool = False) -> None:
        """Answer until somebody ends it; raises OSError where the address is not free."""
        self._preview.begin(self._rebuild)
        host, _ = self.address
        handler = partial(_Handler, self._preview, self._root, self._heard)
        self._server = _server_for(host)(self.address, handler)
        shown = f"[{host}]" if ":" in host else host
        url = f"http://{shown}:{self._server.server_port}{self._root}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        # What is there now is there to the end, and need not be looked through again and again.
        gc.collect()
        gc.freeze()
        gc.disable()
        self._tell(f"Serving on {url}" + (" and opening it in a browser" * open_in_browser))
        self._thread.start()
        if open_in_browser:
            webbrowser.open(url)
        self._follow()

    def shutdown(self) -> None:
        """End it: answer nobody any more, and wait for what is being made."""
        if self._server is not None:
            if self._thread is not None and self._thread.is_alive():
                self._server.shutdown()
                self._thread.join()
            self._server.server_close()
        self._preview.close()

    def _follow(self) -> None:
        """Look at the files again and again. A program that only waits cannot be ended on Windows,
        so that every wait is short."""
        collected = self._preview.state
        while True:
            began = time.monotonic()
            self._preview.refresh()
            took = time.monotonic() - began
            if began - self._asked > QUIET:
                self._preview.complete()
                if collected != self._preview.state:
                    with self._preview.lock:
                        gc.collect()
                    collected = self._preview.state
            time.sleep(min(max(EVERY, took * SHARE), MOST))

    def _heard(self, path: str) -> None:
        if path != STATE:
            self._asked = time.monotonic()


class _Handler(BaseHTTPRequestHandler):
    """Hands the address over to the preview, and what it answers to the browser."""

    timeout = PATIENCE
    server_version = "Preview"

    def __init__(
        self, preview: Preview, root: str, heard: Callable[[str], None], *given: object
    ) -> None:
        self._preview, self._root, self._heard = preview, root, heard
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a page, a file, or the way to it."""
        self._answered(with_content=True)

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self._answered(with_content=False)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002, its name
        """Say nothing: the terminal tells of files."""

    def _answered(self, *, with_content: bool) -> None:
        answer = self._found(unquote(urlsplit(self.path).path))
        self.send_response(answer.status)
        if answer.moved_to is not None:
            self.send_header("Location", quote(f"{self._root}{answer.moved_to}"))
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        # A page that the browser kept would not be the one of the files as they are.
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if with_content:
            self.wfile.write(answer.content)

    def _found(self, path: str) -> Answer:
        if path.startswith(self._root):
            name = path.removeprefix(self._root)
            self._heard(name)
            return self._preview.answer(name, self._root)
        if path == "/" or f"{path}/" == self._root:
            return Answer(moved_to="", status=HTTPStatus.FOUND)
        return Answer(b"The site is at " + self._root.encode(), status=HTTPStatus.NOT_FOUND)


class _Server(ThreadingHTTPServer):
    """A browser that hangs up, or waits too long, is no mistake of anybody."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell of any other mistake."""
        if not isinstance(sys.exc_info()[1], ConnectionError | TimeoutError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _SixServer(_Server):
    address_family = socket.AF_INET6


def _server_for(host: str) -> type[_Server]:
    try:
        return _SixServer if ipaddress.ip_address(host).version == 6 else _Server
    except ValueError:
        return _Server

"""The server of a preview hands addresses over, and leaves nothing behind when it ends."""

from __future__ import annotations

import gc
import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from preview.repository import PRACTICE, Previewed, previewed

from knowledge.preview.server import PreviewServer

ROOT = "/library/"


class _EndedByHand(PreviewServer):
    """A server that somebody ends with Ctrl-C as soon as a test says so."""

    def __init__(self, small: Previewed) -> None:
        super().__init__(small.preview, small.build, ("127.0.0.1", 0), ROOT, small.told.append)
        self.ends = threading.Event()
        self.begun = threading.Event()

    def _follow(self) -> None:
        self.begun.set()
        self.ends.wait()
        raise KeyboardInterrupt


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """A preview looks for unused memory when it is quiet; other tests want it as it was."""
    yield
    gc.unfreeze()
    gc.enable()


@contextmanager
def served(small: Previewed) -> Iterator[tuple[str, int]]:
    """Host and port of a preview that is served as the host of the site does it."""
    server = _EndedByHand(small)

    def run() -> None:
        try:
            server.serve()
        except KeyboardInterrupt:
            server.shutdown()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        assert server.begun.wait(30)
        (told,) = [line for line in small.told if line.startswith("Serving on")]
        place = told.partition("//")[2].partition("/")[0]
        host, _, port = place.partition(":")
        yield host, int(port)
    finally:
        server.ends.set()
        thread.join(30)
        assert not thread.is_alive()


@pytest.fixture
def small(tmp_path: Path) -> Previewed:
    return previewed(tmp_path)


def asked(place: tuple[str, int], path: str, method: str = "GET") -> tuple[int, bytes, str]:
    """Status, content and where it leads, for a path that is sent as it is."""
    connection = http.client.HTTPConnection(*place, timeout=30)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", "localhost")
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, answer.getheader("Location", "")


def test_pages_are_answered_as_the_files_are_and_never_kept_by_the_browser(
    small: Previewed,
) -> None:
    with served(small) as place:
        address = f"http://{place[0]}:{place[1]}{ROOT}{PRACTICE}/"
        with urlopen(address) as answer:
            assert answer.headers["Cache-Control"] == "no-store"
            assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
            assert "Subsidised adult labour" in answer.read().decode()
        small.changes(f"{PRACTICE}.md", "title: Subsidised", "title: Paid")
        with urlopen(address) as answer:
            text = answer.read().decode()
        assert "Paid adult labour" in text
        assert f'src="{ROOT}.preview/preview.js"' in text


def test_the_root_and_a_page_without_its_slash_lead_to_the_page(small: Previewed) -> None:
    with served(small) as place:
        assert asked(place, "/")[::2] == (302, ROOT)
        assert asked(place, "/library")[::2] == (302, ROOT)
        assert asked(place, f"{ROOT}about")[::2] == (302, f"{ROOT}about/")
        assert asked(place, "/elsewhere/")[0] == 404


def test_a_head_has_no_content_and_other_methods_are_refused(small: Previewed) -> None:
    with served(small) as place:
        assert asked(place, f"{ROOT}about/", "HEAD")[:2] == (200, b"")
        assert asked(place, f"{ROOT}about/", "POST")[0] == 501


@pytest.mark.parametrize(
    "path",
    [
        f"{ROOT}../content/about.md", f"{ROOT}%2e%2e/%2e%2e/etc/passwd", f"{ROOT}..%2fmkdocs.yml",
        f"{ROOT}//etc/passwd", f"{ROOT}about/..%5c..%5cmkdocs.yml", f"{ROOT}%00", f"{ROOT}%ff%fe",
        f"{ROOT}.preview/..%2f..%2fbase.html", "//example.org/..", f"{ROOT}?../mkdocs.yml=/",
    ],
)  # fmt: skip
def test_no_address_leads_out_of_the_site_or_to_another(small: Previewed, path: str) -> None:
    small.writes("mkdocs.yml", "site_name: not for anyone")
    small.writes("hooks/theme/base.html", "not for anyone")
    with served(small) as place:
        status, content, leads = asked(place, path)
        assert b"not for anyone" not in content
        assert not leads
        assert status == (200 if "?" in path else 404)


def test_a_browser_that_asks_for_nothing_keeps_nobody_waiting(small: Previewed) -> None:
    with served(small) as place, socket.create_connection(place):
        assert asked(place, f"{ROOT}about/")[0] == 200


def test_nothing_is_left_when_it_ends(small: Previewed) -> None:
    before = threading.active_count()
    with served(small) as place:
        assert asked(place, f"{ROOT}about/")[0] == 200
    assert threading.active_count() == before
    with pytest.raises(OSError, match="refused"):
        socket.create_connection(place, timeout=5)
    small.changes(f"{PRACTICE}.md", "title: Subsidised", "title: Paid")
    state = small.preview.state
    small.preview.refresh()
    assert small.preview.state == state, "what has ended makes nothing more"


def test_an_address_that_is_taken_is_an_error_of_the_system(small: Previewed) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        server = PreviewServer(
            small.preview, small.build, other.getsockname(), "/", small.told.append
        )
        with pytest.raises(OSError, match="in use"):
            server.serve()
        server.shutdown()


def test_a_missing_page_is_answered_with_the_page_for_it(small: Previewed) -> None:
    with served(small) as place, pytest.raises(HTTPError) as refused:
        urlopen(f"http://{place[0]}:{place[1]}{ROOT}nothing/")
    assert refused.value.code == 404
    assert b"No page here" in refused.value.read()

"""What every page says of itself to browsers, to search engines and where it is shared."""

from __future__ import annotations

import re
import socket
import struct
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from built_site import ROOT, Built, build, repository

from knowledge.security_policy import META_POLICY

SMALL = Path(__file__).parents[1] / "sites" / "small"
ASSETS = ROOT / "hooks/theme/assets"
HOME = "https://example.org/library/"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small site with an address of its own; a practice of it has been renamed."""
    root = repository(tmp_path_factory.mktemp("head") / "repository", SMALL)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"site_url: .*", f"site_url: {HOME}", text), encoding="utf-8")
    record = next(path for path in sorted((root / "practices").glob("*.md")) if "-" in path.stem)
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("\nid: ", "\nformerly: [its-old-name]\nid: ", 1))
    ended = build(root)
    assert ended.code == 0, ended.said
    return ended


def head(html: str) -> dict[str, str]:
    """The `<meta>` elements by name, and the `<link>` elements by relation."""
    found = {}
    for attribute in ("http-equiv", "name", "property"):
        found |= dict(re.findall(rf'<meta {attribute}="([^"]+)" content="([^"]*)"', html))
    return found | dict(re.findall(r'<link rel="([^"]+)"(?: type="[^"]*")? href="([^"]*)"', html))


def test_every_page_has_the_policy_before_it_loads_anything(site: Built) -> None:
    for path, html in site.pages().items():
        policy = f'<meta http-equiv="Content-Security-Policy" content="{META_POLICY}">'
        assert html.count(policy) == 1, path
        assert html.index(policy) < html.index("<link"), path
        assert html.index(policy) < html.index("<script"), path


def test_a_record_says_its_title_summary_address_and_picture_where_it_is_shared(
    site: Built,
) -> None:
    html = site.pages()["countries/ghana/index.html"]
    said = head(html)
    title = re.findall(r"<title>(.*?) – ", html)
    assert [said["og:title"]] == title
    assert said["og:description"] == said["description"]
    assert said["og:url"] == said["canonical"] == f"{HOME}countries/ghana/"
    assert said["og:type"] == "article"
    assert said["og:image"] == f"{HOME}assets/social.png"


def test_prose_says_its_own_title_and_address(site: Built) -> None:
    said = head(site.pages()["about/index.html"])
    assert said["og:title"] == "About"
    assert said["og:url"] == said["canonical"] == f"{HOME}about/"


def test_the_front_page_is_the_site_itself(site: Built) -> None:
    assert head(site.pages()["index.html"])["og:type"] == "website"


def test_a_page_that_has_moved_names_its_new_address_as_the_right_one(site: Built) -> None:
    html = site.pages()["practices/its-old-name/index.html"]
    said = head(html)
    assert said["canonical"].startswith(f"{HOME}practices/")
    assert "its-old-name" not in said["canonical"]
    assert said["robots"] == "noindex"


def test_what_needs_the_address_of_the_site_is_left_out_where_there_is_none(
    real_site: Built,
) -> None:
    said = head(real_site.pages()["countries/ghana/index.html"])
    assert {"og:url", "og:image", "canonical"}.isdisjoint(said)
    assert said["og:title"]


def test_every_page_of_the_library_has_the_policy_an_icon_and_a_description(
    real_site: Built,
) -> None:
    for path, html in real_site.pages().items():
        said = head(html)
        assert said["Content-Security-Policy"] == META_POLICY, path
        assert said["icon"].endswith("assets/favicon.svg"), path
        assert said["apple-touch-icon"].endswith("assets/icon-180.png"), path
        assert len(said["og:description"]) > 20, path


def test_a_preview_has_the_policy_too_and_reloads_itself_by_a_script_of_its_own(
    site: Built,
) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", place]
    root = site.folder.parent
    served = subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True)
    try:
        assert served.stderr is not None
        assert any("Serving on" in line for line in served.stderr)
        with urlopen(f"http://{place}/library/countries/ghana/") as answer:
            html = answer.read().decode()
    finally:
        served.terminate()
        served.wait()
    assert '<script src="/library/.preview/preview.js"' in html
    assert f'content="{META_POLICY}"' in html


@pytest.mark.parametrize(
    ("name", "size"), [("social.png", (1200, 630)), ("icon-180.png", (180,) * 2)]
)
def test_the_pictures_have_the_sizes_that_the_pages_give_them(
    name: str, size: tuple[int, int]
) -> None:
    content = (ASSETS / name).read_bytes()
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", content[16:24]) == size
    assert len(content) < 100_000


def test_the_page_for_a_missing_address_searches_and_starts_at_the_root_of_the_site(
    site: Built,
) -> None:
    html = site.pages()["404.html"]
    assert '<form action="/library/browse/" method="get" role="search">' in html
    assert re.search(r'<label [^>]*for="missing">[^<]+</label>', html)
    assert 'id="missing" name="text"' in html
    assert '<script src="/library/assets/not-found.js" defer>' in html
    inside = re.findall(r'(?:href|src|action)="([^"#][^"]*)"', html)
    assert all(link.startswith(("/library/", "https://")) for link in inside)
    assert head(html)["robots"] == "noindex"

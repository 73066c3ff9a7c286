"""Make the pictures kept as pixels: preview of a shared link, icon, the three ways, a page.

    python3 scripts/pictures.py

They are drawn from the templates of `hooks/theme/pictures/` with the site's own style sheet, fonts
and name; the page of a country is taken from the site as it was built last. They are kept in the
repository: a build makes none. Run this after a build when one of those changes.
The browser is the one that the tests click with. Exit code: 0 made, 1 no browser or no site.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit
from urllib.request import url2pathname

import chromium
import environment

THEME = environment.ROOT / "hooks/theme"
ASSETS = THEME / "assets"
#: Pictures that stand on pages of prose.
PROSE = environment.ROOT / "content/assets"

#: Each picture: its template, its file, and its size in pixels. 1200 by 630 is what the readers of
#: Open Graph (ogp.me) cut least from; 180 is the largest icon that a phone asks for.
PICTURES = (
    ("social", ASSETS / "social.png", 1200, 630),
    ("icon", ASSETS / "icon-180.png", 180, 180),
    ("three-ways", PROSE / "three-ways.png", 640, 640),
)

#: Pages of the built site that are shown in documents, in the same form.
PAGES = (("countries/bangladesh/", PROSE / "country-page.png", 1280, 1400),)


def main(arguments: list[str]) -> int:
    """Draw every picture, and return the exit code."""
    argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0]).parse_args(arguments)
    environment.enter(__file__, arguments, "playwright", dev=True)
    browser = chromium.find()
    if browser is None:
        print(chromium.MISSING, file=sys.stderr)
        return 1
    missing = [address for address, *_ in PAGES if not _built(address).is_file()]
    if missing:
        print(f"site/ has no {missing[0]}. Run python3 scripts/build.py first.", file=sys.stderr)
        return 1
    with TemporaryDirectory() as name:
        folder = Path(name)
        _write_pages(folder)
        drawn = [(folder / f"{template}.html", *rest) for template, *rest in PICTURES]
        _draw([*drawn, *((_built(address), *rest) for address, *rest in PAGES)], browser)
    return 0


def _built(address: str) -> Path:
    return environment.ROOT / "site" / address / "index.html"


def _write_pages(folder: Path) -> None:
    """The pages to be drawn, and what they load, in a folder."""
    from markupsafe import Markup

    from knowledge.pages.marks import STATES, state_mark
    from knowledge.pages.stylesheet import stylesheet
    from knowledge.pages.templates import environment as templates
    from knowledge.platform import PLATFORM

    (folder / "site.css").write_text(stylesheet(), encoding="utf-8")
    shutil.copy(THEME / "pictures/pictures.css", folder)
    shutil.copytree(ASSETS / "fonts", folder / "fonts")
    icon = Markup((ASSETS / "favicon.svg").read_text(encoding="utf-8"))  # noqa: S704, our own file
    states = [state_mark(id_) for id_ in STATES if id_ != "not-applicable"]  # six fill the line
    given = {"name": PLATFORM, "states": states, "icon": icon}
    for template, *_ in PICTURES:
        html = templates().get_template(f"pictures/{template}.html").render(**given)
        (folder / f"{template}.html").write_text(html, encoding="utf-8")


def _with_fonts(route: Any) -> None:
    """A picture has the time that a reader has not: it waits for the fonts."""
    css = Path(url2pathname(urlsplit(route.request.url).path)).read_text(encoding="utf-8")
    body = css.replace("font-display: optional", "font-display: block")
    route.fulfill(body=body, content_type="text/css")


def _draw(pictures: list[Any], browser: Path) -> None:
    """Pages as pictures: each the page, the file to write, and its size."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        drawer = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        for source, file, width, height in pictures:
            page = drawer.new_page(viewport={"width": width, "height": height})
            page.route("**/*.css", _with_fonts)
            page.goto(source.as_uri())
            page.evaluate("document.fonts.ready")
            page.screenshot(path=file)
            print(f"{file.relative_to(environment.ROOT)}: {width} by {height}")
        drawer.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Our own Jinja environment: autoescape is always on, and a missing value is an error.

MkDocs' environment escapes nothing, so no value of a record may ever reach a template there.
"""

from __future__ import annotations

from functools import cache, partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from knowledge.pages.addresses import link
from knowledge.pages.page import Page

THEME = Path(__file__).parents[2] / "theme"


@cache
def environment() -> Environment:
    """The templates of `hooks/theme/`, compiled once."""
    return Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def rendered(page: Page) -> str:
    """The HTML of a page's main part; it reaches readers inside the frame of its section."""
    template = environment().get_template(page.template)
    return template.render(view=page.view, page=page, link=partial(link, page.address))

"""Our own Jinja environment: autoescape is always on, and a missing value is an error.

MkDocs' environment escapes nothing, so no value of a record may ever reach a template there.
"""

from __future__ import annotations

from collections.abc import Hashable
from contextlib import suppress
from functools import cache, lru_cache
from pathlib import Path
from typing import Final

from jinja2 import FileSystemLoader, StrictUndefined, TemplateError
from jinja2.runtime import Macro

from knowledge.pages.addresses import SITE, Style, link, root_of, settled
from knowledge.pages.jinja import Compiled, Engine
from knowledge.pages.page import Page

THEME = Path(__file__).parents[2] / "theme"
#: What was compiled, by this process or by another: of another text, it counts for nothing.
_COMPILED: Final = Compiled()
_SITE = SITE.encode()


@cache
def environment() -> Engine:
    """The templates of `hooks/theme/`, compiled once; `cache_clear` makes it look at them again.

    Macros know no page (`link` is the same for all), so that they are imported without context
    and made once, not once a page.
    """
    made = Engine(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        bytecode_cache=_COMPILED,
    )
    made.globals |= {"link": link, "again": again}
    return made


def compiled() -> dict[str, bytes]:
    """All templates as compiled code. Two processes that make pages would each compile the same
    ones; a third that has time to spare does it for both. One that cannot be compiled is told of
    by whoever needs it."""
    for name in environment().list_templates(extensions=("html",)):
        with suppress(TemplateError):
            environment().get_template(name)
    return _COMPILED.code


def take(code: dict[str, bytes]) -> None:
    """Use what another process has `compiled`."""
    _COMPILED.code |= code


@lru_cache(maxsize=2**14)
def again(macro: Macro, *values: Hashable) -> str:
    """What a macro makes of values. The marks and lines of a record stand on hundreds of pages
    and are the same on each, so that they are made once."""
    return macro(*values)


def rendered(page: Page, style: Style = Style.FOLDERS) -> str:
    """The HTML of a page's main part; it reaches readers inside the frame of its section."""
    return settled(_html(page), page.address, style)


def body_of(page: Page, style: Style = Style.FOLDERS) -> bytes:
    """The same in UTF-8. Addresses are put in place there, as most letters are one byte: in a text
    with a single long dash every letter takes two."""
    if style is Style.FILES:
        return rendered(page, style).encode()
    return _html(page).encode().replace(_SITE, root_of(page.address).encode())


def _html(page: Page) -> str:
    template = environment().get_template(page.template)
    return template.render(view=page.view, page=page)

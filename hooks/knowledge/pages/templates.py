"""Our own Jinja environment: autoescape is always on, and a missing value is an error.

MkDocs' environment escapes nothing, so no value of a record may ever reach a template there.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import Context, Macro

from knowledge.pages.addresses import link, settled
from knowledge.pages.page import Page

THEME = Path(__file__).parents[2] / "theme"


class _Direct(Context):
    """Calls what a template calls, and no more.

    Jinja first asks every callable whether it wants the context or the environment; ours never
    do, and a macro that is not told has the environment's autoescape, which is on. The question
    took a seventh of the time of rendering.
    """

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """The result of a call; a loop around it would hand its variables to the context."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(*args, **kwargs)


@cache
def environment() -> Environment:
    """The templates of `hooks/theme/`, compiled once.

    Macros know no page (`link` is the same for all), so that they are imported without context
    and made once, not once a page.
    """
    made = Environment(
        loader=FileSystemLoader(THEME),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.context_class = _Direct
    made.globals |= {"link": link, "again": again}
    return made


@lru_cache(maxsize=2**16)
def again(macro: Macro, *values: Hashable) -> str:
    """What a macro makes of values. The marks and lines of a record stand on hundreds of pages
    and are the same on each, so that they are made once."""
    return macro(*values)


def rendered(page: Page) -> str:
    """The HTML of a page's main part; it reaches readers inside the frame of its section."""
    template = environment().get_template(page.template)
    return settled(template.render(view=page.view, page=page), page.address)

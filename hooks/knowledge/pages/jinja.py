"""Jinja, without the questions that our templates never need answered.

Half of the time of rendering went into asking: whether a function wants to know the context, what
an attribute could mean if it is none, whether a text is safe HTML already, whether a file of the
theme has changed since the last page. What is shown is the same, and autoescape is always on.
"""

from __future__ import annotations

import builtins
import re
from collections.abc import Callable, MutableMapping
from types import CodeType
from typing import Any

from jinja2 import Environment, Template
from jinja2.runtime import Context
from markupsafe import Markup, escape

_SPECIAL = re.compile("[&<>\"']").search


def escaped(value: Any) -> str:
    """A value as HTML. Most texts hold none of the five special characters, and are that already.

    Only `Markup` counts as HTML; whatever else says so of itself is asked by `escape`.
    """
    kind = value.__class__
    if kind is str:
        return escape(value) if _SPECIAL(value) else str(value)
    return value if kind is Markup else escape(value)


class _Direct(Context):
    """Calls what a template calls: none of our functions asks for the context, and a macro that is
    not told has the environment's autoescape."""

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """The result of a call; a loop around it would hand its variables to the context."""
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(*args, **kwargs)


class _Compiled(Template):
    """A template whose output goes through `escaped`."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002 - Jinja's own name
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        """The template of compiled code; its functions look `escape` up in their module."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__["escape"] = escaped
        return made

    def render(self, *args: Any, **values: Any) -> str:
        """The text that the template gives."""
        context = self.new_context(dict(*args, **values))
        try:
            return self.environment.concat(self.root_render_func(context))
        except Exception:
            self.environment.handle_exception()
        finally:
            # A macro of the page's own template holds the context, which holds the macro; a build
            # does not look for such circles, and every page would stay in memory.
            context.vars.clear()


class Engine(Environment):
    """The environment: an attribute is an attribute, and one that is not there is an error."""

    template_class = _Compiled
    context_class = _Direct
    getattr = staticmethod(builtins.getattr)  # type: ignore[assignment]

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, auto_reload=False)
        self._held: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - Jinja's own name
    ) -> Template:
        """The template of a name, found and compiled once."""
        if isinstance(name, Template):
            return name
        if name not in self._held:
            self._held[name] = super().get_template(name, parent, globals)
        return self._held[name]

"""Jinja, without the questions that our templates never need answered.

Half of the time of rendering went into asking: whether a function wants to know the context, what
an attribute could mean if it is none, whether a text is safe HTML already, whether a file of the
theme has changed since the last page. What is shown is the same, and autoescape is always on.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, MutableMapping
from keyword import iskeyword
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, Environment, Template, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def escaped(value: Any) -> str:
    """A value as HTML. Most texts hold none of the five special characters, and are that already.

    Only `Markup` counts as HTML; whatever else says so of itself is asked by `escape`.
    """
    kind = value.__class__
    if kind is str:
        # One after the other: to look for a single character is what a processor does best.
        if "&" in value or "'" in value or "<" in value or ">" in value or '"' in value:
            return escape(value)
        plain: str = value  # not `str(value)`: most of a page goes through here
        return plain
    return value if kind is Markup else escape(value)


class _Plain(CodeGenerator):
    """Python as one would write it: an attribute is `x.name`, a call is `f(x)`."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802, its name
        """An attribute, where Python can name it."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's own name
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call with nothing but values in their order."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for value in node.args:
            self.visit(value, frame)
            self.write(", ")
        self.write(")")


class _Macro(Macro):
    """A macro, which nearly always is called with all of its values and nothing else."""

    def __call__(self, *args: Any, **kwargs: Any) -> str:
        """The HTML that the macro makes of the values."""
        if kwargs or len(args) != self._argument_count or self._is_special:
            return super().__call__(*args, **kwargs)
        return str.__new__(Markup, self._func(*args))

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        # It asks for what a plain call does not hold, or is not in an autoescaped template.
        self._is_special = (
            self.caller or self.catch_kwargs or self.catch_varargs or not self._default_autoescape
        )


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
        """The template of compiled code; its functions look these names up in their module."""
        made = super().from_code(environment, code, globals, uptodate)
        made.root_render_func.__globals__.update(escape=escaped, Macro=_Macro)
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

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """The macros for another template: made once, as all templates have the same globals."""
        return super()._get_default_module()


class Compiled(BytecodeCache):
    """Templates as compiled code, so that one process can compile them for another."""

    def __init__(self) -> None:
        """Nothing has been compiled yet."""
        self.code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template where it is there; of another text it is not taken."""
        if bucket.key in self.code:
            bucket.bytecode_from_string(self.code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Hold the code of a template."""
        self.code[bucket.key] = bucket.bytecode_to_string()


class Engine(Environment):
    """The environment: an attribute is an attribute, and one that is not there is an error."""

    template_class = _Compiled
    context_class = _Direct
    code_generator_class = _Plain
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

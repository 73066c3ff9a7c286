"""Our Jinja environment gives what Jinja's own gives, with fewer questions on the way."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import DictLoader, Environment, StrictUndefined, TemplateSyntaxError
from markupsafe import Markup, escape

from knowledge.pages import templates
from knowledge.pages.jinja import Compiled, Engine
from knowledge.pages.templates import THEME

MACROS = (
    "{% macro tag(text, name='b') %}<{{ name }}>{{ text }}</{{ name }}>{% endmacro %}"
    "{% macro around(text) %}({{ text }}{{ caller() if caller is defined }}){% endmacro %}"
    "{% macro rest(first) %}{{ first }}{{ varargs | join }}{{ kwargs['last'] }}{% endmacro %}"
)
TEMPLATES = (
    "{{ view.text }}",
    "{{ view.text }}".replace("text", "safe"),
    "{{ view.number + 1 }} {{ view.none }} {{ view.inner.text | upper }}",
    "{{ view.from }} {{ view['text'] }} {{ view.names[0].title() }}",
    "{% import 'macros' as parts %}{{ parts.tag(view.text) }}{{ parts.tag(view.safe, 'i') }}",
    "{% import 'macros' as parts %}{{ parts.tag(text='&', name=view.names[1]) }}",
    "{% import 'macros' as parts %}{% call parts.around('<') %}{{ view.text }}{% endcall %}",
    "{% import 'macros' as parts %}{{ parts.around(1) }}{{ parts.rest(1, 2, 3, last='<') }}",
    "{% import 'macros' as parts %}{% set held = parts.tag('>') %}{{ held }}{{ held | length }}",
    "{% for name in view.names if name != 'b' %}{{ loop.index }}{{ name.upper() }}{% endfor %}",
    "{{ view.method(*view.names) }}{{ view.method(**{'first': '<'}) }}",
)


def _method(first: str = "", *others: str) -> str:
    return "".join((first, *others))


VIEW = SimpleNamespace(
    text="& < > \" ' –", safe=Markup("<br>"), number=1, none=None, names=["a", "b", "c<"],
    inner=SimpleNamespace(text="ä"), method=_method, **{"from": "Ghana"},
)  # fmt: skip


def _made(engine: type[Environment], template: str) -> Environment:
    sources = {"macros": MACROS, "page": template}
    return engine(loader=DictLoader(sources), autoescape=True, undefined=StrictUndefined)


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_template_gives_what_jinja_makes_of_it(template: str) -> None:
    ours, theirs = (_made(engine, template) for engine in (Engine, Environment))
    shown = ours.get_template("page").render(view=VIEW)
    assert shown == theirs.get_template("page").render(view=VIEW)
    assert shown


@pytest.mark.parametrize("character", list("&<>'\""))
def test_every_special_character_is_escaped(character: str) -> None:
    shown = _made(Engine, "{{ text }}").get_template("page").render(text=f"a{character}b")
    assert shown == str(escape(f"a{character}b")) != f"a{character}b"


@pytest.mark.parametrize(
    ("template", "error"),
    [
        ("{{ view.nothing }}", AttributeError),
        ("{{ nothing }}", Exception),
        ("{% import 'macros' as parts %}{{ parts.tag(1, 2, 3) }}", TypeError),
        ("{% import 'macros' as parts %}{{ parts.tag() }}", Exception),
        ("{% import 'macros' as parts %}{{ parts.tag(1, other=2) }}", TypeError),
    ],
)
def test_what_is_not_there_and_what_is_too_much_is_an_error(
    template: str, error: type[Exception]
) -> None:
    values: dict[str, Any] = {"view": VIEW}
    with pytest.raises(error):
        _made(Engine, template).get_template("page").render(**values)


def test_what_is_made_once_is_a_macro_of_no_page_as_it_would_keep_the_page_in_memory() -> None:
    for template in (THEME / "records").glob("*.html"):
        text = template.read_text(encoding="utf-8")
        own = set(re.findall(r"{%-? macro (\w+)", text))
        assert not own & set(re.findall(r"again\((\w+)", text)), template.name


def test_what_another_process_has_compiled_is_not_compiled_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = dict(templates.compiled())
    monkeypatch.setattr(templates, "_COMPILED", Compiled())
    templates.environment.cache_clear()
    try:
        templates.take(code)
        monkeypatch.setattr(Engine, "compile", lambda *_, **__: pytest.fail("compiled again"))
        assert templates.environment().get_template("records/practice.html").name
    finally:
        monkeypatch.undo()
        templates.environment.cache_clear()


def test_the_code_of_another_text_is_not_taken() -> None:
    held = Compiled()
    texts = {"page.html": "before"}
    for said in ("before", "after"):
        texts["page.html"] = said
        engine = Engine(loader=DictLoader(texts), autoescape=True, bytecode_cache=held)
        assert engine.get_template("page.html").render() == said


def test_a_template_that_cannot_be_compiled_is_told_by_whoever_needs_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    texts = {"broken.html": "{% if %}", "sound.html": "sound"}
    engine = Engine(loader=DictLoader(texts), autoescape=True, bytecode_cache=Compiled())
    monkeypatch.setattr(templates, "environment", lambda: engine)
    templates.compiled()
    assert engine.get_template("sound.html").render() == "sound"
    with pytest.raises(TemplateSyntaxError):
        engine.get_template("broken.html")

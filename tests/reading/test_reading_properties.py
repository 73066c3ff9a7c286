"""What holds for any text at all."""

from html.parser import HTMLParser
from unittest.mock import patch

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.reading import yaml_signs, yaml_text
from knowledge.reading.characters import UNWANTED_OR_TAB
from knowledge.reading.documents import document_of
from knowledge.reading.link_targets import scheme_of
from knowledge.reading.markdown import outline, render, sanitised
from knowledge.reading.yaml_text import parse, place_of

#: Pieces that break YAML and Markdown more often than random letters do.
PIECES = st.sampled_from(
    [
        "a: ", "b:\n", "\n", "  ", "- ", "# c", "'", '"', "[", "]", "{", "}", ",", "&x", "*x",
        "|\n", ">\n", "---\n", "...\n", "%", "?", "<<: ", "\t", "\r", "\x00", "\u202e", "\ufeff",
        "😀", "\u2028", "\\", "`", "<b>", "<script>", "</", "-->", "<!--", "[x](", "javascript:",
        "&#x09;", "&lt;", "![", "[^a]", "[^a]: ", "## ", "> ", "| a | b |\n|--|:-:|\n", "https://x.y",
        "!t ", "é", "onclick=x ", "<img src=x onerror=y>", "```\n", "x", "1", "\ud800",
    ]
)  # fmt: skip
TEXTS = st.text() | st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join)
PLAIN = st.text(max_size=20).filter(lambda text: not UNWANTED_OR_TAB.search(text))
NAMES = PLAIN.filter(lambda name: name != "")
VALUES = st.recursive(
    PLAIN | st.integers(-(10**14), 10**14) | st.booleans() | st.none(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=4),
    max_leaves=12,
)


class Quoted(yaml.SafeDumper):
    """Writes every text in double quotes."""


def in_quotes(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"')


Quoted.add_representer(str, in_quotes)
Quoted.ignore_aliases = lambda *_: True  # type: ignore[assignment]


class Watcher(HTMLParser):
    """Collects the tags, attributes and addresses of a page as a browser reads them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.schemes: set[str] = set()
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.schemes.add(scheme_of(value or ""))


def assert_safe(html: str) -> None:
    seen = Watcher(html)
    assert not seen.tags & {"script", "style", "iframe", "object", "embed", "form", "svg", "math"}
    assert not {name for name in seen.attributes if name.startswith("on") or name == "style"}
    assert seen.schemes <= {"", "http", "https", "mailto"}


@settings(deadline=None)
@given(TEXTS)
def test_any_text_gives_fields_or_problems(text: str) -> None:
    value, problems = parse(text, "a.yml")
    assert isinstance(value, dict) or problems
    lines = text.split("\n")
    for problem in problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1


@settings(deadline=None)
@given(st.dictionaries(NAMES, VALUES, max_size=5))
def test_plain_values_come_back_as_they_were_written(value: dict[str, object]) -> None:
    text = yaml.dump(value, Dumper=Quoted, allow_unicode=True, sort_keys=False)
    # A number sign after a blank may stand in quotes; nothing else may be reported.
    assert parse(text, "a.yml") == (value, [])


@settings(deadline=None)
@given(TEXTS.filter(lambda text: text.strip("\n")), st.lists(st.sampled_from("abx01") | st.just(0)))
def test_a_place_is_always_a_character_of_the_text(text: str, trail: list[str | int]) -> None:
    for key in (False, True):
        line, column = place_of(text, tuple(trail), key=key)
        lines = text.split("\n")
        assert 1 <= line <= len(lines)
        assert 1 <= column <= max(len(lines[line - 1]), 1)


@settings(deadline=None)
@given(st.dictionaries(NAMES, VALUES, min_size=1, max_size=5))
def test_the_place_of_a_key_is_where_its_name_stands(value: dict[str, object]) -> None:
    text = yaml.dump(value, Dumper=Quoted, allow_unicode=True, sort_keys=False)
    for name in value:
        line, column = place_of(text, (name,), key=True)
        # A name that is long or holds a line break stands behind a question mark.
        assert text.split("\n")[line - 1][:column] in ('"', '? "')


@settings(deadline=None)
@given(TEXTS)
def test_any_text_becomes_safe_html(text: str) -> None:
    for section in render(text, lambda target: target, lambda source: source).sections:
        assert_safe(section.html)
    assert_safe(sanitised(text))


@settings(deadline=None)
@given(TEXTS, st.booleans())
def test_any_text_has_an_outline_with_places_in_it(text: str, prose: bool) -> None:
    found = outline(text, "a.md", 3, prose=prose)
    lines = text.replace("\r\n", "\n").split("\n")
    for part in (*found.links, *found.citations, *found.problems):
        assert 3 <= part.line <= len(lines) + 2
        assert 1 <= part.column <= len(text) + 1
    assert len({heading.id for heading in found.headings}) == len(found.headings)


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab #-é😀\t", max_size=6), max_size=8), st.integers(0, 4))
def test_lines_of_the_body_are_lines_of_the_file(body: list[str], fields: int) -> None:
    front = [f"f{number}: x" for number in range(fields + 1)]
    text = "\n".join(["---", *front, "---", *body])
    document, problems = document_of(text, "a.md")
    assert problems == []
    assert document is not None
    lines = text.split("\n")
    for index, line in enumerate(document.body.split("\n")):
        written = lines[document.body_line - 1 + index] if document.body else ""
        assert line == written or line == written.rstrip()


@given(TEXTS)
def test_no_sign_is_missed_by_the_look_that_spares_most_texts_a_scan(text: str) -> None:
    text = yaml_text._readable(text)
    found = list(yaml_signs.signs(text))
    with patch.object(yaml_signs, "_may_hold_signs", lambda _: True):
        assert list(yaml_signs.signs(text)) == found

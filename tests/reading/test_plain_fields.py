"""The short way of reading fields gives what libyaml gives, or leaves the text to it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.kinds import KINDS
from knowledge.reading.characters import is_plain
from knowledge.reading.plain_fields import plain_fields
from knowledge.reading.yaml_text import judged, parse

TESTS = Path(__file__).parents[1]
ROOT = TESTS.parent
RECORDS = sorted(path for kind in KINDS for path in (ROOT / kind.folder).glob("*.md"))
BROKEN = sorted((TESTS / "cases").rglob("*.md"))

#: What the lines of records are made of, and what could be taken for it.
INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", "      ", " ", "   ", "\t"])
NAMES = st.sampled_from(
    ["", "a: ", "b: ", "c:", "- ", "- a: ", "- b: ", "- c:", "-", "- - ", "d:", "a:", "true: ",
     "null:", "12: ", "<<: ", "'a': ", "a b: ", "a :", "? ", "a:  ", "-  ", "é: ", "# ", "a:b"]
)  # fmt: skip
VALUES = st.sampled_from(
    ["", "x", "text", "two words", "true", "null", "~", "012", "12", "-3", "- 3", "-.5", "1.50",
     "1e3", "1:30", "2024-01-01", "'quoted'", "'it''s'", "'half", "half'", "'a' b", '"double"',
     '"half',
     "[]", "[a]", "[a, b c]", "[a,b]", "[a, ]", "[ a]", "[a", "b]", "a, b]", "['a']", "[a: b]",
     "[1, -2, true]", "[[a]]", "[a?]", "{}", "{a: b}", "a: b", "a:", "a #b", "a#b", "# b", "#b",
     "&a", "*a", "!t", "|", ">", "%", "@", "`", "?", "? x", ":", ": x", ",", "-", "---", "...",
     "x ", "é – “so”", "R&D", "a, b", "https://example.org/a?b=c#d", "x" * 1100, "\u00a0",
     "\u202e", "=", "<<"]
)  # fmt: skip
LINES = st.builds(lambda *parts: "".join(parts) + "\n", INDENTS, NAMES, VALUES)
ANY_LINES = LINES | st.sampled_from(["\n", "  \n", "---\n", "...\n", "%YAML 1.2\n", "x", "\r\n"])


def _with_types(value: Any) -> Any:
    """A value that is the same only if all types and the order of all names are."""
    if isinstance(value, dict):
        return ["group", *((name, _with_types(inner)) for name, inner in value.items())]
    if isinstance(value, list):
        return ["list", *map(_with_types, value)]
    return type(value), value


def _agree(text: str) -> bool:
    """Whether the text was read the short way; then libyaml gives the same and finds no fault."""
    fields = plain_fields(text) if is_plain(text) else None
    if fields is None:
        return False
    told, problems = judged(text, "a.md")
    assert not problems, problems
    assert _with_types(fields) == _with_types(told)
    return True


def _fields_of(path: Path) -> str:
    text = path.read_text(encoding="utf-8", errors="replace")
    return text.removeprefix("---\n").partition("\n---")[0] + "\n"


def test_both_ways_agree_on_every_record_and_most_are_read_the_short_way() -> None:
    assert sum(_agree(_fields_of(path)) for path in RECORDS) > len(RECORDS) / 2


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_both_ways_agree_on_broken_records(path: Path) -> None:
    _agree(_fields_of(path))


@pytest.mark.parametrize("path", RECORDS[:: len(RECORDS) // 6], ids=lambda path: path.stem)
def test_both_ways_agree_on_a_record_with_any_line_left_out_twice_or_moved(path: Path) -> None:
    lines = _fields_of(path).splitlines(keepends=True)
    for at, line in enumerate(lines):
        before, after = "".join(lines[:at]), "".join(lines[at + 1 :])
        for changed in ("", line + line, f" {line}", f"  {line}", line[1:], line[2:], line[:-1]):
            _agree(before + changed + after)


@settings(max_examples=800, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=6).map("".join))
def test_both_ways_agree_on_lines_like_those_of_records(text: str) -> None:
    _agree(text)


@settings(max_examples=500, deadline=None)
@given(st.lists(ANY_LINES, max_size=8).map("".join))
def test_both_ways_agree_on_any_lines(text: str) -> None:
    _agree(text)


def test_the_short_way_reads_what_it_is_for() -> None:
    text = (
        "a: A text that\n  goes on\nb: [x, y z,\n  3]\nc:\n  - d: 'it''s: so'\n    e:\n"
        "      f: -2.5\n  - d: true\ng:\nh:\n  - one\n  - two\ni:\n  '2016': 3\n"
    )
    read = {
        "a": "A text that goes on", "b": ["x", "y z", 3],
        "c": [{"d": "it's: so", "e": {"f": -2.5}}, {"d": True}], "g": None, "h": ["one", "two"],
        "i": {"2016": 3},
    }  # fmt: skip
    assert plain_fields(text) == read == parse(text, "a.md")[0]


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a: b", "a: b \n", "a: b\n\nc: d\n", "a: b\na: c\n", "a: b # c\n", "a: 'b\n",
     "a: b: c\n", "a: &b c\n", "a: |\n  b\n", "- a\n", "a:\n- b\n", "a: {b: c}\n", "null: b\n",
     "a:\n  b\n", "'2016': a\n'2016': b\n", "a: b\n  '2016': c\n", "'a': b\n", "2016: a\n",
     "a:\n" + "".join(f"{'  ' * level}a:\n" for level in range(1, 12))],
)  # fmt: skip
def test_what_is_not_plain_is_left_to_libyaml(text: str) -> None:
    assert plain_fields(text) is None

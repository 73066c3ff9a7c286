"""Strict YAML: plain values and every fault with its place, never a silent change.

Only `true` and `false` are booleans, only digits are numbers, and dates stay text until a field
asks for one: `NO` is a country code and `12:30` a time of day. What YAML allows but people
misread (comments, tags, anchors, merges, keys twice) is a problem that says what to write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, Final

import yaml

from knowledge.problems import Problem
from knowledge.reading.characters import UNWANTED, is_plain, unwanted
from knowledge.reading.places import Places, line_at, place_at
from knowledge.reading.plain_fields import plain_fields
from knowledge.reading.yaml_nodes import DEEPEST, TooDeepError, composed, too_deep_at
from knowledge.reading.yaml_signs import signs
from knowledge.reading.yaml_syntax import FIELD, RULE, Fault, fault
from knowledge.reading.yaml_values import fields_of, value_of

#: Signs after which a text has no value of its own: it would be copied together, or is two.
_UNREADABLE: Final = frozenset({"yaml-anchor", "yaml-documents", "yaml-directive"})
#: How many syntax errors of one text are looked for, each behind the one before.
_ATTEMPTS: Final = 20

Found = Iterator[tuple[str, Fault]]


def parse(text: str, path: str, first_line: int = 1) -> tuple[Any | None, list[Problem]]:
    """The value (a group of fields), or None where it cannot be made out, and all problems.

    A value that comes with problems shows the rest of the text as far as it can be read.
    `first_line` is the line of the file on which `text` begins.
    """
    fields = plain_fields(text) if is_plain(text) else None
    return (fields, []) if fields is not None else judged(text, path, first_line)


def judged(text: str, path: str, first_line: int = 1) -> tuple[Any | None, list[Problem]]:
    """What libyaml makes of a text, and every fault in it: the judge of all that is not plain."""
    found = [] if is_plain(text) else list(_character_faults(text))
    readable = _readable(text)
    found += signs(readable)
    value = None
    if not _UNREADABLE & {rule for rule, _ in found}:
        try:
            value = fields_of(composed(readable), found)
        except TooDeepError:
            found.append(_too_deep(readable))
        except yaml.MarkedYAMLError as error:
            found += _syntax_faults(readable, error, found)
    return value, _as_problems(found, text, path, first_line)


def place_of(
    text: str, trail: tuple[str | int, ...], first_line: int = 1, *, key: bool = False
) -> tuple[int, int]:
    """Line and column of the value at `trail`, or of its key.

    An empty value has no character of its own, so that the place is that of its key; so is that
    of the nearest that is there, where the trail leads on to what is not. A number in the trail
    is passed over where a single group stands for a list of one.
    """
    node = _nodes(_readable(text))
    if node is None:
        return first_line, 1
    mark = named = node.start_mark
    for step in trail:
        if isinstance(step, int) and isinstance(node, yaml.MappingNode):
            continue
        at_key, inner = _step(node, step)
        if inner is None:
            mark = named
            break
        node = inner
        is_empty = isinstance(node, yaml.ScalarNode) and not node.value and not node.style
        named = at_key.start_mark if at_key else node.start_mark
        mark = named if key or is_empty else node.start_mark
    return place_at(text, min(mark.index, len(text.rstrip("\n")) - 1), first_line)


@lru_cache(maxsize=4)
def _nodes(readable: str) -> yaml.Node | None:
    """The nodes with their marks; problems of one text come one after the other."""
    try:
        return composed(readable)
    except (yaml.MarkedYAMLError, TooDeepError):
        return None


def _step(node: yaml.Node, step: str | int) -> tuple[yaml.Node | None, yaml.Node | None]:
    """The key and the value one step further, as far as there are any."""
    if isinstance(node, yaml.MappingNode):
        for at_key, value in node.value:
            if at_key.value == str(step):
                return at_key, value
    elif isinstance(node, yaml.SequenceNode) and step in range(len(node.value)):
        return None, node.value[int(step)]
    return None, None


def _readable(text: str) -> str:
    """The text with what YAML cannot read replaced, character for character."""
    if is_plain(text):
        return text
    return UNWANTED.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " "))


def _character_faults(text: str) -> Found:
    for found in unwanted(text, tabs=True):
        if found.sort == "tab":
            told = "There is a tab here; programs disagree on how wide it is."
            yield "tab", Fault(found.offset, told, "Write blanks instead, two for each level.")
        else:
            told = f"There is a character that cannot be seen: {found.name}. "
            told += "It can make a text read differently from what it says."
            yield (
                f"{found.sort}-character",
                Fault(found.offset, told, "Delete the character and type the word again."),
            )


def _too_deep(text: str) -> tuple[str, Fault]:
    told = f"Here fields stand in each other more than {DEEPEST} levels deep."
    return "yaml-depth", Fault(too_deep_at(text), told, "Check the brackets and the indentation.")


def _syntax_faults(text: str, error: yaml.MarkedYAMLError, found: list[tuple[str, Fault]]) -> Found:
    """The error, and those behind it: each faulty value is set aside to read what follows."""
    places = Places(text)
    comments = {places.at(f.offset)[0] for rule, f in found if rule == "yaml-comment"}
    if any(rule == "tab" for rule, _ in found):
        return  # What the tabs do to the indentation is no second fault.
    lines: set[int] = set()
    for _ in range(_ATTEMPTS):
        told = fault(error, text)
        line, _ = places.at(told.offset)
        if lines and line <= max(lines):
            return
        # A comment in the middle of a text breaks off the text: one fault, not two.
        if not comments & {line, line - 1}:
            yield RULE, told
        lines.add(line)
        text = _without_value(text, told.offset)
        try:
            root = composed(text)
            others = list(signs(text))
            if root is not None and not _UNREADABLE & {rule for rule, _ in others}:
                value_of(root, others)
        except TooDeepError:
            return
        except yaml.MarkedYAMLError as behind:
            error = behind
        else:
            yield from others
            return


def _without_value(text: str, offset: int) -> str:
    """The text with the value at `offset`, and what is indented below, blanked out."""
    begins = text.rfind("\n", 0, offset) + 1
    line = line_at(text, offset)
    field = FIELD.match(line)
    kept = field.end() if field else 0
    margin = len(line) - len(line.lstrip(" -"))
    ends = begins + len(line)
    while ends < len(text):
        below = line_at(text, ends + 1)
        if below.strip() and len(below) - len(below.lstrip(" ")) <= margin:
            break
        ends += 1 + len(below)
    blanked = re.sub(r"[^\n]", " ", text[begins + kept : ends])
    return text[: begins + kept] + blanked + text[ends:]


def _as_problems(
    found: list[tuple[str, Fault]], text: str, path: str, first_line: int
) -> list[Problem]:
    if not found:
        return []
    places = Places(text, first_line)
    found.sort(key=lambda pair: pair[1].offset)
    # A fault that is met twice on the way is one problem.
    return list(
        dict.fromkeys(
            Problem(path, *places.at(f.offset), rule, "error", f.message, f.hint)
            for rule, f in found
        )
    )

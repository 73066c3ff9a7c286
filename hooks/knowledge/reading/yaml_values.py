"""Nodes of YAML as plain values; what a value is, is decided here and nowhere else."""

from __future__ import annotations

import re
from sys import intern
from typing import Any, Final

import yaml

from knowledge.reading.characters import UNWANTED_OR_TAB, name_of
from knowledge.reading.yaml_nodes import DEEPEST, TooDeepError
from knowledge.reading.yaml_syntax import Fault

#: Whole numbers and decimals as people write them. What a computer could not hold exactly
#: (more than 15 digits) stays text, and a field that wants a number says so.
_NUMBER = re.compile(r"-?(?=.{1,16}$)(?:0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?")
_WORDS: Final[dict[str, bool | None]] = {
    "true": True, "false": False, "null": None, "~": None, "": None,
}  # fmt: skip
#: What is no name of a field without quotes.
NO_NAMES: Final = frozenset({*_WORDS, "<<"})
_NUMBER_STARTS: Final = frozenset("-0123456789")


def fields_of(root: yaml.Node | None, found: list[tuple[str, Fault]]) -> dict[str, Any] | None:
    """The fields at the top of a text, or None where there are none; faults join `found`."""
    hint = "Write one field a line, as “name: value”."
    if root is None:
        found.append(("no-fields", Fault(0, "There are no fields here.", hint)))
        return None
    if not isinstance(root, yaml.MappingNode):
        what = "a list" if isinstance(root, yaml.SequenceNode) else "a single text"
        told = f"Instead of fields with names there is {what}."
        found.append(("no-fields", Fault(root.start_mark.index, told, hint)))
        return None
    value: dict[str, Any] = value_of(root, found)
    return value


def value_of(node: yaml.Node, found: list[tuple[str, Fault]], depth: int = 1) -> Any:
    """The plain value of a node without aliases; its faults join `found`.

    Raises `TooDeepError` where values stand in each other too deep; `depth` is that of the node.
    """
    if isinstance(node, yaml.ScalarNode):
        return _scalar(node, found)
    if depth > DEEPEST:
        raise TooDeepError
    if isinstance(node, yaml.SequenceNode):
        return [value_of(member, found, depth + 1) for member in node.value]
    group: dict[str, Any] = {}
    for at_key, member in node.value:
        name = at_key.value
        # Nearly every name is a plain word, which needs no second look.
        if name.__class__ is not str or name in NO_NAMES or at_key.style:
            name = _key(at_key, found)
            if name is None:
                continue
        scalar = member.__class__ is yaml.ScalarNode
        value = _scalar(member, found) if scalar else value_of(member, found, depth + 1)
        if name not in group:
            group[name] = value
            continue
        told = f"The field {name}: stands here a second time, so that one of the two would be lost."
        fault_ = Fault(at_key.start_mark.index, told, "Join the two, or remove one.")
        found.append(("duplicate-key", fault_))
    return group


def _scalar(node: yaml.ScalarNode, found: list[tuple[str, Fault]]) -> Any:
    text: str = node.value
    if node.style:
        if node.style == '"' and (hidden := UNWANTED_OR_TAB.search(text)):
            told = "The text in quotes holds a character that cannot be seen: "
            told += f"{name_of(hidden.group())}, written with a backslash."
            fault_ = Fault(node.start_mark.index, told, "Remove it; write a blank for a tab.")
            found.append(("hidden-character", fault_))
        return text
    return plain_scalar(text)


def plain_scalar(text: str) -> Any:
    """What a text without quotes stands for: true or false, nothing, a number or itself."""
    if " " in text:  # as in no word and no number of the two lists
        return text
    if text in _WORDS:
        return _WORDS[text]
    if text[0] in _NUMBER_STARTS and (number := _NUMBER.fullmatch(text)):
        return float(text) if number[1] else int(text)
    return intern(text)  # ids, states and days, which stand in thousands of records


def _key(node: yaml.Node, found: list[tuple[str, Fault]]) -> str | None:
    """The name of a field; a number such as 2021 is a name like any other."""
    at = node.start_mark.index
    if not isinstance(node, yaml.ScalarNode):
        told = "A list or group stands where the name of a field is expected."
        hint = "If the brackets belong to a text, put quotes around the whole value."
        found.append(("key-not-text", Fault(at, told, hint)))
        return None
    name: str = node.value
    if not node.style and name == "<<":
        told = "<<: would copy fields from elsewhere; every record is written out in full."
        found.append(("yaml-merge", Fault(at, told, "Write the fields themselves.")))
        return None
    if not node.style and name in _WORDS:
        what = f"“{name}”" if name else "nothing"
        told = f"The name of a field is a text, and {what} is none."
        hint = f"Put quotes around it: '{name}':" if name else "Write a name before the colon."
        found.append(("key-not-text", Fault(at, told, hint)))
        return None
    if node.style == '"' and UNWANTED_OR_TAB.search(name):
        told = "The name of a field holds a character that cannot be seen."
        found.append(("hidden-character", Fault(at, told, "Remove it.")))
    return name

"""YAML text composed to nodes by libyaml, without guessing what a value is."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

#: How deep fields and lists may stand in each other. A claim needs six levels.
DEEPEST = 12
#: How many levels the composer in C can surely stand.
_STACK = 1000
_MARGINS = re.compile(r"^[ ?-]+", re.MULTILINE)


class TooDeepError(Exception):
    """Values stand in each other deeper than `DEEPEST`."""


class Composer(yaml.CSafeLoader):
    """libyaml's parser with a resolver that leaves every scalar as it is written.

    PyYAML's own resolver tries regular expressions on each scalar, in Python; which values are
    numbers or true is decided by our own, shorter list. The three methods are called for every
    node, so they are a function of the interpreter's own that takes anything and gives "".
    """

    resolve: Callable[..., Any] = "".format
    descend_resolver: Callable[..., Any] = "".format
    ascend_resolver: Callable[..., Any] = "".format


class CountingComposer(Composer):
    """The composer in C recurses without a limit: here the depth is counted while it works."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def descend_resolver(self, node: Any, index: Any) -> None:
        """Called by the composer on its way into a node."""
        self._depth += 1
        # The scalar at the deepest level is one level more.
        if self._depth > DEEPEST + 1:
            raise TooDeepError

    def ascend_resolver(self) -> None:
        """Called by the composer on its way out of a node."""
        self._depth -= 1


def composed(text: str) -> yaml.Node | None:
    """The root node, or None for a text without values.

    Raises `yaml.MarkedYAMLError` where the syntax is broken and `TooDeepError` where the depth
    could exhaust the stack; `yaml_values` finds the other texts that are too deep.
    """
    composer = CountingComposer if _deepest_possible(text) > _STACK else Composer
    root: yaml.Node | None = composer(text).get_single_node()
    return root


def _deepest_possible(text: str) -> int:
    """A number of levels that no value of a text can exceed.

    A level of a flow needs a bracket; one of a block begins in a column of its own, behind blanks,
    hyphens and question marks, and may hold a list that begins in the same column.
    """
    brackets = text.count("[") + text.count("{")
    longest = max(map(len, text.split("\n")))
    if brackets + 2 * (longest + 1) <= _STACK:
        return brackets + 2 * (longest + 1)  # No margin is longer than its line.
    margin = max(map(len, _MARGINS.findall(text)), default=0)
    return brackets + 2 * (margin + 1)


def too_deep_at(text: str) -> int:
    """The offset at which values begin to stand too deep, in a text that raised `TooDeepError`."""
    depth = 0
    for event in yaml.parse(text, Loader=Composer):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark.index if event.start_mark else 0
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return 0

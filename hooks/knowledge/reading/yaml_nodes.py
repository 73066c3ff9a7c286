"""YAML text composed to nodes by libyaml, without guessing what a value is."""

from __future__ import annotations

from typing import Any

import yaml

#: How deep fields and lists may stand in each other. A claim needs six levels.
DEEPEST = 12


class TooDeepError(Exception):
    """Values stand in each other deeper than `DEEPEST`."""


class Composer(yaml.CSafeLoader):
    """libyaml's parser with a resolver that leaves every scalar as it is written.

    PyYAML's own resolver tries regular expressions on each scalar, in Python; which values are
    numbers or true is decided by our own, shorter list. The composer in C recurses without a
    limit, so that the depth must be counted while it works.
    """

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._depth = 0

    def resolve(self, kind: Any, value: Any, implicit: Any) -> str:
        """No tag: the style of the node and its text say all."""
        return ""

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

    Raises `yaml.MarkedYAMLError` where the syntax is broken and `TooDeepError`.
    """
    root: yaml.Node | None = Composer(text).get_single_node()
    return root


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

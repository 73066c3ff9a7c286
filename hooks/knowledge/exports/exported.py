"""A file of the site that is no page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to come: its path is known, its bytes are made only when it is written.

    `path` is relative to the site's folder; `made_from` is what to name when two outputs claim
    one path.
    """

    path: str
    made_from: str
    make: Callable[[], bytes]

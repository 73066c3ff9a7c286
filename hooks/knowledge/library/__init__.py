"""All that the repository holds, linked: the library, and how it is loaded."""

from __future__ import annotations

from knowledge.library.linked import Library, Prose, Target
from knowledge.library.loading import load

__all__ = ["Library", "Prose", "Target", "load"]

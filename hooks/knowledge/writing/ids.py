"""Ids made from titles: small letters, digits and hyphens, of a length that an address bears."""

from __future__ import annotations

import re

from knowledge.kinds.known_names import without_accents

#: An id ends with a whole word before this many letters.
LONGEST = 60


def id_from(title: str, longest: int = LONGEST) -> str:
    """A title as an id, cut at a word; `record` where nothing of it can stand in an id."""
    words = re.findall(r"[a-z0-9]+", without_accents(title)) or ["record"]
    id_: str = words[0]
    for word in words[1:]:
        if len(id_) + 1 + len(word) > longest:
            break
        id_ = f"{id_}-{word}"
    return id_[:longest]


def free_id(title: str, taken: set[str]) -> str:
    """An id made from a title that nothing else has: with `-2`, `-3` behind it where need be."""
    base = id_from(title)
    id_, number = base, 2
    while id_ in taken:
        id_, number = f"{base}-{number}", number + 1
    return id_

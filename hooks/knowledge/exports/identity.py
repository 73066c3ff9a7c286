"""Names for things that programs keep, the same in every copy of the site and for ever.

A calendar or a feed reader knows an entry by its id alone. It cannot be the entry's address, which
differs from copy to copy; so it is a UUID of version 5 (RFC 9562), made from kind and id.
"""

from __future__ import annotations

from functools import lru_cache
from uuid import UUID, uuid5

from knowledge.kinds.entries import Entry

#: The namespace of our names. Were it changed, every subscriber would get everything twice.
NAMESPACE = UUID("6f0d3c1e-8f0b-4c57-9a87-2b6c1f5d8707")


@lru_cache(maxsize=2**13)
def urn(*names: str) -> str:
    """A name for what several texts together name, as `urn:uuid:…`. What is new stands in many
    feeds: its name is made once."""
    return uuid5(NAMESPACE, "\n".join(names)).urn


def names_of(entry: Entry) -> tuple[str, str]:
    """Kind and id of a record; a renamed record keeps the name of its first id."""
    record = entry.record
    return entry.kind.id, record.formerly[0] if record.formerly else record.id

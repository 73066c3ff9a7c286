"""What a rule may look at beside the record: the whole library, and the clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Fields
from knowledge.kinds.references import Trail
from knowledge.library import Library
from knowledge.rules.groups import groups

Group = tuple[Trail, Fields]


@dataclass
class Context:
    """The library, and the day that the clock of the machine shows.

    `looked` says that a rule has asked for the library, so that what it found of a record holds
    only for as long as all other records stay as they are.
    """

    _library: Library
    clock: date
    looked: bool = field(default=False, init=False)
    _last: dict[str, list[Group]] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    @property
    def library(self) -> Library:
        """All records, and what they are linked with."""
        self.looked = True
        return self._library

    def groups(self, entry: Entry) -> list[Group]:
        """Every group of fields in a record. Rules meet record after record, so that the last
        answer is worth keeping, and only the last."""
        if entry.path not in self._last:
            self._last.clear()
            self._last[entry.path] = groups(entry.record)
        return self._last[entry.path]

    def each(self) -> Iterator[Entry]:
        """Every record of the library."""
        return self.library.everything()

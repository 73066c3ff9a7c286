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


@dataclass(frozen=True)
class Context:
    """The library, and the day that the clock of the machine shows."""

    library: Library
    clock: date
    _last: dict[str, list[Group]] = field(default_factory=dict, repr=False, compare=False)

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

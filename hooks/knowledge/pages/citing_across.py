"""The sources of a page that shows claims of many records: a source of several counts once."""

from __future__ import annotations

from dataclasses import dataclass, field

from knowledge.analysis.distinct_sources import DistinctSource, distinct_source
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceLine, SourceMark, source_line


@dataclass(slots=True)
class CitingAcross:
    """Gives out the numbers of one page, whichever records its claims come from."""

    library: Library
    _marks: dict[str, SourceMark] = field(default_factory=dict)
    _sources: dict[str, DistinctSource] = field(default_factory=dict)

    def of(self, entry: Entry | None) -> Citing:
        """The numbers for the claims of a record, or for the rows of a table of the library."""
        return _OfRecord(entry, self.library, {}, self)

    def number(self, source: DistinctSource) -> SourceMark:
        """The number of a source; it gets one when it is first asked for."""
        found = self._marks.get(source.slug)
        if found is None:
            found = SourceMark(len(self._marks) + 1, f"source-{source.slug}")
            self._marks[source.slug], self._sources[source.slug] = found, source
        return found

    def lines(self) -> tuple[SourceLine, ...]:
        """All sources that have a number so far."""
        return tuple(
            source_line(self.library, source.source, self._marks[slug], source.address)
            for slug, source in self._sources.items()
        )


@dataclass(slots=True)
class _OfRecord(Citing):
    """The numbers of the page for the sources of one record."""

    across: CitingAcross | None = None

    def mark(self, source_id: str) -> SourceMark:
        """The number of a source, the same whichever record cites it."""
        source = distinct_source(self.library, self.entry, source_id)
        if source is None or self.across is None:
            raise ValueError(f"nothing is known to rest on the source {source_id}")
        return self.across.number(source)

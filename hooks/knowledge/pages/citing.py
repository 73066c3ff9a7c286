"""The sources of a page, numbered in the order in which the page first uses them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from knowledge.analysis.distinct_sources import distinct_source
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.library import Library
from knowledge.pages.wording import LANGUAGES, date_words


class SourceMark(NamedTuple):
    """A small number beside a statement that leads to its source on the same page."""

    number: int
    anchor: str


class SourceLine(NamedTuple):
    """A numbered source at the end of a page. Dates are in words; what is not known is empty.

    `language` names the language of a text that is not English, `language_code` is its ISO 639-1
    code, and `title_language` that of a title that is not English; `page` is the page of all that
    rests on the source.
    """

    number: int
    anchor: str
    title: str
    publisher: str
    kind: str
    url: str
    archived: str
    date: str
    accessed: str
    language: str
    language_code: str
    licence: str
    note: str
    page: str = ""
    title_language: str = ""


@dataclass(slots=True)
class Citing:
    """Gives out the numbers of one page. Make the page's parts in the order readers meet them.

    A page of no record (`entry` is None) cites shared sources only.
    """

    entry: Entry | None
    library: Library
    _marks: dict[str, SourceMark] = field(default_factory=dict)

    def mark(self, source_id: str) -> SourceMark:
        """The number of one source; a source gets its number when it is first asked for."""
        found = self._marks.get(source_id)
        if found is None:
            found = SourceMark(len(self._marks) + 1, f"source-{source_id}")
            self._marks[source_id] = found
        return found

    def marks(self, source_ids: Iterable[str]) -> tuple[SourceMark, ...]:
        """The numbers of several sources, each once, in ascending order."""
        found = {source_id: self.mark(source_id) for source_id in source_ids}
        return tuple(sorted(found.values(), key=lambda mark: mark.number))

    def in_text(self, source_id: str) -> str:
        """The number for a citation in the written text of a record."""
        return str(self.mark(source_id).number)

    def lines(self) -> tuple[SourceLine, ...]:
        """All sources that have a number so far."""
        return tuple(self._line(source_id) for source_id in self._marks)

    def _line(self, source_id: str) -> SourceLine:
        entry, shared = self.entry, self.library.shared_sources
        source = self.library.source(entry, source_id) if entry else shared[source_id]
        distinct = distinct_source(self.library, entry, source_id)
        page = distinct.address if distinct else ""
        return source_line(self.library, source, self.mark(source_id), page)


def source_line(library: Library, source: Source, mark: SourceMark, page: str = "") -> SourceLine:
    """A source under its number; `page` is the page of all that rests on it, if there is one."""
    return SourceLine(
        number=mark.number,
        anchor=mark.anchor,
        title=source.title,
        publisher=source.publisher,
        kind=library.term("source-kinds", source.kind).label,
        url=source.url or "",
        archived=source.archived or "",
        date=date_words(source.date),
        accessed=date_words(source.accessed),
        language=LANGUAGES.get(source.language or "", source.language or ""),
        language_code=source.language or "",
        licence=source.licence or "",
        note=source.note or "",
        page=page,
        title_language=source.foreign_title,
    )

"""What every record's page says of the record itself: provenance, citation, text, changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote

from markupsafe import Markup

from knowledge.analysis.freshness import review
from knowledge.kinds.entries import Entry
from knowledge.kinds.references import Ref
from knowledge.library import Library
from knowledge.pages.addresses import link
from knowledge.pages.citing import Citing, SourceLine
from knowledge.pages.parts import Actions, ChangeLine, Cite, Heading, Provenance, ReplyLine, Written
from knowledge.pages.prose import record_address
from knowledge.pages.toolkit_links import StepLink, toolkit_links
from knowledge.pages.wording import date_words, listed
from knowledge.platform import LICENCE, PLATFORM
from knowledge.reading.documents import Document
from knowledge.reading.markdown import render

#: Said of a record that only its author, or only a program, has seen.
UNREVIEWED = "not yet reviewed by a person"


def provenance(entry: Entry, today: date) -> Provenance:
    """When a person last checked the record, or that none has yet."""
    record = entry.record
    checked = review(entry)
    if checked is not None:
        late = checked.is_overdue(today)
        told = f"The next review was due by {date_words(checked.due)}." if late else ""
        return Provenance(
            "Last reviewed", date_words(checked.reviewed), overdue=told, data=entry.data
        )
    if record.imported is not None:
        text = f"from {record.imported.edition} on {date_words(record.imported.on)}"
        return Provenance("Imported", text, unreviewed=UNREVIEWED, data=entry.data)
    return Provenance("Added", date_words(record.added), UNREVIEWED, data=entry.data)


def cite(entry: Entry, title: str = "") -> Cite:
    """How to cite the page: title, platform, date of the record, address and licence."""
    record = entry.record
    if record.reviewed is not None:
        when = f"reviewed {date_words(record.reviewed)}"
    elif record.imported is not None:
        when = f"imported {date_words(record.imported.on)}, not reviewed"
    else:
        when = f"added {date_words(record.added)}"
    people = f"with contributions by {listed(record.contributors)}, " if record.contributors else ""
    return Cite(
        f"“{title or record.title}”, {people}{PLATFORM}, {when}, /{entry.address}, {LICENCE}."
    )


def actions(path: str, repo: str) -> Actions | None:
    """Where to edit a file and to report a mistake in it; None without a code host."""
    if not repo:
        return None
    host = repo.rstrip("/")
    title = quote(f"Mistake in {path}")
    return Actions(f"{host}/edit/main/{path}", f"{host}/issues/new?title={title}")


def written(entry: Entry, library: Library, citing: Citing) -> dict[str, Written]:
    """The sections of the written text of a record by heading."""
    return text_of(entry.document, library, citing.in_text)


def text_of(
    document: Document, library: Library, cite: Callable[[str], str | None]
) -> dict[str, Written]:
    """The sections of a text by heading; what stands before them has the heading "".

    Sections of one heading are one, so that no text is lost where a heading stands twice. `cite`
    gives the number of a source.
    """

    def address(target: str) -> str:
        return link(record_address(library, document.path, target))

    found: dict[str, Written] = {}
    for section in render(document.body, address, cite).sections:
        html = Markup(section.html)  # noqa: S704 - sanitised by `render`
        if section.heading in found:
            same = found[section.heading]
            found[section.heading] = replace(same, html=same.html + html)
        elif html.strip():
            found[section.heading] = Written(section.id, section.heading, html)
    return found


@dataclass(frozen=True, slots=True)
class Ending:
    """How the page of every record ends: the toolkits it is part of, what changed, who replied, its
    sources, how to cite it.

    `actions` is None without a code host.
    """

    toolkits: tuple[StepLink, ...]
    changes: tuple[ChangeLine, ...]
    replies: tuple[ReplyLine, ...]
    sources: tuple[SourceLine, ...]
    cite: Cite
    actions: Actions | None

    @property
    def contents(self) -> tuple[Heading, ...]:
        """The last entries of "On this page"."""
        shown = {
            "toolkits": ("Part of a toolkit", self.toolkits),
            "changes": ("What changed", self.changes),
            "replies": ("Right of reply", self.replies),
            "sources": ("Sources", True),
            "cite": ("Cite this page", True),
        }
        return headings(shown)


def ending(entry: Entry, citing: Citing, repo: str, title: str = "") -> Ending:
    """The end of a record's page; made last, when every other part has asked for its sources.

    `repo` is the code host's address, or empty; `title` is that of the page, where the record's
    own is not.
    """
    return Ending(
        toolkits=toolkit_links(citing.library, (Ref(entry.kind.id), entry.id)),
        changes=changes(entry),
        replies=tuple(
            ReplyLine(reply.who, date_words(reply.on), reply.text) for reply in entry.record.replies
        ),
        sources=citing.lines(),
        cite=cite(entry, title),
        actions=actions(entry.path, repo),
    )


def changes(entry: Entry) -> tuple[ChangeLine, ...]:
    """What changed for readers, the newest first."""
    newest = sorted(entry.record.changes, key=lambda change: change.on, reverse=True)
    return tuple(ChangeLine(date_words(change.on), change.what) for change in newest)


def headings(candidates: Mapping[str, tuple[str, object]]) -> tuple[Heading, ...]:
    """The contents of a page: of sections by anchor, (label, shown), those that are shown."""
    return tuple(Heading(anchor, label) for anchor, (label, shown) in candidates.items() if shown)

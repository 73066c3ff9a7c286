"""The index of sources: by kind and publisher, with how much rests on each."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.distinct_sources import FOLDER, distinct_sources
from knowledge.analysis.term_use import SOURCE_KINDS, sources_of_kind
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.term import Publisher, publishers
from knowledge.pages.term_links import BROWSE, term_address
from knowledge.pages.wording import counted

#: A publisher with more sources of one kind is folded into one line.
UNFOLDED = 3


@dataclass(frozen=True, slots=True)
class SourcesOfKind:
    """The sources of a kind; `folded` and `open` publishers together are all of them."""

    id: str
    label: str
    address: str
    counted: str
    folded: tuple[Publisher, ...]
    open: tuple[Publisher, ...]


@dataclass(frozen=True, slots=True)
class SourcesView:
    """What the template `records/sources.html` shows."""

    crumbs: tuple[Crumb, ...]
    counted: str
    kinds: tuple[SourcesOfKind, ...]


def sources_page(library: Library) -> Page:
    """The index of all distinct sources."""
    number = len(library.once(distinct_sources))
    vocabulary = library.vocabularies.get(SOURCE_KINDS)
    kinds = []
    for term in vocabulary.terms if vocabulary else ():
        found = sources_of_kind(library, term.id)
        if found:
            told = publishers(library, term.id)
            kinds.append(
                SourcesOfKind(
                    id=term.id,
                    label=term.label,
                    address=term_address(library, SOURCE_KINDS, term.id) or "",
                    counted=f"{counted(len(found), 'source')} of {counted(len(told), 'publisher')}",
                    folded=tuple(one for one in told if len(one.sources) > UNFOLDED),
                    open=tuple(
                        sorted(
                            (one for one in told if len(one.sources) <= UNFOLDED),
                            key=lambda one: one.name.casefold(),
                        )
                    ),
                )
            )
    return Page(
        address=f"{FOLDER}/",
        title="Sources",
        description="Every source that something in this library rests on, by kind and publisher.",
        section=BROWSE,
        template="records/sources.html",
        view=SourcesView((Crumb("Browse", BROWSE),), counted(number, "source"), tuple(kinds)),
        made_from="the index of sources",
    )

"""The page of a vocabulary: its terms in their order, what each means and how much uses it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.term_use import (
    GOODS,
    SOURCE_KINDS,
    listed_as,
    narrower,
    records_by_kind,
    sources_of_kind,
)
from knowledge.kinds import KINDS
from knowledge.kinds.vocabularies import VocabularyTerm
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.term_links import BROWSE, term_address, vocabulary_address
from knowledge.pages.wording import counted


@dataclass(frozen=True, slots=True)
class TermRow:
    """A term: without an address nothing uses it. `counts` stand under the view's columns, and
    an empty one stands for none."""

    id: str
    label: str
    address: str
    definition: str
    also_called: str
    depth: int
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VocabularyView:
    """What the template `records/vocabulary.html` shows; `columns` name what is counted."""

    crumbs: tuple[Crumb, ...]
    title: str
    description: str
    counted: str
    columns: tuple[str, ...]
    rows: tuple[TermRow, ...]


def vocabulary_page(library: Library, name: str) -> Page:
    """The index of the terms of a vocabulary."""
    vocabulary = library.vocabularies[name]
    columns = _columns(library, name)
    rows = tuple(_rows(library, name, columns))
    used = sum(bool(row.address) for row in rows)
    view = VocabularyView(
        crumbs=(Crumb("Browse", BROWSE),),
        title=vocabulary.title,
        description=vocabulary.description,
        counted=f"{counted(len(rows), 'term')}, {used:,} of them in use",
        columns=tuple(columns.values()),
        rows=rows,
    )
    return Page(
        address=vocabulary_address(name),
        title=vocabulary.title,
        description=f"The terms of the vocabulary “{vocabulary.title}”, what they mean, and how "
        "many records use each.",
        section=BROWSE,
        template="records/vocabulary.html",
        view=view,
        made_from=f"content/vocabularies/{name}.yml",
    )


def _columns(library: Library, name: str) -> dict[str, str]:
    """What is counted in the vocabulary: kinds of record, listed goods or sources."""
    if name == SOURCE_KINDS:
        return {SOURCE_KINDS: "Sources"}
    terms = library.vocabularies[name].terms
    kinds = {kind for term in terms for kind in records_by_kind(library, name, term.id)}
    columns = {kind.id: kind.plural for kind in KINDS if kind.id in kinds}
    if name == GOODS and library.listed_goods:
        columns[GOODS] = "Listed for countries"
    return columns


def _rows(library: Library, name: str, columns: dict[str, str]) -> Iterator[TermRow]:
    known = library.terms[name]
    for term in library.vocabularies[name].terms:
        if term.broader is None or term.broader not in known:
            yield from _with_narrower(library, name, term, columns, 0)


def _with_narrower(
    library: Library, name: str, term: VocabularyTerm, columns: dict[str, str], depth: int
) -> Iterator[TermRow]:
    counts = {**records_by_kind(library, name, term.id)}
    if name == GOODS:
        counts[GOODS] = len(listed_as(library, term.id))
    if name == SOURCE_KINDS:
        counts[SOURCE_KINDS] = len(sources_of_kind(library, term.id))
    yield TermRow(
        id=term.id,
        label=term.label,
        address=term_address(library, name, term.id) or "",
        definition=term.definition or "",
        also_called=", ".join(term.also_called),
        depth=depth,
        counts=tuple(f"{counts[column]:,}" if counts.get(column) else "" for column in columns),
    )
    for other in narrower(library, name, term.id):
        yield from _with_narrower(library, name, other, columns, depth + 1)

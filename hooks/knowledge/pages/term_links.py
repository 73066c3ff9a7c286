"""The address of a term's page, and how many records use the term, in words."""

from __future__ import annotations

from knowledge.analysis.term_use import (
    GOODS,
    SOURCE_KINDS,
    has_page,
    listed_as,
    records_by_kind,
    sources_of_kind,
)
from knowledge.kinds import BY_ID
from knowledge.library import Library
from knowledge.pages.parts import Crumb
from knowledge.pages.wording import counted, listed

#: The page over all records, which holds all indexes.
BROWSE = "browse/"
#: The pages of vocabularies and of terms stand below this address, which leads to that page.
FOLDER = "terms"


def term_address(library: Library, vocabulary: str, term_id: str) -> str | None:
    """The page of a term; None for a term that nothing uses, which has no page."""
    return library.once(_addresses).get((vocabulary, term_id))


def _addresses(library: Library) -> dict[tuple[str, str], str]:
    """The pages of all terms that have one, by vocabulary and id."""
    return {
        (name, id_): f"{vocabulary_address(name)}{id_}/"
        for name, terms in library.terms.items()
        for id_ in terms
        if has_page(library, name, id_)
    }


def term_crumb(library: Library, vocabulary: str, term_id: str) -> Crumb:
    """A term by its label, leading to its page if it has one."""
    label = library.term(vocabulary, term_id).label
    return Crumb(label, term_address(library, vocabulary, term_id))


def vocabulary_address(vocabulary: str) -> str:
    """The page of a vocabulary."""
    return f"{FOLDER}/{vocabulary}/"


def use_counts(library: Library, vocabulary: str, term_id: str) -> tuple[int, ...]:
    """How much uses a term: records by kind, countries that list a good, sources of a kind."""
    if vocabulary == SOURCE_KINDS:
        return (len(sources_of_kind(library, term_id)),)
    records = tuple(records_by_kind(library, vocabulary, term_id).values())
    return (*records, *((len(listed_as(library, term_id)),) if vocabulary == GOODS else ()))


def use_words(library: Library, vocabulary: str, term_id: str) -> str:
    """What uses a term: `12 practices and 3 initiatives`; empty where nothing does."""
    if vocabulary == SOURCE_KINDS:
        return counted(len(sources_of_kind(library, term_id)), "source")
    told = [
        counted(number, BY_ID[kind].label.lower(), BY_ID[kind].plural.lower())
        for kind, number in records_by_kind(library, vocabulary, term_id).items()
    ]
    rows = len(listed_as(library, term_id)) if vocabulary == GOODS else 0
    listing = f"listed for {counted(rows, 'country', 'countries')}" if rows else ""
    return "; ".join(filter(None, (listed(told), listing)))

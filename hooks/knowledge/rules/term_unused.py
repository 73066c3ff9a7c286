"""A term of a vocabulary that nothing uses yet.

An unused term may show a gap worth filling ("no practice on procurement yet") or a word that
nobody needs; the note never fails a build. A term counts as used where a narrower one is.

PASS (vocabulary topics):

    title: Topics
    description: What the work is about.
    terms:
      - id: integrated-approach
        label: Integrated approach

FAIL (vocabulary topics):

    title: Topics
    description: What the work is about.
    terms:
      - id: integrated-approach
        label: Integrated approach
      - id: financial-institutions
        label: Financial institutions
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from knowledge.kinds.references import Term, mentions
from knowledge.kinds.vocabularies import FOLDER
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "term-unused"
SEVERITY: Final[Severity] = "note"


def check_library(context: Context) -> Iterator[Problem]:
    """One note for each vocabulary with unused terms."""
    library = context.library
    outside = {("goods", row.good) for row in library.listed_goods}
    for source in library.shared_sources.values():
        outside.update(
            (pointer.vocabulary, id_)
            for _, pointer, id_ in mentions(source)
            if isinstance(pointer, Term)
        )
    for name, vocabulary in library.vocabularies.items():
        broader = {term.id: term.broader for term in vocabulary.terms}
        used: set[str] = set()
        for term in vocabulary.terms:
            if library.is_used(name, term.id) or (name, term.id) in outside:
                used |= _with_wider(term.id, broader)
        unused = [term.id for term in vocabulary.terms if term.id not in used]
        if unused:
            told = f"Nothing uses these terms yet ({len(unused)}): {', '.join(unused)}."
            hint = "Nothing has to be done: they may show what the library does not cover yet."
            yield Problem(f"{FOLDER}/{name}.yml", 0, 0, ID, SEVERITY, told, hint)


def _with_wider(term_id: str, broader: dict[str, str | None]) -> set[str]:
    """The term and all wider ones; a circle of wider terms ends where it began."""
    found: set[str] = set()
    here: str | None = term_id
    while here is not None and here not in found:
        found.add(here)
        here = broader.get(here)
    return found

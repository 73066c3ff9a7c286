"""References to what does not exist, each with the name that was probably meant."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from knowledge.kinds import BY_ID
from knowledge.kinds.entries import Entry
from knowledge.kinds.references import Ref, Term
from knowledge.kinds.tables import LISTED_GOODS
from knowledge.kinds.validation import nearest
from knowledge.kinds.vocabularies import SHARED_SOURCES
from knowledge.library.linked import Library
from knowledge.problems import Problem


def broken_references(library: Library, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    """Every reference to what does not exist, with the near names."""
    for (pointer, id_), pointings in library.pointed_at():
        missing = _missing(library, pointer, id_, hidden)
        for entry, trail in pointings if missing else ():
            rule, message, hint = missing or ("", "", "")
            at_key = bool(trail) and trail[-1] == id_
            yield entry.problem(rule, "error", message, hint, trail, key=at_key)
    for entry in library.everything():
        for id_, trails in library.uses_of_source(entry).items():
            if id_ in entry.record.sources or id_ in library.shared_sources:
                continue
            message, hint = _no_source(library, entry, id_)
            for trail in filter(None, trails):
                yield entry.problem("unknown-source", "error", message, hint, trail)
            for cited in entry.outline.citations:
                if cited.id == id_:
                    yield Problem(
                        entry.path, cited.line, cited.column, "unknown-source", "error",
                        message, hint,
                    )  # fmt: skip
    known = library.terms.get("goods", {})
    for number, row in enumerate(library.listed_goods):
        if row.good not in known:
            told = f"Row {number + 1}: the good “{row.good}” is not in the vocabulary goods."
            hint = nearest(row.good, list(known))
            yield Problem(LISTED_GOODS, number + 2, 1, "unknown-term", "error", told, hint)
    for path, rows in library.sourced_rows.items():
        for number, source in enumerate(row.source for row in rows):
            if source not in library.shared_sources:
                told = f"Row {number + 1}: the source “{source}” is not in {SHARED_SOURCES}."
                hint = nearest(source, list(library.shared_sources))
                yield Problem(path, number + 2, 1, "unknown-source", "error", told, hint)


def broken_steps(library: Library, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    """Steps of toolkits that lead to a record or a term which does not exist."""
    for held in library.toolkits.values():
        for number, step in held.steps:
            pointer, id_ = step.target or (None, "")
            if isinstance(pointer, Term) and pointer.vocabulary not in library.terms:
                told = f"There is no vocabulary “{pointer.vocabulary}”."
                hint = nearest(pointer.vocabulary, list(library.terms))
                yield held.problem("unknown-vocabulary", "error", told, hint, number, "term")
            elif pointer is not None and (fault := _missing(library, pointer, id_, hidden)):
                rule, message, hint = fault
                field_name = step.target_field
                yield held.problem(rule, "error", message, hint, number, field_name)
            for practice in step.tried_in:
                if fault := _missing(library, Ref("practice"), practice, hidden):
                    rule, message, hint = fault
                    yield held.problem(rule, "error", message, hint, number, "tried_in")


def _missing(
    library: Library, pointer: Ref | Term, id_: str, hidden: dict[str, set[str]]
) -> tuple[str, str, str] | None:
    """The rule, message and hint of a reference to what does not exist; else None."""
    if isinstance(pointer, Term):
        terms = library.terms.get(pointer.vocabulary, {})
        if id_ in terms:
            return None
        told = f"“{id_}” is not a term of the vocabulary {pointer.vocabulary}."
        return "unknown-term", told, _meant(library, pointer, id_, list(terms))
    known, faulty = library.entries.get(pointer.kind, {}), hidden.get(pointer.kind, set())
    if id_ in known or id_ in faulty:
        return None
    kind = BY_ID[pointer.kind]
    if f"{kind.folder}/{id_}.md" in library.drafts:
        told = f"The {kind.label.lower()} “{id_}” is a draft, so readers would find no page."
        return "draft-reference", told, "Publish it (status: published), or leave it out here."
    told = f"There is no {kind.label.lower()} with the id “{id_}”."
    return "unknown-reference", told, _meant(library, pointer, id_, [*known, *sorted(faulty)])


def _meant(library: Library, pointer: Ref | Term, name: str, ids: list[str]) -> str:
    """A hint at the id that is meant: the one that a name stands for, or the nearest."""
    id_ = library.names.id_of(pointer, name)
    if id_ is None:
        near = library.names.near(pointer, name)
        return nearest(name, ids) if near is None else nearest(near, ids, meant=True)
    known = library.entries.get(pointer.kind, {}) if isinstance(pointer, Ref) else {}
    if id_ in known and name in known[id_].record.formerly:
        return f"Write {id_}, as the record is called since it was renamed."
    what = "record" if isinstance(pointer, Ref) else "term"
    return f"Write {id_}. A {what} is named by its id here, and that is the id of “{name}”."


def _no_source(library: Library, entry: Entry, id_: str) -> tuple[str, str]:
    # Of the many shared sources only one that is meant helps.
    near = get_close_matches(id_, library.shared_sources, n=1)
    known = [*entry.record.sources, *near]
    told = f"The source “{id_}” is neither under sources: here nor in {SHARED_SOURCES}."
    return told, nearest(id_, known) or "Add it under sources:, with title, publisher and kind."

"""What uses each term of the vocabularies, and which terms have something to show."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args

from knowledge.analysis.distinct_sources import DistinctSource, distinct_sources
from knowledge.kinds import BY_ID
from knowledge.kinds.declared import models_at
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim, Fields
from knowledge.kinds.references import Trail
from knowledge.kinds.tables import ListedGood
from knowledge.kinds.vocabularies import VocabularyTerm
from knowledge.library import Library

#: The vocabulary of the kinds of source: its terms are used by sources, not by records.
SOURCE_KINDS = "source-kinds"
#: The vocabulary of the goods, which the table of listed goods uses too.
GOODS = "goods"

#: What a record says about a term. Most fields only name terms ("named"); a claim about a term
#: says yes or no, leaves it open or is still to be verified; another reading of a claim may name
#: another term.
Answer = Literal["named", "yes", "to-verify", "other-reading", "open", "no"]
#: The answers by which a record counts as one that uses the term.
USED: tuple[Answer, ...] = ("named", "yes")


@dataclass(frozen=True, slots=True)
class Use:
    """Records of one kind that use a term in one field and give one answer, by title."""

    kind: str
    field: str
    answer: Answer
    entries: tuple[Entry, ...]


def uses_of_term(library: Library, vocabulary: str, term_id: str) -> tuple[Use, ...]:
    """Everything that uses a term, in the order of kinds and fields."""
    return library.once(_uses).get((vocabulary, term_id), ())


def _uses(library: Library) -> dict[tuple[str, str], tuple[Use, ...]]:
    uses: dict[tuple[str, str], tuple[Use, ...]] = {}
    for vocabulary, terms in library.terms.items():
        for term_id in terms if vocabulary != SOURCE_KINDS else ():
            found: dict[tuple[str, str, Answer], dict[str, Entry]] = defaultdict(dict)
            for entry, trail in library.using(vocabulary, term_id):
                answer = _answer(entry, trail, term_id)
                found[entry.kind.id, str(trail[0]), answer][entry.id] = entry
            uses[vocabulary, term_id] = tuple(
                Use(*key, tuple(found[key].values())) for key in sorted(found, key=_place)
            )
    return uses


def _place(use: tuple[str, str, Answer]) -> tuple[int, int, int]:
    """Sorts uses as a reader meets them: by kind, by field, and what is so before what is not."""
    kind, field, answer = use
    fields = list(BY_ID[kind].model.model_fields)
    return list(BY_ID).index(kind), fields.index(field), get_args(Answer).index(answer)


def _answer(entry: Entry, trail: Trail, term_id: str) -> Answer:
    if "also" in trail:
        return "other-reading"
    claim = _claim(entry, trail)
    if claim is None:
        return "named"
    if claim.state == "to-verify":
        return "to-verify"
    if trail[-1] != term_id:
        return "named"
    return "open" if claim.value is None else "yes" if claim.value else "no"


def _claim(entry: Entry, trail: Trail) -> Claim[Any] | None:
    """The claim that names the term or speaks of it, where one does."""
    value: Any = entry.record
    if not _passes_claims(entry.kind.model, trail):
        return None  # a term in a list of terms, as most are
    for step in trail:
        value = getattr(value, str(step)) if isinstance(value, Fields) else value[step]
        if isinstance(value, Claim):
            return value
    return None


@cache
def _passes_claims(model: type[Fields], trail: Trail) -> bool:
    """Whether a claim can stand on the way to a field: thousands of records have the same few."""
    ways = [trail[: end + 1] for end in range(len(trail))]
    return any(issubclass(met, Claim) for way in ways for met in models_at(model, way))


def records_by_kind(library: Library, vocabulary: str, term_id: str) -> dict[str, int]:
    """How many records of each kind use a term."""
    return library.once(_counts).get((vocabulary, term_id), {})


def _counts(library: Library) -> dict[tuple[str, str], dict[str, int]]:
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for key, uses in library.once(_uses).items():
        found: dict[str, set[str]] = defaultdict(set)
        for use in uses:
            if use.answer in USED:
                found[use.kind].update(entry.id for entry in use.entries)
        counts[key] = {kind: len(ids) for kind, ids in found.items()}
    return counts


def has_page(library: Library, vocabulary: str, term_id: str) -> bool:
    """Whether something uses the term, or a narrower one."""
    return term_id in library.once(_with_page).get(vocabulary, ())


def narrower(library: Library, vocabulary: str, term_id: str) -> tuple[VocabularyTerm, ...]:
    """The terms that name this one as the next wider."""
    return library.once(_narrower).get((vocabulary, term_id), ())


def listed_as(library: Library, good: str) -> tuple[ListedGood, ...]:
    """The rows of the table of listed goods that name a good, by country code."""
    return library.once(_listed).get(good, ())


def sources_of_kind(library: Library, kind: str) -> tuple[DistinctSource, ...]:
    """The distinct sources of a kind, by title."""
    return library.once(_sources).get(kind, ())


def _with_page(library: Library) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, terms in library.terms.items():
        shown: set[str] = set()
        for id_ in terms:
            if _is_used(library, name, id_):
                # Up through the wider terms; one that has been met ends a circle too.
                wider: str | None = id_
                while wider in terms and wider not in shown:
                    shown.add(wider)
                    wider = terms[wider].broader
        found[name] = frozenset(shown)
    return found


def _is_used(library: Library, vocabulary: str, term_id: str) -> bool:
    if vocabulary == SOURCE_KINDS:
        return bool(sources_of_kind(library, term_id))
    listed = vocabulary == GOODS and listed_as(library, term_id)
    return bool(listed or library.is_used(vocabulary, term_id))


def _narrower(library: Library) -> dict[tuple[str, str], tuple[VocabularyTerm, ...]]:
    found: dict[tuple[str, str], list[VocabularyTerm]] = defaultdict(list)
    for name, vocabulary in library.vocabularies.items():
        for term in vocabulary.terms:
            if term.broader is not None:
                found[name, term.broader].append(term)
    return {key: tuple(terms) for key, terms in found.items()}


def _listed(library: Library) -> dict[str, tuple[ListedGood, ...]]:
    found: dict[str, list[ListedGood]] = defaultdict(list)
    for row in library.listed_goods:
        found[row.good].append(row)
    return {good: tuple(sorted(rows, key=lambda row: row.iso3)) for good, rows in found.items()}


def _sources(library: Library) -> dict[str, tuple[DistinctSource, ...]]:
    found: dict[str, list[DistinctSource]] = defaultdict(list)
    for source in library.once(distinct_sources):
        found[source.source.kind].append(source)
    return {kind: tuple(sources) for kind, sources in found.items()}

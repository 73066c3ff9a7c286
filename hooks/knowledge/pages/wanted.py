"""What the library lacks, counted from the records: an invitation, never a verdict on a country."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import cast

from knowledge.analysis.coverage import coverage
from knowledge.analysis.freshness import never_reviewed, overdue
from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.practice import Practice
from knowledge.library import Library
from knowledge.pages.coverage_words import REVIEWS, records_address, topic_words, topics_address
from knowledge.pages.index_cells import names
from knowledge.pages.marks import NOT_RESEARCHED, state_mark
from knowledge.pages.parts import StateMark
from knowledge.pages.wording import counted

#: Grades of evidence that leave open whether a practice worked.
WEAK_EVIDENCE = ("none-found", "own-claim")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Something missing: a title, one sentence, where to look, and its state if it has one."""

    title: str
    sentence: str
    address: str
    state: StateMark | None = None


def wanted(library: Library, today: date) -> Iterator[Wanted]:
    """What is missing, the most useful first."""
    yield from _to_verify(library)
    yield from _listed_without_law(library)
    yield from _listed_without_practice(library)
    yield from _topics_not_researched(library)
    yield from _weak_evidence(library)
    yield from _unused_approaches(library)
    yield from _unreviewed(library)
    yield from _overdue(library, today)


def _to_verify(library: Library) -> Iterator[Wanted]:
    covered = library.once(coverage)
    values = covered.lines("country", "law")["to-verify"]
    topics = covered.group("country", "law")
    doubtful = {entry.id for one in topics for entry in one.in_state("to-verify")}
    countries = [entry for entry in library.all("country") if entry.id in doubtful]
    if countries:
        yield Wanted(
            f"{counted(values, 'value')} of law to verify",
            f"Sources disagree, or a value looks damaged: {_named(_titles(countries))}. "
            "Needs someone who can read the law itself.",
            countries[0].address if len(countries) == 1 else topics_address(BY_ID["country"]),
            state_mark("to-verify"),
        )


def _listed_without_law(library: Library) -> Iterator[Wanted]:
    missing = [
        library.places[iso3].name if iso3 in library.places else iso3
        for iso3 in sorted({row.iso3 for row in library.listed_goods})
        if not _has_law(library.country(iso3))
    ]
    if missing:
        yield Wanted(
            f"The law of {counted(len(missing), 'country', 'countries')} with listed goods",
            f"Goods are listed, but no law has been recorded: {_named(sorted(missing))}.",
            "countries/",
            state_mark(NOT_RESEARCHED),
        )


def _has_law(entry: Entry | None) -> bool:
    return entry is not None and bool(cast(Country, entry.record).law.model_fields_set)


def _listed_without_practice(library: Library) -> Iterator[Wanted]:
    listed_in = sorted({row.iso3 for row in library.listed_goods})
    countries = [entry for iso3 in listed_in if (entry := library.country(iso3))]
    without = [
        entry
        for entry in countries
        if not any(by.kind.id == "practice" for by, _ in library.pointing_at("country", entry.id))
    ]
    if without:
        most = sorted(
            without, key=lambda e: -len(library.goods_of(cast(Country, e.record).iso3 or ""))
        )
        yield Wanted(
            "Practices where goods are listed",
            f"{len(without)} of {counted(len(countries), 'country', 'countries')} with listed "
            f"goods have no practice here: {_named(_titles(most))}.",
            "practices/",
            state_mark(NOT_RESEARCHED),
        )


def _topics_not_researched(library: Library) -> Iterator[Wanted]:
    empty = [
        topic_words(library, one.topic)
        for one in library.once(coverage).group("country", "law")
        if not one.researched
    ]
    if library.all("country") and empty:
        yield Wanted(
            f"{counted(len(empty), 'topic')} of law for every country",
            f"Nobody has looked yet, for any country: {_named(empty).lower()}.",
            topics_address(BY_ID["country"]),
            state_mark(NOT_RESEARCHED),
        )


def _weak_evidence(library: Library) -> Iterator[Wanted]:
    practices = library.all("practice")
    weak = [entry for entry in practices if _grade(entry) in WEAK_EVIDENCE]
    if weak:
        yield Wanted(
            "Evaluations",
            f"{len(weak)} of {counted(len(practices), 'practice')} rest on the owner's own "
            f"claim, or no evaluation was found: {_named(_titles(weak))}.",
            "practices/",
        )


def _grade(entry: Entry) -> str:
    evidence = cast(Practice, entry.record).evidence
    return evidence.grade if evidence else "none-found"


def _unused_approaches(library: Library) -> Iterator[Wanted]:
    vocabulary = library.vocabularies.get("approaches")
    unused = [
        term.label
        for term in (vocabulary.terms if vocabulary else ())
        if not library.is_used("approaches", term.id)
    ]
    if unused:
        yield Wanted(
            f"A practice for {counted(len(unused), 'approach', 'approaches')}",
            f"None recorded yet: {_named(unused)}.",
            "practices/",
            state_mark(NOT_RESEARCHED),
        )


def _unreviewed(library: Library) -> Iterator[Wanted]:
    for kind in KINDS:
        entries = library.all(kind.id)
        waiting = library.once(never_reviewed)[kind.id]
        if waiting:
            records = counted(len(entries), kind.label.lower(), kind.plural.lower())
            yield Wanted(
                f"Reviewers for {kind.plural.lower()}",
                f"{records}, none checked by a person yet."
                if len(waiting) == len(entries)
                else f"{len(waiting):,} of {records} have not been checked by a person yet.",
                records_address(kind),
            )


def _overdue(library: Library, today: date) -> Iterator[Wanted]:
    late = [one.entry for one in overdue(library, today)]
    if late:
        yield Wanted(
            f"{counted(len(late), 'review')} overdue",
            f"Last checked longer ago than was set for them: {_named(_titles(late))}.",
            late[0].address if len(late) == 1 else REVIEWS,
        )


def _titles(entries: list[Entry]) -> list[str]:
    return [entry.record.title for entry in entries]


def _named(words: list[str]) -> str:
    return names(words).text

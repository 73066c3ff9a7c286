"""What the records say, how sure it is, and what nobody has looked into: by topic and by record.

A topic is a question that every record of a kind is asked. Topics are read from the declaration
of the kind, never listed here: a field is one if what it holds carries a state (a claim, a
result), or if the field has a title. A topic without an answer is not researched.
"""

from __future__ import annotations

import types
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from knowledge.analysis.distinct_sources import FieldPath
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Record, Term, field_of
from knowledge.kinds.kind import Kind
from knowledge.library import Library

#: What a topic is in where no record of a kind says anything on it; it is no state of a claim.
NOT_RESEARCHED = "not-researched"
#: What is said without a state of its own rests on its source.
SAID = "stated"

#: Groups of fields that ask nothing of us: what an assessor did not judge is not ours to look up.
NOT_ASKED = {("country", "assessments")}


@dataclass(frozen=True, slots=True)
class Topic:
    """A question that every record of a kind is asked; where the last step of its path is a term,
    `vocabulary` is the vocabulary that it stands in."""

    kind: str
    path: FieldPath
    vocabulary: str = ""

    @property
    def group(self) -> str:
        """The group of fields that the topic stands in, or "" where it stands alone."""
        return self.path[0] if len(self.path) > 1 else ""

    def answers(self, record: Record) -> Sequence[Any]:
        """What a record says on the topic: claims or statements, or nothing."""
        found: Any = record
        for step in self.path:
            found = found.get(step) if found.__class__ is dict else getattr(found, step)
            if not found:
                return ()
        return found if found.__class__ is list else (found,)


@dataclass(frozen=True, eq=False)
class TopicCoverage:
    """A topic over all records of its kind. A record stands under every state that an answer of
    it is in; `lines` counts the answers, and each record without one as not researched."""

    topic: Topic
    records: dict[str, tuple[Entry, ...]]
    lines: Counter[str]

    @cached_property
    def researched(self) -> int:
        """How many records have an answer, in whatever state."""
        return len({e.id for state, ones in self.records.items() for e in ones if state in SEEN})

    def in_state(self, state: str) -> tuple[Entry, ...]:
        """The records with an answer in a state."""
        return self.records.get(state, ())


#: The states of an answer, in which a topic has been looked into.
SEEN = frozenset({"verified", "stated", "to-verify", "unknown", "silent", "not-applicable"})


@dataclass(frozen=True, eq=False)
class Coverage:
    """The whole library: the topics of each kind in their order, and the lines of every record by
    state, by the address of the record."""

    topics: dict[str, tuple[TopicCoverage, ...]]
    records: dict[str, Counter[str]]

    def lines(self, kind_id: str, group: str = "") -> Counter[str]:
        """How many lines of a kind, or of one group of its topics, are in each state."""
        total: Counter[str] = Counter()
        for one in self.topics[kind_id]:
            if not group or one.topic.group == group:
                total += one.lines
        return total

    def group(self, kind_id: str, group: str) -> tuple[TopicCoverage, ...]:
        """The topics of one group of a kind's fields."""
        return tuple(one for one in self.topics[kind_id] if one.topic.group == group)


def coverage(library: Library) -> Coverage:
    """What is known and what is missing, worked out in one walk over all records."""
    topics: dict[str, tuple[TopicCoverage, ...]] = {}
    records: dict[str, Counter[str]] = {}
    for kind in KINDS:
        entries = library.all(kind.id)
        answered = {entry.address: Counter[str]() for entry in entries}
        asked = topics_of(kind, library)
        topics[kind.id] = tuple(_covered(topic, entries, answered) for topic in asked)
        records |= answered
    return Coverage(topics, records)


def _covered(topic: Topic, entries: list[Entry], records: dict[str, Counter[str]]) -> TopicCoverage:
    found: dict[str, list[Entry]] = defaultdict(list)
    lines: Counter[str] = Counter()
    without: list[Entry] = []
    for entry, own in zip(entries, records.values(), strict=True):
        answers = topic.answers(entry.record)
        if not answers:
            own[NOT_RESEARCHED] += 1
            without.append(entry)
        elif len(answers) == 1:  # as nearly everywhere
            state = _state(answers[0])
            own[state] += 1
            lines[state] += 1
            found[state].append(entry)
        else:
            states = list(map(_state, answers))
            own.update(states)
            lines.update(states)
            for state in set(states):
                found[state].append(entry)
    if without:
        found[NOT_RESEARCHED] = without
        lines[NOT_RESEARCHED] = len(without)
    return TopicCoverage(topic, {state: tuple(ones) for state, ones in found.items()}, lines)


def _state(answer: Any) -> str:
    """The state of an answer."""
    return field_of(answer, "state", SAID) if isinstance(answer, BaseModel) else SAID


def topics_of(kind: Kind, library: Library) -> tuple[Topic, ...]:
    """What every record of a kind is asked, in the order in which its fields are declared."""
    return tuple(_topics(kind.id, kind.model, (), library))


def _topics(
    kind: str, model: type[BaseModel], path: FieldPath, library: Library
) -> Iterator[Topic]:
    for name, field in model.model_fields.items():
        if (not path and name in Record.model_fields) or (kind, name) in NOT_ASKED:
            continue
        here = (*path, name)
        form = _Form.of(field.annotation)
        if form.keys is not None and form.has_state:
            yield from _keyed(kind, here, form.keys, library)
        elif form.has_state or field.title:
            yield Topic(kind, here)
        elif form.is_group and form.model is not None:
            yield from _topics(kind, form.model, here, library)


def _keyed(kind: str, path: FieldPath, keys: Any, library: Library) -> Iterator[Topic]:
    """A topic for every key that a mapping of claims may have: words of ours, or terms."""
    terms = [mark for mark in getattr(keys, "__metadata__", ()) if isinstance(mark, Term)]
    if get_origin(keys) is Literal:
        yield from (Topic(kind, (*path, str(key))) for key in get_args(keys))
    for mark in terms:
        for term_id in library.terms.get(mark.vocabulary, {}):
            yield Topic(kind, (*path, term_id), mark.vocabulary)


@dataclass(frozen=True, slots=True)
class _Form:
    """What a field holds: a model, alone or in a list (`is_group` is False), or by key."""

    model: type[BaseModel] | None = None
    is_group: bool = True
    keys: Any = None

    @property
    def has_state(self) -> bool:
        """Whether what is held says how sure it is."""
        return self.model is not None and "state" in self.model.model_fields

    @staticmethod
    def of(annotation: Any) -> _Form:
        """The form that a type stands for; an empty one for what is no model."""
        origin, members = get_origin(annotation), get_args(annotation)
        if isinstance(annotation, type) and issubclass(annotation, BaseModel):
            return _Form(annotation)
        if origin is Annotated:
            return _Form.of(members[0])
        if origin is list:
            return _Form(_Form.of(members[0]).model, is_group=False)
        if origin is dict:
            return _Form(_Form.of(members[1]).model, is_group=False, keys=members[0])
        if origin in (Union, types.UnionType):
            forms = [_Form.of(member) for member in members]
            return next((form for form in forms if form.model), _Form())
        return _Form()

"""The least that a new record is asked for, and the values that each answer may have.

One list of questions serves whoever asks them: a command, a form in the browser, a sheet of paper.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from knowledge.kinds.declared import form_at, literals_at, pointers_at, what_it_says
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.kinds.kind import Kind
from knowledge.kinds.references import Ref, Term
from knowledge.kinds.vocabularies import Vocabulary

#: What a record is asked for beyond what it cannot be without; nothing else is asked.
ALSO: dict[str, tuple[str, ...]] = {
    "country": ("iso3", "m49", "members"),
    "practice": ("countries",),
    "initiative": ("url", "countries"),
    "event": ("place", "countries"),
}
#: What is filled in without a question, or belongs to a later stage of the work.
NOT_ASKED = frozenset({"id", "added", "names", "stages", "source", "state"})
#: The fields of the first source of a new record; its id is made from its title.
SOURCE = "source"
SOURCE_FIELDS = ("title", "publisher", "kind", "url")
#: What a field is called in a question, where its name is an abbreviation.
CALLED = {"url": "web address", "iso3": "code of three letters", "m49": "code of three digits"}
#: What stands between the values of an answer that may have several.
BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class Choice:
    """A value that an answer may have: its id, and what it is called."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in words, and how it may be answered.

    `name` is the field, or `source.` and a field of the first source. `choices` are all valid
    values, or empty where any text will do; `several` says whether more than one may be given,
    with a semicolon between them. `pointer` is what the value points to, if it does.
    """

    name: str
    label: str
    help: str
    required: bool
    several: bool = False
    choices: tuple[Choice, ...] = ()
    pointer: Ref | Term | None = None


def questions(
    kind: Kind, vocabularies: Mapping[str, Vocabulary], entries: Mapping[str, Mapping[str, Entry]]
) -> tuple[Question, ...]:
    """The questions for a new record of a kind, in the order of its fields, then its source."""
    asked = [*_of(kind.model, _asked(kind), "", vocabularies, entries)]
    asked += _of(Source, SOURCE_FIELDS, f"{SOURCE}.", vocabularies, entries)
    return tuple(asked)


def _asked(kind: Kind) -> Iterator[str]:
    for name, field in kind.model.model_fields.items():
        if name not in NOT_ASKED and (field.is_required() or name in ALSO.get(kind.id, ())):
            yield name


def _of(
    model: type[BaseModel],
    names: Iterable[str],
    before: str,
    vocabularies: Mapping[str, Vocabulary],
    entries: Mapping[str, Mapping[str, Entry]],
) -> Iterator[Question]:
    for name in names:
        field = model.model_fields[name]
        pointer = next(iter(pointers_at(model, (name,))), None)
        told = (what_it_says(model, (name,)), form_at(model, (name,)))
        yield Question(
            f"{before}{name}",
            _label(name, field, before),
            " ".join(_sentence(part) for part in told if part),
            field.is_required(),
            _holds_several(field.annotation),
            tuple(_choices(model, name, pointer, vocabularies, entries)),
            pointer,
        )


def _sentence(words: str) -> str:
    return f"{words[0].upper()}{words[1:].rstrip('.')}."


def _label(name: str, field: FieldInfo, before: str) -> str:
    words = CALLED.get(name) or field.title or name.replace("_", " ")
    told = f"{before.rstrip('.')} {words}" if before else words
    return f"{told[0].upper()}{told[1:]}"


def _choices(
    model: type[BaseModel],
    name: str,
    pointer: Ref | Term | None,
    vocabularies: Mapping[str, Vocabulary],
    entries: Mapping[str, Mapping[str, Entry]],
) -> Iterator[Choice]:
    if isinstance(pointer, Term) and pointer.vocabulary in vocabularies:
        for term in vocabularies[pointer.vocabulary].terms:
            yield Choice(term.id, term.label)
    elif isinstance(pointer, Ref):
        for entry in sorted(entries.get(pointer.kind, {}).values(), key=lambda e: e.record.title):
            yield Choice(entry.id, entry.record.title)
    else:
        for value in literals_at(model, (name,)):
            yield Choice(str(value), str(value))


def _holds_several(annotation: Any) -> bool:
    if get_origin(annotation) is Annotated:
        return _holds_several(get_args(annotation)[0])
    return get_origin(annotation) is list

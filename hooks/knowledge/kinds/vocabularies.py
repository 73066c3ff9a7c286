"""Vocabularies: the words records are described with, each with a definition and its source."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, Field

from knowledge.kinds.fields import Fields, Id, Source, Text
from knowledge.kinds.practice import GRADES
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import nearest, validated
from knowledge.problems import Problem
from knowledge.reading.documents import read_data
from knowledge.reading.yaml_text import place_of

Data = TypeVar("Data", bound=BaseModel)

#: Where vocabularies and shared sources live, relative to the repository.
FOLDER = "content/vocabularies"
SHARED_SOURCES = "content/sources.yml"
#: Vocabularies whose terms are drawn one above the other, and the terms that have a place.
RANKED: dict[str, tuple[str, ...]] = {"evidence": GRADES}


class VocabularyTerm(Fields):
    """A term: what it is called, what it means and who defines it so."""

    id: Id = Field(description="the id of the term, as records name it")
    label: Text = Field(description="what the term is called")
    definition: Text | None = Field(None, description="what the term means")
    source: list[Text] = Field(default_factory=list, description="who defines it so, and where")
    broader: Id | None = Field(None, description="the id of the wider term in this vocabulary")
    also_called: list[Text] = Field(default_factory=list, description="other words for the same")


class Vocabulary(Fields):
    """One file of terms, in the order in which readers should meet them."""

    title: Text
    description: Text
    terms: Annotated[list[VocabularyTerm], Field(min_length=1)]


class SharedSources(Fields):
    """Sources that several records use."""

    sources: dict[Id, Source]


def read_vocabularies(root: Path) -> tuple[dict[str, Vocabulary], list[Problem]]:
    """Every vocabulary by the name of its file, and every problem found in them."""
    vocabularies: dict[str, Vocabulary] = {}
    problems: list[Problem] = []
    for file in sorted((root / FOLDER).glob("*.yml")):
        path = f"{FOLDER}/{file.name}"
        vocabulary, found = _read(root, path, Vocabulary)
        problems += found
        if vocabulary is not None:
            vocabularies[file.stem] = vocabulary
            problems += _term_problems(vocabulary, root, path)
    return vocabularies, problems


def read_shared_sources(root: Path) -> tuple[dict[str, Source], list[Problem]]:
    """The sources that several records use, by id."""
    if not (root / SHARED_SOURCES).exists():
        return {}, []
    shared, problems = _read(root, SHARED_SOURCES, SharedSources)
    return (shared.sources if shared else {}), problems


def _read(root: Path, path: str, model: type[Data]) -> tuple[Data | None, list[Problem]]:
    value, text, problems = read_data(root, path)
    if problems:
        return None, problems

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        return place_of(text, trail, key=key)

    return validated(model, value, path, locate)


def _term_problems(vocabulary: Vocabulary, root: Path, path: str) -> Iterator[Problem]:
    """Ids that stand twice, grades without a rank, and wider terms that do not exist."""
    ids = [term.id for term in vocabulary.terms]
    _, text, _ = read_data(root, path)
    for index, term in enumerate(vocabulary.terms):
        if term.id in ids[:index]:
            line, column = place_of(text, ("terms", index, "id"))
            told = f"The term “{term.id}” stands twice."
            hint = "Give one of the two another id, or join them."
            yield Problem(path, line, column, "term-twice", "error", told, hint)
        if term.id not in RANKED.get(Path(path).stem, [term.id]):
            line, column = place_of(text, ("terms", index, "id"))
            told = f"Pages cannot say how strong “{term.id}” is beside the other grades."
            hint = f"The grades, from the weakest: {', '.join(GRADES)}. A new one also needs a "
            hint += "place in GRADES of hooks/knowledge/kinds/practice.py."
            yield Problem(path, line, column, "unranked-term", "error", told, hint)
        if term.broader is not None and term.broader not in ids:
            line, column = place_of(text, ("terms", index, "broader"))
            told = f"The wider term “{term.broader}” is not in this vocabulary."
            yield Problem(
                path, line, column, "unknown-term", "error", told, nearest(term.broader, ids)
            )

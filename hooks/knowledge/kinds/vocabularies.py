"""Vocabularies: the words records are described with, each with a definition and its source."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from knowledge.kinds.fields import Fields, Id, Source, Text

#: Where vocabularies and shared sources live, relative to the repository.
FOLDER = "content/vocabularies"
SHARED_SOURCES = "content/sources.yml"


class VocabularyTerm(Fields):
    """A term: what it is called, what it means and who defines it so."""

    id: Id
    label: Text
    definition: Text | None = None
    source: list[Text] = Field(default_factory=list, description="who defines it so, and where")
    broader: Id | None = Field(None, description="the id of the wider term in this vocabulary")
    also_called: list[Text] = Field(default_factory=list)


class Vocabulary(Fields):
    """One file of terms, in the order in which readers should meet them."""

    title: Text
    description: Text
    terms: Annotated[list[VocabularyTerm], Field(min_length=1)]


class SharedSources(Fields):
    """Sources that several records use."""

    sources: dict[Id, Source]

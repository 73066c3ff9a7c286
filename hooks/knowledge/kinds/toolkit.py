"""A toolkit: a curated path through the library for one reader, step by step, with reasons.

Each is one file of `content/toolkits/`: the steps in its fields, what there is to say about the
path as a whole in its text. A step leads to a record, to a term of a vocabulary or to a page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import ID, Day, Fields, Ref, Term, Text, teach
from knowledge.kinds.references import Trail, mentions
from knowledge.kinds.validation import validated
from knowledge.problems import Problem, Severity
from knowledge.reading.documents import Document, read_fields
from knowledge.reading.folders import TOOLKITS, folder_pages
from knowledge.reading.markdown import outline

#: The fields of a step that do not say where it leads.
SAID = ("do", "why", "who_does", "tried_in", "check")


class PageStep(Fields):
    """A page of this site: its address, as it stands behind the site's own, and its name."""

    address: Annotated[str, Field(pattern=r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$")]
    title: Text


class Task(Fields):
    """Who does what in a step."""

    who: Text = Field(description="an office or a group of people, never a person")
    does: Text = Field(description="what they do, in a few words")


class Step(Fields):
    """What to do, who does what in it, what to read for it, and why just that."""

    do: Text = Field(description="what the reader does in this step")
    why: Text = Field(description="why this is worth reading for this reader")
    practice: Annotated[str, Ref("practice")] | None = None
    initiative: Annotated[str, Ref("initiative")] | None = None
    country: Annotated[str, Ref("country")] | None = None
    term: Annotated[str, Field(pattern=r"^[a-z0-9-]+/[a-z0-9-]+$")] | None = Field(
        None, description="a vocabulary and a term of it, as in approaches/area-based"
    )
    page: PageStep | None = None
    who_does: list[Task] = Field(default_factory=list, description="who does what in this step")
    tried_in: list[Annotated[str, Ref("practice")]] = Field(
        default_factory=list, description="other practices that did this step, or failed in it"
    )
    check: list[Text] = Field(
        default_factory=list, description="what can be ticked off, for the checklist to print"
    )

    @model_validator(mode="after")
    def _leads_to_one_thing(self) -> Self:
        named = self._named
        if len(named) != 1:
            told = (
                f"leads to {len(named)} things ({', '.join(named)})" if named else "leads nowhere"
            )
            raise teach(
                "step-target",
                f"A step {told}, but a reader follows one link.",
                f"Give each step one of: {', '.join(f'{name}:' for name in _targets())}",
            )
        return self

    @property
    def target(self) -> tuple[Ref | Term, str] | None:
        """What the step points to, and its id; None for a page."""
        if self.term is not None:
            vocabulary, _, term = self.term.partition("/")
            return Term(vocabulary), term
        for trail, pointer, id_ in mentions(self):
            if isinstance(pointer, Ref) and trail == (self.target_field,):
                return pointer, id_
        return None

    @property
    def targets(self) -> list[tuple[Ref | Term, str]]:
        """What the step points to: where it leads, and the other practices on it."""
        first = [self.target] if self.target else []
        return [*first, *((Ref("practice"), id_) for id_ in self.tried_in)]

    @property
    def practices(self) -> list[str]:
        """The ids of the practices on this step."""
        return [*([self.practice] if self.practice else []), *self.tried_in]

    @property
    def target_field(self) -> str:
        """The name of the field that says where the step leads."""
        return self._named[0]

    @property
    def _named(self) -> list[str]:
        return [name for name in _targets() if getattr(self, name) is not None]


def _targets() -> list[str]:
    """The fields of a step that say where it leads; each step has one of them."""
    return [name for name in Step.model_fields if name not in SAID]


class Toolkit(Fields):
    """A path: for whom, what it is for, its steps in order, and what it lacks."""

    title: Text
    summary: Text
    for_whom: Text
    added: Day
    reviewed: Day | None = Field(None, description="when a person last checked the path")
    steps: Annotated[list[Step], Field(min_length=1)]
    missing: list[Text] = Field(default_factory=list, description="what this path cannot offer")


@dataclass(frozen=True)
class ToolkitFile:
    """A toolkit and the file that it was read from; its id is the name of the file."""

    id: str
    toolkit: Toolkit
    document: Document

    @property
    def path(self) -> str:
        """The file, relative to the repository."""
        return self.document.path

    @property
    def address(self) -> str:
        """The page, relative to the site."""
        return f"toolkits/{self.id}/"

    @property
    def steps(self) -> Iterator[tuple[int, Step]]:
        """The steps with their numbers, from 1."""
        return enumerate(self.toolkit.steps, 1)

    def problem(
        self, rule: str, severity: Severity, message: str, hint: str, step: int, field: str
    ) -> Problem:
        """A problem at a field of a step."""
        at = ("steps", step - 1, field)
        return self.document.problem(rule, severity, message, hint, at)


def read_toolkits(root: Path) -> tuple[dict[str, ToolkitFile], list[Problem]]:
    """The toolkits by id, in the order of their titles, and every problem of their fields."""
    found: list[ToolkitFile] = []
    problems: list[Problem] = []
    for path in folder_pages(root, TOOLKITS):
        document, fields, told = read_fields(root, path)
        problems += told
        if document is None:
            continue
        toolkit, told = _validated(document, fields)
        problems += told
        if not ID.fullmatch(Path(path).stem):
            message = f"“{Path(path).stem}” cannot be the address of a page."
            hint = "Name the file in small letters, digits and single hyphens, ending in .md"
            problems.append(document.problem("id-form", "error", message, hint))
        if toolkit is not None:
            found.append(ToolkitFile(Path(path).stem, toolkit, document))
    return {held.id: held for held in sorted(found, key=lambda held: held.toolkit.title)}, problems


def _validated(document: Document, fields: object) -> tuple[Toolkit | None, list[Problem]]:
    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        return document.place(*trail, key=key)

    toolkit, problems = validated(Toolkit, fields, document.path, locate)
    for cited in outline(document.body, document.path, document.body_line).citations:
        told = f"[^{cited.id}] names a source, but a toolkit has none of its own."
        hint = "Link to the record that says it; the record names its sources."
        problems.append(
            Problem(document.path, cited.line, cited.column, "unknown-source", "error", told, hint)
        )
    return toolkit, problems

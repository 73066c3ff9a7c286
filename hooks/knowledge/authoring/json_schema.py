"""The fields of a file as JSON Schema, for editors that help while one writes.

Source: JSON Schema, draft 7, which is the newest that editors and the linters of front matter all
read. An editor shows names, descriptions and values; the check of the repository says more (places,
sources, references) and is what counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pydantic import BaseModel

from knowledge.kinds import KINDS
from knowledge.kinds.declared import models_in, pointers_at
from knowledge.kinds.fields import ONE_OR_MORE
from knowledge.kinds.references import Ref, Term
from knowledge.kinds.toolkit import Toolkit
from knowledge.kinds.vocabularies import FOLDER as VOCABULARIES
from knowledge.kinds.vocabularies import SHARED_SOURCES, SharedSources, Vocabulary
from knowledge.kinds.work_plan import WorkPlan
from knowledge.reading.folders import TOOLKITS, WORK_PLAN

_DRAFT: Final = "http://json-schema.org/draft-07/schema#"


@dataclass(frozen=True, slots=True)
class Described:
    """Files whose fields a schema describes: `files` is a pattern, from the repository on.

    The fields are the front matter of a Markdown file, or the whole of a YAML file.
    """

    id: str
    title: str
    model: type[BaseModel]
    files: str

    @property
    def path(self) -> str:
        """The schema's own file."""
        return f"schemas/{self.id}.schema.json"

    @property
    def is_front_matter(self) -> bool:
        """Whether the fields stand at the top of a text."""
        return self.files.endswith(".md")


#: Everything that people write fields in.
DESCRIBED: Final = (
    *(Described(kind.id, kind.label, kind.model, f"{kind.folder}/*.md") for kind in KINDS),
    Described("work-plan", "Work plan", WorkPlan, WORK_PLAN),
    Described("toolkit", "Toolkit", Toolkit, f"{TOOLKITS}*.md"),
    Described("vocabulary", "Vocabulary", Vocabulary, f"{VOCABULARIES}/*.yml"),
    Described("sources", "Shared sources", SharedSources, SHARED_SOURCES),
)


def schema(described: Described, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """The schema of the fields; terms are listed, ids of records are not."""
    made = described.model.model_json_schema(mode="validation")
    definitions = made.get("$defs", {})
    _point(made, described.model, vocabularies)
    for model in _models(described.model):
        if model.__name__ in definitions:
            _point(definitions[model.__name__], model, vocabularies)
    what = "front matter" if described.is_front_matter else "fields"
    about = f"The {what} of {described.files}"
    return {"$schema": _DRAFT, **made, "title": described.title, "description": about}


def schema_text(described: Described, vocabularies: Mapping[str, Vocabulary]) -> str:
    """The schema as a file."""
    return json.dumps(schema(described, vocabularies), ensure_ascii=False, indent=2) + "\n"


def _point(
    made: dict[str, Any], model: type[BaseModel], vocabularies: Mapping[str, Vocabulary]
) -> None:
    """Put the terms of its vocabulary into every field that points to one."""
    for name, field in made.get("properties", {}).items():
        field.pop("title", None)  # The name again, in capitals.
        if ONE_OR_MORE in model.model_fields[name].metadata:
            group = {key: field.pop(key) for key in ("type", "items") if key in field}
            field["anyOf"] = [group["items"], group]
        for pointer in pointers_at(model, (name,)):
            target = _innermost(field)
            if isinstance(pointer, Term) and pointer.vocabulary in vocabularies:
                target["enum"] = [term.id for term in vocabularies[pointer.vocabulary].terms]
            elif isinstance(pointer, Ref):
                target["pattern"] = "^[a-z0-9]+(-[a-z0-9]+)*$"


def _innermost(field: dict[str, Any]) -> dict[str, Any]:
    """Where the values of a field are described: the entries of its list, or the field itself."""
    if field.get("type") == "array" and isinstance(field.get("items"), dict):
        return _innermost(field["items"])
    for member in field.get("anyOf", ()):
        if member.get("type") in ("string", "array"):
            return _innermost(member)
    if field.get("type") == "object":  # the names of its members are what points
        names: dict[str, Any] = field.setdefault("propertyNames", {})
        return names
    return field


def _models(model: type[BaseModel]) -> list[type[BaseModel]]:
    """A model and all models within it."""
    reached: list[type[BaseModel]] = [model]
    for owner in reached:
        for field in owner.model_fields.values():
            reached += [inner for inner in models_in(field.annotation) if inner not in reached]
    return reached

"""The fields of a kind as JSON Schema, for editors that help while one writes.

Source: JSON Schema, draft 2020-12. An editor shows names, descriptions and values; the check of the
repository says more (places, sources, references) and is what counts.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from knowledge.kinds.declared import models_in, pointers_at
from knowledge.kinds.fields import ONE_OR_MORE
from knowledge.kinds.kind import Kind
from knowledge.kinds.references import Ref, Term
from knowledge.kinds.vocabularies import Vocabulary

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: Kind, vocabularies: Mapping[str, Vocabulary]) -> dict[str, Any]:
    """The schema of the front matter of a kind; terms are listed, ids of records are not."""
    made = kind.model.model_json_schema(mode="validation")
    definitions = made.get("$defs", {})
    _point(made, kind.model, vocabularies)
    for model in _models(kind.model):
        if model.__name__ in definitions:
            _point(definitions[model.__name__], model, vocabularies)
    about = f"The front matter of a record in {kind.folder}/."
    return {"$schema": _DRAFT, **made, "title": kind.label, "description": about}


def schema_text(kind: Kind, vocabularies: Mapping[str, Vocabulary]) -> str:
    """The schema as a file."""
    return json.dumps(schema(kind, vocabularies), ensure_ascii=False, indent=2) + "\n"


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

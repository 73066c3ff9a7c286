"""Every file that is made from the declarations of the kinds and kept in the repository."""

from __future__ import annotations

from knowledge.authoring.issue_forms import form_text
from knowledge.authoring.json_schema import schema_text
from knowledge.authoring.questions import questions
from knowledge.kinds import KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library


def form_file(kind: Kind) -> str:
    """The name of a kind's form: the code host lists forms by their names."""
    return f"{KINDS.index(kind) + 1}-{kind.id}.yml"


def generated(library: Library) -> dict[str, str]:
    """The text of each file by its path in the repository."""
    files: dict[str, str] = {}
    for kind in KINDS:
        asked = questions(kind, library.vocabularies, library.entries)
        files[f".github/ISSUE_TEMPLATE/{form_file(kind)}"] = form_text(kind, asked)
        files[f"schemas/{kind.id}.schema.json"] = schema_text(kind, library.vocabularies)
    return files

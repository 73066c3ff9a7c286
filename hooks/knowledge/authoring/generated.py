"""Every file that is made from the declarations of the kinds and kept in the repository."""

from __future__ import annotations

from knowledge.authoring.issue_forms import form_text
from knowledge.authoring.json_schema import schema_text
from knowledge.authoring.questions import questions
from knowledge.kinds import KINDS
from knowledge.library import Library


def generated(library: Library) -> dict[str, str]:
    """The text of each file by its path in the repository."""
    files: dict[str, str] = {}
    for number, kind in enumerate(KINDS, 1):
        asked = questions(kind, library.vocabularies, library.entries)
        files[f".github/ISSUE_TEMPLATE/{number}-{kind.id}.yml"] = form_text(kind, asked)
        files[f"schemas/{kind.id}.schema.json"] = schema_text(kind, library.vocabularies)
    return files

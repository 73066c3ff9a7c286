"""Every file that is made from the declarations of the kinds and kept in the repository."""

from __future__ import annotations

from knowledge.authoring.editor_settings import REMARK, VSCODE, remark_text, vscode_text
from knowledge.authoring.issue_forms import form_text
from knowledge.authoring.json_schema import DESCRIBED, schema_text
from knowledge.authoring.questions import questions
from knowledge.kinds import KINDS
from knowledge.kinds.kind import Kind
from knowledge.library import Library


def form_file(kind: Kind) -> str:
    """The name of a kind's form: the code host lists forms by their names."""
    return f"{KINDS.index(kind) + 1}-{kind.id}.yml"


def generated(library: Library) -> dict[str, str]:
    """The text of each file by its path in the repository."""
    files = {REMARK: remark_text(), VSCODE: vscode_text()}
    for kind in KINDS:
        asked = questions(kind, library.vocabularies, library.entries)
        files[f".github/ISSUE_TEMPLATE/{form_file(kind)}"] = form_text(kind, asked)
    for described in DESCRIBED:
        files[described.path] = schema_text(described, library.vocabularies)
    return files

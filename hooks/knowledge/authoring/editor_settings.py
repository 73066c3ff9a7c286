"""What tells an editor which schema belongs to which files.

A schema of YAML does not reach the fields at the top of a Markdown file: an editor's YAML support
looks at YAML files only. For front matter there is the linter remark with its plugin
remark-lint-frontmatter-schema (npm), which Visual Studio Code runs through an extension, and which
whoever wants it installs; neither the check nor the build needs it.
"""

from __future__ import annotations

import json
from typing import Any

from knowledge.authoring.json_schema import DESCRIBED

REMARK = ".remarkrc.mjs"
VSCODE = ".vscode/settings.json"
#: The plugin writes where a fault is into `position`; since version 4 of vfile-message an editor
#: reads `place`, and would underline the first line without it.
_REMARK = """\
// Made by scripts/generate.py from hooks/knowledge/kinds/; not written by hand.
// For editors, and only if somebody installs the packages; see CONTRIBUTING.md, "In an editor".

const schemas = SCHEMAS;

// The linter tells where a fault is in a word that editors no longer read.
function placed() {
  return (tree, file) => {
    for (const message of file.messages) message.place ??= message.position;
  };
}

export default {
  plugins: ["remark-frontmatter", ["remark-lint-frontmatter-schema", { schemas }], placed],
};
"""


def remark_text() -> str:
    """The settings of remark: it looks at front matter, and at nothing else in a text."""
    schemas = {f"./{one.path}": [f"./{one.files}"] for one in DESCRIBED if one.is_front_matter}
    return _REMARK.replace("SCHEMAS", json.dumps(schemas, indent=2))


def vscode_text() -> str:
    """The settings of Visual Studio Code for this repository.

    remark would write a whole text anew when a file is formatted; here `scripts/fix.py` does that.
    """
    return _text(
        {
            "yaml.schemas": {
                f"./{one.path}": one.files for one in DESCRIBED if not one.is_front_matter
            },
            "remark.requireConfig": True,
            "[markdown]": {"editor.formatOnSave": False},
        }
    )


def _text(settings: dict[str, Any]) -> str:
    return json.dumps(settings, indent=2) + "\n"

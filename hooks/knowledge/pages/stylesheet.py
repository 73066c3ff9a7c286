"""The one style sheet of the site, joined from the files of `hooks/theme/css/`.

Material's own sheet is left out. Measured on version 9.8.1: 137 KB (22.6 KB compressed) of which
a page of ours, prose included, uses the rules for plain text; `base.css` says those in 4 KB. A
page then needs less than a third of the bytes, and no rule of the theme has to be outweighed.
"""

from __future__ import annotations

import re
from pathlib import Path

CSS = Path(__file__).parents[2] / "theme" / "css"

#: The files in the order in which they apply: what stands later wins.
SHEETS: tuple[str, ...] = (
    "fonts", "tokens", "base", "frame", "records", "tables", "matrices", "figures", "lists",
    "browse", "plan", "chosen", "contribute", "print",
)  # fmt: skip

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")
#: No text that a sheet prints holds a brace.
_BRACES = re.compile(r"\s*;?\s*([{}])\s*")
#: Texts that a sheet prints keep their blanks; a blank before a colon means something in selectors.
_SIGNS = re.compile(r'("[^"]*")|([:;,])\s+')


def stylesheet() -> str:
    """The text of `assets/site.css`, without comments, indents and blanks beside signs."""
    return "".join(_lean((CSS / f"{name}.css").read_text(encoding="utf-8")) for name in SHEETS)


def _lean(css: str) -> str:
    css = _INDENT.sub("\n", _COMMENT.sub("", css)).strip()
    return _SIGNS.sub(r"\1\2", _BRACES.sub(r"\1", css)) + "\n"

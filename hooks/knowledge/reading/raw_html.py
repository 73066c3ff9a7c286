"""Raw HTML in a text: found, said in words, with the Markdown that does the same."""

from __future__ import annotations

import re
from typing import Final

RULE: Final = "raw-html"

_TAG = re.compile(r"</?([A-Za-z][\w-]*)")

_INSTEAD: Final[dict[str, str]] = {
    "b": "Write **text** for bold text.",
    "strong": "Write **text** for bold text.",
    "i": "Write *text* for text in italics.",
    "em": "Write *text* for text in italics.",
    "a": "Write a link as [text](address).",
    "br": "For a new line end the line above with a backslash; for a paragraph leave a line empty.",
    "p": "For a new paragraph leave a line empty.",
    "div": "For a new paragraph leave a line empty.",
    "hr": "Write --- on a line of its own, between two empty lines.",
    "ul": "Write a list with “- item” on each line.",
    "ol": "Write a list with “1. item” on each line.",
    "li": "Write a list with “- item” on each line.",
    "table": "Write a table with | between the columns and | --- | --- | below its head.",
    "blockquote": "Begin each line of a quotation with > and a blank.",
    "code": "Write `text` between backquotes.",
    "pre": "Put lines of three backquotes (```) above and below.",
    "img": "Describe in words what the picture shows.",
    "sup": "For a source write [^source-id]; other raised text is written plainly.",
}


def message_and_hint(html: str) -> tuple[str, str]:
    """What is wrong with a piece of HTML, and what to write instead."""
    if html.lstrip().startswith("<!--"):
        told = "There is a comment in HTML here, which readers would never see."
        return told, "Remove it; a remark for colleagues belongs in note: of the front matter."
    found = _TAG.match(html.lstrip())
    name = found[1].lower() if found else ""
    shown = f"<{name}>" if name else "HTML"
    told = f"There is raw HTML here ({shown}); pages are made from Markdown only, so that they"
    told += " stay safe and readable everywhere."
    if re.fullmatch("h[1-6]", name):
        return told, f"Write a heading as {'#' * int(name[1])} Heading."
    hint = _INSTEAD.get(name, "Write it in Markdown, or leave the tag out.")
    return told, f"{hint} For the sign < itself write \\<"

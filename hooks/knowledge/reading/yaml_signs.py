"""Signs of YAML that records do without: comments, tags, anchors, aliases, several documents.

Tokens of the scanner carry exact places; but most texts hold none of these signs, and a look at
what stands before each, which can only err on the safe side, spares them the scan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import yaml

from knowledge.reading.places import line_at
from knowledge.reading.yaml_nodes import Composer
from knowledge.reading.yaml_syntax import FIELD, Fault

#: What may stand before a comment, and before an anchor, an alias or a tag.
_BEFORE_COMMENT: Final = frozenset(" \t\n\r[]{}\"',:")
_BEFORE_VALUE: Final = frozenset("-?:,[{")
#: Lines that part documents or give directions to the parser.
_PARTING: Final = ("\n---", "\n...", "\n%")
_COMMENT = re.compile(r"#[^\n]*")

#: A found sign: the rule's id and the fault.
Sign = tuple[str, Fault]


#: A date, a number or a truth: quotes around it and what follows would make no sense.
_NEVER_TEXT = re.compile(r"\d{4}(-\d\d){0,2}|-?\d+(\.\d+)?|true|false")
#: Where a remark is kept and read.
_REMARK = "a remark has its place in the note: of a claim, or in the text below the fields"


def signs(text: str) -> Iterator[Sign]:
    """Every unwanted sign, up to the first place at which the text cannot be scanned."""
    if not _may_hold_signs(text):
        return
    scanned = 0
    first = True
    try:
        for token in yaml.scan(text, Loader=Composer):
            yield from _comments(text, scanned, token.start_mark.index)
            scanned = max(scanned, token.end_mark.index)
            if isinstance(token, yaml.ScalarToken):
                yield from _comment_after_block_sign(text, token)
            yield from _sign(text, token, first=first)
            first = first and isinstance(token, yaml.StreamStartToken)
    except yaml.YAMLError:
        # The composer meets the same error and says it; a comment may well be its cause.
        yield from _comment_on_line(text, scanned)


def _may_hold_signs(text: str) -> bool:
    """Whether a comment, an anchor, an alias, a tag or a second document could begin somewhere."""
    if text.startswith(("---", "...", "%")) or any(mark in text for mark in _PARTING):
        return True
    return any(
        _may_begin(text, found.start())
        for sign in "#&*!"
        if sign in text
        for found in re.finditer(re.escape(sign), text)
    )


def _may_begin(text: str, at: int) -> bool:
    """Whether what stands before a sign lets it be one."""
    if at == 0 or text[at] == "#":
        return at == 0 or text[at - 1] in _BEFORE_COMMENT
    before = text[:at].rstrip(" ")
    return not before or before[-1] == "\n" or before[-1] in _BEFORE_VALUE


def _sign(text: str, token: yaml.Token, *, first: bool) -> Iterator[Sign]:
    at = token.start_mark.index
    quoted = "If the sign belongs to a text, put quotes around the whole value."
    if isinstance(token, yaml.TagToken):
        told = "A value after the sign ! is a tag, which changes how the value is read."
        yield "yaml-tag", Fault(at, told, f"Remove it. {quoted}")
    elif isinstance(token, yaml.AnchorToken):
        told = "The sign & marks a value for use elsewhere; every record is written out in full."
        yield "yaml-anchor", Fault(at, told, f"Remove it. {quoted}")
    elif isinstance(token, yaml.AliasToken):
        told = "The sign * repeats a value from elsewhere; every record is written out in full."
        yield "yaml-anchor", Fault(at, told, f"Write the value itself. {quoted}")
    elif isinstance(token, yaml.DirectiveToken):
        told = "A line that begins with % is an instruction to a parser, and has no use here."
        yield "yaml-directive", Fault(at, told, "Remove the line.")
    elif isinstance(token, yaml.DocumentEndToken) or (
        isinstance(token, yaml.DocumentStartToken) and not first
    ):
        told = "A line of three hyphens or points divides a file in two; only one part is read."
        yield "yaml-documents", Fault(at, told, "Remove the line, or put the rest in another file.")


def _comments(text: str, start: int, end: int) -> Iterator[Sign]:
    """The comments between two tokens, where nothing but blanks can stand beside them."""
    for found in _COMMENT.finditer(text, start, end):
        yield _comment(text, found.start())


def _comment_after_block_sign(text: str, token: yaml.ScalarToken) -> Iterator[Sign]:
    """`note: |  # a comment`: the scanner counts it to the text that follows."""
    if token.style in ("|", ">"):
        start = token.start_mark.index
        line_end = text.find("\n", start)
        yield from _comments(text, start, line_end if line_end >= 0 else len(text))


def _comment_on_line(text: str, at: int) -> Iterator[Sign]:
    """A comment that follows the last token on its line, where the scan broke off later."""
    rest = re.compile(r"[ ]+(#)").match(text, at)
    if rest:
        yield _comment(text, rest.start(1))


def _comment(text: str, at: int) -> Sign:
    line = line_at(text, at)
    before = line[: at - text.rfind("\n", 0, at) - 1]
    told = "The sign # begins a comment here: what follows would be lost without a word."
    field = FIELD.match(before)
    kept = before[field.end() :].strip() if field else ""
    if field and (kept[:1] in ("|", ">") or _NEVER_TEXT.fullmatch(kept)):
        hint = f"Remove it; {_REMARK}."
    elif field and kept[:1] in ("'", '"', "["):
        hint = f"Remove it, or move it inside the quotes or brackets; {_REMARK}."
    elif field and kept:
        value = line[field.end() :].strip().replace("'", "''")
        shown = f": '{value}'" if len(value) < 70 else ""
        hint = f"To keep it in the text, put quotes around the value{shown}; {_REMARK}."
    else:
        hint = f"Remove it, or put quotes around the text that it belongs to; {_REMARK}."
    return "yaml-comment", Fault(at, told, hint)

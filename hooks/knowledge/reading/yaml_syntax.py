"""What the YAML parser stumbles over, in plain words with the usual remedy.

The parser is libyaml; the texts on the left are its own (src/scanner.c and src/parser.c of
https://github.com/yaml/libyaml), which its users rarely understand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import yaml

from knowledge.reading.places import line_at
from knowledge.reading.yaml_nodes import Composer

RULE = "yaml-syntax"

#: The start of a line that holds a field: indentation, hyphens of a list, name and colon.
FIELD = re.compile(
    # Possessive, so that a hostile line of hyphens is not tried in every way.
    r"\s*+(?:- ++)*+(?:'[^'\n]*'|\"[^\"\n]*\"|[^\s#'\"\[\]{}][^\n]*?):(?= |$)",
    re.MULTILINE,
)
_GLUED = re.compile(r"\s*(?:- +)*[A-Za-z_][\w-]*:[^\s:/]")

_QUOTES = "put quotes around the whole value"


@dataclass(frozen=True, slots=True)
class Fault:
    """A syntax error: the offset it is shown at, what is wrong and what to write instead."""

    offset: int
    message: str
    hint: str


def fault(error: yaml.MarkedYAMLError, text: str) -> Fault:
    """The words for an error of the parser while it read `text`."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index, len(text)) if mark else 0
    began = error.context_mark.index if error.context_mark else at
    problem, context = error.problem or "", error.context or ""
    if "mapping values are not allowed" in problem:
        return _second_colon(text, at)
    if "could not find expected ':'" in problem:
        return _no_colon(text, began)
    if "quoted scalar" in context:
        return _quoted(problem, text, at, began)
    if "expected ',' or" in problem:
        return _unclosed_bracket(text, began)
    if "expected key" in problem or "<document start>" in problem or "'-' indicator" in problem:
        return _out_of_line(text, at)
    if "block sequence entries" in problem:
        told = "A list cannot begin on the line of its field."
        hint = "Begin the list on the next line, one “- item” a line, or write [a, b]."
        return Fault(at, told, f"{hint} If the hyphen belongs to a text, {_QUOTES}.")
    if "block scalar" in context:
        told = "After the sign | or > the line must end; the text begins on the next line."
        hint = "Move the text to the next line and indent it by two blanks,"
        return Fault(began, told, f"{hint} or {_QUOTES} if the sign belongs to it.")
    if "anchor" in context or "alias" in context or "a tag" in context or "directive" in context:
        at = began
    return _odd_start(text, at)


def _second_colon(text: str, at: int) -> Fault:
    line = line_at(text, at)
    begins = text.rfind("\n", 0, at) + 1
    field = FIELD.match(line)
    if field and begins + field.end() - 1 < at:
        value = line[field.end() :].strip()
        told = "The value holds a colon followed by a blank, which would begin another field."
        return Fault(at, told, f"Put quotes around the whole value: {_quoted_text(value)}")
    above = text[:begins].rstrip()
    above_line = line_at(text, len(above))
    if _GLUED.match(above_line):
        return _missing_blank(text, len(above))
    told = "This field is indented as if it belonged to the line above, which has a value already."
    hint = "Begin fields of one group in the same column;"
    hint += " indent by two blanks what belongs to a field that has no value on its own line."
    hint += " If the line continues a text, put quotes around the whole text."
    return Fault(_first_sign(text, at), told, hint)


def _no_colon(text: str, at: int) -> Fault:
    line = line_at(text, at)
    if _GLUED.match(line):
        return _missing_blank(text, at)
    told = "This line is neither a field nor part of the value above it."
    hint = "Write a field as “name: value”; indent by two blanks what continues a text."
    return Fault(_first_sign(text, at), told, hint)


def _missing_blank(text: str, at: int) -> Fault:
    begins = text.rfind("\n", 0, at) + 1
    line = line_at(text, at)
    told = "A blank is missing after the colon, so that this line is not read as a field."
    fixed = re.sub(r":(?=\S)", ": ", line.strip(), count=1)
    return Fault(begins + max(line.find(":"), 0), told, f"Write: {fixed}")


def _quoted(problem: str, text: str, at: int, began: int) -> Fault:
    if "end of stream" in problem or "document indicator" in problem:
        told = "The quotation mark that opens this text is never closed."
        line = line_at(text, began)
        rest = line[began - text.rfind("\n", 0, began) :].strip()
        shown = f", perhaps {_quoted_text(rest)}" if rest and _quoted_text(rest) != "'…'" else ""
        hint = f"Close it at the end of the text{shown}; a ' inside '…' is written twice: "
        return Fault(began, told, f"{hint}'the child''s'.")
    told = "A backslash within double quotes has a special meaning, and this one is unknown."
    return Fault(at, told, "Use single quotes, in which a backslash is just a backslash: '…'")


def _unclosed_bracket(text: str, began: int) -> Fault:
    sign = text[began : began + 1]
    closing = "}" if sign == "{" else "]"
    told = f"The bracket {sign} is not closed, or a comma between two entries is missing."
    hint = f"Separate entries by commas and close with {closing}"
    return Fault(began, told, f"{hint}; if the bracket belongs to a text, {_QUOTES}.")


def _out_of_line(text: str, at: int) -> Fault:
    line = line_at(text, at)
    begins = text.rfind("\n", 0, at) + 1
    opened = _quote_over_lines(text, at)
    if opened is not None:
        told = "The quotation mark that opens this text closes on a later line, in the middle of"
        hint = "Close it at the end of the text; a ' inside '…' is written twice: 'the child''s'."
        return Fault(opened, f"{told} something else.", hint)
    if line[: at - begins].strip():
        told = "Text follows a closing quotation mark or bracket, so that the value ends too early."
        field = FIELD.match(line)
        value = line[field.end() :].strip() if field else ""
        hint = f"{_QUOTES[:1].upper()}{_QUOTES[1:]}"
        hint += f": {_quoted_text(value)}" if value else "; a ' inside '…' is written twice."
        return Fault(at, told, hint)
    if line.strip().startswith("- "):
        told = "This list item stands where a field is expected."
        return Fault(at, told, "Put the items of a list below their field, two blanks further in.")
    if line.strip()[:3] in ("---", "..."):
        told = "A line of three hyphens or points divides a file in two; only one part is read."
        return Fault(at, told, "Remove the line.")
    told = "This line is indented differently from the others of its group."
    return Fault(at, told, "Begin it in the same column as the field above that it stands beside.")


def _quote_over_lines(text: str, at: int) -> int | None:
    """Where a quoted text of several lines begins that ends just before `at`, if one does."""
    last: yaml.ScalarToken | None = None
    try:
        for token in yaml.scan(text, Loader=Composer):
            if token.end_mark.index > at:
                break
            if isinstance(token, yaml.ScalarToken):
                last = token
    except yaml.YAMLError:
        return None
    if last is None or last.style not in ("'", '"'):
        return None
    start, end = last.start_mark.index, last.end_mark.index
    return start if "\n" in text[start:end] and not text[end:at].strip() else None


def _odd_start(text: str, at: int) -> Fault:
    sign = text[at : at + 1]
    if sign.strip():
        told = f"A value cannot begin with the sign {sign} without quotes."
        value = line_at(text, at)[at - text.rfind("\n", 0, at) - 1 :].strip()
        return Fault(at, told, f"Put quotes around the whole value: {_quoted_text(value)}")
    told = "From here on the text cannot be read as fields and values."
    hint = "Check the lines before: quotation marks and brackets closed, two blanks of indentation,"
    return Fault(at, told, f"{hint} and quotes around a text with a colon and a blank.")


def _first_sign(text: str, at: int) -> int:
    """The offset of the first character of the line that is not a blank."""
    line = line_at(text, at)
    return text.rfind("\n", 0, at) + 1 + len(line) - len(line.lstrip())


def _quoted_text(value: str) -> str:
    """The value as it would stand in single quotes; outer quotes that end too early are kept."""
    if len(value) > 70:
        return "'…'"
    bare = value[1:-1] if value[:1] == value[-1:] == "'" and len(value) > 1 else value
    return "'" + bare.replace("''", "'").replace("'", "''") + "'"

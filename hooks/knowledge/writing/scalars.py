"""One value as YAML text: quoted only where a reader would otherwise take it for something else."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal

Scalar = str | bool | int | float | date

#: Lines are folded at blanks so that they stay about this wide.
WIDTH = 100

#: Plain text begins with none of YAML's indicators …
_INDICATOR = re.compile(r"[-?:](?=\s|$)|[,\[\]{}#&*!|>'\"%@`]|[-.]{3}(?=\s|$)|<<$|=$")
#: … holds no comment and no key, and in a list between brackets no bracket or comma either.
_BREAKS = re.compile(r": | #|:$")
_BREAKS_IN_FLOW = re.compile(r"[,\[\]{}]|^[-?:]")
#: Words and numbers that some reader of YAML 1.1 or 1.2 does not take for text.
_OTHER_TYPE = re.compile(
    r"(?i:~|null|true|false|yes|no|on|off|y|n)"
    r"|[-+]?(\d[\d_,]*\.?[\d_]*|\.[\d_]+)(e[-+]?\d+)?"
    r"|[-+]?\.(?i:inf)|\.(?i:nan)"
    r"|[-+]?0[xob][\da-f_]+"
    r"|[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?",
    re.IGNORECASE,
)
#: Characters that only a text in double quotes can hold.
_ESCAPED = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
#: A blank at which a line may be folded: alone, between two words.
_FOLD = re.compile(r"(?<=[^ ]) (?=[^ ])")


def scalar(
    value: Scalar, *, indent: int, column: int, flow: bool = False, year: bool = False
) -> str:
    """The YAML text of one value that begins at `column`; what is folded stands at `indent`.

    `flow`: between brackets. `year`: a text of four digits that its field reads as a year.
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return number(value)
    if isinstance(value, date):
        return value.isoformat()
    if year and re.fullmatch(r"[1-9]\d{3}", value):
        return value
    if _ESCAPED.search(value) or ("\n" in value and (flow or not _block(value))):
        return json.dumps(value, ensure_ascii=False).translate(
            {ord(c): f"\\u{ord(c):04x}" for c in _ESCAPED.findall(value)}
        )
    if "\n" in value:
        return "|-\n" + "\n".join(" " * indent + line if line else "" for line in value.split("\n"))
    text = value if is_plain(value, flow=flow) else "'" + value.replace("'", "''") + "'"
    return text if flow else folded(text, indent, column)


def is_plain(text: str, *, flow: bool = False) -> bool:
    """Whether a text needs no quotes."""
    if not text or text != text.strip() or _OTHER_TYPE.fullmatch(text):
        return False
    if _INDICATOR.match(text) or _BREAKS.search(text):
        return False
    return not (flow and _BREAKS_IN_FLOW.search(text))


def folded(text: str, indent: int, column: int) -> str:
    """The text broken at single blanks, each further line indented."""
    if column + len(text) <= WIDTH:
        return text
    lines: list[str] = []
    start, last, room = 0, 0, WIDTH - column
    for blank in _FOLD.finditer(text):
        if blank.start() - start > room and last > start:
            lines.append(text[start:last])
            start, room = last + 1, WIDTH - indent
        last = blank.start()
    if len(text) - start > room and last > start:
        lines.append(text[start:last])
        start = last + 1
    lines.append(text[start:])
    return ("\n" + " " * indent).join(lines)


def number(value: float) -> str:
    """A number as people write it: whole where it is whole, never with an exponent."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def _block(text: str) -> bool:
    """Whether a text of several lines can stand as it is, line by line."""
    lines = text.split("\n")
    return lines[0] == lines[0].lstrip() and text == text.strip()

"""Fields in the form in which nearly all records are written, read without the parser of YAML.

A small part of YAML: a field a line, lists by hyphens or in brackets, groups by indentation, texts
that go on over the next lines. Whatever else a text holds, a fault above all, is left to libyaml:
it alone says what is wrong. Records are read three times as fast this way, and the tests prove on
every record and on broken ones that both ways give the same.
"""

from __future__ import annotations

import re
from typing import Any, Final

from knowledge.reading.yaml_values import NO_NAMES, plain_scalar

#: Indentation with a hyphen, name (a year stands in quotes) and the rest of a line.
_LINES: Final = re.compile(
    r"( *+(?:- )?)(?:([A-Za-z_][A-Za-z0-9_-]{0,99}+|'[0-9]{4}'):(?: |(?=\n)))?(.*+)\n"
)
#: A text in single quotes, in which a quote is written twice.
_QUOTED: Final = re.compile(r"'(?:[^']|'')*'")
#: What stands in brackets: plain words, parted by a comma and a blank.
_ITEM: Final = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`](?:[^,:?#\[\]{}]*[^\s,:?#\[\]{}])?"
_LIST: Final = re.compile(rf"\[(?:{_ITEM}(?:, {_ITEM})*)?\]")
#: With one of these a plain text cannot begin, or it would take a second look to tell.
_NO_BEGINNING: Final = frozenset(" -?:,[]{}#&*!|>'\"%@`")
_NEGATIVE: Final = re.compile(r"-[0-9][0-9.]*")
#: What could be a mistake, or changes a text that goes on: blanks at the end, empty lines.
_UNSURE: Final = (" \n", "\n\n")
#: No record goes deeper; what does is counted elsewhere.
_DEEPEST: Final = 8


class _DoubtError(Exception):
    """The text is not surely in the plain form."""


def plain_fields(text: str) -> dict[str, Any] | None:
    """The fields of a text without tabs and hidden characters; None where libyaml must judge."""
    if text[-1:] != "\n" or text[0] == "\n" or any(sign in text for sign in _UNSURE):
        return None
    try:
        return _fields(text)
    except _DoubtError:
        return None


def _fields(text: str) -> dict[str, Any]:
    """The fields, line by line; raises `_DoubtError` at the first line that is not plain."""
    fields: dict[str, Any] = {}
    # The groups and lists that are open, and the column in which the members of each begin.
    holders: list[Any] = [fields]
    columns = [0]
    # Where the value stands that the last line began, and its text so far.
    holder: Any = fields
    place: str | int | None = None
    told = ""
    for margin, name, rest in _LINES.findall(text):
        hyphen = "-" in margin
        column = len(margin) - 2 if hyphen else len(margin)
        if not hyphen and not name:
            if not told or column <= columns[-1]:
                raise _DoubtError
            told += f" {rest}"  # in place, however many lines a text has
            continue
        if told:
            holder[place] = _value(told)
        elif column > columns[-1] and place is not None:
            # What is indented below a name without a value is its list or its group.
            inner: Any = [] if hyphen else {}
            holder[place] = inner
            holders.append(inner)
            columns.append(column)
        while columns[-1] > column:
            holders.pop()
            columns.pop()
        holder = holders[-1]
        if columns[-1] != column or len(columns) > _DEEPEST:
            raise _DoubtError
        if hyphen:
            if holder.__class__ is not list:
                raise _DoubtError
            holder.append(None)
            place = len(holder) - 1
            if name:
                holder[place] = holder = {}
                holders.append(holder)
                columns.append(len(margin))
            elif not rest:
                raise _DoubtError
        if name:
            if name[0] == "'":
                name = name[1:-1]
            if holder.__class__ is list or name in holder or name in NO_NAMES:
                raise _DoubtError
            holder[name] = None
            place = name
        told = rest
    if told:
        holder[place] = _value(told)
    return fields


def _value(told: str) -> Any:
    """The value of a text that may have been written on several lines."""
    first = told[0]
    if first not in _NO_BEGINNING or (first == "-" and _NEGATIVE.fullmatch(told)):
        if ": " in told or " #" in told or told[-1] == ":":
            raise _DoubtError
        return plain_scalar(told)
    if first == "[" and _LIST.fullmatch(told):
        return list(map(plain_scalar, told[1:-1].split(", "))) if told != "[]" else []
    if first == "'" and _QUOTED.fullmatch(told):
        return told[1:-1].replace("''", "'")
    raise _DoubtError

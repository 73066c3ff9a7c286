"""The words of advice on a value: what was asked for, what was written, what to write instead."""

from __future__ import annotations

import re
from typing import Any

#: What a type error asks for, by pydantic's name of the error.
WANTED = {
    "string_type": "a text",
    "int_type": "a whole number, without quotes",
    "int_from_float": "a whole number, without quotes",
    "float_type": "a number, without quotes",
    "bool_type": "true or false, without quotes",
    "list_type": "a list (one “- item” a line, or [a, b])",
    "dict_type": "a group of fields, each on a line of its own and indented",
    "model_type": "a group of fields, each on a line of its own and indented",
    "model_attributes_type": "a group of fields, each on a line of its own and indented",
}

#: How to write what was asked for, where the value written gives no better advice.
_EXAMPLES = {
    "string_type": "Write words after the colon, on the same line.",
    "bool_type": "Write true for yes and false for no. Where neither is known, leave value: out "
    "and use the state unknown.",
    "list_type": "Begin each entry on a line of its own with a hyphen and a blank: “- entry”.",
    "dict_type": "Write each entry on a line of its own below it: two blanks, its name, a colon.",
    "model_type": "Write each field on a line of its own below it: two blanks, its name, a colon.",
    "model_attributes_type": "Write each field on a line of its own below it: two blanks, its "
    "name, a colon.",
    "float_type": "Write the number in digits.",
    "int_type": "Write the number in digits, without a point.",
    "int_from_float": "Write the number in digits, without a point.",
}

#: The field at which a fault of a whole group is shown, by the rule that finds it.
SHOWN_AT = {
    "claim-verified-when": "state",
    "claim-without-value": "state",
    "claim-with-value": "value",
    "country-codes": "jurisdiction",
    "form-and-status": "status",
    "union-members": "jurisdiction",
    "scope-countries": "scope",
    "target-without-source": "set_by",
    "typical-and-sourced": "typical",
}

#: The forms that fields ask for, in words.
FORMS = {
    r"^[A-Z]{3}$": "Write the three capital letters of ISO 3166-1 alpha-3, for example GHA for "
    "Ghana or NOR for Norway.",
    r"^[0-9]{3}$": "Write the three digits in quotes, zeros included, for example '288' or '004'.",
    r"^[0-9]{2}$": "Write the two digits in quotes, zeros included, for example '18' or '03'.",
    r"^(19|20)[0-9]{2}$": "Write the year in four digits and in quotes, for example '2022'.",
    r"^[a-z0-9-]+/[a-z0-9-]+$": "Write the name of a vocabulary and the id of a term of it with a "
    "slash between them, for example approaches/area-based",
    r"^([a-z0-9-]+/)+(#[a-z0-9-]+)?$": "Write what stands behind the site's own address, with a "
    "slash at the end, for example countries/ or terms/targets/",
    r"^([01][0-9]|2[0-3]):[0-5][0-9]$": "Write hours and minutes on the clock of 24 hours and in "
    "quotes, for example '09:30' or '17:00'.",
}


def shown(value: Any) -> str:
    """A value as its writer would recognise it."""
    if isinstance(value, dict):
        return "a group of fields"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "empty"
    if isinstance(value, bool):
        return f"{str(value).lower()} (yes or no)"
    return f"“{value}”"


def plain(value: Any) -> str:
    """A value as it is written in a record."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def one_of_several(values: list[Any], *, is_id: bool) -> str:
    """What to write instead of a list where one text is due; "" where the list holds no texts."""
    if not values or not all(isinstance(value, str | int | float) for value in values):
        return ""
    told = [plain(value) for value in values]
    if len(told) > 1 and is_id:
        return f"Only one can stand here: write {', or '.join(told)}"
    return f"Write one text, without brackets and hyphens: {', '.join(told)}"


def type_hint(kind: str, value: Any, *, required: bool = False) -> str:
    """What to write instead of a value of the wrong type; `kind` is pydantic's name of it."""
    if value is None and required:
        return "Fill it in; this one cannot be left out."
    if value is None:
        return "Fill it in, or remove the line: what is absent counts as not researched."
    if kind == "string_type" and isinstance(value, int | float):
        return f"Put quotes around it to make it a text: '{plain(value)}'"
    if kind == "bool_type" and str(value).lower() in ("yes", "no", "y", "n", "on", "off"):
        return f"Write {'true' if str(value).lower() in ('yes', 'y', 'on') else 'false'}."
    if kind == "list_type" and isinstance(value, str):
        return f"Write [{value}]"
    if kind in ("float_type", "int_type", "int_from_float") and isinstance(value, str):
        number = re.search(r"-?\d+(\.\d+)?", value)
        if number and number.group() == value.strip():
            return f"Write {value.strip()}"
        told = f"Write {number.group()}" if number else "Write the number in digits"
        return told + ". What else there is to say belongs in note: or, for a claim, conditions:"
    return _EXAMPLES.get(kind, "")

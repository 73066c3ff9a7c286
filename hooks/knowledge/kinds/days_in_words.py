"""Days as people write them, read as the calendar of ISO 8601 has them."""

from __future__ import annotations

import re
from datetime import date, datetime

#: How people write a day. A day in figures alone (3/4/2024) has two readings and is none of them.
_DAYS = ("%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d")
_MONTHS = ("%B %Y", "%b %Y", "%Y/%m", "%Y.%m")
#: The point behind a month that is cut short, as in “Nov. 3”.
_SHORTENED = re.compile(r"(?<=[A-Za-z])\.")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def day_in(text: str) -> str | None:
    """The day or the month that a text names, as `2024-05-31` or `2024-05`; None where in doubt."""
    plain = _SHORTENED.sub("", _ORDINAL.sub("", text)).replace(",", " ")
    plain = re.sub(r"\bSept\b", "Sep", " ".join(plain.split()))
    for form, length in (*((day, 10) for day in _DAYS), *((month, 7) for month in _MONTHS)):
        try:
            return _parsed(plain, form).isoformat()[:length]
        except ValueError:
            continue
    return None


def _parsed(text: str, form: str) -> date:
    return datetime.strptime(text, form).date()  # noqa: DTZ007, a day of the calendar has no zone

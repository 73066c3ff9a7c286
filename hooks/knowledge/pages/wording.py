"""Dates, numbers and values of claims in the words that readers meet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from knowledge.analysis.law_gaps import years

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip

#: Values that are spelled as ids in a record.
VALUE_WORDS = {
    "prohibited": "prohibited",
    "prohibited-in-part": "prohibited in part",
    "not-prohibited": "not prohibited",
    "meets": "meets the international standard",
    "does-not-meet": "does not meet the international standard",
    "ratified": "ratified",
    "not-ratified": "not ratified",
    "denounced": "denounced",
}

#: Languages of sources by ISO 639-1 code; another code is shown as it is.
LANGUAGES = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "es": "Spanish", "fr": "French",
    "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ne": "Nepali", "nl": "Dutch",
    "no": "Norwegian", "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "zh": "Chinese",
}  # fmt: skip


@lru_cache(maxsize=2**14)
def date_words(value: str | date | None) -> str:
    """A day, month or year in words: `22 November 2026`, `May 2024`, `2024`; empty for None."""
    year, *rest = (str(value) if value else "").split("-")
    month = f"{MONTHS[int(rest[0]) - 1]} " if rest else ""
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    return f"{day}{month}{year}"


def value_words(value: object) -> str:
    """The value of a claim in words: `yes`, `5,193`, `prohibited in part`; empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        return f"{value:,}"
    return VALUE_WORDS.get(str(value), str(value))


def age_words(value: object) -> str:
    """An age in completed years, in words: `15 years`, `17½ years`; empty for None."""
    if not isinstance(value, int | float):
        return ""
    return f"{years(value)} year" if value in (0.5, 1) else f"{years(value)} years"


def listed(words: Sequence[str], last: str = "and") -> str:
    """Several words as one phrase: `a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 source`, `9 sources`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"

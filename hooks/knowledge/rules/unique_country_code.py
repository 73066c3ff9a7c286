"""No two countries have the same ISO code.

A table of goods, the members of a union and the seat of an initiative name a country by its ISO
3166-1 code; with two records of one code, all of them would lead to only one of the two. The
samples stand beside the record of Ghana.

PASS (country):

    iso3: XXB
    m49: '998'

FAIL (country):

    iso3: GHA
    m49: '998'
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "unique-country-code"
SEVERITY: Final[Severity] = "error"


def check_library(context: Context) -> Iterator[Problem]:
    """Records of countries whose ISO code stands in another record too: nobody but a person can
    tell which of them is right, so that each is reported."""
    held: dict[str, list[Entry]] = defaultdict(list)
    for entry in context.library.all("country"):
        if isinstance(entry.record, Country) and entry.record.iso3:
            held[entry.record.iso3].append(entry)
    for code, entries in held.items():
        for entry in entries if len(entries) > 1 else ():
            others = ", ".join(other.path for other in entries if other is not entry)
            yield entry.problem(
                ID,
                SEVERITY,
                f"The code {code} is also that of {others}, and one code means one country.",
                "Look the code up in ISO 3166-1, or join the two records.",
                ("iso3",),
            )

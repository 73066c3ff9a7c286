"""Legal ages out of ILAB's tables, each with how sure we are of it.

Ages of 2020 to 2022 moved upward for about thirty countries without a known reform. Only an
age that four editions give alike is taken as stated; any other is to verify, with the values
and years that earlier editions gave.
"""

from __future__ import annotations

import re

from knowledge.importing.inputs import Row
from knowledge.importing.sources import EDITION, ILAB, Data, edition

#: ILAB's name of the standard and the topic of the law whose age it gives.
FLAGGED = {
    "Minimum_Work": "minimum_age_work",
    "Minimum_Hazardous_Work": "minimum_age_hazardous_work",
    "Compulsory_Education": "compulsory_education_to",
}
MILITARY = {
    "Minimum_Compulsory_Military": "recruitment_compulsory",
    "Minumum_Voluntary_Military": "recruitment_voluntary",
}
EARLIER = ("2021", "2020", "2019")

#: Ages that the editions give alike but that another text contradicts, and what it says.
CONTRADICTED: dict[tuple[str, str], str] = {
    ("CMR", "compulsory_education_to"): "WageIndicator reads Law 98/004 of 1998 as compulsory "
    "primary school, to 11. Check the statute.",
    ("MAR", "compulsory_education_to"): "A later law, No. 51.17, makes school compulsory from 4 to "
    "16, by a report of 2019 to be in force by 2025. Check the statute.",
    ("NPL", "minimum_age_hazardous_work"): "The Act of 2000 calls a child whoever is under 16, and "
    "a city notice of 2023 says 18. Check the Act and its Schedule.",
}

_NO_EARLIER = "The source's editions for 2019 to 2021 give no age to compare with."
_ONE_EDITION = (
    "Read in the edition for 2022 only; the source's earlier editions give such ages too and were "
    "not compared."
)


def readings(text: str) -> list[float]:
    """The ages in a cell: one, or two where it prints both, as in `12/13`. Else none."""
    parts = text.split("/")
    if all(re.fullmatch(r"\d{1,2}(\.\d)?", part) for part in parts):
        return [float(part) for part in parts]
    return []


def flagged_age(current: str, flags: Row) -> Data | None:
    """The claim for one of the three ages that ILAB's editions can be compared for.

    `current` is the cell of the newest edition, `flags` the row that compares the editions.
    """
    now = readings(current)
    earlier = {year: old for year in EARLIER if (old := _compared(flags[f"RY{year}"], now))}
    if not now:
        return _missing_now(earlier)
    claim: Data = {"value": now[0], "state": "to-verify", "as_of": EDITION, "source": [ILAB]}
    if len(now) > 1:
        claim["note"] = f"The source prints “{current}”: two ages, and not which applies when."
        claim["also"] = [_reading(value, EDITION) for value in now[1:]]
    elif flags["flag"] == "stable" and all(old == now for old in earlier.values()):
        claim["state"] = "stated"
    elif differing := _differing(now, earlier):
        told = ", ".join(f"{value:g} in {year}" for value, year in differing)
        claim["note"] = (
            f"The source gives {now[0]:g} for {EDITION} but gave {told}, and names no reform. "
            "Check the statute."
        )
        claim["also"] = [_reading(value, year) for value, year in differing]
    else:
        gap = [year for year in EARLIER if year not in earlier]
        missing = (
            f"The source gives no age for {', '.join(reversed(gap))}, so it cannot be compared."
        )
        claim["note"] = missing if earlier else _NO_EARLIER
    return claim


def military_age(current: str, standard: str, field: str) -> Data | None:
    """The claim for an age of recruitment. `N/A` for conscription means that there is none."""
    now = readings(current)
    if now:
        claim = {"value": now[0], "state": "to-verify", "as_of": EDITION, "source": [ILAB]}
        return claim | {"note": _ONE_EDITION}
    if field == "Minimum_Compulsory_Military" and standard == "N/A":
        return {"state": "not-applicable", "as_of": EDITION, "source": [ILAB]}
    return None


def contradicted(iso3: str, law: Data) -> Data:
    """The ages of a country by topic; one that another text contradicts is to verify."""
    found = dict(law)
    for (country, topic), told in CONTRADICTED.items():
        if country == iso3 and topic in law:
            found[topic] = [claim | {"state": "to-verify", "note": told} for claim in law[topic]]
    return found


def _compared(text: str, now: list[float]) -> list[float]:
    """An earlier cell. The comparing table lost the stroke of `12/13` and prints `1213`."""
    if len(now) > 1 and text == "".join(f"{value:g}" for value in now):
        return now
    return readings(text)


def _differing(now: list[float], earlier: dict[str, list[float]]) -> list[tuple[float, str]]:
    """Each other age once, with the newest year that gave it."""
    found: dict[float, str] = {}
    for year, old in earlier.items():
        for value in old:
            if value not in now:
                found.setdefault(value, year)
    return list(found.items())


def _missing_now(earlier: dict[str, list[float]]) -> Data | None:
    if not earlier:
        return None
    year, values = next(iter(earlier.items()))
    claim: Data = _reading(values[0], year) | {"state": "to-verify"}
    claim["note"] = f"The source's edition for {EDITION} gives no age; this is its last one."
    if also := [_reading(v, y) for v, y in _differing(values[:1], earlier)]:
        claim["also"] = also
    return claim


def _reading(value: float, year: str) -> Data:
    return {"value": value, "as_of": year, "source": [edition(year)]}

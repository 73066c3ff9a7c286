"""What ILAB's tables say about a country: ages, judgements, enforcement, advancement.

"Yes" and "No" in the legal standards mean that the law meets, or does not meet, the
international standard in ILAB's judgement; "No" never means that nothing is prohibited.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from knowledge.importing.ages import FLAGGED, MILITARY, flagged_age, military_age
from knowledge.importing.inputs import Row
from knowledge.importing.sources import EDITION, ILAB, ILAB_EARLIER, Data, edition

#: ILAB's standards, in its own spelling, and the topic of the law that each judges.
STANDARDS: dict[str, str] = {
    **FLAGGED,
    "Types_Hazardous_Work": "hazardous_work_list",
    "Prohibition_Forced_Labor": "forced_labour",
    "Prohibition_Child_Trafficking": "child_trafficking",
    "Prohibition_CSEC": "commercial_sexual_exploitation",
    "Prohibition_Illicit_Activities": "illicit_activities",
    **MILITARY,
    "Minumum_Non_State_Military": "recruitment_non_state",
    "Free_Public_Education": "free_public_education",
}
COUNTS: dict[str, str] = {
    "Labor_Inspectors": "labour_inspectors",
    "Labor_Inspections": "inspections",
    "Labor_Violations": "violations",
    "Labor_Penalties_Imposed": "penalties_imposed",
    "Labor_Penalties_Collected": "penalties_collected",
    "Criminal_Investigations": "criminal_investigations",
    "Criminal_Prosecutions": "prosecutions",
    "Criminal_Convictions": "convictions",
}
TRUTHS: dict[str, str] = {
    "Labor_Inspectors_Intl_Standards": "labour_inspectors_enough",
    "Authorized_Access_Penalties": "inspectors_may_impose_penalties",
    "Labor_Routine_Inspections_Conducted": "routine_inspections",
    "Labor_Unannounced_Inspections_Conducted": "unannounced_inspections",
    "Labor_New_Employee_Training": "training_of_inspectors",
    "Labor_Complaint_Mechanism": "complaint_mechanism",
    "Labor_Referral_Mechanism": "referral_mechanism",
    "Criminal_Referral_Mechanism": "criminal_referral_mechanism",
}
#: Fields that the tables have and a country record has no place for.
LEFT_OUT = (
    "Labor_Routine_Inspections_Targeted",
    "Criminal_New_Employee_Training",
    "Criminal_Penalties_for_WFCL",
)
#: What ILAB writes in place of an action where it suggests none in an area.
NO_ACTION = "Not applicable"
_AREAS = {
    "Legal_Framework": "Legal framework",
    "Enforcement": "Enforcement",
    "Coordination": "Coordination",
    "Government_Policies": "Government policies",
    "Social_Programs": "Social programmes",
}


def with_territories(row: Row, territories: Iterable[Row]) -> tuple[Row, str | None]:
    """The country's row with the values of its territories, and the name of the area.

    The data have one country by territory (Somalia) and one value for all its territories.
    """
    filled, area = dict(row), None
    for part in territories:
        area = part["Territory_Display_Name"].capitalize()
        name = part["field"]
        if name.startswith("ENF "):
            filled[f"enf_{name[4:]}"] = part["Enforcement"]
        else:
            filled[f"ls_{name}_standard"] = part["Standard"]
            filled[f"ls_{name}_age"] = part["Age"]
            filled[f"ls_{name}_conforms"] = part["Conforms_To_Intl_Standard"]
    return filled, area


def law(row: Row, flags: dict[str, Row], area: str | None) -> Data:
    """The ages, by topic, each as a list of one claim."""
    found: Data = {}
    for field, topic in FLAGGED.items():
        if field in flags and (claim := flagged_age(row[f"ls_{field}_age"], flags[field])):
            found[topic] = [_in_area(claim, area)]
    for field, topic in MILITARY.items():
        age, standard = row[f"ls_{field}_age"], row[f"ls_{field}_standard"]
        if claim := military_age(age, standard, field):
            found[topic] = [_in_area(claim, area)]
    return found


def standards(row: Row, area: str | None) -> Data:
    """ILAB's judgement by topic."""
    said = {"Yes": "meets", "No": "does-not-meet"}
    found: Data = {}
    for field, topic in STANDARDS.items():
        cell = row[f"ls_{field}_conforms"]
        if cell in said:
            found[topic] = {"value": said[cell], "state": "stated"}
        elif cell == "N/A":
            found[topic] = {"state": "not-applicable"}
        else:
            continue
        found[topic] |= {"as_of": EDITION, "source": [ILAB]}
        found[topic] = _in_area(found[topic], area)
    return found


def enforcement(row: Row, history: dict[str, str], area: str | None) -> Data:
    """Counts, yes or no, and funding. `history` is the number of inspectors by year."""
    found: Data = {}
    for field, name in COUNTS.items():
        claim = _known(row[f"enf_{field}"], count(row[f"enf_{field}"]))
        if name == "labour_inspectors" and claim is not None:
            years = {year: count(cell) for year, cell in history.items() if year != EDITION}
            if by_year := {y: n for y, n in sorted(years.items()) if n is not None}:
                claim |= {"by_year": by_year, "source": [ILAB, ILAB_EARLIER]}
        if claim is not None:
            found[name] = _in_area(claim, area)
    for field, name in TRUTHS.items():
        cell = row[f"enf_{field}"]
        claim = _known(cell, {"Yes": True, "No": False}.get(cell))
        if claim is not None:
            found[name] = _in_area(claim, area)
    if (may := row["enf_Labor_Unannounced_Inspections_Premitted"]) in ("Yes", "No"):
        allowed = "The law permits them" if may == "Yes" else "The law does not permit them"
        if "unannounced_inspections" in found:
            found["unannounced_inspections"]["note"] = f"{allowed}, as the source reports."
    if claim := _known(row["enf_Labor_Funding"], _amount(row["enf_Labor_Funding"])):
        if claim.get("value", "")[:1].isdigit():
            claim["note"] = "The source prints the figure without a currency."
        found["labour_inspectorate_funding"] = _in_area(claim, area)
    return found


def advancement(levels: Iterable[tuple[str, str]]) -> list[Data]:
    """ILAB's level of advancement by reporting year; years without a level are left out."""
    return [
        {"value": level, "state": "stated", "as_of": year, "source": [edition(year)]}
        for year, level in sorted(levels)
        if level
    ]


def suggested_actions(areas: Iterable[str], sources: list[str]) -> list[Data]:
    """How many actions ILAB suggests, by area. Its sentences are not carried over."""
    counted = Counter(areas)
    return [
        {"value": f"{label}: {counted[area]}", "state": "stated", "as_of": EDITION,
         "source": sources}
        for area, label in _AREAS.items() if counted[area]
    ]  # fmt: skip


def count(cell: str) -> int | None:
    """A whole number, with or without commas between thousands. Anything else is not read."""
    if re.fullmatch(r"\d+|\d{1,3}(,\d{3})+", cell):
        return int(cell.replace(",", ""))
    return None


def _amount(cell: str) -> str | None:
    number = count(cell)
    return f"{number:,}" if number is not None else cell if re.match(r"\$\d", cell) else None


def _known(cell: str, value: object) -> Data | None:
    """A claim with the value, an honest "unknown", or nothing where the source says nothing."""
    if value is not None:
        return {"value": value, "state": "stated", "as_of": EDITION, "source": [ILAB]}
    return {"state": "unknown", "as_of": EDITION, "source": [ILAB]} if cell == "Unknown" else None


def _in_area(claim: Data, area: str | None) -> Data:
    return claim | {"area": area} if area else claim

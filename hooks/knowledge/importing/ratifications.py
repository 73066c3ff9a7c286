"""Rows on ratifications become claims. What was worked out by counting is to verify."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import cast

from knowledge.importing.inputs import Row, Table
from knowledge.importing.ratification_sources import AS_OF, is_unnamed, source_at
from knowledge.importing.sources import EDITION, ILAB, Data
from knowledge.kinds.country import CONVENTIONS, ConventionId
from knowledge.problems import Problem

#: The value of a row's status; `_inferred` behind it means that it was worked out.
STATUS = {"ratified": "ratified", "not_ratified": "not-ratified", "denounced": "denounced",
          "to_verify": "not-ratified"}  # fmt: skip
_ILAB_COLUMNS: dict[ConventionId, str] = {
    "C138": "conv_C_138_Ratified",
    "C182": "conv_C_182_Ratified",
}

#: What makes a row uncertain, by a word of its note, and how that is told to a reader.
_DOUBTS: tuple[tuple[str, str], ...] = (
    ("complement", "Worked out by elimination: the state is not among those that a list or a count "
                   "leaves unratified. Check NORMLEX."),
    ("one of the 14 ratified since", "Named among the 14 members that had not ratified in June "
                                     "2017; one of the 14 has ratified since. Check NORMLEX."),
    ("may be the one new ratification", "Not ratified in June 2017; it may be the one member that "
                                        "has ratified since. Check NORMLEX."),
    ("inferred only", "Worked out from the number of ratifications; no source names the state. "
                      "Check NORMLEX."),
    ("name not seen", "Worked out from the number of ratifications; no source names the state. "
                      "Check NORMLEX."),
    ("presupposes", "Inferred from the ratification of the Protocol of 2014, which is open only to "
                    "members that ratified this Convention. Check NORMLEX."),
    ("1997", "Not ratified in a table of February 1997, and left over by a later count. Check "
             "NORMLEX."),
)  # fmt: skip
_WEAK = "Read in one source of medium confidence only. Check NORMLEX."

_TERRITORY = (
    "A territory does not ratify: it is bound where the state responsible for it extends the "
    "Convention to it."
)

_NOT_A_MEMBER = (
    "Only members of the ILO ratify its conventions; the table of members does not name it."
)

#: Convention No. 138, Art. 2(2): a state may declare a higher age later.
_AGE_MAY_BE_HIGHER = (
    "The age specified is as of {year}; a later declaration may have raised it (Article 2(2)). "
    "Check NORMLEX."
)

AddSource = Callable[[str, Data], str]


def claims(rows: list[Row], add_source: AddSource) -> Data:
    """The claims of one country by convention, in the order of the conventions."""
    named = [row for row in rows if not is_unnamed(row["source_url"])]
    by_convention = {row["convention"]: row for row in named}
    return {
        convention: _claim(by_convention[convention], add_source)
        for convention in CONVENTIONS
        if convention in by_convention
    }


def with_ilab(claims: Data, country: Row, *, state: bool) -> Data:
    """ILAB's own columns beside the table: where it has no row, and where the two disagree."""
    outside = _TERRITORY if not state else "" if claims else _NOT_A_MEMBER
    for convention, column in _ILAB_COLUMNS.items():
        value = {"Yes": "ratified", "No": "not-ratified"}.get(country.get(column, ""))
        if value is None:
            continue
        known = claims.get(convention)
        if known is None:
            claim: Data = {"value": value, "state": "stated", "as_of": EDITION, "source": [ILAB]}
            if outside:
                claim["note"] = outside
            claims[convention] = claim
        elif known["value"] != value and ILAB not in known["source"]:
            known["state"] = "to-verify"
            known["also"] = [{"value": value, "as_of": EDITION, "source": [ILAB]}]
            known["note"] = f"{known.get('note', '')} The sources disagree. Check NORMLEX.".strip()
        elif known.get("note") == _WEAK:
            # A second source says the same.
            known |= {"state": "stated", "source": [*known["source"], ILAB]}
            del known["note"]
    return {c: claims[c] for c in CONVENTIONS if c in claims}


def problems(table: Table) -> list[Problem]:
    """Rows that cannot be used, each with what to mend."""
    found = []
    for index, row in enumerate(table.rows):
        if row["convention"] not in CONVENTIONS:
            told = f"“{row['convention']}” is not one of the fundamental instruments."
            found.append(table.problem(index, told, f"Use one of: {', '.join(CONVENTIONS)}"))
        if row["status"].removesuffix("_inferred") not in STATUS:
            told = f"“{row['status']}” is not a known status."
            found.append(table.problem(index, told, f"Use one of: {', '.join(STATUS)}"))
        if is_unnamed(row["source_url"]):
            continue
        if source_at(row["source_url"], row["convention"]) is None:
            told = f"Nobody has said yet who publishes {row['source_url'] or 'this row'}."
            hint = "Add the publisher to ratification_sources.py."
            found.append(table.problem(index, told, hint))
    return found


def _claim(row: Row, add_source: AddSource) -> Data:
    convention = cast(ConventionId, row["convention"])
    status, note = row["status"], row["note"]
    claim: Data = {"value": STATUS[status.removesuffix("_inferred")]}
    doubt = _doubt(row)
    claim["state"] = "to-verify" if doubt else "stated"
    if year := re.match(r"\d{4}(-\d{2}){0,2}(?=$| )", row["as_of"]):
        claim["as_of"] = year[0]
    found = source_at(row["source_url"], convention)
    assert found is not None  # noqa: S101 - problems() has told of every unknown publisher
    if found[0] in AS_OF:
        claim["as_of"] = AS_OF[found[0]]
    claim["source"] = [add_source(*found)]
    if doubt:
        claim["note"] = doubt
    elif "denounced" in status:
        claim["note"] = "Ratified earlier, then denounced."
    if row["date"]:
        claim["date"] = row["date"]
    if age := re.search(r"specified minimum age (\d+)", note):
        claim["specified_age"] = float(age[1])
        if year:
            later = _AGE_MAY_BE_HIGHER.format(year=year[0][:4])
            claim["note"] = f"{claim.get('note', '')} {later}".strip()
    return claim


def _doubt(row: Row) -> str:
    """Why the row is to verify, or nothing."""
    inferred = row["status"].endswith("_inferred") or row["status"] == "to_verify"
    for word, told in _DOUBTS:
        if word in row["note"] and (inferred or word in ("complement", _DOUBTS[1][0])):
            return told
    if inferred:
        return "Worked out, not read. Check NORMLEX."
    return "" if row["confidence"] == "H" else _WEAK

"""Facts on the law, read in statutes and official pages, become claims by topic.

Only rows of high confidence from an original publisher count.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from knowledge.importing.inputs import Row
from knowledge.importing.law_readings import (
    COPIES,
    OWN_COPIES,
    READINGS,
    STATUTES,
    SUPERSEDED,
    TOPICS,
    Topic,
)
from knowledge.importing.sources import Data, id_for, kind_of
from knowledge.kinds.fields import SAYS_SOMETHING

AddSource = Callable[[str, Data], str]
#: What was left out: the topic of the row and the reason.
Left = list[tuple[str, str]]

_AGE = re.compile(r"(\d{1,2})(?!\d|/|\s*(?:years|to\b|-))\s*(.*)", re.DOTALL)
_COPY_NOTE = re.compile(r"\bmirror\b|repository copy|\bvia\b|\breprint|student copy", re.IGNORECASE)
#: Remarks of the people who gathered the facts, for each other and not for readers.
_INTERNAL = re.compile(
    r"RY2022|official|statute text|law-firm|secondary|press|https?:|mirror|copy|\bcf\b|named at"
    r"|article names?|from the ILAB page|open it|to be (?:re)?checked|supersedes|remove|see s\."
    r"|new since|quotes|seen in the text|basic band|CEACR|FedEE|legalclarity|normlex|about 20"
    r"|acts named|\.com\b|\.edu\b|\.gov\b|regjeringen|act212|text of|text says"
    r"|ministry order|human-rights report|older",
    re.IGNORECASE,
)
_SPAN = re.compile(r"\bages (\d+) to (\d+)")
_NO_PENALTY = "The penalty was not seen."
_PENALTY = re.compile(r"\d|imprison|fine\b|\blife\b|parental authority", re.IGNORECASE)


def claims(rows: list[Row], copies: frozenset[str], add: AddSource) -> tuple[Data, Left]:
    """The claims of one country by topic, each a list, and what was left out and why."""
    found: Data = {}
    left: Left = []
    for row in sorted(rows, key=_order):
        reason = _not_usable(row, copies)
        topic = TOPICS.get(row["topic"])
        hand = _by_hand(row)
        if row["topic"] in (*STATUTES, "labour_inspectors") and not reason:
            continue
        if reason or topic is None or "skip" in hand:
            told = reason or hand.get("skip") or "the records have no such topic"
            left.append((row["topic"], told))
            continue
        more = hand.pop("more", None)
        claim = _claim(row, topic, hand)
        if claim is None:
            left.append((row["topic"], f"no age can be read in “{row['value']}”"))
            continue
        claim["source"] = [add(*_source(row))]
        for reading in claim.get("also", []):
            reading["source"] = claim["source"]
        _join(found.setdefault(topic.field, []), claim)
        if topic.field == "compulsory_education_to" and (span := _SPAN.search(row["value"])):
            start = claim | {"value": float(span[1])}
            start.pop("conditions", None)
            _join(found.setdefault("compulsory_education_from", []), start)
            if claim.get("conditions", "").startswith("ages "):
                del claim["conditions"]
        if more:
            _join(found[topic.field], claim | more)
    return found, left


def inspectors(rows: list[Row], copies: frozenset[str], add: AddSource) -> Data | None:
    """The newest number of labour inspectors in a later report, as a claim."""
    usable = [r for r in rows if r["topic"] == "labour_inspectors" and not _not_usable(r, copies)]
    for row in sorted(usable, key=lambda r: r["as_of"], reverse=True):
        if found := re.match(r"(\d[\d,]*)\b", row["value"]):
            claim: Data = {"value": int(found[1].replace(",", "")), "state": "stated"}
            return claim | {"as_of": row["as_of"], "source": [add(*_source(row))]}
    return None


def statutes(rows: list[Row], copies: frozenset[str], add: AddSource) -> list[Data]:
    """Laws whose text was found at its publisher: title, address, source."""
    return [
        {"title": _without_remarks(row["legal_basis"]), "url": row["source_url"],
         "source": [add(*_source(row))]}
        for row in rows
        if row["topic"] in STATUTES and not _not_usable(row, copies)
    ]  # fmt: skip


def copies(rows: list[Row]) -> frozenset[str]:
    """The addresses that any row calls a copy of another publisher's text."""
    return frozenset(
        row["source_url"] for row in rows if _COPY_NOTE.search(f"{row['note']} {row['publisher']}")
    )


def read_age(value: str) -> tuple[float, str] | None:
    """The age at the beginning of a value, and the conditions after it."""
    found = _AGE.fullmatch(value)
    if found is None:
        return None
    rest = found[2].strip()
    if rest.startswith("(") and rest.endswith(")") and rest.count("(") == 1:
        rest = rest[1:-1]
    return float(found[1]), rest.lstrip(",; ").strip()


def _not_usable(row: Row, copies: frozenset[str]) -> str:
    if row["confidence"] not in ("high", "H"):
        return f"confidence is {row['confidence']}"
    url = row["source_url"]
    host = urlsplit(url).hostname or ""
    own = any(part in host for part in OWN_COPIES)
    if not own and (url in copies or any(part in host for part in COPIES)):
        return "read only in a copy of another publisher's text"
    return SUPERSEDED.get((row["iso3"], row["topic"]), "")


def _by_hand(row: Row) -> Data:
    for (iso3, topic, start), reading in READINGS.items():
        if (iso3, topic) == (row["iso3"], row["topic"]) and row["value"].startswith(start):
            return dict(reading)
    return {}


def _claim(row: Row, topic: Topic, hand: Data) -> Data | None:
    claim: Data = {}
    value = row["value"]
    without_age = hand.get("state", "stated") not in SAYS_SOMETHING
    if topic.sort == "age" and "value" not in hand and not without_age:
        read = read_age(value)
        if read is None:
            return None
        claim["value"], claim["conditions"] = read
    elif topic.sort == "truth":
        claim["value"], claim["conditions"] = True, value
    elif topic.sort == "wording":
        claim["value"] = value
    elif topic.sort == "prohibition":
        claim["value"] = "prohibited"
        told = value.replace("(penalty not seen)", "").strip(" ;:")
        if "penalty not seen" in value:
            claim["note"] = _NO_PENALTY
            claim["conditions"] = told
        else:
            claim["penalty" if _PENALTY.search(told) else "conditions"] = told
    claim["state"] = "stated"
    if re.fullmatch(r"\d{4}(-\d{2}){0,2}", row["as_of"]):
        claim["as_of"] = row["as_of"]
    claim["basis"] = _without_remarks(row["legal_basis"])
    claim.setdefault("note", _remark(row["note"]))
    claim |= {key: [dict(r) for r in v] if key == "also" else v for key, v in hand.items()}
    return {key: v for key, v in claim.items() if v not in ("", None)}


def _without_remarks(basis: str) -> str:
    """The statute and article, without what a fact-gatherer remarked in brackets."""
    return re.sub(r"\s*\((?:[^()]*not seen[^()]*|[^()]*from [^()]*)\)", "", basis).strip()


def _remark(note: str) -> str:
    """What of a row's remark is of use to a reader, as a sentence."""
    parts = [p.strip() for p in note.split(";") if p.strip() and not _INTERNAL.search(p)]
    told = "; ".join(parts)
    return told[:1].upper() + told[1:] + ("" if told[-1:] in ".?!" else ".") if told else ""


def _join(claims: list[Data], claim: Data) -> None:
    """Adds a claim to its topic: one claim for each area, later rows support the first."""
    first = next((c for c in claims if c.get("area") == claim.get("area")), None)
    if first is None:
        claims.append(claim)
        return
    same = first.get("value") == claim.get("value")
    if same or isinstance(first.get("value"), str):
        first["source"] = list(dict.fromkeys([*first["source"], *claim["source"]]))
        if "penalty" in claim and first.get("note") == _NO_PENALTY:
            del first["note"]
            first |= {k: claim[k] for k in ("note", "state") if k in claim}
        for key in ("penalty", "conditions"):
            if key in claim and key not in first:
                first[key] = claim[key]
        if basis := _joined(first.get("basis", ""), claim.get("basis", "")):
            first["basis"] = basis
    elif "value" in claim:
        other = {k: claim[k] for k in ("value", "as_of", "source") if k in claim}
        first.setdefault("also", []).append(other)
        first["state"] = "to-verify"


def _joined(basis: str, other: str) -> str:
    """Two legal bases as one, without repeating one that the other holds."""
    if basis.lower() in other.lower():
        return other
    return basis if other.lower() in basis.lower() else f"{basis}; {other}"


def _order(row: Row) -> tuple[str, int, int]:
    """Rows of one topic: those with an article first, then those that a reading names first."""
    names = list(TOPICS)
    rank = names.index(row["topic"]) if row["topic"] in names else len(names)
    return row["iso3"], rank, 0 if row["legal_basis"] else 1


def _source(row: Row) -> tuple[str, Data]:
    publisher = row["publisher"] or "publisher not seen"
    title = re.sub(r"^\((.*)\)$", r"\1", row["source_title"])
    source: Data = {"title": title, "publisher": publisher, "kind": kind_of(publisher)}
    host = urlsplit(row["source_url"]).hostname or ""
    if not any(part in host for part in OWN_COPIES):
        source["url"] = row["source_url"]
    return id_for(title, publisher), source

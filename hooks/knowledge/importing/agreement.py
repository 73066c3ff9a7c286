"""Where a reading of the statute meets ILAB's age: the statute first, ILAB beside it."""

from __future__ import annotations

from knowledge.importing.sources import Data


def meet_ilab(facts: Data, ilab: Data) -> Data:
    """The law by topic, from both: a reading of the statute first, ILAB's age beside it."""
    law = dict(ilab)
    for topic, claims in facts.items():
        if topic == "gaps_reported":
            continue
        law[topic] = claims
        said = ilab.get(topic, [])
        if claims and said and "value" in claims[0] and said[0].get("value") is not None:
            _beside(claims[0], said[0])
    return law


def _beside(claim: Data, ilab: Data) -> None:
    """ILAB's ages beside the statute's: as a second source, or as other readings."""
    read = [ilab, *ilab.get("also", [])]
    if ilab["value"] == claim["value"] and claim.get("area") is None:
        claim["source"] = [*claim["source"], *ilab["source"]]
        claim["as_of"] = max(claim.get("as_of", ""), ilab["as_of"])
    elif not _explained(claim):
        claim["state"] = "to-verify"
        told = f"ILAB's {ilab.get('as_of')} data give {ilab['value']:g}."
        claim["note"] = f"{claim.get('note', '')} {told}".strip()
    others = [
        {"value": r["value"], "as_of": r["as_of"], "source": r["source"]}
        for r in read
        if r["value"] != claim["value"]
    ]
    known = {r["value"] for r in claim.get("also", [])}
    if others := [r for r in others if r["value"] not in known]:
        claim["also"] = [*claim.get("also", []), *others]


def _explained(claim: Data) -> bool:
    """Whether a hand-made reading says why the statute and ILAB differ."""
    return claim["state"] == "stated" and bool(claim.get("note") or claim.get("area"))

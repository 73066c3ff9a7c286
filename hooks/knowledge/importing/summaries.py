"""The summary that an importer writes: what the page holds, in one or two sentences."""

from __future__ import annotations

from knowledge.kinds.country import Country


def summary(country: Country) -> str:
    """Plain sentences made from the facts of the record, at most 300 characters."""
    name = country.names.short
    topics = sum(bool(getattr(country.law, topic)) for topic in type(country.law).model_fields)
    parts = []
    if topics:
        parts.append(f"the law on {_of(topics, 'topic')}")
    if country.assessments.standards:
        parts.append(f"{_of(len(country.assessments.standards), 'assessment')} by ILAB for 2022")
    if country.conventions:
        parts.append(f"the status of {_of(len(country.conventions), 'fundamental ILO instrument')}")
    if country.due_diligence:
        laws = _of(len(country.due_diligence), "law")
        parts.append(f"{laws} on due diligence, transparency or imports")
    if not parts:
        return (
            f"No law of {name} has been researched yet. The page shows what lists and records name."
        )
    told = ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]
    tail = "" if topics else " Its own law on child labour has not been researched yet."
    if country.jurisdiction == "union":
        tail = ""
    return f"{name}: {told}.{tail}"


def _of(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

"""The summary that an importer writes: the ages, and what else the page holds."""

from __future__ import annotations

from knowledge.kinds.country import Age, Country, InstrumentForm

#: The ages that a summary names, in the words it names them with.
_AGES = (
    ("minimum_age_work", "ordinary work from"),
    ("minimum_age_hazardous_work", "hazardous work from"),
    ("compulsory_education_to", "school compulsory until"),
)

#: Instruments of due diligence as a summary counts them.
_FORMS: tuple[tuple[InstrumentForm, str], ...] = (
    ("law", "law"),
    ("bill", "bill"),
    ("guidance", "guideline"),
    ("plan", "plan"),
)


def summary(country: Country) -> str:
    """One or two plain sentences made from the facts of the record, at most 300 characters."""
    ages = [told for topic, words in _AGES if (told := _age(getattr(country.law, topic), words))]
    first = _sentence(", ".join(ages))
    topics = sum(bool(getattr(country.law, topic)) for topic in type(country.law).model_fields)
    held = [
        ("the law on {}", topics, "topic"),
        ("{} by ILAB for 2022", len(country.assessments.standards), "assessment"),
        ("the status of {}", len(country.conventions), "fundamental ILO instrument"),
    ]
    parts = [form.format(_of(number, what)) for form, number, what in held if number]
    instruments = [
        _of(number, what)
        for form, what in _FORMS
        if (number := sum(one.form == form for one in country.due_diligence))
    ]
    if instruments:
        parts.append(f"{_listed(instruments)} on due diligence, transparency or imports")
    if not parts:
        return "Its law has not been researched yet. The page shows what lists of goods name."
    told = _listed(parts)
    tail = "" if topics or country.jurisdiction == "union" else (
        " Its own law on child labour has not been researched yet."
    )  # fmt: skip
    return f"{first} The page gives {told}.{tail}".strip()


def _age(claims: list[Age], words: str) -> str:
    """An age in words, or nothing where there is none or where it differs within the country."""
    if len(claims) != 1 or claims[0].value is None or claims[0].area not in (None, ""):
        return ""
    [claim] = claims
    unsure = " (to verify)" if claim.state == "to-verify" else ""
    return f"{words} {claim.value:g}{unsure}"


def _listed(parts: list[str]) -> str:
    return ", ".join(parts[:-1]) + (" and " if len(parts) > 1 else "") + parts[-1]


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}." if words else ""


def _of(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"

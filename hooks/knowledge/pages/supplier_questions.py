"""Questions to ask a supplier: what the records lack or document, turned into a question each.

A question never stands without its reason, and the reason leads to the line of the record.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.analysis.chain_risks import DocumentedRisk, risks_of
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import SupplyChain
from knowledge.library import Library
from knowledge.pages.chain_words import form_mark, stage_address
from knowledge.pages.country_law import law_anchor, law_label
from knowledge.pages.marks import NOT_RESEARCHED, STATES
from knowledge.pages.wording import date_words, listed

#: What to ask where the law of a country on a topic is not settled. This library's own wording.
QUESTIONS: dict[str, str] = {
    "minimum_age_work": "What is the lowest age at which you hire, and which law or agreement sets "
    "it?",
    "minimum_age_hazardous_work": "Which tasks are closed to anybody under 18, and how do you "
    "check a worker's age?",
    "hazardous_work_list": "Which national list of hazardous work do you keep to, and may we see "
    "it?",
    "minimum_age_light_work": "Do children help on your sites or on your suppliers' farms, from "
    "what age, and for how many hours?",
    "compulsory_education_to": "Until what age must children where you work attend school, and how "
    "do you know that they do?",
    "forced_labour": "May every worker leave at any time with full pay, and who keeps the workers' "
    "papers?",
    "debt_bondage": "Do workers or farmers hold loans or advances from you or from a recruiter, "
    "and how are these paid back?",
    "trafficking_in_persons": "Who recruits your workers, and what does a worker pay for the job?",
    "child_trafficking": "Which young workers came from elsewhere, with whom, and who looked at "
    "their papers?",
}  # fmt: skip

#: The states in which a source settles what the law says.
SETTLED = ("verified", "stated")

INSPECTION = "When did a labour inspector last visit you and your suppliers, and what was found?"


@dataclass(frozen=True, slots=True)
class SupplierQuestion:
    """What to ask, why, and the line of the record that the reason rests on."""

    ask: str
    why: str
    address: str


def law_questions(entry: Entry, country: Country) -> Iterator[SupplierQuestion]:
    """What the law of a country, as recorded, leaves open."""
    for topic, ask in QUESTIONS.items():
        claims = getattr(country.law, topic)
        states = {claim.state for claim in claims} or {NOT_RESEARCHED}
        if states.isdisjoint(SETTLED):
            words = listed([word for state, word in STATES.items() if state in states], "or")
            yield SupplierQuestion(
                ask,
                f"{country.title}, {law_label(topic)}: {words}",
                f"{entry.address}#{law_anchor(topic)}" if _has_law(country) else entry.address,
            )
    enough = country.enforcement.labour_inspectors_enough
    if enough is not None and enough.value is False:
        when = f", as of {date_words(enough.as_of)}" if enough.as_of else ""
        yield SupplierQuestion(
            INSPECTION,
            f"{country.title}: a source judges that there are too few labour inspectors{when}",
            f"{entry.address}#enforcement-labour-inspectors-enough",
        )


def _has_law(country: Country) -> bool:
    return any(claims for _, claims in country.law)


def chain_questions(library: Library, entry: Entry) -> dict[str, list[SupplierQuestion]]:
    """What to ask on each stage of a chain at which a risk is documented, by country."""
    found: dict[str, list[SupplierQuestion]] = {}
    if not isinstance(entry.record, SupplyChain):
        return found
    for stage, risks in zip(entry.record.stages, risks_of(library, entry), strict=True):
        by_country: dict[str, list[DocumentedRisk]] = {}
        for risk in risks:
            if risk.place.entry is not None and risk.is_current:
                by_country.setdefault(risk.place.entry.id, []).append(risk)
        for country, here in by_country.items():
            forms = dict.fromkeys(form for risk in here for form in risk.forms)
            words = listed([form_mark(library, form).word for form in forms])
            place = here[0].place.name
            found.setdefault(country, []).append(
                SupplierQuestion(
                    f"{stage.title}: who does this work for you or your suppliers, and how do you "
                    "know their ages and terms?",
                    f"{entry.record.title}, {stage.title.lower()}: "
                    f"{words or 'a risk'} is documented in {place}",
                    stage_address(entry, stage),
                )
            )
    return found

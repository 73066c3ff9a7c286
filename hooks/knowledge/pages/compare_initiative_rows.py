"""The questions on which initiatives are compared, and what the record of one answers to each."""

from __future__ import annotations

from collections.abc import Iterator

from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Accountability, Initiative
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.compare_cells import Data, Row, claim_data, fact_data
from knowledge.pages.facts import Fact, FactItem
from knowledge.pages.initiative import initiative_facts
from knowledge.pages.parts import ClaimLine
from knowledge.pages.questions import accountability_questions, questions

#: The facts of an initiative: what each row says, the label of its page, and whether equal words
#: mean equal things. Lists of names are shown side by side without a judgement.
FACTS: dict[str, tuple[str, tuple[str, ...], str, bool]] = {
    "type": ("Type", ("Type",), "What it is", True),
    "started": ("Started", ("Started",), "What it is", False),
    "secretariat": ("Secretariat", ("Secretariat",), "What it is", False),
    "scope": ("Scope", ("Scope",), "Where and on what", True),
    "countries": ("Countries", ("Country", "Countries"), "Where and on what", False),
    "level": ("Level", ("Level",), "Where and on what", False),
    "targets": ("Targets", ("Targets",), "Where and on what", False),
    "sectors": ("Sectors", ("Sectors",), "Where and on what", True),
    "goods": ("Goods", ("Goods",), "Where and on what", False),
    "tiers": ("Tiers", ("Tiers",), "Where and on what", False),
    "topics": ("Topics", ("Topics",), "Where and on what", False),
    "functions": ("Functions", ("Functions",), "What it does", False),
    "binding": ("How far members are bound", ("How far members are bound",), "What it does", True),
    "national-processes": (
        "Through national processes", ("Through national processes",), "What it does", True,
    ),
    "small-enterprises": (
        "Reaches small enterprises", ("Reaches small enterprises",), "What it does", True,
    ),
}  # fmt: skip
#: The label of the fact that only what has ended has.
ENDED = "Ended"
MEMBERS, PRINCIPLES, ACCOUNTABILITY = (
    "Who takes part", "Integrated approach", "How it answers for what it does",
)  # fmt: skip
_BY_LABEL = {label: id_ for id_, (_, labels, _, _) in FACTS.items() for label in labels}


def initiative_rows(library: Library) -> tuple[Row, ...]:
    """Every question, group by group."""
    facts = (Row(id_, label, group, same) for id_, (label, _, group, same) in FACTS.items())
    return (*facts, *_asked_rows(library))


def _asked_rows(library: Library) -> Iterator[Row]:
    for vocabulary, group in (("constituencies", MEMBERS), ("principles", PRINCIPLES)):
        for term in library.vocabularies[vocabulary].terms:
            yield Row(f"{vocabulary}-{term.id}", term.label, group, compares=True)
    for name, field in Accountability.model_fields.items():
        yield Row(name.replace("_", "-"), str(field.title), ACCOUNTABILITY, compares=True)


def initiative_cells(entry: Entry, library: Library, citing: Citing) -> dict[str, list[Data]]:
    """What the record of an initiative answers, by the id of the row."""
    initiative = entry.record
    if not isinstance(initiative, Initiative):
        raise TypeError(f"{entry.path} is not the record of an initiative")
    found: dict[str, list[Data]] = {}
    for fact in initiative_facts(entry, initiative, library, citing):
        if row := _BY_LABEL.get(fact.label):
            found[row] = fact_data(fact, "facts")
        elif fact.label == ENDED:
            # One that has not ended, as far as is known, has no such fact.
            found["started"] += fact_data(
                Fact("", (FactItem(f"ended {fact.items[0].text}"),)), "facts"
            )
    lines: list[tuple[str, ClaimLine]] = [
        *(("members", line) for line in
          questions("constituencies", initiative.members, library, citing).lines),
        *(("principles", line) for line in
          questions("principles", initiative.integrated_approach, library, citing).lines),
        *(("accountability", line) for line in
          accountability_questions(initiative.accountability, citing).lines),
    ]  # fmt: skip
    for row, (anchor, line) in zip(library.once(_asked_ids), lines, strict=True):
        found[row] = [claim_data(line._replace(anchor=anchor))]
    return found


def _asked_ids(library: Library) -> tuple[str, ...]:
    return tuple(row.id for row in _asked_rows(library))

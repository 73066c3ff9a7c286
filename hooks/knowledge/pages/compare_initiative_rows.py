"""The questions on which initiatives are compared, and what the record of one answers to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Truth
from knowledge.kinds.initiative import Accountability, Initiative
from knowledge.library import Library
from knowledge.pages.citing import Citing
from knowledge.pages.claim_lines import claim_line
from knowledge.pages.compare_cells import Data, Row, claim_data, fact_data
from knowledge.pages.facts import Fact, FactItem
from knowledge.pages.initiative import initiative_facts

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
    """What the record of an initiative answers, by the id of the row; a row that is not there has
    not been researched."""
    initiative = entry.record
    if not isinstance(initiative, Initiative):
        raise TypeError(f"{entry.path} is not the record of an initiative")
    found: dict[str, list[Data]] = {}
    for fact in initiative_facts(entry, initiative, library, citing):
        if row := _BY_LABEL.get(fact.label):
            if cells := fact_data(fact, "facts"):
                found[row] = cells
        elif fact.label == ENDED:
            # One that has not ended, as far as is known, has no such fact.
            found.setdefault("started", []).extend(
                fact_data(Fact("", (FactItem(f"ended {fact.items[0].text}"),)), "facts")
            )
    for part, (claims, prefix) in _asked(initiative).items():
        for name, claim in claims:
            line = claim_line("", claim, citing, anchor=part)
            found[f"{prefix}{name.replace('_', '-')}"] = [claim_data(line)]
    return found


def _asked(initiative: Initiative) -> dict[str, tuple[Iterable[tuple[str, Truth]], str]]:
    """The answers by the part of the page on which they stand, and how the ids of rows begin."""
    told = initiative.accountability
    answers = ((name, getattr(told, name)) for name in Accountability.model_fields)
    return {
        "members": (initiative.members.items(), "constituencies-"),
        "principles": (initiative.integrated_approach.items(), "principles-"),
        "accountability": (((name, claim) for name, claim in answers if claim), ""),
    }

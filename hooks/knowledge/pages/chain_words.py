"""The words of a supply chain that several pages share: stages, tiers, forms and signals."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.chain_risks import FORMS
from knowledge.kinds.entries import Entry
from knowledge.kinds.supply_chain import Stage
from knowledge.library import Library

#: What stands in place of a tier at the end of a chain.
BUYER = "the buyer's own end"
#: A tier as a box of the diagram can hold it, where its own words are too long.
SHORT_TIERS = {"tier-3-plus": "tier 3+", None: "the buyer"}
#: How a signal of a stage is told in a cell.
WITNESSES = {"listed": "listed", "reported": "reported"}


@dataclass(frozen=True, slots=True)
class FormMark:
    """A form of what is documented: its word, and its symbol (a disc, a square, or none)."""

    word: str
    icon: str


def form_mark(library: Library, form: str) -> FormMark:
    """The mark of a form, which is a key of `FORMS`."""
    icon = form if form in ("child-labour", "forced-labour") else ""
    return FormMark(library.term("targets", FORMS[form][0]).label.lower(), icon)


def tier_words(library: Library, stage: Stage) -> str:
    """The tier of a stage: `tier 3 and beyond`, or that it is the buyer's own end."""
    return library.term("tiers", stage.tier).label.lower() if stage.tier else BUYER


def short_tier(library: Library, stage: Stage) -> str:
    """The tier of a stage in few letters: `tier 3+`."""
    return SHORT_TIERS.get(stage.tier) or tier_words(library, stage)


def stage_anchor(stage: Stage) -> str:
    """The id of a stage on the page of its chain."""
    return f"stage-{stage.id}"


def stage_address(chain: Entry, stage: Stage) -> str:
    """Where a stage stands on the page of its chain."""
    return f"{chain.address}#{stage_anchor(stage)}"

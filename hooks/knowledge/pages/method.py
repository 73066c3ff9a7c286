"""How the library knows what it says: states of a claim, derived gaps, and which source wins.

The tables are the ones the code itself follows, so that the page cannot drift from it.
"""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.analysis.chain_action import RULES as MATCHING
from knowledge.analysis.chain_action import MatchingRule
from knowledge.analysis.chain_assessment import SIGNALS, Signal
from knowledge.analysis.law_gaps import RULES, GapRule
from knowledge.kinds.precedence import PRECEDENCE, Precedence
from knowledge.pages import coverage_words, rules, trade_flows
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, StateMark
from knowledge.problems import RULE_PAGES

ADDRESS = "method/"

#: What each state means. Source: this library's own definitions.
MEANINGS = {
    "verified": "Somebody read the primary text (the statute, the register) on the day given.",
    "stated": "The source given says so. We have not read the primary text ourselves.",
    "to-verify": "Sources disagree, or a value looks damaged. Every reading is shown.",
    "unknown": "The source itself says that it is not known.",
    "silent": "The law was read and does not cover this.",
    "not-applicable": "There is nothing to say, for example no conscription.",
    "not-researched": "Nobody has looked yet. It never means no.",
}


#: Pages that say more: how estimates are made, and how much of the library is
#: answered, and what is checked.
MORE = (
    Crumb(trade_flows.TITLE, trade_flows.ADDRESS),
    Crumb(coverage_words.TITLE, coverage_words.ADDRESS),
    Crumb(rules.TITLE, RULE_PAGES),
)


@dataclass(frozen=True, slots=True)
class StateMeaning:
    """A state as it is marked on every page, and what it means."""

    mark: StateMark
    meaning: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """The tables of the page."""

    crumbs: tuple[Crumb, ...]
    states: tuple[StateMeaning, ...]
    gaps: tuple[GapRule, ...]
    precedence: tuple[Precedence, ...]
    more: tuple[Crumb, ...]
    signals: tuple[Signal, ...]
    matching: tuple[MatchingRule, ...]


def method_page() -> Page:
    """The page on method."""
    states = tuple(StateMeaning(state_mark(state), MEANINGS[state]) for state in STATES)
    return Page(
        address=ADDRESS,
        title="Method",
        description="How sure each line is, how gaps are derived, and which source wins where "
        "sources disagree.",
        section=ADDRESS,
        template="records/method.html",
        view=MethodView((Crumb("Method"),), states, RULES, PRECEDENCE, MORE, SIGNALS, MATCHING),
        made_from="the page on method",
    )

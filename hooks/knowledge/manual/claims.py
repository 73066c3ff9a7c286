"""Rules on claims: what a source says, how sure we are, and what must go together."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "claim-without-value",
        "A claim that says something has a value.",
        "The states verified, stated and to-verify mean that a source gives an answer. Without the "
        "answer the page would show an empty line that looks sure.",
        "Add value: with the answer. Where there is none, write the state unknown (the source says "
        "that it is not known), silent (the law was read and does not cover it) or not-applicable.",
        "practice",
        """
        cost:
          state: stated
          source: [example-study]
        """,
        """
        cost:
          value: 50 US dollars a child and year
          state: stated
          source: [example-study]
        """,
    ),
    Entry(
        "claim-with-value",
        "A claim without an answer has no value.",
        "The states unknown, silent and not-applicable mean that there is no answer. A value "
        "beside them would say that there is one.",
        "Remove value:, or write the state stated, verified or to-verify.",
        "practice",
        """
        cost:
          value: 50 US dollars a child and year
          state: unknown
          source: [example-study]
        """,
        """
        cost:
          state: unknown
          source: [example-study]
        """,
    ),
    Entry(
        "claim-verified-when",
        "A claim that was verified says on which day.",
        "“verified” means that somebody read the law or the register itself. Laws change; without "
        "the day nobody can tell which text was read.",
        "Add verified_on: and the day, or write the state stated.",
        "practice",
        """
        cost:
          value: 50 US dollars a child and year
          state: verified
          source: [example-study]
        """,
        """
        cost:
          value: 50 US dollars a child and year
          state: verified
          verified_on: 2024-01-15
          source: [example-study]
        """,
    ),
)

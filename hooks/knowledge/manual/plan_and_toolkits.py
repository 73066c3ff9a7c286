"""Rules on the work plan, on toolkits, on addresses, and on the program itself."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "step-target",
        "A step of a toolkit leads to one thing.",
        "A reader follows one link at a time. A step without a link, or with two, leaves the "
        "reader in doubt.",
        "Give each step one of practice:, initiative:, country:, term: and page:.",
        "toolkit",
        """
        steps:
          - do: Read the trial
            why: It compared villages by lot.
        """,
        """
        steps:
          - do: Read the trial
            why: It compared villages by lot.
            practice: paid-harvest-labour
        """,
    ),
    Entry(
        "step-page",
        "A step of a toolkit leads to a page that is there.",
        "A step to a page that is not there would end the path of the reader.",
        "Write the address that the message gives, as it stands behind the site's own.",
        "toolkit",
        """
        steps:
          - do: Look at the law
            why: It comes first.
            page:
              address: countrys/
              title: Countries and laws
        """,
        """
        steps:
          - do: Look at the law
            why: It comes first.
            page:
              address: countries/
              title: Countries and laws
        """,
    ),
    Entry(
        "target-without-source",
        "A target of the group names where the group set it.",
        "Readers must be able to tell what the group decided from what this platform proposes.",
        "Name the source with source:, or write set_by: this platform.",
        "pledge",
        """
        target:
          text: Ten practices by 2027.
          value: 10
          set_by: the group
        """,
        """
        target:
          text: Ten practices by 2027.
          value: 10
          set_by: the group
          source: [report]
        """,
    ),
    Entry(
        "work-plan-id-twice",
        "Pledges and next steps have ids of their own.",
        "A link names a pledge by its id. With two of one id it could mean either.",
        "Give one of the two another id.",
        "pledge",
        """
        id: pledge-2
        """,
        """
        id: pledge-1
        """,
    ),
    Entry(
        "unknown-group",
        "A pledge belongs to a working group of the plan.",
        "Pledges are listed by working group. One of an unknown group would be listed nowhere.",
        "Write the id of a group as it stands under groups:.",
        "pledge",
        """
        group: knowlege
        """,
        """
        group: knowledge
        """,
    ),
    Entry(
        "indicator-not-computed",
        "An indicator counts records that the library has.",
        "A number of records of a kind that is not kept here would always be zero. The page says "
        "so in its place.",
        "Name another indicator, or add the kind.",
        severity="note",
        unseen="It is met in a library that does without events or supply chains.",
    ),
)
PROGRAM: Final = (
    Entry(
        "address-twice",
        "Each address belongs to one page.",
        "Two pages cannot stand at one address: the second would take the place of the first.",
        "Rename one of the two files, or remove the old id from formerly:.",
        "files",
        """
        content/practices/paid-harvest-labour.md
        """,
        """
        content/notes/paid-harvest-labour.md
        """,
    ),
    Entry(
        "check-crashed",
        "A check that cannot finish is told.",
        "This is a fault of the program and not of the text. The other checks went on, but what "
        "this one would have found is not known.",
        "Report it to the maintainers with the whole message.",
        unseen="It is met where a check of the program itself has a fault.",
    ),
)

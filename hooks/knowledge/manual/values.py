"""Rules on fields and their values: which there are, which are needed, what can stand in them."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "missing-field",
        "A record has the fields that it cannot be without.",
        "Readers compare records and search by these fields. A source without a publisher cannot "
        "be found again.",
        "Add the field. The message says what belongs into it.",
        "practice",
        """
        sources:
          example-study:
            title: An example
            kind: research
        """,
        """
        sources:
          example-study:
            title: An example
            publisher: Example University
            kind: research
        """,
    ),
    Entry(
        "unknown-field",
        "Only fields that pages know can stand in a record.",
        "A field with a name that nothing knows would be lost without a word. Mostly it is a "
        "spelling mistake.",
        "Write the name that the message gives. What has no field of its own belongs in a note: "
        "or in the text.",
        "practice",
        """
        titel: School meals
        """,
        """
        title: School meals
        """,
    ),
    Entry(
        "unknown-value",
        "A field with a fixed choice has one of its values.",
        "Pages sort and count by these values. One that is spelt otherwise would be counted apart.",
        "Write one of the values that the message lists.",
        "practice",
        """
        status: ready
        """,
        """
        status: published
        """,
    ),
    Entry(
        "wrong-type",
        "A value is of the sort that its field asks for.",
        "A list, a text, a number and a group of fields are shown in different ways; one in the "
        "place of another cannot be shown at all.",
        "Write what the message asks for: a text in one line, a list in brackets or with hyphens, "
        "a number in digits, true or false for yes or no.",
        "practice",
        """
        keywords: meals
        """,
        """
        keywords: [meals]
        """,
    ),
    Entry(
        "wrong-form",
        "A code has the form of its standard.",
        "Codes of countries and times of day are compared sign by sign with other tables. In "
        "another form they match nothing.",
        "Write the code in the form that the message shows.",
        "country",
        """
        m49: '28'
        """,
        """
        m49: '028'
        """,
    ),
    Entry(
        "wrong-value",
        "A value can be shown on a page.",
        "The value is of the right sort, and yet something about it makes it unusable.",
        "Compare it with a record of the same kind that is complete.",
        unseen="It is met where a field refuses a value for a reason that has no rule of its own. "
        "No field of today does.",
    ),
    Entry(
        "empty-list",
        "A list that is needed has at least one entry.",
        "Without an entry the record cannot be found by what the list is about.",
        "Add an entry. The message lists what can stand there.",
        "practice",
        """
        targets: []
        """,
        """
        targets: [child-labour]
        """,
    ),
    Entry(
        "out-of-range",
        "A number lies within its limits.",
        "A number beyond what is possible is mostly a slip: a digit too many, or a point in the "
        "wrong place.",
        "Compare the number with its source.",
        "practice",
        """
        review_every: 240
        """,
        """
        review_every: 24
        """,
    ),
    Entry(
        "text-form",
        "A text is not empty and has no blanks around it.",
        "An empty text would be shown as if somebody had answered. Blanks at the ends make two "
        "equal texts differ.",
        "Write the text without blanks around it, or leave the field out.",
        "practice",
        """
        title: ' School meals'
        """,
        """
        title: School meals
        """,
    ),
    Entry(
        "participant-name",
        "A participant is named in one way.",
        "Either the participant is an initiative that this library describes, and the page links "
        "to it; or it is another organisation, and the page gives its name. Both or neither would "
        "leave the reader in doubt.",
        "Write initiative: with the id of the initiative, or name: with the organisation's name.",
        "practice",
        """
        partners:
          - initiative: goodweave
            name: GoodWeave
            constituency: civil-society
            source: [example-study]
        """,
        """
        partners:
          - initiative: goodweave
            constituency: civil-society
            source: [example-study]
        """,
    ),
    Entry(
        "scope-countries",
        "An initiative that works in some countries lists them.",
        "The page of each country shows the initiatives that work there. With no country in the "
        "list, no page would show it.",
        "List the ids of the countries, or write the scope global or regional.",
        "initiative",
        """
        scope: countries
        """,
        """
        scope: countries
        countries: [ghana]
        """,
    ),
    Entry(
        "typical-and-sourced",
        "A stage is general knowledge, or read in a source, and not both.",
        "typical: true tells readers that nobody looked the stage up. Beside a source it would "
        "say the opposite of what the source shows.",
        "Remove typical: where the source describes the stage; remove source: where it does not.",
        "supply-chain",
        """
        stages:
          - id: farm
            title: Farm
            happens: The crop is grown.
            goods: [cocoa]
            typical: true
            source: [example-study]
        """,
        """
        stages:
          - id: farm
            title: Farm
            happens: The crop is grown.
            goods: [cocoa]
            source: [example-study]
        """,
    ),
    Entry(
        "form-and-status",
        "A law, a bill, guidance or a plan has a status that fits it.",
        "A bill binds nobody, and guidance never comes into force. Where the two do not fit, an "
        "employer would prepare for a duty that does not exist, or miss one that does.",
        "Write the status that goes with form:, or say with form: what it is: law, bill, guidance "
        "or plan.",
        "country",
        """
        due_diligence:
          - title: Draft Act on Responsible Supply Chains
            form: bill
            status: in-force
            state: stated
            covers: Companies with more than 1,000 workers
            duty: To find risks and act on them
            source: [example-study]
        """,
        """
        due_diligence:
          - title: Draft Act on Responsible Supply Chains
            form: bill
            status: proposed
            state: stated
            covers: Companies with more than 1,000 workers
            duty: To find risks and act on them
            source: [example-study]
        """,
    ),
    Entry(
        "country-codes",
        "A state or territory has its codes.",
        "Figures and lists of goods name a country by its code. Without one they cannot be shown "
        "on its page.",
        "Add iso3: (three capital letters) and m49: (three digits in quotes).",
        "country",
        """
        m49:
        """,
        """
        iso3: XXA
        m49: '999'
        """,
    ),
    Entry(
        "union-members",
        "A union of states lists its members.",
        "A union has no code of its own. Its laws are shown on the pages of its members, which are "
        "found by their codes.",
        "Leave out iso3: and m49:, and list the members' codes under members:",
        "union",
        """
        jurisdiction: union
        iso3: XXA
        """,
        """
        jurisdiction: union
        members: [GHA, NPL]
        """,
    ),
    Entry(
        "time-zone",
        "A time is read on the clock of a place.",
        "Calendars of readers show the hour on their own clock. For this they need the name of the "
        "time zone as all computers know it.",
        "Write a continent and a city, as in Africa/Accra, or UTC.",
        "event",
        """
        timezone: Accra time
        """,
        """
        timezone: Africa/Accra
        """,
    ),
)

"""Rules on the form of dates, addresses on the web and ids."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "date-form",
        "A date is written as year, month and day.",
        "3/4/2024 is in March for some and in April for others, and words differ from language to "
        "language. Only one form can be sorted and means the same everywhere.",
        "Write 2024-05-31. Where a field allows it, the month (2024-05) or the year (2024) is "
        "enough.",
        "practice",
        """
        added: 15 January 2024
        """,
        """
        added: 2024-01-15
        """,
    ),
    Entry(
        "link-form",
        "An address on the web is whole.",
        "Without its beginning a browser takes an address for a page of this site, and the reader "
        "lands nowhere.",
        "Copy the whole address from the browser, with https:// in front. Leave the field out "
        "where nobody saw the page.",
        "practice",
        """
        sources:
          example-study:
            title: An example
            publisher: Example University
            kind: research
            url: www.example.org/study
        """,
        """
        sources:
          example-study:
            title: An example
            publisher: Example University
            kind: research
            url: https://www.example.org/study
        """,
    ),
    Entry(
        "id-form",
        "An id is made of small letters, digits and hyphens.",
        "An id becomes part of an address. Blanks, capitals and accents are written differently "
        "from browser to browser, and links would break.",
        "Write small letters a to z and digits, with single hyphens between words.",
        "practice",
        """
        formerly: [School Meals]
        """,
        """
        formerly: [school-meals]
        """,
    ),
)

"""Rules on the block of fields at the top of a file (its front matter)."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "front-matter-missing",
        "A file begins with its fields.",
        "The fields say what a record is about. Without a line of three hyphens above them they "
        "are read as text, and the record has no title, no date and no source.",
        "Begin the file with a line of three hyphens, then the fields, then three hyphens again.",
        "practice file",
        """
        title: School meals
        ---
        """,
        """
        ---
        title: School meals
        ---
        """,
    ),
    Entry(
        "front-matter-late",
        "The first line of a file is the line of three hyphens.",
        "Fields are looked for at the very top. An empty line or a sentence above them hides them.",
        "Move the line of hyphens and the fields to the top of the file.",
        "practice file",
        """
        A practice:

        ---
        title: School meals
        ---
        """,
        """
        ---
        title: School meals
        ---
        """,
    ),
    Entry(
        "front-matter-open",
        "The fields end with a second line of three hyphens.",
        "Without it nobody can tell where the fields end and where the text for readers begins.",
        "Put a line of exactly three hyphens between the fields and the text.",
        "practice file",
        """
        ---
        title: School meals

        ## The problem
        """,
        """
        ---
        title: School meals
        ---

        ## The problem
        """,
    ),
    Entry(
        "prose-field",
        "A page of text has no other fields than a title and a description.",
        "Other fields would be obeyed by the program that makes the page, or lost without a word.",
        "Keep title: and description:, each with a text, and say the rest in the text.",
        "page",
        """
        ---
        title: About the group
        author: The secretariat
        ---

        It meets twice a year.
        """,
        """
        ---
        title: About the group
        description: Who meets, and how often.
        ---

        It meets twice a year.
        """,
    ),
)

"""Rules on how fields are written: one a line, with a name, a colon and a value (YAML)."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "yaml-syntax",
        "Fields and values can be told apart.",
        "A record is read by its signs: a colon and a blank end the name of a field, brackets "
        "hold a list, quotation marks hold a text. Where one is missing or one too many, nobody "
        "can tell where a value ends, and all that follows could be read wrongly.",
        "Put single quotes around a text that holds a colon and a blank or begins with a sign. "
        "Close each quotation mark and bracket, and indent by two blanks what belongs to the "
        "field above.",
        "practice",
        """
        title: School meals: what they cost
        """,
        """
        title: 'School meals: what they cost'
        """,
    ),
    Entry(
        "yaml-comment",
        "A number sign begins no remark.",
        "After a blank, the sign # would turn the rest of the line into a remark that no reader "
        "sees. A title would be cut off without a word.",
        "Put quotes around a text that holds the sign. Write a remark into a note: or into the "
        "text below the fields.",
        "practice",
        """
        title: School meals, phase # 2
        """,
        """
        title: 'School meals, phase # 2'
        """,
    ),
    Entry(
        "yaml-tag",
        "No value begins with an exclamation mark.",
        "Without quotes the sign ! changes how the value behind it is read, and can even ask for "
        "a program to run.",
        "Put quotes around a text that begins with it; otherwise take the sign away.",
        "practice",
        """
        title: !Stop child labour
        """,
        """
        title: '!Stop child labour'
        """,
    ),
    Entry(
        "yaml-anchor",
        "Every value is written out.",
        "The signs & and * at the beginning of a value copy it from one place to another. Whoever "
        "changes the one would change the other without seeing it.",
        "Write the value itself in both places. If the sign belongs to a text, put quotes around "
        "the whole text.",
        "practice",
        """
        title: &name School meals
        summary: *name
        """,
        """
        title: School meals
        summary: Meals at school in ten villages.
        """,
    ),
    Entry(
        "yaml-merge",
        "Fields are not copied from elsewhere.",
        "The name <<: would copy all fields of another group, so that a reader of this group would "
        "not see what it says.",
        "Write each field of the group.",
        "practice",
        """
        period:
          <<: {start: 2020}
        """,
        """
        period:
          start: 2020
        """,
    ),
    Entry(
        "yaml-directive",
        "No line begins with a per cent sign.",
        "Such a line is an instruction to a program. It says nothing to a reader, and other "
        "programs read the file differently because of it.",
        "Remove the line.",
        "practice file",
        """
        ---
        %YAML 1.2
        id: example
        ---
        """,
        """
        ---
        id: example
        ---
        """,
    ),
    Entry(
        "yaml-documents",
        "One file holds one record.",
        "A line of three hyphens or points within the fields divides them in two, and only one "
        "part would be read.",
        "Remove the line, or put the second part into a file of its own.",
        "practice file",
        """
        ---
        id: example
        ...
        title: School meals
        ---
        """,
        """
        ---
        id: example
        title: School meals
        ---
        """,
    ),
    Entry(
        "yaml-depth",
        "Groups do not stand in each other without end.",
        "No record goes deeper than a few levels. More of them mean that brackets were opened and "
        "never closed, or that lines are indented further and further.",
        "Close each bracket where its list ends, and begin the fields of one group in one column.",
        "practice",
        """
        keywords: [[[[[[[[[[[[[[meals]]]]]]]]]]]]]]
        """,
        """
        keywords: [meals]
        """,
    ),
    Entry(
        "tab",
        "Fields are indented by blanks.",
        "Programs disagree on how wide a tab is, so that a line could belong to one group here and "
        "to another elsewhere.",
        "Write blanks in its place, two for each level. Most editors can do so by themselves when "
        "the tab key is pressed.",
        "practice",
        """
        period:
        ‹tab›start: 2020
        """,
        """
        period:
          start: 2020
        """,
    ),
    Entry(
        "duplicate-key",
        "A field stands once in its group.",
        "Of two fields with one name only one would be shown, and nobody could tell which.",
        "Join the two, or remove one of them.",
        "practice",
        """
        goods: [cocoa]
        goods: [carpets]
        """,
        """
        goods: [cocoa, carpets]
        """,
    ),
    Entry(
        "key-not-text",
        "The name of a field is a word.",
        "A list, true, false or nothing at all cannot name a field. Mostly a text begins with a "
        "bracket here, or the name before the colon was forgotten.",
        "Write the name of the field before the colon. If it belongs to a text, put quotes around "
        "the whole text.",
        "practice",
        """
        [period]:
          start: 2020
        """,
        """
        period:
          start: 2020
        """,
    ),
    Entry(
        "no-fields",
        "A record has fields.",
        "Its title, its dates and its sources stand in fields. Without them nobody knows what the "
        "file describes, and no page can be made.",
        "Write one field a line: its name, a colon, a blank and its value.",
        "practice file",
        """
        ---
        - School meals
        ---
        """,
        """
        ---
        title: School meals
        ---
        """,
    ),
)

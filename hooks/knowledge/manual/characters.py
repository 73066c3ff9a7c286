"""Rules on the characters of a file: all of them can be seen, and all programs agree on them."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "hidden-character",
        "Every character can be seen.",
        "Some characters have no shape: they turn the direction of writing or stand between two "
        "letters. With them a line can read as the opposite of what it says, and a search does "
        "not find the word. They mostly come along when a text is copied from a web page.",
        "Delete the word and type it again.",
        "practice",
        """
        title: School‹U+200B› meals
        """,
        """
        title: School meals
        """,
    ),
    Entry(
        "control-character",
        "A text holds no signs for machines.",
        "Control characters once told printers what to do. Today programs disagree on them, so "
        "that lines are counted differently and words are lost.",
        "Delete the word and type it again.",
        "practice text",
        """
        ## The problem

        Children work‹U+0007› at night.
        """,
        """
        ## The problem

        Children work at night.
        """,
    ),
    Entry(
        "encoding",
        "A file is saved in UTF-8.",
        "UTF-8 is the way of storing letters in which all languages have room. In another one, "
        "letters with accents break, and names of people and places with them.",
        "Save the file again with the encoding UTF-8. Editors offer it under “Save as”.",
        "practice file",
        """
        ---
        title: School meals in C‹byte F4›te d'Ivoire
        ---
        """,
        """
        ---
        title: School meals in Côte d'Ivoire
        ---
        """,
    ),
    Entry(
        "line-end",
        "Lines end as all programs know it.",
        "Some very old programs end a line with a carriage return alone. Others then see one long "
        "line, and no message could name the right one.",
        "Save the file with the line ends of Unix (LF) or of Windows (CRLF).",
        "practice file",
        """
        ---
        id: example‹U+000D›title: School meals
        ---
        """,
        """
        ---
        id: example
        title: School meals
        ---
        """,
    ),
)

"""Rules on files and folders: where records lie, what they are called, what can be published."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "file-name",
        "The name of a file can be read.",
        "A name with a sign that cannot be shown looks like another one. Nobody could type it.",
        "Rename the file, in small letters, digits and hyphens.",
        "files",
        """
        practices/school‹U+200B›-meals.md
        """,
        """
        practices/school-meals.md
        """,
    ),
    Entry(
        "folder-in-records",
        "Records lie directly in their folder.",
        "Records in a folder below would not be found, and their pages would be missing.",
        "Move the records up.",
        "files",
        """
        practices/africa/school-meals.md
        """,
        """
        practices/school-meals.md
        """,
    ),
    Entry(
        "folder-in-toolkits",
        "Toolkits lie directly in their folder.",
        "Toolkits in a folder below would not be found.",
        "Move the toolkits up.",
        "files",
        """
        content/toolkits/buyers/first-steps.md
        """,
        """
        content/toolkits/first-steps.md
        """,
    ),
    Entry(
        "not-a-record",
        "Only records lie in a folder of records.",
        "Each file there becomes a page. A document or a table cannot become one, and would be "
        "lost.",
        "Give a record a name that ends in .md; keep other files elsewhere.",
        "files",
        """
        practices/school-meals.docx
        """,
        """
        practices/school-meals.md
        """,
    ),
    Entry(
        "not-publishable",
        "Only pages, pictures, tables and documents are published.",
        "Files beside the pages are published as they are. One of another sort could hold a "
        "program that runs in the reader's browser.",
        "Publish it in one of the forms that the message lists, or leave it out.",
        "files",
        """
        content/report.html
        """,
        """
        content/report.pdf
        """,
    ),
    Entry(
        "place-in-picture",
        "A photograph does not say where it was taken.",
        "A telephone writes the coordinates of the place into every photograph. On the page nobody "
        "sees them, but whoever downloads the file can find the house, the school or the field in "
        "which somebody was harmed.",
        "Save the picture anew without these data: under Windows by Properties, Details, Remove "
        "Properties; elsewhere as a screenshot of it. If it was committed already, tell a "
        "maintainer, because the history of the files still holds it.",
        unseen="It is told of a picture or a PDF in content/ whose file holds the latitude or the "
        "longitude of a place.",
    ),
    Entry(
        "folder-link",
        "Folders of pages are real folders.",
        "A link to a folder shows its pages twice; one that leads back up never ends.",
        "Put the files themselves there.",
        "files",
        """
        content/more -> data
        """,
        """
        content/more/notes.md
        """,
    ),
    Entry(
        "broken-file-link",
        "A link to a file leads to one that is there.",
        "On the computer of the person who made it the link may have worked; on others there is "
        "nothing behind it.",
        "Put the file itself there, or remove the link.",
        "files",
        """
        practices/school-meals.md -> meals.md
        """,
        """
        practices/school-meals.md
        """,
    ),
    Entry(
        "outside",
        "All files lie within the repository.",
        "A link to a file elsewhere on a computer works on that computer only, and could publish "
        "what is private.",
        "Put the file itself there.",
        "files",
        """
        practices/school-meals.md -> ../../meals.md
        """,
        """
        practices/school-meals.md
        """,
    ),
    Entry(
        "name-case",
        "Names of files differ by more than capital letters.",
        "On many computers Ghana.md and ghana.md are one file. One of the two records would be "
        "lost there.",
        "Rename one of the two, in small letters.",
        "files",
        """
        practices/School-meals.md
        practices/school-meals.md
        """,
        """
        practices/school-meals.md
        practices/school-meals-in-ghana.md
        """,
    ),
    Entry(
        "too-large",
        "A file is short enough to be read.",
        "A record longer than a book takes minutes to load on a phone.",
        "Split it, or move tables into files of data.",
        "practice text",
        """
        ## The problem

        ‹600 KiB of text›
        """,
        """
        ## The problem

        Children work at night.
        """,
    ),
    Entry(
        "unreadable",
        "A file can be opened.",
        "The file is there, but the computer does not let it be read: it is a folder, or only "
        "another person may open it.",
        "Check that it is a file and who may read it.",
        "files",
        """
        content/sources.yml/notes.md
        """,
        """
        content/notes.md
        """,
    ),
)

"""Rules on the text below the fields: Markdown that reads well everywhere, and safe links."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "raw-html",
        "A text holds no HTML.",
        "Pages are made from Markdown alone, so that they stay safe, can be read aloud and look "
        "right on a phone. What stands between < and > could also hold a program.",
        "Write it in Markdown: **bold**, *italics*, [a link](https://…). For the sign < itself "
        "write \\<",
        "practice text",
        """
        ## The problem

        Children work <b>at night</b>.
        """,
        """
        ## The problem

        Children work **at night**.
        """,
    ),
    Entry(
        "heading-inside",
        "A heading stands on its own.",
        "Readers jump from heading to heading. One within a list, a quotation or a footnote "
        "divides nothing, and the list of contents would be wrong.",
        "Write the words as **bold** text, or take the heading out of the list.",
        "practice text",
        """
        ## The problem

        - Work at night

          ### Why it matters
        """,
        """
        ## The problem

        - Work at night

          **Why it matters**
        """,
    ),
    Entry(
        "text-depth",
        "Lists and quotations do not stand in each other without end.",
        "Three levels are hard to follow already, and on a phone there is no room for more.",
        "Make one list of it, or give each part a heading of its own.",
        "practice text",
        """
        ## The problem

        > > > > > > > > > > > > > Children work at night.
        """,
        """
        ## The problem

        > Children work at night.
        """,
    ),
    Entry(
        "footnote-missing",
        "Each footnote of a page has its text.",
        "On a page of text a footnote that is named and not written leaves the reader without the "
        "source.",
        "Write the footnote at the end of the page: its name in brackets, a colon and its text.",
        "page",
        """
        The group meets twice a year.[^minutes]
        """,
        """
        The group meets twice a year.[^minutes]

        [^minutes]: Minutes of the meeting in May.
        """,
    ),
    Entry(
        "image",
        "A record has no pictures.",
        "Many readers pay for each picture on a slow line, and some hear the page instead of "
        "seeing it. A picture may also show a person who was harmed.",
        "Say in words what the picture shows, or link to the page that shows it.",
        "practice text",
        """
        ## The problem

        ![A map of the villages](map.png)
        """,
        """
        ## The problem

        The ten villages lie along one road.
        """,
    ),
    Entry(
        "image-elsewhere",
        "Pictures of a page lie beside it.",
        "A picture on another server would tell that server who reads this page, and would be gone "
        "when the server is.",
        "Put the picture into content/assets/ and write the way to it from this file.",
        "page",
        """
        ![The emblem of the group](https://example.org/emblem.png)
        """,
        """
        The emblem of the group shows two hands.
        """,
    ),
    Entry(
        "image-text",
        "A picture is described in words.",
        "People who cannot see the picture hear its description. Without one they hear nothing.",
        "Write between the square brackets what the picture shows.",
        "page",
        """
        ![](assets/emblem.png)
        """,
        """
        ![The emblem of the group: two hands](assets/emblem.png)
        """,
    ),
    Entry(
        "link-empty",
        "A link leads somewhere.",
        "A link without an address looks like one that works, and leads the reader nowhere.",
        "Write the address into the round brackets, or leave the link out.",
        "practice text",
        """
        ## The problem

        See the [report]().
        """,
        """
        ## The problem

        See the [report](https://www.ilo.org/).
        """,
    ),
    Entry(
        "link-scheme",
        "A link leads to a web page, a mail address or a file.",
        "Other sorts of links can start a program on the reader's computer.",
        "Begin the address with https:// or mailto:, or write the way to a file from this one.",
        "practice text",
        """
        ## The problem

        See the [report](ftp://example.org/report.pdf).
        """,
        """
        ## The problem

        See the [report](https://example.org/report.pdf).
        """,
    ),
    Entry(
        "link-absolute",
        "A link to a page of this site is the way from file to file.",
        "A link that begins with a slash works on one server only: not in a copy of the site, and "
        "not where the file is read at the code host.",
        "Write the way from this file, as in ../countries/nepal.md",
        "practice text",
        """
        ## The problem

        The law of [Nepal](/countries/nepal/) says more.
        """,
        """
        ## The problem

        The law of [Nepal](../countries/nepal.md) says more.
        """,
    ),
    Entry(
        "link-made",
        "A link to a page that the site makes has its address.",
        "Pages such as the comparison have no file to link to. A page of text names them by their "
        "address on this site, behind the word site and a colon. One that is misspelt leads "
        "nowhere.",
        "Write the address as it stands behind the site's own, in small letters, with a slash at "
        "the end.",
        "page",
        """
        Look at the [comparison](site:Compare).
        """,
        """
        Look at the [comparison](site:compare/).
        """,
    ),
)

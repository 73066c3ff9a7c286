"""Rules on what a record points to: other records, terms of vocabularies and sources."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "unknown-reference",
        "A record that is named exists.",
        "Records name each other by their ids, the names of their files. Where there is no such "
        "record, the link leads nowhere, and the other page does not show this one.",
        "Write the id that the message gives. If the record is still missing, leave the reference "
        "out, or add the record first.",
        "practice",
        """
        countries: [gahna]
        """,
        """
        countries: [ghana]
        """,
    ),
    Entry(
        "draft-reference",
        "A record that is named is published.",
        "A draft has no page yet, so that readers could not follow the link.",
        "Publish the draft with status: published, or leave the reference out until then.",
        "two practices",
        """
        related: [a-draft]
        """,
        """
        related: []
        """,
    ),
    Entry(
        "unknown-term",
        "A term is one of its vocabulary.",
        "Readers search and compare by these terms, and each has a definition with a source. A "
        "word of one's own is found by nobody.",
        "Write the term that the message gives. A term that is really missing needs an entry in "
        "content/vocabularies/, with its definition and source.",
        "practice",
        """
        goods: [coco]
        """,
        """
        goods: [cocoa]
        """,
    ),
    Entry(
        "unknown-source",
        "A source that is named is described.",
        "A claim rests on its source. Where only its id is known, nobody can look it up.",
        "Write the id as it stands under sources:, or add the source there with its title, "
        "publisher and kind.",
        "practice",
        """
        conditions:
          - text: Inspectors were few.
            source: [exmaple-study]
        """,
        """
        conditions:
          - text: Inspectors were few.
            source: [example-study]
        """,
    ),
    Entry(
        "unknown-vocabulary",
        "A vocabulary that is named exists.",
        "A step of a toolkit names a term as its vocabulary, a slash and the term. Without the "
        "vocabulary there is no page to lead to.",
        "Write the vocabulary that the message gives; they are the files of content/vocabularies/.",
        "toolkit",
        """
        steps:
          - do: Read about the approach
            why: Two practices used it.
            term: aproaches/social-protection-and-education
        """,
        """
        steps:
          - do: Read about the approach
            why: Two practices used it.
            term: approaches/social-protection-and-education
        """,
    ),
    Entry(
        "vocabulary-missing",
        "Each vocabulary has its file.",
        "Pages of records show all terms of a vocabulary, also those that a record does not use. "
        "Without the file they cannot be made.",
        "Add the file to content/vocabularies/, with title:, description: and terms:",
        unseen="It is met when a file of content/vocabularies/ is deleted or renamed.",
    ),
    Entry(
        "term-twice",
        "A term stands once in its vocabulary.",
        "Records name a term by its id. With two of one id nobody can tell which is meant.",
        "Give one of the two another id, or join them.",
        "vocabulary",
        """
        title: Colours
        description: Colours of samples.
        terms:
          - id: red
            label: Red
          - id: red
            label: Dark red
        """,
        """
        title: Colours
        description: Colours of samples.
        terms:
          - id: red
            label: Red
          - id: dark-red
            label: Dark red
        """,
    ),
    Entry(
        "unranked-term",
        "Each grade of evidence has its rank.",
        "Pages draw the grades from the weakest to the strongest. A grade without a rank could "
        "not be drawn.",
        "Use one of the grades that the message lists.",
        "vocabulary evidence",
        """
        title: Evidence
        description: How good the evidence is.
        terms:
          - id: quite-good
            label: Quite good
        """,
        """
        title: Evidence
        description: How good the evidence is.
        terms:
          - id: own-claim
            label: Own claim only
        """,
    ),
)

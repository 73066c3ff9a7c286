"""No person who was harmed can be recognised, and no private person is given as a contact.

A name, an age beside a name or a village beside a case is enough for an employer, an official or
a neighbour to find somebody who spoke. Once published it cannot be taken back. Contacts are those
of authorities and organisations, because people leave their posts and have a private life.

This rule only asks a person to look again: it knows forms of writing, and not who is meant. It
looks for a person named after words such as “a girl named”, for an age beside a first name, for
a named village, hamlet or street, for coordinates, for e-mail addresses that are not those of an
office, and for international telephone numbers outside the field `phone`. That it finds nothing
does not show that a text is safe.

PASS (practice text):

    A girl of about ten told that she had worked at night. Write to info@example.org.

FAIL (practice text):

    A girl named Example told that she had worked at night.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.kinds.entries import Entry
from knowledge.problems import Problem, Severity
from knowledge.rules.context import Context

ID: Final = "personal-detail"
SEVERITY: Final[Severity] = "note"

#: How an address begins that is an office's and no person's. Our own list.
OFFICES: Final = (
    "admin", "communication", "complaint", "contact", "data", "enquir", "feedback", "grievance",
    "help", "hotline", "info", "inquir", "library", "mail", "media", "ncp", "office", "press",
    "program", "publication", "report", "secretar", "support", "team", "webmaster",
)  # fmt: skip

_HARMED = r"(?:girls?|boys?|child|children|teenager|woman|man|worker|victim|survivor|migrant)"
_SMALL: Final = ("village", "hamlet", "neighbourhood", "street")
_ONE_SMALL = rf"(?:{'|'.join(_SMALL)})"
_NAME = r"[A-Z][a-zà-ÿ]+"

_PERSON: Final = (
    "This reads like the name of somebody who may have been harmed; whoever employed or sold them "
    "could find them by it.",
    "If it is, leave the name out and tell only what matters: a girl of about ten. Otherwise "
    "nothing is to do.",
)
_PLACE: Final = (
    "This reads like a place smaller than a district; beside a case it tells who was meant.",
    "If people there were harmed, name the district or the region. Otherwise nothing is to do.",
)
_CONTACT: Final = (
    "This reads like an e-mail address or a telephone number of one person, who has a private life "
    "and may leave the post.",
    "Give the contact of an office, in its own field, or leave it out. Otherwise nothing is to do.",
)

#: What stands in every text that holds a form, and a pattern that finds each place of it quickly.
_Sign = tuple[str, re.Pattern[str]]


def _words(*words: str) -> tuple[_Sign, ...]:
    return tuple((word, re.compile(re.escape(word))) for word in words)


#: Signs of which one is in a form, the forms, and what to tell of them. Blanks in a form may be
#: line breaks, because fields are folded.
_FORMS: Final = (
    (_words("named", "called", "the name"),
     (re.compile(rf"\b{_HARMED}\s+(?:named|called|by\s+the\s+name\s+of)\s+{_NAME}"),), _PERSON),
    (_words("-year-old"), (re.compile(rf"\b\d{{1,2}}-year-old\s+{_NAME}"),), _PERSON),
    (((",", re.compile(r",\s+(?:aged\s+)?\d{1,2},\s")),),
     (re.compile(rf"\b{_NAME},\s+(?:aged\s+)?\d{{1,2}},\s+(?:who|whose|was|had|works|worked)\b"),),
     _PERSON),
    (_words(*_SMALL),
     (re.compile(rf"\b(?:the|a)\s+{_ONE_SMALL}\s+(?:of|called|named)\s+{_NAME}"),
      re.compile(rf"\b(?:in|from|near|at)\s+{_NAME}\s+{_ONE_SMALL}\b")), _PLACE),
    (((".", re.compile(r"\.\d{4,},")),),
     (re.compile(r"(?<![\d.])\d{1,2}\.\d{4,},\s*-?\d{1,3}\.\d{4,}(?!\d|\.\d)"),), _PLACE),
    (_words("@"),
     (re.compile(rf"(?<![\w/@.-])(?!(?:{'|'.join(OFFICES)}))[\w.+-]+@[\w-]+(?:\.[\w-]+)+"),),
     _CONTACT),
    ((("+", re.compile(r"\+\d")),),
     (re.compile(r"(?<![\w/=+])\+\d{1,3}(?:[ ().-]{0,2}\d){7,12}(?!\w)"),), _CONTACT),
)  # fmt: skip

#: Lines whose fields hold addresses of pages, and the telephone numbers of offices.
_ELSEWHERE: Final = re.compile(r"[ -]*(?:url|archived|phone): ")
#: No form is longer, so that it is looked for only so many letters around its sign.
_AROUND: Final = 120


def check(entry: Entry, context: Context) -> Iterator[Problem]:
    """Forms of writing in which people are named, found or reached, in fields and text."""
    text = entry.document.text
    for signs, forms, (told, hint) in _FORMS:
        patterns = [pattern for word, pattern in signs if word in text]
        for start in _starts(text, patterns, forms) if patterns else ():
            begins = text.rfind("\n", 0, start) + 1
            if not _ELSEWHERE.match(text, begins):
                line, column = text.count("\n", 0, begins) + 1, start - begins + 1
                yield Problem(entry.path, line, column, ID, SEVERITY, told, hint)


def _starts(
    text: str, signs: Iterable[re.Pattern[str]], forms: Iterable[re.Pattern[str]]
) -> list[int]:
    """Where one of the forms begins in a text, each place once.

    A form is slow to look for in a whole text and its signs are not: ten thousand records would
    take as long as all other rules together.
    """
    found: set[int] = set()
    for sign in signs:
        for near in sign.finditer(text):
            begin, end = max(near.start() - _AROUND, 0), near.end() + _AROUND
            for form in forms:
                found.update(place.start() for place in form.finditer(text, begin, end))
    return sorted(found)

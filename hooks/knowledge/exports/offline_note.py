"""The note in the folder of the offline edition: what it is, of which day, how it may be used."""

from __future__ import annotations

from datetime import date
from typing import Final

from knowledge.kinds import KINDS
from knowledge.library import Library
from knowledge.platform import LICENCE, PLATFORM

#: The name of the note, relative to the site.
NOTE: Final = "README.txt"

_TEXT: Final = """\
{platform}
Offline edition, as of {day}

To read it
  Unpack the whole archive, also onto a USB stick, and open index.html in a browser.
  Nothing has to be installed, and no page asks the network for anything. Links to the
  sources lead out, and need a connection.

What it holds
  {records}
  Every claim with its source, its date and how sure we are.
  Every table as CSV, every record as JSON: data/index.html says what the columns mean.

How it may be used
  Content: {licence}, https://creativecommons.org/licenses/by/4.0/
  What is quoted keeps the terms of its source. Code: MIT.
  Cite it as: {platform}, offline edition as of {day}, {licence}.

What it is not
  An independent contribution to the work of Alliance 8.7's Supply Chain Action Group, and
  not an official site of the International Labour Organization or of the United Nations.
  A copy grows old: look at the date above before you rely on a law or a figure.
"""


def note_of(library: Library, today: date) -> bytes:
    """The note, in lines that every system can show."""
    records = ", ".join(f"{len(library.all(kind.id))} {kind.plural.lower()}" for kind in KINDS)
    told = _TEXT.format(
        platform=PLATFORM, day=today.isoformat(), licence=LICENCE, records=f"{records}."
    )
    return told.replace("\n", "\r\n").encode()

"""What the manual says of a rule: why there is one, what to write, and a sample of both."""

from __future__ import annotations

from dataclasses import dataclass
from inspect import cleandoc

from knowledge.problems import Severity


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule that is found while files are read and linked, and so has no module of its own.

    `place` says what the samples are a part of: fields of a record of a kind (`practice`), its
    text (`practice text`), a whole file (`practice file`, `page`, `vocabulary`, `toolkit`), or
    names of files (`files`). What cannot be printed is named in a sample: `‹tab›`, `‹U+202E›`.
    A rule that no piece of a file can show says in `unseen` when it is met.
    """

    id: str
    title: str
    why: str
    mend: str
    place: str = ""
    wrong: str = ""
    right: str = ""
    severity: Severity = "error"
    unseen: str = ""

    @property
    def samples(self) -> tuple[tuple[bool, str], ...]:
        """The samples, each with whether it passes."""
        found = ((False, self.wrong), (True, self.right))
        return tuple((passes, cleandoc(text) + "\n") for passes, text in found if text)

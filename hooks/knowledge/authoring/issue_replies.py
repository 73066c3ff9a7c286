"""What is answered in an issue: that a record was made of it, or what stands in the way.

What the writer wrote is shown as code, so that nothing in it can pass for Markdown.
"""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.authoring.drafts import Draft, Refusal
from knowledge.authoring.questions import Question
from knowledge.authoring.readiness import Readiness
from knowledge.problems import in_code

#: What is answered in an issue that asks for no record.
NO_FORM = """\
No record can be made of this issue: it was not written with one of the forms for a new record, or \
questions of the form are missing. A correction, a reply or an offer is worked in by a person; to \
add a record, open a new issue and choose its form.
"""


def made_of(made: Draft, found: Readiness) -> str:
    """A record was made: where it is, and what it still needs."""
    lines = [
        f"Thank you. Your answers are a draft now: {in_code(made.path)}. No reader sees it yet."
    ]
    if found.asked:
        lines += ["", "Before it can be published:", ""]
        for one in found.asked:
            lines += [f"- {in_code(message)}" for message in one.messages]
            lines += [f"  - {in_code(one.hint)}"] if one.hint else []
    if found.empty:
        names = ", ".join(in_code(name) for name in found.empty)
        lines += ["", f"Still empty, to be filled in where sources say something: {names}."]
    return "\n".join(lines) + "\n"


def refused(refusals: Sequence[Refusal], asked: Sequence[Question]) -> str:
    """No record could be made: every answer that stands in the way, with what to write."""
    labels = {question.name: question.label for question in asked}
    lines = ["Thank you. No record could be made of these answers yet:", ""]
    for one in refusals:
        label = f"**{labels[one.name]}**: " if one.name in labels else ""
        lines.append(
            f"- {label}{in_code(one.message)} {in_code(one.hint) if one.hint else ''}".rstrip()
        )
    lines += ["", "Edit the issue (the three dots above it); a maintainer then starts it again."]
    return "\n".join(lines) + "\n"

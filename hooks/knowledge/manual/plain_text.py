"""The page of a rule as plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import fill, indent

from knowledge.manual import TOPICS, Explained, explained
from knowledge.manual.words import SEVERITIES, heading_of, unprinted


def as_text(page: Explained, width: int) -> str:
    """The page, its paragraphs filled to a width; samples and messages stay as they are."""
    return "\n".join(_parts(page, width))


def list_as_text(width: int) -> str:
    """Every rule with its title, topic by topic."""
    pages = explained().values()
    longest = max(len(page.id) for page in pages)
    told: list[str] = []
    for topic in TOPICS:
        told += ["", topic.title] if told else [topic.title]
        for page in pages:
            if page.topic == topic.id:
                head = f"  {page.id:{longest}}  "
                told.append(
                    fill(page.title, width, initial_indent=head, subsequent_indent=" " * len(head))
                )
    return "\n".join(told)


def _parts(page: Explained, width: int) -> Iterator[str]:
    yield fill(f"{page.id}: {page.title}", width)
    for paragraph in page.text:
        yield f"\n{fill(paragraph, width)}"
    if page.mend:
        yield f"\n{fill(f'To mend it: {page.mend}', width)}"
    for sample in page.samples:
        heading = heading_of(sample.passes, sample.place)
        yield f"\n{heading}:\n\n{indent(sample.text.rstrip(), '    ')}"
    if told := unprinted(sample.text for sample in page.samples):
        yield f"\n{told}"
    if page.message:
        yield f"\nWhat is told of it:\n\n{indent(_filled(page.message, width - 4), '    ')}"
    if page.unseen:
        yield f"\n{fill(page.unseen, width)}"
    yield f"\n{SEVERITIES[page.severity]}"


def _filled(message: str, width: int) -> str:
    """A message with its long lines broken; a line of a record above its caret stays whole."""
    lines = message.splitlines()
    told: list[str] = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        margin = line[: len(line) - len(line.lstrip())]
        keep = below.strip() == "^" or len(line) <= width
        told.append(line if keep else fill(line.strip(), width, initial_indent=margin,
                                           subsequent_indent=margin or "    ",
                                           break_on_hyphens=False))  # fmt: skip
    return "\n".join(told)

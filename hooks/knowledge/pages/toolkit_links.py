"""The way back: from a record or a term to the toolkits that have it among their steps."""

from __future__ import annotations

from dataclasses import dataclass

from knowledge.library import Library, Target


@dataclass(frozen=True, slots=True)
class StepLink:
    """A step of a toolkit: the toolkit's title, which step, what to do, and its place there."""

    title: str
    step: str
    do: str
    address: str


def step_anchor(number: int) -> str:
    """The id of a step on the page of its toolkit."""
    return f"step-{number}"


def toolkit_links(library: Library, target: Target) -> tuple[StepLink, ...]:
    """The steps of all toolkits that lead to a record or a term."""
    return tuple(
        StepLink(
            held.toolkit.title,
            f"step {number}",
            held.toolkit.steps[number - 1].do,
            f"{held.address}#{step_anchor(number)}",
        )
        for held, number in library.toolkits_with(target)
    )

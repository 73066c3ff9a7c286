"""The work plan: what the Action Group pledged, and how this library measures it.

It is one file, `content/work-plan.md`: pledges and next steps in its fields, what there is to say
about the plan as a whole in its text. Numbers are not written there: an indicator is named, and
its value is computed from the records (`analysis/work_plan.py`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from knowledge.kinds.fields import ONE_OR_MORE, Day, Fields, Id, Link, Source, Text, teach
from knowledge.kinds.references import Trail
from knowledge.kinds.validation import nearest, validated
from knowledge.problems import Problem
from knowledge.reading.documents import Document, read_fields
from knowledge.reading.folders import WORK_PLAN
from knowledge.reading.markdown import outline

#: The name of an indicator that no count of records can stand for.
NOT_MEASURABLE: Final = "not-measurable"

#: The indicators that can be named. `analysis/work_plan.py` has the method of each but the last.
IndicatorName = Literal[
    "practices-documented", "practices-in-tiers-1-and-2", "practices-in-tier-2-and-deeper",
    "practices-evaluated", "practices-scaled", "levels-with-a-practice", "results-by-sex",
    "countries-with-a-law-summary", "countries-with-a-legal-basis",
    "countries-with-a-verified-claim", "initiatives-mapped", "initiatives-with-un-bodies",
    "constituencies-found", "membership-questions-answered", "records-on-rural-economies",
    "records-published", "research-sources", "events-listed", "supply-chains-mapped",
    "toolkits-published", "pledges-with-a-computed-indicator", "contributions-recorded",
    "not-measurable",
]  # fmt: skip

#: The kind of record that an indicator counts, where the library may do without that kind.
NEEDED_KIND: dict[str, str] = {"events-listed": "event", "supply-chains-mapped": "supply-chain"}

#: Where a pledge or a step stands. Nothing is more than a draft until the group says so.
Status = Literal["draft", "validated", "under-way", "done", "dropped"]


class Use(Fields):
    """An indicator, and what it says of the pledge in words."""

    name: IndicatorName
    words: Text = Field(
        description="what the number says of the pledge, or why no number can say it"
    )


class Target(Fields):
    """What is to be reached, and who says so: the group in a source, or this platform."""

    text: Text
    value: Annotated[int, Field(ge=1)] | Literal["all"] | None = Field(
        None, description="the number to reach, or all: as many as there are"
    )
    set_by: Literal["the group", "this platform"]
    source: list[Id] = Field(default_factory=list, description="ids of sources of the plan")

    @model_validator(mode="after")
    def _the_group_is_cited(self) -> Self:
        if self.set_by == "the group" and not self.source:
            raise teach(
                "target-without-source",
                "A target is said to be the group's, but no source is named.",
                "Name the source with source: [its-id], or write set_by: this platform.",
            )
        return self


class Contribution(Fields):
    """What somebody offered or did, as they said it."""

    who: Text
    what: Text
    on: Day
    url: Link | None = None


class Undertaking(Fields):
    """What a pledge and a next step have in common."""

    id: Id
    text: Text
    partners: list[Text] = Field(
        default_factory=list, description="who is named, in the source's own words for them"
    )
    indicator: Annotated[list[Use], ONE_OR_MORE, Field(min_length=1)]
    target: Target | None = Field(None, description="absent: the group has not set one")
    status: Status
    contributions: list[Contribution] = Field(default_factory=list)
    missing: Text


class Pledge(Undertaking):
    """What a working group pledged."""

    group: Id


class WorkingGroup(Fields):
    """One of the working groups."""

    id: Id
    title: Text
    about: Text


class WorkPlan(Fields):
    """The whole plan."""

    title: Text
    summary: Text
    drafted: Day = Field(description="when this draft was written")
    source: Annotated[list[Id], Field(min_length=1)]
    sources: dict[Id, Source]
    groups: Annotated[list[WorkingGroup], Field(min_length=1)]
    pledges: Annotated[list[Pledge], Field(min_length=1)]
    next_steps: list[Undertaking] = Field(default_factory=list)

    @property
    def undertakings(self) -> list[Undertaking]:
        """The pledges, then the next steps."""
        return [*self.pledges, *self.next_steps]


@dataclass(frozen=True)
class WorkPlanFile:
    """The plan and the file that it was read from."""

    plan: WorkPlan
    document: Document


def read_work_plan(root: Path, kinds: set[str]) -> tuple[WorkPlanFile | None, list[Problem]]:
    """The work plan, or None where there is none or it cannot be read; and every problem of it.

    `kinds` are the ids of the kinds of record that the library has.
    """
    if not (root / WORK_PLAN).exists():
        return None, []
    document, fields, problems = read_fields(root, WORK_PLAN)
    if document is None:
        return None, problems
    read = document

    def locate(trail: Trail, key: bool) -> tuple[int, int]:
        return read.place(*trail, key=key)

    plan, found = validated(WorkPlan, fields, WORK_PLAN, locate)
    if plan is None:
        return None, [*problems, *found]
    held = WorkPlanFile(plan, document)
    return held, [*problems, *found, *_inner_problems(held), *_uncounted(held, kinds)]


def _each(plan: WorkPlan) -> Iterator[tuple[Trail, Undertaking]]:
    yield from ((("pledges", n), pledge) for n, pledge in enumerate(plan.pledges))
    yield from ((("next_steps", n), step) for n, step in enumerate(plan.next_steps))


def _inner_problems(held: WorkPlanFile) -> Iterator[Problem]:
    """Ids that stand twice, and groups and sources that do not exist."""
    plan, seen = held.plan, set[str]()
    groups = [group.id for group in plan.groups]
    for trail, undertaking in _each(plan):
        if undertaking.id in seen:
            told = f"The id “{undertaking.id}” stands twice, so a link could mean either of two."
            hint = "Give one of the two another id."
            yield held.document.problem("work-plan-id-twice", "error", told, hint, (*trail, "id"))
        seen.add(undertaking.id)
        if isinstance(undertaking, Pledge) and undertaking.group not in groups:
            told = f"There is no working group “{undertaking.group}” under groups:."
            at, hint = (*trail, "group"), nearest(undertaking.group, groups)
            yield held.document.problem("unknown-group", "error", told, hint, at)
        cited = undertaking.target.source if undertaking.target else []
        yield from _unknown_sources(held, cited, (*trail, "target", "source"))
    yield from _unknown_sources(held, plan.source, ("source",))
    document = held.document
    for note in outline(document.body, document.path, document.body_line).citations:
        if note.id not in plan.sources:
            told, hint = _no_source(held, note.id)
            yield Problem(
                document.path, note.line, note.column, "unknown-source", "error", told, hint
            )


def _unknown_sources(held: WorkPlanFile, ids: list[str], trail: Trail) -> Iterator[Problem]:
    for number, id_ in enumerate(ids):
        if id_ not in held.plan.sources:
            told, hint = _no_source(held, id_)
            yield held.document.problem("unknown-source", "error", told, hint, (*trail, number))


def _no_source(held: WorkPlanFile, id_: str) -> tuple[str, str]:
    told = f"The source “{id_}” is not under sources: of the work plan."
    return told, nearest(id_, list(held.plan.sources))


def _uncounted(held: WorkPlanFile, kinds: set[str]) -> Iterator[Problem]:
    """Indicators that count a kind of record which this library has not."""
    for trail, undertaking in _each(held.plan):
        for number, use in enumerate(undertaking.indicator):
            kind = NEEDED_KIND.get(use.name)
            if kind is not None and kind not in kinds:
                told = f"“{use.name}” cannot be computed: this library has no records of the kind "
                told += f"“{kind}”. The page says so in place of a number."
                hint = f"Name another indicator, or add the kind. Known: {', '.join(sorted(kinds))}"
                at = (*trail, "indicator", number, "name")
                yield held.document.problem("indicator-not-computed", "note", told, hint, at)

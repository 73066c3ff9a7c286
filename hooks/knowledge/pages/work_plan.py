"""The page of the work plan: every pledge and next step, with what can be counted for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from knowledge.analysis.indicators import BY_NAME, INDICATORS, measured
from knowledge.analysis.work_plan import Progress, progress, reached
from knowledge.kinds.work_plan import NEEDED_KIND, NOT_MEASURABLE, Pledge, Undertaking, Use
from knowledge.kinds.work_plan import WorkPlanFile as PlanFile
from knowledge.library import Library
from knowledge.pages.citing import SourceLine, SourceMark, source_line
from knowledge.pages.indicator import ADDRESS, Value, short_name, value_words
from knowledge.pages.page import Page
from knowledge.pages.parts import Actions, Cite, Crumb, Heading
from knowledge.pages.record_parts import actions, text_of
from knowledge.pages.wording import counted, date_words, listed
from knowledge.platform import LICENCE, PLATFORM

#: Said in place of a number.
NOT_MEASURED = "not measurable from this library"
#: Said where no source sets a target.
NO_TARGET = "not set by the group"

#: The status of a pledge in words.
STATUSES = {
    "draft": "draft, not validated by the group",
    "validated": "validated by the group",
    "under-way": "under way",
    "done": "done",
    "dropped": "dropped",
}


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target in words, who set it, and whether the value has reached it, or empty texts."""

    text: str
    set_by: str = ""
    reached: str = ""
    sources: tuple[SourceMark, ...] = ()


@dataclass(frozen=True, slots=True)
class Offer:
    """A contribution, as it was offered."""

    who: str
    what: str
    on: str
    url: str


@dataclass(frozen=True, slots=True)
class PledgeLine:
    """A pledge or a next step. `label` is its short name: `Pledge 3`, `Step B`."""

    anchor: str
    label: str
    text: str
    values: tuple[Value, ...]
    target: TargetLine
    status: str
    partners: str
    contributions: tuple[Offer, ...]
    missing: str


@dataclass(frozen=True, slots=True)
class GroupPart:
    """A working group: what it is about, how far its pledges can be told, and the pledges."""

    anchor: str
    title: str
    about: str
    progress: str
    pledges: tuple[PledgeLine, ...]


@dataclass(frozen=True, slots=True)
class MethodRow:
    """An indicator, how it is counted, and its value today."""

    id: str
    name: str
    method: str
    value: Value


@dataclass(frozen=True, slots=True)
class WorkPlanView:
    """What the template `records/work-plan.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    lead: str
    contents: tuple[Heading, ...]
    drafted: str
    before: Markup
    progress: str
    groups: tuple[GroupPart, ...]
    next_steps: tuple[PledgeLine, ...]
    method: tuple[MethodRow, ...]
    sources: tuple[SourceLine, ...]
    source_marks: tuple[SourceMark, ...]
    cite: Cite
    actions: Actions | None


def work_plan_page(held: PlanFile, library: Library, repo: str) -> Page:
    """The page of the work plan; `repo` is the code host's address, or empty."""
    plan = held.plan
    marks = {id_: SourceMark(n, f"source-{id_}") for n, id_ in enumerate(plan.sources, 1)}
    text = text_of(
        held.document,
        library,
        lambda id_: str(marks[id_].number) if id_ in marks else None,
    )
    before = text.pop("", None)
    groups = tuple(
        GroupPart(
            anchor=f"group-{group.id}",
            title=group.title,
            about=group.about,
            progress=_progress_words(progress(plan, library, group.id)),
            pledges=tuple(
                _line(pledge, library, marks) for pledge in plan.pledges if pledge.group == group.id
            ),
        )
        for group in plan.groups
    )
    drafted = date_words(plan.drafted)
    view = WorkPlanView(
        crumbs=(Crumb("Work plan"),),
        title=plan.title,
        lead=plan.summary,
        contents=_contents(groups),
        drafted=drafted,
        before=Markup().join(part.html for part in (before, *text.values()) if part),
        progress=_progress_words(progress(plan, library)),
        groups=groups,
        next_steps=tuple(_line(step, library, marks) for step in plan.next_steps),
        method=tuple(_method(library)),
        sources=tuple(
            source_line(library, source, marks[id_]) for id_, source in plan.sources.items()
        ),
        source_marks=tuple(marks[id_] for id_ in plan.source if id_ in marks),
        cite=Cite(f"“{plan.title}”, {PLATFORM}, draft of {drafted}, /{ADDRESS}, {LICENCE}."),
        actions=actions(held.document.path, repo),
    )
    return Page(
        address=ADDRESS,
        title=plan.title,
        description=plan.summary,
        section=ADDRESS,
        template="records/work-plan.html",
        view=view,
        made_from=held.document.path,
    )


def _contents(groups: Iterable[GroupPart]) -> tuple[Heading, ...]:
    return (
        Heading("overview", "All pledges"),
        *(Heading(group.anchor, group.title) for group in groups),
        Heading("next-steps", "Next steps"),
        Heading("method", "How each indicator is counted"),
        Heading("sources", "Sources"),
        Heading("cite", "Cite this page"),
    )


def _progress_words(told: Progress) -> str:
    """What can be told of some pledges, in one or two sentences."""
    words = [f"{told.computed:,} of {counted(told.number, 'pledge')} can be counted here."]
    if told.with_target:
        words.append(
            f"{told.with_target:,} {'has' if told.with_target == 1 else 'have'} a target, and "
            f"{told.reached:,} of these {'is' if told.reached == 1 else 'are'} reached."
        )
    else:
        words.append("None has a target.")
    offered = told.with_contributions
    words.append(
        f"Contributions have been offered to {offered:,}."
        if offered
        else "No contribution has been recorded."
    )
    return " ".join(words)


def _line(one: Undertaking, library: Library, marks: dict[str, SourceMark]) -> PledgeLine:
    nobody = "none named" if isinstance(one, Pledge) else ""
    return PledgeLine(
        anchor=one.id,
        label=short_name(one),
        text=one.text,
        values=tuple(_use_value(use, library) for use in one.indicator),
        target=_target(one, library, marks),
        status=STATUSES[one.status],
        partners=listed(one.partners) or nobody,
        contributions=tuple(
            Offer(offer.who, offer.what, date_words(offer.on), offer.url or "")
            for offer in one.contributions
        ),
        missing=one.missing,
    )


def _use_value(use: Use, library: Library) -> Value:
    indicator = BY_NAME.get(use.name)
    if use.name == NOT_MEASURABLE or indicator is None:
        return Value("", NOT_MEASURED, use.words)
    value = library.once(measured)[use.name]
    if value is None:
        told = f"This library has no records of the kind “{NEEDED_KIND[use.name]}” yet."
        return Value("", NOT_MEASURED, f"{use.words} {told}")
    return value_words(indicator, value, use.words)


def _target(one: Undertaking, library: Library, marks: dict[str, SourceMark]) -> TargetLine:
    target = one.target
    if target is None:
        return TargetLine(NO_TARGET)
    counted_ = library.once(measured).get(one.indicator[0].name)
    is_reached = reached(target, counted_) if counted_ else None
    told = {True: "reached", False: "not reached", None: ""}[is_reached]
    by = "set by the group" if target.set_by == "the group" else "proposed by this platform"
    sources = tuple(marks[id_] for id_ in target.source if id_ in marks)
    return TargetLine(target.text, by, told, sources)


def _method(library: Library) -> Iterator[MethodRow]:
    values = library.once(measured)
    for indicator in INDICATORS:
        value = values[indicator.id]
        name = f"{indicator.many[:1].upper()}{indicator.many[1:]}"
        shown = value_words(indicator, value, "") if value else Value("", NOT_MEASURED, "")
        yield MethodRow(indicator.id, name, indicator.method, shown)

"""An indicator of the work plan: its value in words, and a page with the records that it counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from knowledge.analysis.indicator_counts import Counted
from knowledge.analysis.indicators import INDICATORS, Indicator, measured
from knowledge.kinds.work_plan import Undertaking, WorkPlanFile
from knowledge.library import Library
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb
from knowledge.pages.record_rows import RecordRows, record_rows
from knowledge.pages.wording import counted

#: The page of the work plan; those of its indicators stand below it.
ADDRESS = "work-plan/"


@dataclass(frozen=True, slots=True)
class Value:
    """An indicator of a pledge: the number and what it counts, or why there is none.

    `number` is empty where there is none; `address` leads to what was counted.
    """

    number: str
    label: str
    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorView:
    """What the template `records/indicator.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    value: Value
    method: str
    used_by: tuple[Crumb, ...]
    held_in: str
    groups: tuple[RecordRows, ...]


def with_page(library: Library) -> Iterator[Indicator]:
    """The indicators whose records no other page lists, so that they have a page of their own."""
    values = library.once(measured)
    for indicator in INDICATORS:
        value = values[indicator.id]
        if value is not None and not value.listed_at:
            yield indicator


def indicator_page(indicator: Indicator, held: WorkPlanFile, library: Library) -> Page:
    """The page of an indicator: its value, how it is counted, and every record it counts."""
    value = library.once(measured)[indicator.id] or Counted(0)
    title = f"{indicator.many[:1].upper()}{indicator.many[1:]}"
    used_by = tuple(
        Crumb(short_name(one), f"{ADDRESS}#{one.id}")
        for one in held.plan.undertakings
        if any(use.name == indicator.id for use in one.indicator)
    )
    view = IndicatorView(
        crumbs=(Crumb(held.plan.title, ADDRESS),),
        title=title,
        value=value_words(indicator, value, ""),
        method=indicator.method,
        used_by=used_by,
        held_in=_held_in(value),
        groups=tuple(_groups(value, library)),
    )
    return Page(
        address=f"{ADDRESS}{indicator.id}/",
        title=f"{title} (work plan)",
        description=f"An indicator of the work plan, how it is counted, and what it counts. "
        f"{indicator.method}",
        section=ADDRESS,
        template="records/indicator.html",
        view=view,
        made_from=held.document.path,
    )


def _held_in(value: Counted) -> str:
    """Where what was counted stands, if not each in a record of its own."""
    number = len(value.records)
    if number == value.value:
        return ""
    verb = "stands" if value.value == 1 else "stand"
    return f"What was counted {verb} in {counted(number, 'record')}:"


def _groups(value: Counted, library: Library) -> Iterator[RecordRows]:
    for kind, entries in groupby(value.records, key=lambda entry: entry.kind):
        yield record_rows(kind.folder, kind.plural, list(entries), library)


def short_name(one: Undertaking) -> str:
    """The short name, out of the id: `Pledge 3`, `Step B`."""
    word, _, number = one.id.partition("-")
    return f"{word.capitalize()} {number.upper()}".strip()


def value_words(indicator: Indicator, value: Counted, words: str) -> Value:
    label = indicator.one if value.value == 1 else indicator.many
    number = f"{value.value:,}"
    if value.of is not None:
        number += f" of {value.of:,}"
    return Value(number, label, words, value.listed_at or f"{ADDRESS}{indicator.id}/")

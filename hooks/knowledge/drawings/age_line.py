"""The age line: the legal ages of a country on one axis.

It shows what no single number does: the years in which a child may neither be kept at school
nor work, and the years in which it may work although it must still attend school.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor
from typing import Literal

from knowledge.analysis.law_gaps import years

#: The axis, in completed years; it grows where an age lies outside.
YOUNGEST, OLDEST = 5, 18
#: Where the axis begins and how long it is, in per cent of the drawing's width.
LEFT, LENGTH = 3.0, 93.0


@dataclass(frozen=True, slots=True)
class LegalAge:
    """An age in completed years; `unsure` where its claim is still to be verified.

    `others` are the ages that other readings of it give.
    """

    value: float
    unsure: bool = False
    others: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the axis; a bold one is an age that the law names."""

    x: str
    label: str
    is_bold: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of the axis with its label. Lengths are per cent, as SVG attributes want them.

    `label_x` is where the label starts, or where it ends if `label_ends`.
    """

    x: str
    width: str
    label: str
    label_x: str
    label_ends: bool


@dataclass(frozen=True, slots=True)
class AgeLine:
    """The drawing. `title` says its numbers; `notes` say what was drawn with what licence.

    `between` is the stretch with neither school nor work ("neither"), or with both ("both").
    """

    id: str
    title: str
    ticks: tuple[Tick, ...]
    school: Bar | None
    between: Bar | None
    between_kind: Literal["neither", "both", ""]
    work: Bar | None
    hazardous_x: str
    notes: tuple[str, ...]


def age_line(
    name: str,
    school_from: LegalAge | None,
    school_to: LegalAge | None,
    work: LegalAge | None,
    hazardous: LegalAge | None,
    *,
    id: str = "age-line",  # noqa: A002 - the attribute's own name
) -> AgeLine | None:
    """The ages of a country on one axis, or None where neither school's end nor work's start
    is known. `name` is the country's, for the title; `id` must be unique on the page."""
    if school_to is None and work is None:
        return None
    known = [age.value for age in (school_from, school_to, work, hazardous) if age]
    axis = _Axis(min(YOUNGEST, floor(min(known))), max(OLDEST, ceil(max(known))))
    between, between_kind = _between(axis, school_to, work)
    return AgeLine(
        id=id,
        title=_title(name, school_from, school_to, work, hazardous),
        ticks=axis.ticks({age.value for age in (school_to, work, hazardous) if age}),
        school=_school(axis, school_from, school_to),
        between=between,
        between_kind=between_kind,
        work=_work(axis, work, hazardous),
        hazardous_x=axis.x(hazardous.value) if hazardous else "",
        notes=tuple(_notes(school_from, school_to, work, hazardous)),
    )


@dataclass(frozen=True, slots=True)
class _Axis:
    start: int
    end: int

    def x(self, age: float) -> str:
        return _per_cent(LEFT + (age - self.start) / (self.end - self.start) * LENGTH)

    def bar(self, start: float, end: float, label: str, *, ends: bool) -> Bar:
        width = _per_cent((end - start) / (self.end - self.start) * LENGTH)
        return Bar(self.x(start), width, label, self.x(end if ends else start), ends)

    def ticks(self, named: set[float]) -> tuple[Tick, ...]:
        ages = range(self.start, self.end + 1)
        return tuple(Tick(self.x(age), str(age), age in named) for age in ages)


def _per_cent(value: float) -> str:
    return f"{value:.2f}%"


def _school(axis: _Axis, start: LegalAge | None, end: LegalAge | None) -> Bar | None:
    if end is None:
        return None
    first = start.value if start and start.value < end.value else min(YOUNGEST, end.value)
    return axis.bar(first, end.value, f"School compulsory until {_told(end)}", ends=False)


def _work(axis: _Axis, work: LegalAge | None, hazardous: LegalAge | None) -> Bar | None:
    if work is None:
        return None
    label = f"Work from {_told(work)}"
    if hazardous is not None:
        label += f", hazardous from {_told(hazardous)}"
    return axis.bar(work.value, axis.end, label, ends=True)


def _between(
    axis: _Axis, school: LegalAge | None, work: LegalAge | None
) -> tuple[Bar | None, Literal["neither", "both", ""]]:
    if school is None or work is None or school.value == work.value:
        return None, ""
    start, end = sorted((school.value, work.value))
    span = f"{years(end - start)} year{'' if end - start in (0.5, 1) else 's'}"
    kind: Literal["neither", "both"] = "neither" if school.value < work.value else "both"
    # A label grows towards the middle, so that it never leaves the drawing.
    ends = start + end > axis.start + axis.end
    return axis.bar(start, end, f"{span} with {kind}", ends=ends), kind


def _told(age: LegalAge) -> str:
    return f"{years(age.value)} (to verify)" if age.unsure else years(age.value)


def _title(
    name: str,
    school_from: LegalAge | None,
    school_to: LegalAge | None,
    work: LegalAge | None,
    hazardous: LegalAge | None,
) -> str:
    start = f"from {_told(school_from)} " if school_from else ""
    school = f"{start}until {_told(school_to)}" if school_to else "for a time that is not known"
    parts = [
        f"school is compulsory {school}",
        f"work is allowed from {_told(work)}" if work else "the minimum age for work is not known",
        f"hazardous work from {_told(hazardous)}"
        if hazardous
        else "the age for hazardous work is not known",
    ]
    return f"{name}: {'; '.join(parts)}."


def _notes(
    school_from: LegalAge | None,
    school_to: LegalAge | None,
    work: LegalAge | None,
    hazardous: LegalAge | None,
) -> list[str]:
    notes = []
    if school_to is not None and school_from is None:
        notes.append(
            f"The age at which compulsory school begins is not known; drawn from {YOUNGEST}."
        )
    if school_to is None:
        notes.append("The age at which compulsory school ends is not known.")
    if work is None:
        notes.append("The minimum age for work is not known.")
    named = (
        ("The end of compulsory school", school_to),
        ("The minimum age for work", work),
        ("The age for hazardous work", hazardous),
    )
    for label, age in named:
        if age is not None and age.others:
            others = " and ".join(years(other) for other in age.others)
            notes.append(f"{label} is drawn at {years(age.value)}; another reading says {others}.")
    return notes

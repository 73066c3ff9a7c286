"""The page of all due-diligence laws: who must do what, and from when, on one axis of years.

Bills, guidance and plans stand in tables of their own, below the laws: none of them binds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.drawings.timeline import Dated, Moment, timeline
from knowledge.kinds import BY_ID
from knowledge.kinds.country import Country, DueDiligence, InstrumentForm
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.library import Library
from knowledge.pages.country_links import ADOPTED_WORD, DUTY_STATUS, until_word
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.marks import state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import Cite, Crumb, StateMark
from knowledge.pages.wording import date_words
from knowledge.platform import LICENCE, PLATFORM

ADDRESS = "due-diligence/"
TITLE = "Due-diligence laws and when they apply"
#: The first year of the axis. Nearly all such laws are younger; an older one has an arrow.
FIRST_YEAR = 2010
COUNTRIES = BY_ID["country"]


@dataclass(frozen=True, slots=True)
class Section:
    """A table of instruments of one sort: `forms` of which it holds every one that is recorded."""

    id: str
    heading: str
    first: str
    caption: str
    forms: tuple[InstrumentForm, ...]


SECTIONS = (
    Section(
        "laws",
        "Laws",
        "Law",
        "Every law that is recorded here. A jurisdiction that is missing may have such a law: "
        "nobody has recorded it.",
        ("law",),
    ),
    Section(
        "bills",
        "Bills and drafts",
        "Bill",
        "What a parliament or a government has proposed and, as far as the sources go, not "
        "adopted. The column “as of” says how far they go; look up what came after.",
        ("bill",),
    ),
    Section(
        "guidance",
        "Guidance and plans",
        "Guidance or plan",
        "Guidance binds nobody, and a plan binds at most the government that made it. Few of them "
        "are recorded here.",
        ("guidance", "plan"),
    ),
)


@dataclass(frozen=True, slots=True)
class LawRow:
    """A law: where its record stands, whom it covers, its dates in words, and as of when."""

    title: str
    address: str
    jurisdiction: str
    covers: str
    status: str
    dates: str
    as_of: str
    state: StateMark


@dataclass(frozen=True, slots=True)
class LawTable:
    """The rows of a section."""

    section: Section
    rows: tuple[LawRow, ...]


@dataclass(frozen=True, slots=True)
class DueDiligenceView:
    """What the template `records/due-diligence.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    figure: DrawnFigure | None
    tables: tuple[LawTable, ...]
    cite: Cite


@dataclass(frozen=True, slots=True)
class _Law:
    """A law with the record it stands in, and its number there."""

    entry: Entry
    law: DueDiligence
    number: int

    @property
    def name(self) -> str:
        """The law by its short title."""
        return self.law.short_title or self.law.title

    @property
    def moments(self) -> tuple[Moment, ...]:
        """What is dated of it, in order."""
        law = self.law
        until = until_word(law.status).lower()
        found = (
            (law.introduced, Moment(str(law.introduced), "ring", "introduced")),
            (law.adopted, Moment(str(law.adopted), "ring", ADOPTED_WORD[law.form].lower())),
            (law.in_force, Moment(str(law.in_force), "disc", "in force")),
            (law.applies_from, Moment(str(law.applies_from), "diamond", "applies from")),
            (law.until, Moment(str(law.until), "diamond", until)),
        )
        return tuple(moment for on, moment in found if on is not None)

    def dates(self) -> str:
        """Its dates in words; what is not recorded is said."""
        told = [f"{moment.word} {date_words(moment.on)}" for moment in self.moments]
        status = DUTY_STATUS[self.law.status]
        if not {status, "ran until"} & {moment.word for moment in self.moments}:
            unknown = self.law.status == "in-force"
            told.append("in force, day not recorded" if unknown else status)
        return ", ".join(told)

    def years(self) -> str:
        """The years alone, in few words: they stand in a drawing that has to fit a phone."""
        law = self.law
        force = f" {str(law.in_force)[:4]}" if law.in_force else ""
        told = (
            f"adopted {str(law.adopted)[:4]}" if law.adopted else "",
            DUTY_STATUS[law.status] + force if law.status != "adopted" else "",
            f"from {str(law.applies_from)[:4]}" if law.applies_from else "",
        )
        return ", ".join(filter(None, told))

    @property
    def dated(self) -> Dated:
        """Its row of the drawing: dashed where it is not, or not known to be, in force."""
        in_force = self.law.status == "in-force" and self.law.in_force is not None
        since = self.law.in_force or self.law.adopted
        name = f"{_in_short(self.entry)}: {self.name}"
        return Dated(name, self.years(), self.moments, str(since or ""), is_open=not in_force)


def due_diligence_page(library: Library, today: date) -> Page:
    """All due-diligence laws as of a day."""
    view = DueDiligenceView(
        crumbs=(Crumb(COUNTRIES.section, f"{COUNTRIES.folder}/"), Crumb("Due-diligence laws")),
        title=TITLE,
        figure=laws_figure(library, today),
        tables=tuple(_tables(library)),
        cite=Cite(f"“{TITLE}”, {PLATFORM}, /{ADDRESS}, {LICENCE}."),
    )
    return Page(
        address=ADDRESS,
        title=TITLE,
        description="Laws, bills and guidance on due diligence, transparency and imports that ask "
        "companies about child labour and forced labour abroad: whom they cover and from when they "
        "apply.",
        section=f"{COUNTRIES.folder}/",
        template="records/due-diligence.html",
        view=view,
        made_from="the records of countries",
    )


def laws_figure(library: Library, today: date) -> DrawnFigure | None:
    """The laws on one axis, or None where none is recorded."""
    laws = list(_laws(library, ("law",)))
    years = [int(moment.on[:4]) for law in laws for moment in law.moments]
    drawing = timeline(
        "laws",
        TITLE,
        [law.dated for law in laws],
        FIRST_YEAR,
        max([today.year, *years]),
        today,
    )
    if drawing is None:
        return None
    return DrawnFigure(
        id="laws",
        shows=TITLE,
        unit=f"By the day of adoption; lines end on {date_words(today)}",
        drawing=drawing,
        page=ADDRESS,
        rests_on=tuple(_sources(library, laws)),
        derived="Drawn from the records of countries, whose pages name the sources of each law",
        notes=(
            "A dashed line means that a law is not in force, or that the day on which it came "
            f"into force is not recorded. An arrow stands for a day before {FIRST_YEAR}.",
        ),
    )


def _laws(library: Library, forms: tuple[InstrumentForm, ...]) -> Iterator[_Law]:
    """Every instrument of these forms, by the first of its dates; those without any come last."""
    found = [
        _Law(entry, law, number)
        for entry in library.all("country")
        if isinstance(entry.record, Country)
        for number, law in enumerate(entry.record.due_diligence, 1)
        if law.form in forms
    ]
    yield from sorted(found, key=lambda one: min((m.on for m in one.moments), default="9"))


def _sources(library: Library, laws: list[_Law]) -> Iterator[Source]:
    """One source for each law: the first that its record names."""
    for one in laws:
        yield library.source(one.entry, one.law.source[0])


def _in_short(entry: Entry) -> str:
    """A jurisdiction by its initials, where its record has them among the other names: `EU`."""
    record = entry.record
    names = record.names.other if isinstance(record, Country) else []
    return min((name for name in names if name.isupper()), key=len, default=record.title)


def _tables(library: Library) -> Iterator[LawTable]:
    for section in SECTIONS:
        rows = tuple(_row(law) for law in _laws(library, section.forms))
        if rows:
            yield LawTable(section, rows)


def _row(one: _Law) -> LawRow:
    return LawRow(
        title=one.name,
        address=f"{one.entry.address}#duty-{one.number}",
        jurisdiction=one.entry.record.title,
        covers=one.law.covers,
        status=DUTY_STATUS[one.law.status],
        dates=one.dates(),
        as_of=date_words(one.law.as_of),
        state=state_mark(one.law.state),
    )

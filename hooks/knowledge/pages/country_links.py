"""What a country's page leads to: law texts, due-diligence laws, goods, practices, members."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.kinds.country import Country, DueDiligence, InstrumentForm, InstrumentStatus
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.library import Library
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.marks import STATES, state_mark
from knowledge.pages.parts import Crumb, RelatedLine, StateMark
from knowledge.pages.related import Neighbours, events_of, related_line
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted, date_words, listed

DUTY_STATUS: dict[InstrumentStatus, str] = {
    "in-force": "in force",
    "adopted": "adopted",
    "not-in-force": "not in force",
    "repealed": "repealed",
    "proposed": "proposed",
    "lapsed": "lapsed",
    "issued": "issued",
    "ended": "ended",
}


def until_word(status: InstrumentStatus) -> str:
    """What the last day of an instrument is called: it lies ahead, or the instrument has ended."""
    return "Ran until" if status == "ended" else "Runs until"


#: What an instrument is that is no law; each says in its own words that it binds nobody.
DUTY_FORM: dict[InstrumentForm, str] = {
    "law": "",
    "bill": "bill, not a law",
    "guidance": "guidance, binds nobody",
    "plan": "plan of the government, binds no company",
}
#: What a law asks is a duty; the others say what is proposed, asked for or planned.
DUTY_WORD: dict[InstrumentForm, str] = {
    "law": "Duty",
    "bill": "Proposed duty",
    "guidance": "Asks for",
    "plan": "Plans",
}
#: What the day of adoption is called.
ADOPTED_WORD: dict[InstrumentForm, str] = {
    "law": "Adopted",
    "bill": "Adopted",
    "guidance": "Issued",
    "plan": "Issued",
}


@dataclass(frozen=True, slots=True)
class StatuteLine:
    """A law text that claims rest on."""

    title: str
    original_title: str
    year: str
    url: str
    language: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label and a text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Duty:
    """A law with reach beyond its jurisdiction. `facts` are those that are recorded."""

    anchor: str
    title: str
    subtitle: str
    form: str
    status: str
    state: StateMark
    as_of: str
    facts: tuple[Labelled, ...]
    url: str
    note: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class UnionDuties:
    """A union whose due-diligence laws apply in this country."""

    title: str
    address: str
    laws: str


@dataclass(frozen=True, slots=True)
class GoodLine:
    """A listed good, and its page. A disc marks child labour, a square forced labour."""

    label: str
    child_labour: bool
    forced_labour: bool
    forced_child_labour: bool
    address: str | None = None


@dataclass(frozen=True, slots=True)
class Goods:
    """The goods of a country on a list: `editions` and `list_name` say which list."""

    lines: tuple[GoodLine, ...]
    count: str
    list_name: str
    editions: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class Here:
    """The records that point to a country, its listed goods that none of them names, and events."""

    related: tuple[RelatedLine, ...]
    goods_without: str
    events: Neighbours


def statutes(country: Country, citing: Citing) -> tuple[StatuteLine, ...]:
    """The law texts of a country, as recorded."""
    return tuple(
        StatuteLine(
            title=statute.title,
            original_title=statute.original_title or "",
            year=date_words(statute.year),
            url=statute.url or "",
            language=statute.language or "",
            sources=citing.marks(statute.source),
        )
        for statute in country.statutes
    )


def duties(country: Country, citing: Citing) -> tuple[Duty, ...]:
    """The due-diligence laws of a jurisdiction, in the order of the record."""
    return tuple(_duty(law, number, citing) for number, law in enumerate(country.due_diligence, 1))


def _duty(law: DueDiligence, number: int, citing: Citing) -> Duty:
    facts = {
        "Covers": law.covers,
        DUTY_WORD[law.form]: law.duty,
        "Introduced": date_words(law.introduced),
        ADOPTED_WORD[law.form]: date_words(law.adopted),
        "In force": date_words(law.in_force),
        "Applies from": date_words(law.applies_from),
        until_word(law.status): date_words(law.until),
        "Authority": law.authority,
        "Penalty": law.penalty,
    }
    # A number that stands in the title is not said twice.
    number_told = law.number if law.number and law.number not in law.title else ""
    names = [law.title if law.short_title else "", number_told]
    return Duty(
        anchor=f"duty-{number}",
        title=law.short_title or law.title,
        subtitle=", ".join(filter(None, names)),
        form=DUTY_FORM[law.form],
        status=DUTY_STATUS[law.status],
        state=state_mark(law.state),
        as_of=date_words(law.as_of),
        facts=tuple(Labelled(label, text) for label, text in facts.items() if text),
        url=law.url or "",
        note=law.note or "",
        sources=citing.marks(law.source),
    )


def duties_heading(country: Country) -> str:
    """The heading above them: what is no law is never told under the name of one."""
    if all(law.form == "law" for law in country.due_diligence):
        return "Due-diligence laws"
    return "Due-diligence laws, bills and guidance"


def duty_names(laws: Iterable[DueDiligence]) -> str:
    """Due-diligence laws by their short titles; what is still to be verified says so."""
    unsure = {"to-verify": f" ({STATES['to-verify']})"}
    return listed([f"{law.short_title or law.title}{unsure.get(law.state, '')}" for law in laws])


def union_duties(country: Country, library: Library) -> tuple[UnionDuties, ...]:
    """The unions that a country is a member of, with their laws that are in force or adopted."""
    return tuple(
        UnionDuties(
            title=entry.record.title,
            address=f"{entry.address}#due-diligence",
            laws=duty_names(law for law in entry.record.due_diligence if law.binds),
        )
        for entry in library.unions_of(country.iso3 or "")
        if isinstance(entry.record, Country)
        and any(law.binds for law in entry.record.due_diligence)
    )


def goods(country: Country, library: Library, citing: Citing) -> Goods | None:
    """The listed goods of a country; None for a union and where no list is recorded."""
    if not country.iso3 or not library.listed_goods:
        return None
    rows = library.goods_of(country.iso3)
    told = rows or library.listed_goods[:1]
    source = library.shared_sources[told[0].source]
    lines = [
        GoodLine(
            library.term("goods", row.good).label,
            row.child_labour,
            row.forced_labour,
            row.forced_child_labour,
            term_address(library, "goods", row.good),
        )
        for row in rows
    ]
    return Goods(
        lines=tuple(sorted(lines, key=lambda line: line.label.casefold())),
        count=counted(len(lines), "good"),
        list_name=f"{source.publisher}, {source.title}",
        editions=listed(sorted({row.edition for row in told})),
        sources=citing.marks(row.source for row in told),
    )


def here(entry: Entry, country: Country, library: Library) -> Here:
    """The practices, initiatives and other records of a country, kind by kind; and its events."""
    # Supply chains are told beside the goods, and events in a list of their own.
    found = {
        (other.kind.id, other.id): other
        for other, _ in library.pointing_at("country", entry.id)
        if other.kind.id != "supply-chain" and not isinstance(other.record, Event)
    }
    named: set[str] = set()
    for other in found.values():
        named.update(getattr(other.record, "goods", ()))
    missing = {row.good for row in library.goods_of(country.iso3 or "")} - named
    labels = sorted(library.term("goods", good).label.lower() for good in missing)
    return Here(
        tuple(related_line(other, library) for other in found.values()),
        listed(labels, "or"),
        events_of(entry, library),
    )


def members(country: Country, library: Library) -> tuple[Crumb, ...]:
    """The member states of a union, linked where a record exists."""
    named = []
    for iso3 in country.members:
        entry, place = library.country(iso3), library.places.get(iso3)
        if entry is not None:
            named.append(Crumb(entry.record.title, entry.address))
        else:
            named.append(Crumb(place.name if place else iso3))
    return tuple(sorted(named, key=lambda crumb: crumb.label.casefold()))


def names_and_codes(country: Country, library: Library) -> tuple[Labelled, ...]:
    """The names of a country, its codes, and the words and topics it is found under."""
    told = {
        "Name": country.names.short,
        "Official name": country.names.official,
        "Also called": ", ".join(country.names.other),
        "ISO 3166-1": country.iso3,
        "UN M49": country.m49,
        "Topics": ", ".join(library.term("topics", id_).label for id_ in country.topics),
        "Keywords": ", ".join(country.keywords),
    }
    return tuple(Labelled(label, text) for label, text in told.items() if text)

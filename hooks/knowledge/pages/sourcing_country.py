"""What the check before sourcing shows of a country: as an origin, and as a home market."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from knowledge.analysis.chain_action import chains_of
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import GRADES, Practice
from knowledge.kinds.tables import ListedGood
from knowledge.library import Library
from knowledge.pages.chain_words import FormMark, form_mark
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.citing_across import CitingAcross
from knowledge.pages.compare_cells import sources_data
from knowledge.pages.compare_rows import SOURCING_GROUPS, country_rows, lines_of
from knowledge.pages.country import NOT_KNOWN
from knowledge.pages.country_law import field_lines
from knowledge.pages.country_links import duties
from knowledge.pages.marks import state_mark
from knowledge.pages.parts import ClaimLine, Crumb, Heading, StateMark
from knowledge.pages.related import at_work, related_line
from knowledge.pages.supplier_questions import law_questions
from knowledge.pages.templates import environment
from knowledge.pages.term_links import term_crumb

#: The fields of a country's engagement that name somebody to call.
FOCAL_POINTS = ("mne_focal_point", "oecd_contact_point")
#: A practice, as the script sorts it: kind, grade of evidence from 0 to 5, goods, chains, HTML.
Work = list[object]


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A good of a country on a list: for which forms, whose list, which edition."""

    good: Crumb
    forms: tuple[FormMark, ...]
    forced_child_labour: bool
    list_name: str
    edition: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """An official contact, or an initiative with its ways of contact (label and address)."""

    name: str
    address: str
    what: str
    phone: str
    links: tuple[tuple[str, str], ...]
    sources: tuple[SourceMark, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenLine:
    """A sort of not knowing and the topics of the law it holds for."""

    state: StateMark
    sentence: str
    topics: tuple[Heading, ...]


def fragment(macro: str, *values: object) -> str:
    """A part of the result as HTML; its addresses begin with the sign for the site's root."""
    made = getattr(environment().get_template("macros-sourcing.html").module, macro)
    return str(made(*values))


def origin_data(library: Library, entry: Entry) -> dict[str, object]:
    """What the check shows of a country: HTML of each part, and its sources by anchor."""
    country = entry.record
    if not isinstance(country, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    across = CitingAcross(library)
    citing, ours = across.of(entry), across.of(None)
    rows = library.goods_of(country.iso3 or "")
    laws = duties(country, citing)
    return {
        "title": country.title,
        "address": entry.address,
        "union": country.jurisdiction == "union",
        "listed": {
            row.good: fragment("listed_line", _listed_line(library, row, ours)) for row in rows
        },
        "duties": fragment("duty_list", laws, entry.address) if laws else "",
        "unions": [
            union.id
            for union in library.unions_of(country.iso3 or "")
            if isinstance(union.record, Country)
            and any(law.binds for law in union.record.due_diligence)
        ],
        "work": [work_data(library, other) for other in _at_work(library, entry)],
        "ask": fragment("question_list", tuple(law_questions(entry, country))),
        "call": fragment(
            "contact_list",
            tuple(_contacts(country, citing)),
            tuple(_focal_points(country, citing)),
            tuple(initiative_contacts(_at_work(library, entry))),
        ),
        "open": fragment("open_list", tuple(_open(library, entry, citing)), entry.address),
        "sources": sources_data(across.lines()),
    }


def _listed_line(library: Library, row: ListedGood, citing: Citing) -> ListedLine:
    source = library.shared_sources[row.source]
    forms = {"child-labour": row.child_labour, "forced-labour": row.forced_labour}
    return ListedLine(
        good=term_crumb(library, "goods", row.good),
        forms=tuple(form_mark(library, form) for form, named in forms.items() if named),
        forced_child_labour=row.forced_child_labour,
        list_name=f"{source.publisher}, {source.title}",
        edition=row.edition,
        sources=citing.marks((row.source,)),
    )


def _at_work(library: Library, entry: Entry) -> list[Entry]:
    return list(library.once(at_work).get(entry.id, {}).values())


def work_data(library: Library, entry: Entry) -> Work:
    """A practice or an initiative, with what the script chooses by. It is told in each of its
    countries and of its chains, so that it is made once."""
    made = library.once(_works)
    if entry.address not in made:
        made[entry.address] = _work_data(library, entry)
    return made[entry.address]


def _works(library: Library) -> dict[str, Work]:
    """What was made so far, by address."""
    return {}


def _work_data(library: Library, entry: Entry) -> Work:
    record = entry.record
    graded = record.evidence if isinstance(record, Practice) else None
    return [
        entry.id,
        entry.kind.id,
        GRADES.index(graded.grade) if graded else -1,
        list(getattr(record, "goods", ())),
        [one.chain.id for one in chains_of(library, entry)],
        fragment("work_line", related_line(entry, library, with_kind=False)),
    ]


def _contacts(country: Country, citing: Citing) -> Iterator[ContactLine]:
    for contact in country.contacts:
        links = (("Site", contact.url),) if contact.url else ()
        sources = citing.marks(contact.source)
        yield ContactLine(contact.name, "", contact.what, contact.phone or "", links, sources)


def _focal_points(country: Country, citing: Citing) -> Iterator[ClaimLine]:
    for name in FOCAL_POINTS:
        yield from field_lines(country.engagement, name, citing, "engagement")


def initiative_contacts(entries: Iterable[Entry]) -> Iterator[ContactLine]:
    """The initiatives with a way of contact that was seen."""
    for entry in entries:
        record = entry.record
        if isinstance(record, Initiative) and record.contact and not record.ended:
            links = tuple((one.what, one.url) for one in record.contact)
            yield ContactLine(record.title, entry.address, "", "", links)


def _open(library: Library, entry: Entry, citing: Citing) -> Iterator[OpenLine]:
    """What is not known of the ages and prohibitions."""
    lines = [
        (row, line)
        for row in country_rows()
        if row.group in SOURCING_GROUPS
        for line in lines_of(row.id, entry, library, citing)
    ]
    for state, sentence in NOT_KNOWN.items():
        topics = [
            Heading(line.anchor, f"{row.label} ({line.area})" if line.area else row.label)
            for row, line in lines
            if line.state.id == state
        ]
        if topics:
            yield OpenLine(state_mark(state), sentence, tuple(topics))

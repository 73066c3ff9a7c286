"""The page of a country: its law at a glance, what others judged, and what is done there."""

from __future__ import annotations

from datetime import date

from knowledge.analysis.feeds import country_file
from knowledge.analysis.law_gaps import law_gaps
from knowledge.analysis.regions import region_of
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.chain_links import chains_of_country
from knowledge.pages.chosen_addresses import compare_with, sourcing_from
from knowledge.pages.citing import Citing
from knowledge.pages.claim_lines import tally
from knowledge.pages.country_beyond import elsewhere, markets, presence
from knowledge.pages.country_drawings import gap_line
from knowledge.pages.country_figures import IDS, country_figures
from knowledge.pages.country_law import (
    Assessed,
    ConventionLine,
    assessed,
    conventions,
    enforcement_groups,
    engagement_groups,
    law_groups,
)
from knowledge.pages.country_links import (
    Goods,
    Here,
    duties,
    duties_heading,
    goods,
    here,
    members,
    names_and_codes,
    statutes,
    union_duties,
)
from knowledge.pages.country_statistics import country_statistics
from knowledge.pages.country_view import ContactLine, CountryView, NotKnown
from knowledge.pages.figures import by_id
from knowledge.pages.marks import NOT_RESEARCHED, state_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import (
    ClaimGroup,
    ClaimLine,
    Crumb,
    Head,
    HeadFact,
    Heading,
    Written,
)

#: The part of the written text that stands before everything else.
KEY_POINTS = Country.headings[0]

#: The sorts of not knowing, and what each means.
NOT_KNOWN = {
    "to-verify": "Sources disagree, or the value looks damaged",
    "unknown": "A source says that it is not known",
    NOT_RESEARCHED: "Nobody has looked yet",
}


def country_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of a country, a territory or a union of states.

    `today` decides whether its review is overdue; `repo` is the code host's address, or empty.
    """
    country = entry.record
    if not isinstance(country, Country):
        raise TypeError(f"{entry.path} is not the record of a country")
    title = f"{country.title}: the law at a glance"
    return Page(
        address=entry.address,
        title=title,
        description=country.summary,
        section=f"{entry.kind.folder}/",
        template="records/country.html",
        view=_view(entry, country, library, today, repo, title),
        made_from=entry.path,
        feed=country_file(entry.id),
    )


def _view(
    entry: Entry, country: Country, library: Library, today: date, repo: str, title: str
) -> CountryView:
    # Sources are numbered when they are first asked for, so the parts are made in reading order.
    citing = Citing(entry, library)
    duties_first = _binds(country) and not any(claims for _, claims in country.law)
    early = duties(country, citing) if duties_first else ()
    # What an employer must know stands first.
    told = record_parts.written(entry, library, citing)
    points = told.pop(KEY_POINTS, None)
    written = tuple(told.values())
    law = law_groups(country, citing)
    texts = statutes(country, citing)
    judged = assessed(entry, country, library, citing)
    ratified = conventions(country, citing)
    enforced = enforcement_groups(country, citing)
    abroad = early or duties(country, citing)
    figures = country_statistics(country, library, citing)
    listed_goods = goods(country, library, citing)
    engagement = engagement_groups(country, citing)
    contacts = _contacts(country, citing)
    near = here(entry, country, library)
    drawn = dict.fromkeys(IDS) | by_id(library.once(country_figures).get(entry.id, ()), citing)
    ending = record_parts.ending(entry, citing, repo, title)
    return CountryView(
        name=country.title,
        is_union=country.jurisdiction == "union",
        compare=compare_with(entry.kind.id, entry.id),
        source_from="" if country.jurisdiction == "union" else sourcing_from(entry.id),
        head=_head(entry, country, library, today, len(ending.sources)),
        contents=_contents(
            country,
            law,
            judged,
            figures,
            listed_goods,
            near,
            engagement,
            contacts,
            points,
            written,
            ending,
        ),
        points=points,
        gaps=tuple(gap_line(gap) for gap in law_gaps(country)),
        law_tally=tally(line for group in law for line in group.lines),
        law=law,
        statutes=texts,
        assessed=judged,
        conventions=ratified,
        enforcement=enforced,
        duties_first=duties_first,
        duties=abroad,
        duties_heading=duties_heading(country),
        union_duties=union_duties(country, library) if country.iso3 else (),
        markets=markets(entry, country, library),
        statistics=figures,
        figures=drawn,
        goods=listed_goods,
        chains=chains_of_country(entry, library),
        here=near,
        presence=presence(entry, library),
        elsewhere=elsewhere(country, library, near.related),
        engagement=engagement,
        contacts=contacts,
        members=members(country, library),
        names=names_and_codes(country, library),
        written=written,
        feed=country_file(entry.id),
        not_known=_not_known(country, law, ratified, enforced, engagement),
        ending=ending,
    )


def _head(entry: Entry, country: Country, library: Library, today: date, sources: int) -> Head:
    within = region_of(library, entry)
    where = within.name if within else "Union of states" if country.members else ""
    facts = [HeadFact("Sources", str(sources))]
    if country.reviewed and country.imported:
        facts.append(HeadFact("Main source edition", country.imported.edition))
    return Head(
        crumbs=(
            Crumb(entry.kind.section, f"{entry.kind.folder}/"),
            *((Crumb(where, within.address if within else None),) if where else ()),
        ),
        title=country.title,
        lead=country.summary,
        provenance=record_parts.provenance(entry, today),
        facts=tuple(facts),
    )


def _binds(country: Country) -> bool:
    """Whether it has a due-diligence law. A bill alone never comes before the law of a country."""
    return any(one.form == "law" for one in country.due_diligence)


def _contents(
    country: Country,
    law: tuple[ClaimGroup, ...],
    judged: Assessed | None,
    figures: tuple[ClaimGroup, ...],
    listed_goods: Goods | None,
    near: Here,
    engagement: tuple[ClaimGroup, ...],
    contacts: tuple[ContactLine, ...],
    points: Written | None,
    written: tuple[Written, ...],
    ending: record_parts.Ending,
) -> tuple[Heading, ...]:
    abroad = ("due-diligence", duties_heading(country))
    is_state = country.jurisdiction != "union"
    shown: dict[str, tuple[str, object]] = {}
    if points:
        shown[points.id] = (points.heading, True)
    if not law and _binds(country):
        shown[abroad[0]] = (abroad[1], True)
    shown |= {
        "gaps": ("Gaps in the law", law),
        "law": ("Law at a glance", True),
        "statutes": ("Law texts", country.statutes),
        "assessed": ("What others assessed", judged),
        "conventions": ("Conventions", is_state or country.conventions),
        "enforcement": ("Enforcement", is_state or country.enforcement.model_fields_set),
    }
    shown.setdefault(abroad[0], (abroad[1], True))
    shown |= {
        "statistics": ("Statistics by sex", figures),
        "goods": ("Goods listed", listed_goods),
        "here": ("Practices and initiatives", True),
        "events": ("Events", near.events.lines),
        "engagement": ("Engagement", engagement),
        "contacts": ("Whom to call", contacts),
        "members": ("Member states", country.members),
        "names": ("Names and codes", True),
        **{section.id: (section.heading, section.heading) for section in written},
        "not-known": ("What is not known", True),
    }
    return (*record_parts.headings(shown), *ending.contents)


def _contacts(country: Country, citing: Citing) -> tuple[ContactLine, ...]:
    return tuple(
        ContactLine(
            contact.name,
            contact.what,
            contact.phone or "",
            contact.url or "",
            citing.marks(contact.source),
        )
        for contact in country.contacts
    )


def _not_known(
    country: Country,
    law: tuple[ClaimGroup, ...],
    ratified: tuple[ConventionLine, ...],
    enforced: tuple[ClaimGroup, ...],
    engagement: tuple[ClaimGroup, ...],
) -> tuple[NotKnown, ...]:
    groups = (*law, *enforced, *engagement)
    lines = [line for group in groups for line in group.lines]
    lines += [line.claim for line in ratified]
    # Of a union these three are recorded for its members.
    is_union = country.jurisdiction == "union"
    whole = {
        Heading("law", "the law on ages, school and prohibitions"): law or is_union,
        Heading("conventions", "conventions"): ratified or is_union,
        Heading("enforcement", "enforcement"): enforced or is_union,
        Heading("", "engagement with the Alliance and the ILO"): engagement,
        Heading("", "whom to call"): country.contacts,
    }
    found = []
    for state, sentence in NOT_KNOWN.items():
        topics = [_of_line(line) for line in lines if line.state.id == state]
        if state == NOT_RESEARCHED:
            topics += [heading for heading, part in whole.items() if not part]
        if topics:
            found.append(NotKnown(state_mark(state), sentence, tuple(topics)))
    return tuple(found)


def _of_line(line: ClaimLine) -> Heading:
    area = f" ({line.area})" if line.area else ""
    return Heading(line.anchor, f"{line.label}{area}")

"""The page of an initiative: who does something together, for whom, and how it answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.kinds.entries import Entry
from knowledge.kinds.initiative import Initiative
from knowledge.library import Library
from knowledge.pages import record_parts
from knowledge.pages.chain_links import chain_fact
from knowledge.pages.chosen_addresses import compare_with
from knowledge.pages.citing import Citing
from knowledge.pages.facts import (
    Fact,
    FactItem,
    OpenQuestions,
    TierStrip,
    absent,
    claim_fact,
    country_fact,
    open_questions,
    other_names,
    states_of,
    term_fact,
    text_fact,
    tier_strip,
)
from knowledge.pages.marks import tier_mark
from knowledge.pages.page import Page
from knowledge.pages.parts import (
    Crumb,
    Head,
    HeadFact,
    Heading,
    RelatedLine,
    TierMark,
)
from knowledge.pages.questions import Questions, accountability_questions, questions
from knowledge.pages.related import (
    Neighbours,
    events_of,
    linked,
    practices_of,
    related_line,
    same_countries,
)
from knowledge.pages.sections import Sections, sections
from knowledge.pages.standing import StandingLine, standing
from knowledge.pages.term_links import term_address, term_crumb
from knowledge.pages.wording import date_words, listed

SCOPES = {"global": "global", "regional": "regional", "countries": "the countries named"}
SECTORS = {"one": "one sector", "many": "many sectors", None: ""}


@dataclass(frozen=True, slots=True)
class FollowLine:
    """A way to reach or follow the initiative."""

    what: str
    url: str


@dataclass(frozen=True, slots=True)
class InitiativeView:
    """What the template `records/initiative.html` shows. An empty part is an empty value."""

    head: Head
    compare: str
    contents: tuple[Heading, ...]
    tiers: TierMark | None
    facts: tuple[Fact, ...]
    strip: TierStrip | None
    text: Sections
    members: Questions
    principles: Questions
    accountability: Questions
    standing: tuple[StandingLine, ...]
    contact: tuple[FollowLine, ...]
    feeds: tuple[FollowLine, ...]
    practices: tuple[RelatedLine, ...]
    related: tuple[RelatedLine, ...]
    same_countries: Neighbours
    events: Neighbours
    open_questions: tuple[OpenQuestions, ...]
    ending: record_parts.Ending


def initiative_page(entry: Entry, library: Library, today: date, repo: str) -> Page:
    """The page of an initiative.

    `today` decides whether its review is overdue; `repo` is the code host's address, or empty.
    """
    initiative = entry.record
    if not isinstance(initiative, Initiative):
        raise TypeError(f"{entry.path} is not the record of an initiative")
    return Page(
        address=entry.address,
        title=initiative_title(initiative),
        description=initiative.summary,
        section=f"{entry.kind.folder}/",
        template="records/initiative.html",
        view=_view(entry, initiative, library, today, repo),
        made_from=entry.path,
    )


def _view(
    entry: Entry, initiative: Initiative, library: Library, today: date, repo: str
) -> InitiativeView:
    # Sources are numbered as they are first asked for, so the parts are made in reading order.
    citing = Citing(entry, library)
    facts = tuple(initiative_facts(entry, initiative, library, citing))
    text = sections(entry, library, citing)
    members = questions("constituencies", initiative.members, library, citing)
    principles = questions("principles", initiative.integrated_approach, library, citing)
    accountability = accountability_questions(initiative.accountability, citing)
    tiers = tier_mark(library, initiative.tiers)
    practices = practices_of(entry, library)
    related = tuple(related_line(other, library) for other in linked(entry, library).values())
    shown = {line.address for line in (*practices, *related)}
    asked = [*members.lines, *principles.lines, *accountability.lines]
    ending = record_parts.ending(entry, citing, repo, initiative_title(initiative))
    place = standing(entry, library)
    return InitiativeView(
        head=_head(entry, initiative, library, today),
        compare=compare_with(entry.kind.id, entry.id),
        contents=_contents(text, ending, placed=bool(place)),
        tiers=tiers,
        facts=facts,
        strip=tier_strip(tiers),
        text=text,
        members=members,
        principles=principles,
        accountability=accountability,
        standing=place,
        contact=tuple(FollowLine(one.what, one.url) for one in initiative.contact),
        feeds=tuple(FollowLine(one.what, one.url) for one in initiative.feeds),
        practices=practices,
        related=related,
        same_countries=same_countries(entry, initiative.countries, library, shown),
        events=events_of(entry, library),
        open_questions=open_questions(
            [*states_of(facts), *((line.label, line.state) for line in asked)]
        ),
        ending=ending,
    )


def initiative_title(initiative: Initiative) -> str:
    """The title, with the acronym where the title does not hold it."""
    if initiative.acronym and initiative.acronym not in initiative.title:
        return f"{initiative.title} ({initiative.acronym})"
    return initiative.title


def _head(entry: Entry, initiative: Initiative, library: Library, today: date) -> Head:
    crumbs = (
        Crumb(entry.kind.section, f"{entry.kind.folder}/"),
        term_crumb(library, "initiative-types", initiative.type),
    )
    names = listed(initiative.former_names)
    return Head(
        crumbs,
        initiative_title(initiative),
        initiative.summary,
        record_parts.provenance(entry, today),
        facts=(HeadFact("Formerly", names),) if names else (),
    )


def initiative_facts(
    entry: Entry, initiative: Initiative, library: Library, citing: Citing
) -> Iterator[Fact]:
    """The key facts of an initiative, in reading order."""
    yield term_fact("Type", "initiative-types", [initiative.type], library)
    yield text_fact("Started", date_words(initiative.started))
    if initiative.ended:
        yield text_fact("Ended", date_words(initiative.ended))
    yield _secretariat(initiative, library, citing)
    yield text_fact("Scope", SCOPES[initiative.scope])
    yield country_fact(initiative.countries, library, none="none named")
    yield term_fact("Level", "levels", initiative.level, library)
    yield term_fact("Targets", "targets", initiative.targets, library)
    yield term_fact("Functions", "functions", initiative.functions, library)
    yield text_fact("Sectors", SECTORS[initiative.sectors])
    yield term_fact("Goods", "goods", initiative.goods, library, none="none named")
    yield term_fact("Tiers", "tiers", initiative.tiers, library)
    yield from chain_fact(entry, library)
    yield term_fact("Topics", "topics", initiative.topics, library, none="none named")
    yield claim_fact(
        "How far members are bound",
        initiative.binding,
        citing,
        words=lambda id_: library.term("binding", id_).label if id_ else "",
        address=_binding_address(initiative, library),
    )
    yield claim_fact("Through national processes", initiative.national_processes, citing)
    yield claim_fact("Reaches small enterprises", initiative.reaches_small_enterprises, citing)
    if initiative.url:
        site = initiative.url.split("://", 1)[1].rstrip("/")
        yield Fact("Its own site", (FactItem(site, url=initiative.url),))
    yield from other_names(initiative.keywords)


def _binding_address(initiative: Initiative, library: Library) -> str:
    """The page of the one term that says how far members are bound; empty where sources differ."""
    binding = initiative.binding
    if binding is None or binding.value is None or binding.also:
        return ""
    return term_address(library, "binding", binding.value) or ""


def _secretariat(initiative: Initiative, library: Library, citing: Citing) -> Fact:
    seat = initiative.secretariat
    if seat is None:
        return absent("Secretariat")
    country, place = library.country(seat.iso3), library.places.get(seat.iso3)
    name = country.record.title if country else place.name if place else seat.iso3
    item = FactItem(
        text=name,
        address=country.address if country else "",
        notes=(seat.place,) if seat.place else (),
        sources=citing.marks(seat.source),
    )
    return Fact("Secretariat", (item,))


def _contents(text: Sections, ending: record_parts.Ending, *, placed: bool) -> tuple[Heading, ...]:
    return (
        Heading("facts", "Key facts"),
        *text.contents("What it is", "How it works"),
        Heading("members", "Who takes part"),
        Heading("principles", "Integrated approach"),
        Heading("accountability", "How it answers for what it does"),
        *text.contents("Results so far", "How to take part", "Limits"),
        *text.other_contents(),
        *([Heading("standing", "Where it stands")] if placed else []),
        Heading("practices", "Its practices"),
        Heading("related", "Related"),
        Heading("not-known", "What is not known"),
        *ending.contents,
    )

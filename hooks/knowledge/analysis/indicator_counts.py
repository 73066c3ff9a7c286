"""What the indicators of the work plan count: numbers, each with its records."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.analysis.term_use import uses_of_term
from knowledge.kinds import BY_ID
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Claim
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.work_plan import NEEDED_KIND, NOT_MEASURABLE, Pledge, WorkPlan
from knowledge.library import Library

#: The tiers as the workshop of 2017 spoke of them: the first two, and the deeper chain.
FIRST_TIERS = frozenset({"tier-1", "tier-2"})
DEEPER_TIERS = frozenset({"tier-2", "tier-3-plus", "raw-material"})
#: The grades of evidence by which somebody other than the owner has evaluated a practice.
EVALUATED = frozenset({"external-evaluation", "randomised"})
#: The scales at which a practice has outgrown its trial.
BEYOND_PILOT = frozenset({"scaled", "institutionalised"})
#: The kinds of source that count as data and research.
RESEARCH = frozenset({"research", "survey", "evaluation"})


@dataclass(frozen=True, slots=True)
class Counted:
    """The value of an indicator.

    `of` is the number of all that could have been counted, where there is one; `records` are what
    was counted, or what holds it; where that is not a list of records, `listed_at` is the address
    of the page that shows it.
    """

    value: int
    of: int | None = None
    records: tuple[Entry, ...] = ()
    listed_at: str = ""


def can_be_counted(name: str) -> bool:
    """Whether the library has the kind of record that an indicator counts."""
    return name != NOT_MEASURABLE and NEEDED_KIND.get(name, "country") in BY_ID


def is_computed(pledge: Pledge) -> bool:
    """Whether at least one indicator of a pledge is a count of what is in the library."""
    return any(can_be_counted(use.name) for use in pledge.indicator)


def _practices(library: Library) -> Iterator[tuple[Entry, Practice]]:
    for entry in library.all("practice"):
        yield entry, cast(Practice, entry.record)


def practices_that(keep: Callable[[Practice], bool]) -> Callable[[Library], Counted]:
    """The practices that meet a condition, among all."""

    def count(library: Library) -> Counted:
        all_ = list(_practices(library))
        return _among([entry for entry, practice in all_ if keep(practice)], len(all_))

    return count


def countries_that(keep: Callable[[Country], bool]) -> Callable[[Library], Counted]:
    """The countries and territories whose record meets a condition, among all."""

    def count(library: Library) -> Counted:
        all_ = [
            e for e in library.all("country") if cast(Country, e.record).jurisdiction != "union"
        ]
        return _among([entry for entry in all_ if keep(cast(Country, entry.record))], len(all_))

    return count


def _among(found: list[Entry], of: int) -> Counted:
    return Counted(len(found), of, tuple(found))


def _claims_of_law(country: Country) -> Iterable[Claim[object]]:
    for topic in type(country.law).model_fields:
        yield from getattr(country.law, topic)


def records_of(kind: str) -> Callable[[Library], Counted]:
    """Every record of a kind."""

    def count(library: Library) -> Counted:
        records = tuple(library.all(kind))
        return Counted(len(records), None, records, f"{BY_ID[kind].folder}/")

    return count


def every_record(library: Library) -> Counted:
    """Every record of every kind."""
    return Counted(sum(1 for _ in library.everything()), listed_at="a-to-z/")


def levels(library: Library) -> Counted:
    """The levels that practices name, among all levels."""
    terms = library.terms.get("levels", {})
    used = {level for _, practice in _practices(library) for level in practice.level}
    return Counted(len(used & set(terms)), len(terms), listed_at="terms/levels/")


def results_by_sex(library: Library) -> Counted:
    """The results given by sex, among all results; the practices that have one."""
    split, of, holders = 0, 0, []
    for entry, practice in _practices(library):
        apart = [result for result in practice.results if result.by_sex is not None]
        split, of = split + len(apart), of + len(practice.results)
        holders += [entry] if apart else []
    return Counted(split, of, tuple(holders))


def _initiatives(library: Library) -> Iterator[tuple[Entry, Initiative]]:
    for entry in library.all("initiative"):
        yield entry, cast(Initiative, entry.record)


def _takes_part(initiative: Initiative, constituency: str) -> bool:
    claim = initiative.members.get(constituency)
    return claim is not None and claim.value is True and claim.state != "to-verify"


def with_un_bodies(library: Library) -> Counted:
    """The initiatives in which United Nations bodies take part, among all."""
    all_ = list(_initiatives(library))
    found = [entry for entry, initiative in all_ if _takes_part(initiative, "un-bodies")]
    return _among(found, len(all_))


def constituencies(library: Library) -> Counted:
    """The constituencies that take part in some initiative, among all."""
    terms = library.terms.get("constituencies", {})
    found = [
        term for term in terms if any(_takes_part(one, term) for _, one in _initiatives(library))
    ]
    return Counted(len(found), len(terms), listed_at="terms/constituencies/")


def membership_questions(library: Library) -> Counted:
    """The questions who takes part that have an answer, among all."""
    asked = len(library.terms.get("constituencies", {})) * len(library.all("initiative"))
    answered, holders = 0, []
    for entry, initiative in _initiatives(library):
        told = sum(claim.value is not None for claim in initiative.members.values())
        answered += told
        holders += [entry] if told else []
    return Counted(answered, asked, tuple(holders))


def on_rural_economies(library: Library) -> Counted:
    """The records that name the topic of rural economies."""
    uses = uses_of_term(library, "topics", "rural-economies")
    records = {entry.address: entry for use in uses for entry in use.entries}
    return Counted(len(records), None, tuple(records.values()))


def research_sources(library: Library) -> Counted:
    """The sources of data and research, among all sources."""
    sources = library.once(distinct_sources)
    found = sum(source.source.kind in RESEARCH for source in sources)
    return Counted(found, len(sources), listed_at="terms/source-kinds/")


def toolkits(library: Library) -> Counted:
    """The toolkits."""
    return Counted(len(library.toolkits), listed_at="toolkits/")


def _plan(library: Library) -> WorkPlan | None:
    return library.work_plan.plan if library.work_plan else None


def computed_pledges(library: Library) -> Counted:
    """The pledges with an indicator that is counted, among all."""
    plan = _plan(library)
    pledges = plan.pledges if plan else []
    found = sum(is_computed(pledge) for pledge in pledges)
    return Counted(found, len(pledges), listed_at="work-plan/#overview")


def contributions(library: Library) -> Counted:
    """The contributions to pledges and next steps."""
    plan = _plan(library)
    found = sum(len(one.contributions) for one in plan.undertakings) if plan else 0
    return Counted(found, listed_at="work-plan/#overview")


def has_summary(country: Country) -> bool:
    """Whether there is a claim on the law of a country."""
    return any(True for _ in _claims_of_law(country))


def has_basis(country: Country) -> bool:
    """Whether a claim on the law of a country names a statute."""
    return any(claim.basis for claim in _claims_of_law(country))


def is_verified(country: Country) -> bool:
    """Whether a claim on the law of a country was checked in the primary text."""
    return any(claim.state == "verified" for claim in _claims_of_law(country))

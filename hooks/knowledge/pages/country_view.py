"""What the page of a country tells its template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from knowledge.pages.chain_links import ChainLinks
from knowledge.pages.citing import SourceMark
from knowledge.pages.country_beyond import Market, Presence
from knowledge.pages.country_law import Assessed, ConventionLine
from knowledge.pages.country_links import Duty, Goods, Here, Labelled, StatuteLine, UnionDuties
from knowledge.pages.figures import DrawnFigure
from knowledge.pages.parts import (
    ClaimGroup,
    Crumb,
    Head,
    Heading,
    RelatedLine,
    StateCount,
    StateMark,
    Written,
)
from knowledge.pages.record_parts import Ending


@dataclass(frozen=True, slots=True)
class GapLine:
    """A derived gap: the standard and the rule that found it, and the lines it rests on."""

    standard: str
    sentence: str
    explanation: str
    is_weak: bool
    compares: str
    rests_on: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class ContactLine:
    """An official contact."""

    name: str
    what: str
    phone: str
    url: str
    sources: tuple[SourceMark, ...]


@dataclass(frozen=True, slots=True)
class NotKnown:
    """A sort of not knowing, with what it holds for; each leads to its line where it has one."""

    state: StateMark
    sentence: str
    topics: tuple[Heading, ...]


@dataclass(frozen=True, slots=True)
class CountryView:
    """What the template `records/country.html` shows. An empty part is an empty value.

    `figures` holds every figure that a country may have, by id, or None.
    `law`, `conventions`, `enforcement` and `engagement` hold every topic, or are empty where
    nobody has researched any. `compare` and `source_from` lead to the comparison and, but for a
    union, to the check before sourcing. Where `duties_first`, the due-diligence laws stand before
    the law on ages and prohibitions, of which nothing is recorded.
    """

    name: str
    is_union: bool
    compare: str
    source_from: str
    head: Head
    contents: tuple[Heading, ...]
    gaps: tuple[GapLine, ...]
    law_tally: tuple[StateCount, ...]
    law: tuple[ClaimGroup, ...]
    statutes: tuple[StatuteLine, ...]
    assessed: Assessed | None
    conventions: tuple[ConventionLine, ...]
    enforcement: tuple[ClaimGroup, ...]
    duties_first: bool
    duties: tuple[Duty, ...]
    duties_heading: str
    union_duties: tuple[UnionDuties, ...]
    markets: tuple[Market, ...]
    statistics: tuple[ClaimGroup, ...]
    figures: Mapping[str, DrawnFigure | None]
    goods: Goods | None
    chains: ChainLinks
    here: Here
    presence: Presence | None
    elsewhere: tuple[RelatedLine, ...]
    engagement: tuple[ClaimGroup, ...]
    contacts: tuple[ContactLine, ...]
    members: tuple[Crumb, ...]
    names: tuple[Labelled, ...]
    points: Written | None
    written: tuple[Written, ...]
    feed: str
    not_known: tuple[NotKnown, ...]
    ending: Ending

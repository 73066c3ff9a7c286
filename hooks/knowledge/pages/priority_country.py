"""The pairs of one country: each score with the records it rests on, and what is beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.analysis.comparative_advantages import functions
from knowledge.analysis.priorities import Pair, Ranked, by_country, priorities
from knowledge.analysis.priority_beside import beside_country, beside_pair
from knowledge.analysis.priority_criteria import CRITERIA, FULL, SHORTLIST, Criterion
from knowledge.analysis.priority_scores import Score
from knowledge.analysis.supply_chains import GOODS, Chain
from knowledge.kinds.entries import Entry
from knowledge.library import Library
from knowledge.pages.compared_addresses import line_address
from knowledge.pages.page import Page
from knowledge.pages.parts import Crumb, Heading
from knowledge.pages.priority_addresses import ADDRESS, TITLE, country_address, pair_anchor
from knowledge.pages.priority_evidence import EvidenceLine, evidence_lines, percent
from knowledge.pages.term_links import term_address
from knowledge.pages.wording import counted, listed

IDS = tuple(criterion.id for criterion in CRITERIA)
#: How many sources of research a pair names before it says how many more there are.
NAMED = 6


class ScoreLine(NamedTuple):
    """A criterion, its score in words, what earned it, and the first records it rests on."""

    criterion: str
    score: str
    earned: str
    evidence: tuple[EvidenceLine, ...]
    more: str


@dataclass(frozen=True, slots=True)
class PairPart:
    """A pair on the page of its country. `place` and `why` are sentences.

    `is_ranked` is false for a pair that is only listed.
    """

    anchor: str
    title: str
    address: str | None
    place: str
    why: str
    is_ranked: bool
    listing: str
    is_listed: bool
    scores: tuple[ScoreLine, ...]
    root_causes: tuple[str, ...]
    levers: tuple[Crumb, ...]
    research: tuple[Crumb, ...]
    more_research: str


@dataclass(frozen=True, slots=True)
class PriorityCountryView:
    """What the template `records/priority-country.html` shows."""

    crumbs: tuple[Crumb, ...]
    title: str
    country: Crumb
    counted: str
    contents: tuple[Heading, ...]
    enforcement: tuple[EvidenceLine, ...]
    procurement: tuple[EvidenceLine, ...]
    shared: tuple[ScoreLine, ...]
    pairs: tuple[PairPart, ...]


def priority_country_page(library: Library, entry: Entry) -> Page:
    """The page of the pairs of a country."""
    ones = library.once(by_country)[entry.id]
    pairs = [one.pair if isinstance(one, Ranked) else one for one in ones]
    shared = _shared(pairs)
    parts = tuple(_part(library, one, shared) for one in ones)
    beside = beside_country(entry)
    title = f"{entry.record.title}: fit with the criteria"
    contents = (
        Heading("beside", "Beside the scores"),
        *([Heading("shared", "The same for every chain")] if shared else []),
        *(Heading(part.anchor, part.title) for part in parts),
    )
    return Page(
        address=country_address(entry.id),
        title=title,
        description=f"How well the supply chains of {entry.record.title} fit the eight criteria "
        "for priority countries and supply chains, with the records that say so.",
        section=ADDRESS,
        template="records/priority-country.html",
        view=PriorityCountryView(
            crumbs=(Crumb(TITLE, ADDRESS),),
            title=title,
            country=Crumb(entry.record.title, entry.address),
            counted=counted(len(parts), "supply chain"),
            contents=contents,
            enforcement=evidence_lines(library, beside.enforcement),
            procurement=evidence_lines(library, beside.procurement),
            shared=tuple(_score_lines(library, _scores(pairs[0], shared))),
            pairs=parts,
        ),
        made_from=entry.path,
    )


def _part(library: Library, one: Ranked | Pair, shared: frozenset[str]) -> PairPart:
    pair = one.pair if isinstance(one, Ranked) else one
    ranked = one if isinstance(one, Ranked) else None
    beside = beside_pair(library, pair.country.id, pair.chain)
    labels = functions(library)
    return PairPart(
        anchor=pair_anchor(pair.chain.id),
        title=pair.chain.title,
        address=chain_address(library, pair.chain),
        place=_place(library, pair, ranked),
        why=_why(pair, ranked),
        is_ranked=ranked is not None,
        listing=_listing(library, pair),
        is_listed=bool(pair.listed),
        scores=tuple(_score_lines(library, _scores(pair, frozenset(IDS) - shared))),
        root_causes=tuple(_cause(cause) for cause in beside.root_causes),
        levers=tuple(
            Crumb(
                f"{labels.get(name, name)}: {counted(number, 'initiative')}",
                line_address("chains", pair.chain.id, name),
            )
            for name, number in beside.levers
        ),
        research=tuple(
            Crumb(source.source.title, source.address) for source in beside.research[:NAMED]
        ),
        more_research=_more(len(beside.research) - NAMED),
    )


def _scores(pair: Pair, criteria: frozenset[str]) -> Iterator[tuple[Criterion, Score]]:
    """The scores of a pair on some criteria, in the order of the criteria."""
    for criterion, score in zip(CRITERIA, pair.scores, strict=True):
        if criterion.id in criteria:
            yield criterion, score


def _more(number: int) -> str:
    return f"and {number:,} more" if number > 0 else ""


def chain_address(library: Library, chain: Chain) -> str | None:
    """The page of a chain: that of its record, or of its only good."""
    if chain.entry is not None:
        return chain.entry.address
    return term_address(library, GOODS, chain.goods[0])


def _cause(cause: object) -> str:
    return str(getattr(cause, "text", None) or getattr(cause, "value", None) or cause)


def _place(library: Library, pair: Pair, ranked: Ranked | None) -> str:
    known = f"{len(CRITERIA) - pair.unknown} of {len(CRITERIA)} criteria known"
    if ranked is None:
        return f"Listed, not ranked; {known}."
    total = len(library.once(priorities).ranked)
    stable = "the same"
    if ranked.best != ranked.worst:
        stable = f"between {ranked.best:,} and {ranked.worst:,}"
    return (
        f"Rank {ranked.rank:,} of {total:,}, {stable} as each criterion in turn is left out or "
        f"doubled; fit {percent(ranked.fit)}, {known}."
    )


def _why(pair: Pair, ranked: Ranked | None) -> str:
    """Why a pair is not ranked, or what keeps it from the first ranks."""
    unknown = _named(pair, None)
    if ranked is None and not pair.is_producing:
        return (
            "Not ranked: no good of the chain is listed for the country and no practice is "
            "recorded on it, so that the country may be that of the buyer."
        )
    if ranked is None:
        return f"Not ranked: nothing is recorded on more than half of the criteria ({unknown})."
    if ranked.rank <= SHORTLIST:
        return ""
    told = [f"{_named(pair, value)} ({value} of {FULL})" for value in range(FULL) if
            _named(pair, value)]  # fmt: skip
    told += [f"nothing recorded on {unknown}"] if unknown else []
    return f"Not among the first {SHORTLIST}: {'; '.join(told)}."


def _named(pair: Pair, value: int | None) -> str:
    return listed(
        [
            criterion.short.lower().replace("ilo", "ILO")
            for criterion, score in zip(CRITERIA, pair.scores, strict=True)
            if score.value == value
        ]
    )


def _listing(library: Library, pair: Pair) -> str:
    """What the list of goods says of the pair."""
    if not pair.listed:
        return "No good of the chain is listed for this country, which is not the same as no risk."
    told = []
    for row in pair.listed:
        forms = {"child labour": row.child_labour, "forced labour": row.forced_labour}
        forms["forced child labour"] = row.forced_child_labour
        named = listed([form for form, is_so in forms.items() if is_so])
        label = library.term(GOODS, row.good).label
        told.append(f"{label} ({named}; edition {row.edition})")
    return f"Listed: {listed(told)}."


def _score_lines(
    library: Library, scores: Iterable[tuple[Criterion, Score]]
) -> Iterator[ScoreLine]:
    for criterion, score in scores:
        yield ScoreLine(
            criterion.title,
            "" if score.value is None else f"{score.value} of {FULL}",
            _earned(criterion, score),
            evidence_lines(library, score.evidence),
            _more(score.more),
        )


def _shared(pairs: list[Pair]) -> frozenset[str]:
    """The criteria with one score, for one reason, in every pair of a country."""
    if len(pairs) == 1:
        return frozenset()
    first, *others = (pair.scores for pair in pairs)
    return frozenset(
        criterion.id
        for place, criterion in enumerate(CRITERIA)
        if all(scores[place] == first[place] for scores in others)
    )


def _earned(criterion: Criterion, score: Score) -> str:
    words = {2: criterion.two, 1: criterion.one, 0: criterion.zero}
    told = "nothing is recorded" if score.value is None else words[score.value]
    return told[:1].upper() + told[1:] + "."

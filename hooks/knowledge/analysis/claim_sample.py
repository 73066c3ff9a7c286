"""A random sample of all claims, to be read by people against the sources.

The sample is drawn in shares, because a plain draw would hold little but imported facts: every
second claim is a convention, a judgement or a number that a program copied out of a few tables.
Within a share each claim is as likely as every other.

The draw is by lot (`lots`): anybody can repeat it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from knowledge.analysis.claims import TEXT, SourcedClaim, sourced_claims
from knowledge.analysis.lots import lot, lowest, shared_out
from knowledge.library import Library


@dataclass(frozen=True, slots=True)
class Share:
    """A part of all claims and how many of every 60 that are drawn come from it.

    `fields` are the first steps of the fields meant; none means all that no share before it has.
    """

    name: str
    kind: str
    number: int
    fields: tuple[str, ...] = ()


#: How a sample is shared out. Our own choice: most to what people look up first (the law) and to
#: what people wrote; less to what a program copied, where a mistake would be one for all records.
SHARES: Final = (
    Share("Countries: law, due diligence, engagement, contacts", "country", 10,
          ("law", "statutes", "due_diligence", "engagement", "contacts")),
    Share("Countries: written text", "country", 4, (TEXT,)),
    Share("Countries: conventions, assessments, enforcement", "country", 6),
    Share("Practices", "practice", 15),
    Share("Initiatives", "initiative", 10),
    Share("Supply chains", "supply-chain", 8),
    Share("Events", "event", 7),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DrawnShare:
    """A share, how many claims there are in it, and those that were drawn, by record and field."""

    share: Share
    claims: int
    drawn: tuple[SourcedClaim, ...]


@dataclass(frozen=True, slots=True)
class ClaimSample:
    """A sample: the number that fixes it, and what was drawn from each share."""

    seed: int
    shares: tuple[DrawnShare, ...]

    @property
    def claims(self) -> int:
        """How many claims it was drawn from."""
        return sum(one.claims for one in self.shares)

    @property
    def drawn(self) -> int:
        """How many claims were drawn."""
        return sum(len(one.drawn) for one in self.shares)


def claim_sample(library: Library, size: int, seed: int) -> ClaimSample:
    """A sample of so many claims. A share with too few claims is drawn whole, and not made up for
    by the others."""
    parts: dict[Share, list[SourcedClaim]] = defaultdict(list)
    for claim in library.once(sourced_claims):
        parts[share_of(claim)].append(claim)
    numbers = shared_out(size, [share.number for share in SHARES])
    return ClaimSample(
        seed,
        tuple(
            DrawnShare(share, len(parts[share]), _drawn(parts[share], number, seed))
            for share, number in zip(SHARES, numbers, strict=True)
        ),
    )


def share_of(claim: SourcedClaim) -> Share:
    """The first share that a claim belongs to."""
    for share in SHARES:
        if share.kind == claim.entry.kind.id and (
            not share.fields or claim.path[0] in share.fields
        ):
            return share
    raise LookupError(f"no share of the sample holds the claims of {claim.entry.kind.plural}")


def _drawn(claims: list[SourcedClaim], number: int, seed: int) -> tuple[SourcedClaim, ...]:
    drawn = lowest(number, claims, lambda claim: lot(seed, claim.entry.path, claim.name))
    return tuple(sorted(drawn, key=lambda claim: (claim.entry.path, _order(claim))))


def _order(claim: SourcedClaim) -> tuple[tuple[bool, str, int], ...]:
    """Sorts the second result before the tenth."""
    return tuple(
        (True, "", step) if isinstance(step, int) else (False, step, 0) for step in claim.trail
    )

"""A sample of claims is shared out by kind, and the same on every computer."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pages.small_library import small_library, with_record

from knowledge.analysis import claim_sample as module
from knowledge.analysis.claim_sample import SHARES, claim_sample, share_of
from knowledge.analysis.claims import sourced_claims
from knowledge.kinds import KINDS
from knowledge.library import Library


def drawn(library: Library, size: int = 12, seed: int = 7) -> list[tuple[str, str]]:
    sample = claim_sample(library, size, seed)
    return [(one.entry.path, one.name) for share in sample.shares for one in share.drawn]


def test_every_claim_belongs_to_one_share_and_every_kind_has_one() -> None:
    assert {share.kind for share in SHARES} == {kind.id for kind in KINDS}
    claims = sourced_claims(small_library())
    assert sum(one.claims for one in claim_sample(small_library(), 1, 1).shares) == len(claims)
    assert {share_of(claim).kind for claim in claims} == {kind.id for kind in KINDS}


def test_what_a_person_wrote_on_a_country_is_drawn_apart_from_what_was_imported() -> None:
    shares = {one.name: share_of(one).name for one in sourced_claims(small_library())}
    assert shares["law.minimum_age_work[1]"] != shares["conventions.C138"]
    assert shares["enforcement.labour_inspectors"] == shares["conventions.C138"]


def test_a_sample_of_60_has_the_numbers_of_the_shares() -> None:
    assert sum(share.number for share in SHARES) == 60


def test_a_seed_gives_the_same_sample_whatever_the_order_of_the_records() -> None:
    library = small_library()
    turned = {kind: dict(reversed(held.items())) for kind, held in library.entries.items()}
    assert drawn(library) == drawn(replace(library, entries=turned))
    assert drawn(library) != drawn(library, seed=8)


def test_a_share_with_too_few_claims_is_drawn_whole() -> None:
    sample = claim_sample(small_library(), 10_000, 1)
    assert sample.drawn == sample.claims == len(sourced_claims(small_library()))


def test_a_claim_that_is_added_takes_the_place_of_one_at_most() -> None:
    before = set(drawn(small_library()))
    added = with_record(small_library(), "event", "carpet-workshop", id="another-workshop")
    assert len(before - set(drawn(added))) <= 1


def test_within_a_share_every_claim_is_drawn_by_some_seed() -> None:
    found = {one for seed in range(200) for one in drawn(small_library(), seed=seed)}
    assert len(found) == len(sourced_claims(small_library()))


def test_a_kind_without_a_share_is_no_silent_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SHARES", SHARES[:-1])
    with pytest.raises(LookupError, match="Events"):
        claim_sample(small_library(), 5, 1)

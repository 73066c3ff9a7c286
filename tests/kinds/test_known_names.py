"""What people call a country or a term leads to its id, and never to two."""

from __future__ import annotations

import pytest
from built_site import ROOT

from knowledge.kinds.days_in_words import day_in
from knowledge.kinds.references import Ref, Term
from knowledge.library import Library, load


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Ivory Coast", "cote-d-ivoire"),
        ("Burma", "myanmar"),
        ("CIV", "cote-d-ivoire"),
        ("gahna", "ghana"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_a_country_is_known_by_what_people_call_it(
    library: Library, name: str, id_: str | None
) -> None:
    assert library.names.near(Ref("country"), name) == id_


@pytest.mark.parametrize(
    ("vocabulary", "name", "id_"),
    [
        ("targets", "Child Labor", "child-labour"),
        ("goods", "cocoa beans", "cocoa"),
        ("goods", "thatch", "palm-thatch"),
        ("goods", "palm oil", None),
        ("goods", "moonstone dust of the moon", None),
    ],
)
def test_a_term_is_known_by_its_other_spellings_and_by_more_or_fewer_words(
    library: Library, vocabulary: str, name: str, id_: str | None
) -> None:
    assert library.names.near(Term(vocabulary), name) == id_


def test_of_two_that_a_name_could_mean_none_is_named(library: Library) -> None:
    assert library.names.id_of(Ref("country"), "Korea") is None


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Nov. 3, 2025", "2025-11-03"),
        ("3 Sept 2025", "2025-09-03"),
        ("1st March 2024", "2024-03-01"),
        ("May 2013", "2013-05"),
        ("2025.11.03", "2025-11-03"),
        ("3/4/2024", None),
        ("31 February 2024", None),
    ],
)
def test_a_day_in_words_is_read_where_it_has_one_reading(told: str, day: str | None) -> None:
    assert day_in(told) == day

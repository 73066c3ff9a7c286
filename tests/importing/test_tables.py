"""Goods, places, names, and the table of precedence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.importing import goods
from knowledge.importing.country_names import ILAB_NAMES, codes_by_name, countries, slug
from knowledge.importing.inputs import Inputs
from knowledge.importing.run import Outcome
from knowledge.kinds.precedence import PRECEDENCE
from knowledge.kinds.tables import LISTED_GOODS, PLACES, ListedGood, Place
from knowledge.kinds.vocabularies import Vocabulary
from knowledge.reading.documents import read_data
from knowledge.reading.tables import read_table

Again = Callable[[], Outcome]


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Côte d'Ivoire", "cote-d-ivoire"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("Lao People's Democratic Republic", "lao-peoples-democratic-republic"),
        ("Bolivia (Plurinational State of)", "bolivia"),
        ("Viet Nam", "viet-nam"),
        ("Türkiye", "turkiye"),
        ("Guinea-Bissau", "guinea-bissau"),
    ],
)
def test_the_id_of_a_country_is_its_un_short_name(name: str, id_: str) -> None:
    assert slug(name) == id_


def test_contested_names_follow_un_usage(inputs: Inputs) -> None:
    known = countries(inputs.rows("country-codes.csv"))
    assert known["TWN"].place.name == "Taiwan, Province of China"
    assert known["PSE"].place.name == "State of Palestine"
    assert known["FLK"].place.name == "Falkland Islands (Malvinas)"
    assert (known["XKX"].place.m49, known["XKX"].jurisdiction) == ("412", "territory")
    assert known["NIU"].jurisdiction == "state"
    assert known["AIA"].jurisdiction == "territory"


def test_short_forms_that_readers_type_are_other_names(inputs: Inputs) -> None:
    known = countries(inputs.rows("country-codes.csv"))
    assert "Vietnam" in known["VNM"].also_called
    assert "Turkey" in known["TUR"].also_called
    assert "Bolivia" in known["BOL"].also_called


def test_every_name_mapped_by_hand_leads_to_a_known_place(inputs: Inputs) -> None:
    known = countries(inputs.rows("country-codes.csv"))
    assert {code for code in ILAB_NAMES.values() if code not in known} == set()


def test_every_row_of_the_list_of_goods_is_kept(import_again: Again, root: Path) -> None:
    import_again()
    rows, problems = read_table(root, LISTED_GOODS, tuple(ListedGood.model_fields))
    assert problems == []
    values = {(row["iso3"], row["good"]): ListedGood.model_validate(row) for _, row in rows}
    assert values["GHA", "tilapia-fish"].child_labour
    solar = values["CHN", "lithium-ion-batteries"]
    assert (solar.child_labour, solar.forced_labour) == (False, False)
    assert solar.edition == "2022, for listed inputs from the Democratic Republic of the Congo"


def test_places_read_back_with_three_digits_of_their_m49_code(
    import_again: Again, root: Path
) -> None:
    import_again()
    rows, _ = read_table(root, PLACES, tuple(Place.model_fields))
    places = {row["iso3"]: Place.model_validate(row) for _, row in rows}
    assert places["AFG"].m49 == "004"
    assert places["XKX"].region == "Europe"


def test_each_good_stands_under_its_sector(import_again: Again, root: Path) -> None:
    import_again()
    value, _, _ = read_data(root, "content/vocabularies/goods.yml")
    terms = {term.id: term for term in Vocabulary.model_validate(value).terms}
    assert terms["cocoa"].broader == "agriculture"
    assert terms["agriculture"].broader is None


def test_terms_that_people_wrote_are_kept_and_new_goods_come_behind(inputs: Inputs) -> None:
    own = Vocabulary.model_validate(
        {"title": "T", "description": "D", "terms": [
            {"id": "cocoa", "label": "Cocoa beans", "definition": "Ours."}]}
    )  # fmt: skip
    terms = goods.vocabulary(inputs.rows("goods_RY2022.csv"), own).terms
    assert terms[0] == own.terms[0]
    assert len({term.id for term in terms}) == len(terms) > 4


def test_shared_sources_of_people_are_kept(import_again: Again, root: Path) -> None:
    path = root / "content" / "sources.yml"
    path.parent.mkdir(parents=True)
    path.write_text("sources:\n  ours:\n    title: T\n    publisher: P\n    kind: press\n")
    import_again()
    value, _, problems = read_data(root, "content/sources.yml")
    assert problems == []
    assert value is not None
    assert next(iter(value["sources"])) == "ours"
    assert "ilab-sweat-and-toil-2022" in value["sources"]


def test_all_names_of_the_tables_are_known(inputs: Inputs) -> None:
    codes = codes_by_name(inputs.rows("country-codes.csv"))
    names = {row["country"] for row in inputs.rows("legal_ages_2016_2022.csv")}
    assert names <= set(codes)


def test_the_table_of_precedence_can_be_printed() -> None:
    assert len({rule.part for rule in PRECEDENCE}) == len(PRECEDENCE)
    assert all(rule.first and rule.then and rule.otherwise for rule in PRECEDENCE)

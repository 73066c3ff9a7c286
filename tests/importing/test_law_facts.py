from __future__ import annotations

import pytest

from knowledge.importing import law_facts
from knowledge.importing.agreement import meet_ilab
from knowledge.importing.inputs import Inputs, Row
from knowledge.importing.law_readings import READINGS, SUPERSEDED, TOPICS
from knowledge.importing.sources import ILAB, Data, Shelf, id_for, kind_of
from knowledge.kinds.country import Enforcement, Law

ROW: Row = {
    "iso3": "GHA", "topic": "minimum_age_work", "value": "15", "legal_basis": "Act 560 s. 89",
    "as_of": "1998", "source_title": "Children's Act", "publisher": "Republic of Ghana",
    "source_url": "https://example.org/act", "confidence": "high", "note": "",
}  # fmt: skip
ILAB_AGE = {"value": 16.0, "state": "stated", "as_of": "2022", "source": [ILAB]}


def _claims(*rows: Row) -> Data:
    return law_facts.claims(list(rows), law_facts.copies(list(rows)), Shelf().add)[0]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("15", (15.0, "")),
        ("16 (apprentices 14)", (16.0, "apprentices 14")),
        ("16; 15 with consent", (16.0, "15 with consent")),
        ("15, or the end of school", (15.0, "or the end of school")),
        ("9 years of schooling", None),
        ("14/16", None),
        ("none in law", None),
        ("13 to 15 in light work", None),
    ],
)
def test_an_age_is_read_only_where_the_value_begins_with_one(
    value: str, read: tuple[float, str] | None
) -> None:
    assert law_facts.read_age(value) == read


def test_a_statute_that_ilab_confirms_has_both_sources_and_the_newer_year() -> None:
    law = meet_ilab(_claims(ROW), {"minimum_age_work": [ILAB_AGE | {"value": 15.0}]})
    [claim] = law["minimum_age_work"]
    assert (claim["state"], claim["as_of"], claim["basis"]) == ("stated", "2022", "Act 560 s. 89")
    assert claim["source"] == ["childrens-act", ILAB]


def test_a_statute_that_ilab_contradicts_is_to_verify_with_ilabs_age_beside_it() -> None:
    law = meet_ilab(_claims(ROW), {"minimum_age_work": [ILAB_AGE]})
    [claim] = law["minimum_age_work"]
    assert (claim["value"], claim["state"]) == (15.0, "to-verify")
    assert claim["also"] == [{"value": 16.0, "as_of": "2022", "source": [ILAB]}]


def test_rows_that_disagree_are_to_verify_with_both_values() -> None:
    [claim] = _claims(ROW, ROW | {"value": "14", "source_title": "Other"})["minimum_age_work"]
    assert (claim["value"], claim["state"]) == (15.0, "to-verify")
    assert [reading["value"] for reading in claim["also"]] == [14.0]


@pytest.mark.parametrize("confidence", ["medium", "low"])
def test_a_row_of_less_than_high_confidence_is_left_out(confidence: str) -> None:
    assert _claims(ROW | {"confidence": confidence}) == {}


def test_an_address_that_one_row_calls_a_copy_is_a_copy_in_every_row() -> None:
    other = ROW | {"topic": "light_work_age", "value": "13", "note": "Mirror of the statute text"}
    assert _claims(ROW, other) == {}


def test_a_penalty_that_was_not_seen_is_not_a_penalty() -> None:
    row = ROW | {"topic": "trafficking", "value": "(penalty not seen) includes servitude"}
    [claim] = _claims(row)["trafficking_in_persons"]
    assert claim["conditions"] == "includes servitude"
    assert claim["note"] == "The penalty was not seen."
    assert "penalty" not in claim


def test_remarks_of_the_people_who_gathered_the_facts_are_not_printed() -> None:
    [claim] = _claims(ROW | {"note": "Official; agrees with RY2022; section not seen"})[
        "minimum_age_work"
    ]
    assert claim["note"] == "Section not seen."


def test_every_topic_is_a_field_and_every_reading_fits_a_topic(inputs: Inputs) -> None:
    fields = {*Law.model_fields, *Enforcement.model_fields}
    assert {topic.field for topic in TOPICS.values()} <= fields
    assert {topic for _, topic, _ in READINGS} <= set(TOPICS)
    here = {row["iso3"] for row in inputs.rows("country-law")}
    rows = [(r["iso3"], r["topic"], r["value"]) for r in inputs.rows("country-law")]
    for iso3, topic, start in READINGS:
        if iso3 in here:
            assert any(r[:2] == (iso3, topic) and r[2].startswith(start) for r in rows), start


def test_superseded_rows_say_what_replaced_them() -> None:
    assert all(reason for reason in SUPERSEDED.values())


@pytest.mark.parametrize(
    ("title", "publisher", "id_"),
    [
        ("2023 Findings on the Worst Forms of Child Labor: Mali", "ILAB", "ilab-findings-2023"),
        ("Direct Request C138 Egypt, adopted 2021", "ILO", "ilo-experts-c138-2021"),
        ("Solicitud directa C138 Guatemala", "ILO", "ilo-experts-c138"),
        ("बालश्रम ऐन, परिच्छेद २", "Nepal Law Commission", "nepal-law-commission"),
    ],
)
def test_a_source_is_named_after_its_series_or_its_title(
    title: str, publisher: str, id_: str
) -> None:
    assert id_for(title, publisher) == id_


def test_two_pages_with_one_title_get_two_ids_and_one_page_one() -> None:
    shelf = Shelf(taken=frozenset({"act"}))
    page = {"title": "Act", "url": "https://example.org/1"}
    assert shelf.add("act", page) == "act-2"
    assert shelf.add("act", dict(page)) == "act-2"
    assert shelf.add("act", page | {"url": "https://example.org/2"}) == "act-3"


def _findings(year: str, **more: str) -> Data:
    title = f"{year} Findings on the Worst Forms of Child Labor: Ghana"
    url = "https://www.dol.gov/agencies/ilab/resources/reports/child-labor/ghana"
    return {"title": title, "publisher": "ILAB", "kind": "government", "url": url} | more


def test_an_older_edition_says_that_its_address_shows_the_newest_one() -> None:
    shelf = Shelf()
    notes = {
        year: shelf.sources[shelf.add(f"ilab-findings-{year}", _findings(year))].get("note")
        for year in ("2015", "2024")
    }
    told = "The address shows ILAB's newest edition, which may be later than this one."
    assert notes == {"2015": told, "2024": None}


def test_a_note_that_is_there_and_a_copy_elsewhere_stay_as_they_are() -> None:
    shelf = Shelf()
    noted = _findings("2015", note="Read in a copy.")
    elsewhere = _findings("2016", url="https://www.ecoi.net/de/dokument/1")
    for source in (noted, elsewhere):
        assert shelf.sources[shelf.add("ilab-findings", source)] == source


@pytest.mark.parametrize(
    ("publisher", "kind"),
    [
        ("US Department of State", "government"),
        ("ILO NORMLEX (CEACR)", "united-nations"),
        ("legislation.gov.uk", "law-text"),
        ("WageIndicator (mywage.org)", "guidance"),
        ("SunStar", "press"),
        ("Antislavery in Domestic Legislation database", "research"),
    ],
)
def test_the_kind_of_a_source_follows_from_its_publisher(publisher: str, kind: str) -> None:
    assert kind_of(publisher) == kind

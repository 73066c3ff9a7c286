"""What an import makes of the tables, country by country."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.importing.ages import contradicted
from knowledge.importing.ratifications import with_ilab
from knowledge.importing.run import Outcome
from knowledge.kinds.country import Country
from knowledge.reading.documents import read_document
from knowledge.writing.canonical import record_text

Read = Callable[[str], Country]
ILAB = "ilab-sweat-and-toil-2022"
EARLIER = "ilab-sweat-and-toil-2016-2021"


def test_a_statute_outranks_an_age_that_contradicts_earlier_editions(country: Read) -> None:
    [age] = country("bangladesh").law.minimum_age_work
    assert (age.value, age.state) == (14, "stated")
    assert age.basis is not None
    assert "Labour Act 2006 s. 34" in age.basis
    assert [(other.value, other.as_of, other.source) for other in age.also] == [
        (19, "2022", [ILAB])
    ]


def test_an_age_that_jumped_without_a_reform_is_to_verify_with_both_values(country: Read) -> None:
    [age] = country("afghanistan").law.minimum_age_work
    assert (age.value, age.state, age.as_of) == (18, "to-verify", "2022")
    assert [(o.value, o.as_of, o.source) for o in age.also] == [(15, "2021", [EARLIER])]
    assert age.note is not None
    assert "15 in 2021" in age.note


def test_an_age_that_four_editions_give_alike_is_stated(country: Read) -> None:
    [age] = country("ghana").law.minimum_age_work
    assert (age.value, age.state, age.basis) == (15, "stated", None)


def test_an_age_without_an_earlier_edition_is_to_verify(country: Read) -> None:
    [age] = country("bosnia-and-herzegovina").law.minimum_age_hazardous_work
    assert (age.value, age.state, age.also) == (18, "to-verify", [])


def test_an_age_that_the_newest_edition_lost_keeps_its_last_year(country: Read) -> None:
    [age] = country("bangladesh").law.compulsory_education_to
    assert (age.value, age.state, age.as_of) == (10, "to-verify", "2021")


def test_an_age_that_another_text_contradicts_is_to_verify_though_four_editions_agree() -> None:
    said = {"compulsory_education_to": [{"value": 15.0, "state": "stated", "source": [ILAB]}]}
    [age] = contradicted("MAR", said)["compulsory_education_to"]
    assert (age["value"], age["state"]) == (15, "to-verify")
    assert "No. 51.17" in age["note"]
    assert contradicted("GHA", said) == said


def test_two_ages_in_one_cell_are_both_kept_and_neither_is_chosen(country: Read) -> None:
    [age] = country("eswatini").law.compulsory_education_to
    assert (age.value, age.state, [other.value for other in age.also]) == (12, "to-verify", [13])


def test_a_country_given_by_territory_names_the_area(country: Read) -> None:
    somalia = country("somalia")
    [age] = somalia.law.minimum_age_work
    assert (age.value, age.state, age.area) == (15, "to-verify", "All territories")
    assert somalia.assessments.standards["hazardous_work_list"].area == "All territories"
    assert somalia.enforcement.labour_inspectors is not None
    assert somalia.enforcement.labour_inspectors.value == 35


def test_no_is_an_assessment_and_never_a_prohibition_nor_a_silence(country: Read) -> None:
    ghana = country("ghana")
    judged = {topic: claim.value for topic, claim in ghana.assessments.standards.items()}
    assert len(judged) == 12
    assert "does-not-meet" in judged.values()
    assert ghana.law.forced_labour == []
    assert ghana.law.child_trafficking == []


def test_no_conscription_is_not_applicable_and_one_edition_is_to_verify(country: Read) -> None:
    law = country("ethiopia").law
    assert [claim.state for claim in law.recruitment_compulsory] == ["not-applicable"]
    assert [(c.value, c.state) for c in law.recruitment_voluntary] == [(18, "to-verify")]


def test_a_law_without_an_age_is_silent_and_not_missing(country: Read) -> None:
    [claim] = country("ethiopia").law.compulsory_education_to
    assert (claim.state, claim.value) == ("silent", None)
    assert claim.note is not None
    assert "finds no age in the law" in claim.note


def test_a_guide_that_knows_no_duty_to_go_to_school_does_not_make_the_law_silent(
    country: Read,
) -> None:
    [claim] = country("cambodia").law.compulsory_education_to
    assert (claim.state, claim.value) == ("not-applicable", None)
    assert claim.basis == "Law on Education 2007 art. 31"


def test_law_that_differs_within_a_country_is_a_list_by_area(country: Read) -> None:
    ages = country("pakistan").law.minimum_age_hazardous_work
    assert [(age.area, age.value) for age in ages] == [("Federal law", 14), ("Punjab", 18)]


def test_unknown_is_unknown_and_a_count_keeps_its_earlier_years(country: Read) -> None:
    enforcement = country("bangladesh").enforcement
    assert enforcement.prosecutions is not None
    assert (enforcement.prosecutions.state, enforcement.prosecutions.value) == ("unknown", None)
    assert enforcement.labour_inspectors is not None
    assert enforcement.labour_inspectors.by_year["2016"] == 267
    assert enforcement.labour_inspectors.source == [ILAB, EARLIER]


def test_a_level_of_an_earlier_year_cites_an_edition_that_has_that_year(country: Read) -> None:
    cited = {level.as_of: level.source for level in country("ghana").assessments.advancement}
    assert cited["2022"] == [ILAB]
    assert all(cited[year] == [EARLIER] for year in ("2016", "2021"))


def test_a_ratification_is_dated_no_finer_than_the_page_that_reports_it(country: Read) -> None:
    assert country("ghana").conventions["C182"].as_of == "2020-08"


def test_a_number_with_a_comma_between_thousands_is_a_number(country: Read) -> None:
    inspectors = country("brazil").enforcement.labour_inspectors
    assert inspectors is not None
    assert inspectors.by_year["2019"] == 2168


def test_ratifications_by_elimination_are_to_verify_and_absent_ones_absent(country: Read) -> None:
    conventions = country("ghana").conventions
    assert conventions["C029"].state == "to-verify"
    assert conventions["C182"].state == "stated"
    assert "C087" not in conventions
    assert country("liberia").conventions["C100"].value == "not-ratified"
    assert country("liberia").conventions["C100"].state == "to-verify"


def test_the_age_declared_under_convention_138_is_kept(country: Read) -> None:
    ratified = country("brazil").conventions["C138"]
    assert ratified.specified_age == 16
    assert ratified.note is not None
    assert "The age specified is as of 2007" in ratified.note


def test_a_state_outside_the_ilo_is_told_why_it_has_ratified_nothing() -> None:
    row = {"conv_C_138_Ratified": "No", "conv_C_182_Ratified": "No"}
    told = with_ilab({}, row, state=True)
    assert all("Only members of the ILO ratify" in claim["note"] for claim in told.values())
    member = {"C029": {"value": "ratified", "state": "stated", "source": ["s"]}}
    assert "note" not in with_ilab(member, row, state=True)["C182"]


def test_a_country_named_only_in_the_list_of_goods_has_an_empty_law(country: Read) -> None:
    china = country("china")
    assert all(getattr(china.law, topic) == [] for topic in type(china.law).model_fields)
    assert china.assessments.standards == {}


def test_a_place_outside_the_list_of_codes_has_its_codes_by_hand(country: Read) -> None:
    kosovo = country("kosovo")
    assert (kosovo.iso3, kosovo.m49, kosovo.jurisdiction) == ("XKX", "412", "territory")
    assert kosovo.conventions == {}


def test_suggested_actions_are_counted_and_none_is_quoted(country: Read) -> None:
    actions = [claim.value for claim in country("ghana").assessments.suggested_actions]
    assert actions[0] == "Legal framework: 5"


def test_the_words_not_applicable_are_no_suggested_action(country: Read) -> None:
    actions = [claim.value for claim in country("anguilla").assessments.suggested_actions]
    assert actions == ["Legal framework: 8"]


def test_levels_of_later_years_stand_behind_the_older_ones(country: Read) -> None:
    years = [claim.as_of for claim in country("bangladesh").assessments.advancement]
    assert years == [str(year) for year in range(2016, 2025)]


def test_no_record_claims_a_review_and_the_day_comes_from_the_data(country: Read) -> None:
    ghana = country("ghana")
    assert ghana.reviewed is None
    assert ghana.imported is not None
    assert ghana.imported.on.isoformat() == "2026-11-22"
    assert ghana.added.isoformat() == "2026-11-23"


@pytest.mark.parametrize("id_", ["bangladesh", "somalia", "united-kingdom", "anguilla"])
def test_every_text_is_canonical_and_every_source_is_cited(
    country: Read, root: Path, id_: str
) -> None:
    country(id_)
    document, _ = read_document(root, f"countries/{id_}.md")
    assert document is not None
    record = Country.model_validate(document.data)
    assert record_text(record, document.body) == document.text
    assert all(f"[{source}" in document.text or f", {source}" in document.text
               for source in record.sources)  # fmt: skip


def test_rows_read_only_in_a_copy_are_left_out_and_named(
    import_again: Callable[[], Outcome],
) -> None:
    left = import_again().left_out
    copied = "read only in a copy of another publisher's text"
    assert f"countries/brazil.md: forced_labour: {copied}" in left
    assert "countries/bangladesh.md: light_work_age: confidence is medium" in left


def test_what_no_record_shows_is_named(import_again: Callable[[], Outcome], data: Path) -> None:
    path = data / "ilab-sweat-toil" / "legal_ages_2016_2022.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(",267\n", ",267‡\n", 1), encoding="utf-8")
    left = import_again().left_out
    assert "legal_ages_2016_2022.csv: Bangladesh, 2016: “267‡” is not a plain number" in left

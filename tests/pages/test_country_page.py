"""The page of a country, from constructed records to HTML. The countries are invented."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

from tinyhtml5.parser import HTMLParser

from knowledge.kinds import BY_ID
from knowledge.kinds.country import LAW_GROUPS, Enforcement
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.kinds.tables import ListedGood, Place
from knowledge.kinds.vocabularies import Vocabulary
from knowledge.library import Library
from knowledge.pages.country import country_page
from knowledge.pages.country_law import ENFORCEMENT_GROUPS
from knowledge.pages.country_view import CountryView
from knowledge.pages.record_parts import PLATFORM
from knowledge.pages.templates import rendered
from knowledge.reading.documents import Document
from knowledge.reading.markdown import outline

TODAY = date(2026, 11, 22)
REPO = "https://example.org/group/records"

BASE: dict[str, Any] = {
    "added": "2026-11-22",
    "imported": {"edition": "Invented edition 2022", "on": "2026-11-22"},
    "sources": {
        "survey": {
            "title": "Findings on child labour",
            "publisher": "Invented Department",
            "kind": "government",
            "url": "https://example.org/findings",
            "date": "2022",
            "accessed": "2026-11-20",
        },
        "act": {
            "title": "Labour Act",
            "publisher": "Parliament of Exland",
            "kind": "law-text",
            "date": "2006",
            "language": "fr",
        },
    },
}


def stated(value: object = None, state: str = "stated", **more: object) -> dict[str, Any]:
    """A claim of the invented survey."""
    return {"value": value, "state": state, "as_of": "2022", "source": ["survey"], **more}


EXLAND: dict[str, Any] = {
    **BASE,
    "id": "exland",
    "title": "Exland",
    "summary": "Work is barred below 14, hazardous work below 18. Two values need checking.",
    "names": {"short": "Exland"},
    "jurisdiction": "state",
    "iso3": "XAA",
    "m49": "990",
    "law": {
        "minimum_age_work": {
            "value": 14, "state": "to-verify", "as_of": "2022", "source": ["survey"],
            "basis": "Labour Act 2006, s. 34", "conditions": "14 in earlier editions",
            "also": [
                {"value": 19, "as_of": "2022", "source": ["survey"], "note": "no reform known"},
            ],
        },
        "minimum_age_hazardous_work": stated(18),
        "minimum_age_light_work": {
            "value": 12, "state": "verified", "as_of": "2006", "source": ["act"],
            "basis": "Labour Act 2006, s. 44", "verified_on": "2026-11-20",
        },
        "hazardous_work_list": stated(True),
        "compulsory_education_to": {
            "value": 10, "state": "to-verify", "as_of": "2021", "source": ["survey"],
        },
        "free_public_education": stated(True),
        "forced_labour": {
            "value": "prohibited", "state": "stated", "as_of": "2022", "source": ["survey", "act"],
            "basis": "Constitution, art. 34", "penalty": "up to five years in prison",
        },
        "child_trafficking": [
            stated("prohibited", area="North"),
            stated("prohibited-in-part", area="South"),
        ],
        "recruitment_non_state": stated(state="silent"),
        "recruitment_compulsory": stated(state="not-applicable"),
        "recruitment_voluntary": stated(17.5),
        "domestic_work": stated(state="unknown"),
    },
    "assessments": {
        "standards": {
            "illicit_activities": stated("does-not-meet"),
            "forced_labour": stated("meets"),
        },
        "advancement": [
            stated("Moderate advancement", as_of="2021"),
            stated("Minimal advancement"),
        ],
        "suggested_actions": [
            stated("7", area="Legal framework"),
        ],
    },
    "conventions": {
        "C138": {
            "value": "ratified", "state": "stated", "as_of": "2023", "source": ["survey"],
            "date": "2022-03-22", "specified_age": 14,
        },
        "C182": {"value": "ratified", "state": "verified", "as_of": "2023", "source": ["survey"],
                 "date": "2001-03-12", "verified_on": "2026-11-20"},
        "C029": {"value": "ratified", "state": "to-verify", "as_of": "2023", "source": ["survey"],
                 "note": "Inferred from a count."},
    },
    "enforcement": {
        "labour_inspectors": {
            "value": 400, "state": "stated", "as_of": "2022", "source": ["survey"],
            "by_year": {"2018": 300, "2019": 302, "2021": 305},
        },
        "labour_inspectors_enough": stated(False),
        "inspections": stated(43042),
        "prosecutions": stated(state="unknown"),
    },
    "engagement": {"pathfinder": stated(True, as_of="2023")},
    "contacts": [
        {"name": "Labour inspectorate", "what": "Complaints about child labour", "phone": "16357",
         "source": ["survey"]},
    ],
    "statutes": [
        {"title": "Labour Act", "original_title": "Loi du travail", "year": "2006",
         "language": "fr", "source": ["act"]},
    ],
    "changes": [{"on": "2026-11-22", "what": "The minimum age for work now has two readings."}],
}  # fmt: skip

BARELAND: dict[str, Any] = {
    **BASE,
    "id": "bareland",
    "title": "Bareland",
    "summary": "Nothing but a name is recorded yet.",
    "names": {"short": "Bareland"},
    "jurisdiction": "state",
    "iso3": "XBB",
    "m49": "991",
    "sources": {},
}

UNION: dict[str, Any] = {
    **BASE,
    "id": "union-of-examples",
    "title": "Union of Examples",
    "summary": "A union of states whose due-diligence law reaches beyond its borders.",
    "names": {"short": "Union of Examples"},
    "jurisdiction": "union",
    "members": ["XAA", "XCC"],
    "due_diligence": [
        {
            "title": "Regulation on products made with forced labour",
            "short_title": "Forced Labour Regulation",
            "number": "2024/1",
            "status": "adopted",
            "state": "stated",
            "as_of": "2026",
            "applies_from": "2027-12-14",
            "covers": "Any economic operator, of any size.",
            "duty": "Products made with forced labour may not be placed on the market.",
            "authority": "Authorities named by each member state.",
            "url": "https://example.org/regulation",
            "source": ["act"],
        }
    ],
}

PRACTICE: dict[str, Any] = {
    **BASE,
    "id": "school-stipends",
    "title": "School stipends",
    "summary": "Stipends keep children of garment workers in school.",
    "approach": ["social-protection"],
    "level": ["community"],
    "targets": ["child-labour"],
    "countries": ["exland"],
    "goods": ["garments"],
    "tiers": ["tier-2"],
    "period": {"start": "1995", "end": "2002"},
    "evidence": {"grade": "external-evaluation", "source": ["survey"]},
}

INITIATIVE: dict[str, Any] = {
    **BASE,
    "id": "compact",
    "title": "Compact of Exland",
    "summary": "Employers and unions inspect factories together.",
    "type": "multi-stakeholder",
    "scope": "countries",
    "countries": ["exland"],
    "targets": ["child-labour"],
    "level": ["national"],
    "functions": ["monitoring"],
    "members": {
        "companies": stated(True, note="Twelve factories."),
        "academia": stated(state="unknown"),
    },
}

BODY = """## Key points for employers

- Ask for proof of age.[^survey] See [Bareland](bareland.md#law).

## Notes

Read with care.
"""


def vocabulary(*ids: str) -> Vocabulary:
    terms = [{"id": id_, "label": id_.replace("-", " ").capitalize()} for id_ in ids]
    return Vocabulary.model_validate({"title": "Words", "description": "Words", "terms": terms})


def entry(kind_id: str, data: dict[str, Any], body: str = "") -> Entry:
    kind = BY_ID[kind_id]
    path = f"{kind.folder}/{data['id']}.md"
    document = Document(path, body, 1, "", str)
    return Entry(kind, kind.model.model_validate(data), document, outline(body, path, 1))


def library(*, exland: dict[str, Any] = EXLAND, body: str = BODY) -> Library:
    countries = [entry("country", exland, body), entry("country", BARELAND)]
    countries += [entry("country", UNION)]
    entries = {
        "country": {e.id: e for e in countries},
        "practice": {"school-stipends": entry("practice", PRACTICE)},
        "initiative": {"compact": entry("initiative", INITIATIVE)},
    }
    vocabularies = {
        "source-kinds": vocabulary("government", "law-text"),
        "goods": vocabulary("garments", "dried-fish", "bricks"),
        "approaches": vocabulary("social-protection"),
        "initiative-types": vocabulary("multi-stakeholder"),
        "constituencies": vocabulary("governments", "trade-unions", "companies", "academia"),
        "tiers": vocabulary("tier-1", "tier-2", "tier-3-plus", "raw-material"),
        "evidence": vocabulary(
            "randomised", "external-evaluation", "monitoring", "official-statement", "own-claim",
            "none-found",
        ),
    }  # fmt: skip
    listed = {"edition": "2022", "source": "list-of-goods", "iso3": "XAA"}
    goods = [
        {"good": "garments", "child_labour": "yes", "forced_labour": "yes"},
        {"good": "dried-fish", "child_labour": "yes", "forced_labour": "no"},
    ]
    rows = [ListedGood.model_validate({**listed, **g, "forced_child_labour": "no"}) for g in goods]
    source = {"title": "List of goods", "publisher": "Invented Department", "kind": "government"}
    place = {"iso3": "XAA", "m49": "990", "name": "Exland", "official_name": "", "region": "Asia"}
    return Library(
        root=Path(),
        entries=entries,
        vocabularies=vocabularies,
        shared_sources={"list-of-goods": Source.model_validate(source)},
        listed_goods=rows,
        places={"XAA": Place.model_validate({**place, "subregion": "Southern Asia"})},
    )


def view(id_: str, shown: Library | None = None, repo: str = "") -> CountryView:
    known = shown or library()
    found = known.get("country", id_)
    assert found is not None
    made = country_page(found, known, TODAY, repo).view
    assert isinstance(made, CountryView)
    return made


def html(id_: str, shown: Library | None = None, repo: str = "") -> str:
    known = shown or library()
    found = known.get("country", id_)
    assert found is not None
    return rendered(country_page(found, known, TODAY, repo))


def words(markup: str) -> str:
    """What a reader reads, without markup and doubled blanks."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", markup)).replace(" ,", ",")


def row(markup: str, anchor: str) -> str:
    return words(markup.split(f'<tr id="{anchor}"', 1)[1].split("</tr>", 1)[0].partition(">")[2])


def test_every_topic_of_the_law_has_a_line_researched_or_not():
    lines = [line for group in view("exland").law for line in group.lines]
    anchors = {line.anchor for line in lines}
    topics = [topic for _, topics in LAW_GROUPS for topic in topics]
    assert anchors >= {f"law-{topic.replace('_', '-')}" for topic in topics}


def test_every_field_of_enforcement_stands_in_one_group():
    grouped = [name for _, names in ENFORCEMENT_GROUPS for name in names]
    assert sorted(grouped) == sorted(Enforcement.model_fields)


def test_a_value_is_in_words_with_its_basis_year_and_state():
    assert "Prohibited" in row(html("exland"), "law-forced-labour")
    told = row(html("exland"), "law-minimum-age-light-work")
    assert "12 years Primary text read 20 November 2026. Labour Act 2006, s. 44" in told
    assert "2006 verified" in told
    assert "17½ years" in row(html("exland"), "law-recruitment-voluntary")
    assert "Penalty: up to five years in prison" in row(html("exland"), "law-forced-labour")


def test_a_missing_legal_basis_is_said_in_words():
    told = row(html("exland"), "law-minimum-age-hazardous-work")
    assert "basis not recorded in this source" in told


def test_both_readings_stand_in_the_cell_of_a_value_to_verify():
    told = row(html("exland"), "law-minimum-age-work")
    assert "14 years or 19 years" in told
    assert "Other reading: 19 years, as of 2022. no reform known" in told
    assert "to verify" in told


def test_a_topic_that_differs_by_area_has_a_line_for_each():
    markup = html("exland")
    assert "North Prohibited" in row(markup, "law-child-trafficking")
    assert "South Prohibited in part" in row(markup, "law-child-trafficking-2")


def test_silent_unknown_not_applicable_and_not_researched_are_told_apart():
    markup = html("exland")
    assert "law is silent" in row(markup, "law-recruitment-non-state")
    assert "unknown" in row(markup, "law-domestic-work")
    assert "does not apply" in row(markup, "law-recruitment-compulsory")
    assert "not researched" in row(markup, "law-debt-bondage")
    assert "not researched" not in row(markup, "law-domestic-work")


def test_an_unresearched_topic_points_to_what_others_assessed():
    markup = html("exland")
    assert "assessed by others" in row(markup, "law-illicit-activities")
    assert 'href="#assessed-illicit-activities"' in markup
    assert "assessed by others" not in row(markup, "law-debt-bondage")


def test_an_assessment_is_attributed_and_apart_from_the_law():
    markup = html("exland")
    law, judged = markup.split('<h2 id="assessed">')
    assert "meet the international standard" not in law
    assert "Does not meet the international standard" in judged
    assert "Who judges: Invented Department. These are judgements" in judged
    assert judged.index("Minimal advancement") < judged.index("Moderate advancement")
    assert "Legal framework: 7" in words(judged)


def test_years_in_a_row_with_one_level_of_advancement_are_one_line():
    levels = {"2019": "Moderate", "2020": "Minimal", "2021": "Minimal", "2022": "Minimal"}
    advancement = [stated(level, as_of=year) for year, level in levels.items()]
    shown = library(exland={**EXLAND, "assessments": {"advancement": advancement}})
    judged = view("exland", shown).assessed
    assert judged is not None
    assert [(line.label, line.value) for line in judged.advancement] == [
        ("2020 to 2022", "Minimal"),
        ("2019", "Moderate"),
    ]


def test_a_gap_names_the_standard_and_the_rule_that_found_it():
    told = words(html("exland"))
    assert "A child may leave school at 10 but not work before 14." in told
    assert "Derived: Minimum Age Recommendation (No. 146), para. 4" in told
    assert "The rule compares the end of compulsory schooling with the minimum age for work" in told


def test_the_age_line_is_drawn_from_the_law():
    markup = html("exland")
    assert "school is compulsory until 10 (to verify)" in markup
    assert "4 years with neither" in markup


def test_a_convention_that_nobody_looked_up_is_not_called_not_ratified():
    markup = html("exland")
    assert "not researched" in row(markup, "c105")
    assert "ot ratified" not in row(markup, "c105")
    assert "Minimum age specified: 14 years" in row(markup, "c138")
    assert "22 March 2022" in row(markup, "c138")


def test_labour_inspectors_are_drawn_by_year_with_their_source():
    figure = html("exland").split("<b>Labour inspectors</b>")[1].split("</figure>")[0]
    assert "300 in 2018, 302 in 2019, 305 in 2021, 400 in 2022" in figure
    assert 'href="#source-survey"' in figure


def test_a_source_stays_beside_a_dash_on_a_phone():
    unknown = html("exland").split('<tr id="enforcement-prosecutions"')[1].split("</tr>")[0]
    assert "k-nov" not in unknown
    assert "#source-survey" in unknown


def test_goods_say_child_labour_forced_labour_and_the_edition():
    told = words(html("exland").split('<h2 id="goods">')[1])
    assert "2 goods on the list: Invented Department, List of goods, edition 2022" in told
    assert "child labour forced labour Garments" in told
    assert "child labour Dried fish" in told


def test_a_country_without_listed_goods_is_not_called_free_of_risk():
    told = words(html("bareland"))
    assert "No good from here is on the list" in told
    assert "edition 2022" in told
    assert "That is not the same as no risk." in told


def test_practices_and_initiatives_are_linked_with_their_evidence():
    markup = html("exland")
    assert 'href="../../practices/school-stipends/"' in markup
    assert 'href="../../initiatives/compact/"' in markup
    assert "External evaluation" in markup
    assert "Nothing is recorded for dried fish." in words(markup)


def test_a_country_with_hardly_anything_has_a_short_honest_page():
    told = words(html("bareland"))
    assert "has not been researched yet. That is not the same as no law." in told
    assert "That is not the same as not ratified." in told
    assert "No practice and no initiative is recorded here yet" in told
    assert "This page rests on one recorded source" not in told
    assert "k-law" not in html("bareland")


def test_a_union_begins_with_its_due_diligence_laws_and_links_its_members():
    markup = html("union-of-examples")
    assert markup.index('id="due-diligence"') < markup.index('id="law"')
    assert "Adopted" in markup
    assert 'href="../../countries/exland/"' in markup
    assert "XCC" in markup
    assert 'id="goods"' not in markup


def test_a_member_state_is_told_that_the_laws_of_its_union_apply():
    markup = html("exland")
    assert 'href="../../countries/union-of-examples/#due-diligence"' in markup
    assert "Forced Labour Regulation" in markup
    assert "As a member state" in markup
    assert "As a member state" not in html("bareland")


def test_a_buyer_is_told_of_the_laws_of_other_markets_but_not_of_repealed_ones():
    told = words(html("bareland").split('id="markets"')[1].split("<h2")[0])
    assert "Union of Examples : Forced Labour Regulation" in told
    assert not view("exland").markets, "the laws of its own union are told above"
    repealed = {**UNION["due_diligence"][0], "status": "repealed"}
    union = entry("country", {**UNION, "due_diligence": [repealed]})
    shown = library()
    shown.entries["country"][union.id] = union
    assert not view("bareland", shown).markets


def test_a_bill_is_called_a_bill_and_binds_neither_members_nor_buyers():
    bill = {
        **UNION["due_diligence"][0],
        "form": "bill",
        "status": "proposed",
        "introduced": "2025-06-13",
    }
    shown = library()
    union = shown.entries["country"][UNION["id"]] = entry(
        "country", {**UNION, "due_diligence": [bill]}
    )
    told = words(html(union.id, shown))
    assert "Due-diligence laws, bills and guidance" in told
    assert "Bill, not a law. Proposed" in told
    assert "Proposed duty Products made with forced labour" in told
    assert "Introduced 13 June 2025" in told
    assert not view("bareland", shown).markets
    assert "As a member state" not in html("exland", shown)
    assert "Bill, not a law" not in words(html("union-of-examples"))
    markup = html(union.id, shown)
    assert markup.index('id="law"') < markup.index('id="due-diligence"'), "a bill comes after it"


def test_who_takes_part_is_told_by_constituency_and_who_is_missing_is_named():
    told = words(html("exland").split('id="presence"')[1].split("<h2")[0])
    assert "Companies Compact of Exland : Twelve factories" in told
    assert "as far as is recorded: Governments; Trade unions; Academia." in told
    assert view("bareland").presence is None


def test_who_takes_part_is_marked_where_that_is_still_to_be_verified():
    shown = library()
    compact = shown.entries["initiative"]["compact"]
    doubtful = {**INITIATIVE, "members": {"companies": stated(True, "to-verify")}}
    shown.entries["initiative"]["compact"] = entry("initiative", doubtful)
    told = words(html("exland", shown).split('id="presence"')[1].split("<h2")[0])
    assert compact.record.title in told
    assert "to verify" in told


def test_work_elsewhere_on_the_same_goods_is_shown_and_what_is_here_is_not_repeated():
    shown = library()
    shown.listed_goods.append(shown.listed_goods[0].model_copy(update={"iso3": "XBB"}))
    assert [line.title for line in view("bareland", shown).elsewhere] == ["School stipends"]
    assert not view("exland", shown).elsewhere


def test_a_union_is_not_asked_what_is_recorded_for_states():
    markup = html("union-of-examples")
    assert 'id="conventions"' not in markup
    assert 'id="enforcement"' not in markup
    assert "the law on ages" not in words(markup.split('id="not-known"')[1])
    assert {"conventions", "enforcement"} <= {h.anchor for h in view("bareland").contents}


def test_a_topic_that_nobody_researched_is_a_quiet_line():
    markup = html("exland")
    assert '<tr id="law-debt-bondage" class="k-r-none">' in markup
    assert '<tr id="law-forced-labour">' in markup


def test_a_missing_day_of_reading_is_said_once_for_all_sources():
    assert html("exland").count("Where no day of reading is given, none was recorded.") == 1


def test_sources_are_numbered_in_the_order_of_first_use_with_the_day_they_were_read():
    sources = view("exland").ending.sources
    assert [source.anchor for source in sources] == [
        "source-survey", "source-act", "source-list-of-goods",
    ]  # fmt: skip
    assert "Read 20 November 2026." in html("exland")
    assert "In French." in html("exland")


def test_the_written_text_cites_sources_and_links_records():
    markup = html("exland")
    assert 'href="#source-survey"' in markup.split("Key points for employers</h2>")[1]
    assert 'href="../../countries/bareland/#law"' in markup


def test_an_imported_record_says_that_no_person_has_reviewed_it():
    told = words(html("exland"))
    assert "Imported from Invented edition 2022 on 22 November 2026" in told
    assert "not yet reviewed by a person" in told


def test_a_review_that_is_overdue_is_said():
    reviewed = {**EXLAND, "reviewed": "2025-01-31"}
    told = words(html("exland", library(exland=reviewed)))
    assert "Last reviewed 31 January 2025" in told
    assert "The next review was due by 28 January 2026." in told
    assert "not yet reviewed" not in told


def test_a_page_is_cited_under_the_name_of_the_site():
    configuration = Path(__file__).parents[2].joinpath("mkdocs.yml").read_text(encoding="utf-8")
    assert f"site_name: {PLATFORM}\n" in configuration
    assert f"“Exland: the law at a glance”, {PLATFORM}, imported 22 November 2026" in html("exland")


def test_edit_and_report_links_are_there_only_with_a_code_host():
    assert "Edit this page" not in html("exland")
    markup = html("exland", repo=REPO)
    assert f'href="{REPO}/edit/main/countries/exland.md"' in markup
    assert "Report a mistake" in markup


def test_what_is_not_known_is_listed_by_the_way_it_is_not_known():
    parts = {part.state.id: part.topics for part in view("exland").not_known}
    assert [topic.label for topic in parts["unknown"]] == ["Domestic work", "Prosecutions started"]
    assert "Debt bondage" in [topic.label for topic in parts["not-researched"]]
    assert "Minimum age for work" in [topic.label for topic in parts["to-verify"]]


def test_contents_and_marks_lead_to_places_that_exist():
    for id_ in ("exland", "bareland", "union-of-examples"):
        markup = html(id_, repo=REPO)
        ids = re.findall(r'\sid="([^"]+)"', markup)
        assert len(ids) == len(set(ids)), id_
        assert set(re.findall(r'href="#([^"]+)"', markup)) <= set(ids), id_


def test_the_html_parses_without_an_error():
    for id_ in ("exland", "bareland", "union-of-examples"):
        page = f"<!doctype html><html lang=en><title>x</title><body>{html(id_, repo=REPO)}</body>"
        parser = HTMLParser()
        parser.parse(page)
        assert parser.errors == [], id_


def test_markup_in_a_record_reaches_the_page_as_text():
    marked = {**EXLAND, "summary": "<script>alert(1)</script>"}
    assert "<script>" not in html("exland", library(exland=marked))


def every_field(part: str, value: object, other: object) -> dict[str, Any]:
    """A claim of which every field is filled, with words that stand nowhere else."""
    return {
        "value": value, "state": "verified", "as_of": "2021", "source": ["survey"],
        "basis": f"basis of {part}", "conditions": f"conditions of {part}",
        "area": f"area of {part}", "verified_on": "2026-11-20", "note": f"note on {part}",
        "also": [{"value": other, "source": ["act"], "note": f"other reading of {part}"}],
    }  # fmt: skip


def test_no_field_of_a_claim_is_lost_in_any_part_of_the_page():
    filled = {
        "law": every_field("law", True, False),
        "standard": every_field("standard", "meets", "does-not-meet"),
        "advancement": every_field("advancement", "Moderate", "Minimal"),
        "actions": every_field("actions", "7", "8"),
        "convention": every_field("convention", "ratified", "not-ratified"),
        "enforcement": every_field("enforcement", True, False),
        "engagement": every_field("engagement", True, False),
    }
    changed = {
        **EXLAND,
        "law": {"free_public_education": filled["law"]},
        "assessments": {
            "standards": {"forced_labour": filled["standard"]},
            "advancement": [filled["advancement"]],
            "suggested_actions": [filled["actions"]],
        },
        "conventions": {"C138": filled["convention"]},
        "enforcement": {"complaint_mechanism": filled["enforcement"]},
        "engagement": {"pathfinder": filled["engagement"]},
    }
    page = html("exland", library(exland=changed))
    for part in filled:
        for told in ("basis of", "conditions of", "area of", "note on", "other reading of"):
            assert f"{told} {part}" in page, f"{told} {part}"
    assert page.count("Primary text read 20 November 2026.") == len(filled)


def test_numbers_of_other_years_are_told_where_no_drawing_shows_them():
    counts = {"inspections": {**stated(43042), "by_year": {"2020": 41000, "2021": 0}}}
    page = html("exland", library(exland={**EXLAND, "enforcement": counts}))
    assert "Other years: 41,000 in 2020 and 0 in 2021" in page
    assert "Other years" not in html("exland")


def test_names_codes_and_keywords_are_shown():
    names = {"short": "Exland", "official": "Republic of Exland", "other": ["Exonia"]}
    changed = {**EXLAND, "names": names, "keywords": ["brick kilns"], "contributors": ["A. Person"]}
    page = html("exland", library(exland=changed))
    for told in ("Republic of Exland", "Exonia", "XAA", "990", "brick kilns", "A. Person"):
        assert told in page, told


def test_text_before_the_first_heading_and_under_a_heading_that_stands_twice_is_kept():
    body = "Before.\n\n##\n\nNameless.\n\n## Notes\n\nFirst.\n\n## Notes\n\nSecond.\n"
    page = html("exland", library(body=body))
    for told in ("Before.", "Nameless.", "First.", "Second."):
        assert told in page, told


def test_a_claim_on_the_law_without_a_year_says_so():
    undated = {"value": 14, "state": "stated", "source": ["act"], "basis": "Act 1, s. 2"}
    law = {**EXLAND["law"], "minimum_age_work": undated}
    told = row(html("exland", library(exland={**EXLAND, "law": law})), "law-minimum-age-work")
    assert "no year given" in told

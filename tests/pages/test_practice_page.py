"""What a reader must find on the page of a practice."""

from __future__ import annotations

import pytest
from small_library import (
    fact,
    faults,
    html_of,
    part,
    row,
    small_library,
    with_record,
    with_text,
    words,
)

CARPETS = "schooling-incentives-carpets"
GOODWEAVE = "goodweave"
HARVEST = "paid-harvest-labour"
SOURCE = ["edmonds-shrestha-2013"]
RESULT = {
    "measure": "Children in school",
    "value": 1200,
    "unit": "children",
    "no_sex_breakdown": "The report gives totals only.",
    "said_by": "owner",
    "state": "stated",
    "source": SOURCE,
}


def test_the_grade_of_evidence_stands_apart_from_the_owners_claim() -> None:
    library = with_record(
        small_library(), "practice", CARPETS,
        results=[RESULT], evidence={"grade": "none-found", "source": SOURCE},
    )  # fmt: skip
    html = html_of(library, "practice", CARPETS)
    assert "the owner, its own claim" in row(html, "Children in school")
    evidence = part(html, "evidence")
    assert "The result above is the owner’s own claim." in words(evidence)
    assert "the owner" not in words(evidence.split('<ol class="k-ladder"')[1])
    assert evidence.count('aria-current="true"') == 1
    assert "None found (this practice)" in words(evidence)


def test_a_result_of_an_evaluator_is_not_called_a_claim_of_the_owner() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    assert "own claim." not in words(part(html, "evidence"))
    assert "Randomised evaluation (this practice)" in words(html)
    assert "Evaluated by Dartmouth College" in words(html)


def test_an_ungraded_practice_says_so_and_stands_on_no_rung() -> None:
    library = with_record(small_library(), "practice", CARPETS, evidence=None)
    html = html_of(library, "practice", CARPETS)
    assert "Nobody has graded the evidence" in words(html)
    assert "aria-current" not in part(html, "evidence")
    assert "Grade of evidence" in words(part(html, "not-known"))


def test_a_result_without_figures_by_sex_gives_the_reason() -> None:
    html = html_of(small_library(), "practice", HARVEST)
    line = row(html, "Children in child labour in cocoa")
    assert "The abstract gives none." in line
    assert "Children in child labour in cocoa" in words(part(html, "not-known"))


def test_a_result_by_sex_shows_both_figures() -> None:
    told = {**RESULT, "by_sex": {"girls": 700, "boys": 500}, "no_sex_breakdown": None}
    library = with_record(small_library(), "practice", CARPETS, results=[told])
    html = html_of(library, "practice", CARPETS)
    assert "girls 700, boys 500" in row(html, "Children in school")
    assert "apart" not in words(part(html, "not-known"))


def test_the_results_stand_under_what_happened_with_value_baseline_and_source() -> None:
    html = html_of(small_library(), "practice", HARVEST)
    happened = part(html, "what-happened")
    assert "−9.7 percentage points" in words(happened)
    assert "Baseline: 37 percent" in words(happened)
    assert 'href="#source-trial-15377"' in happened


def test_a_result_says_when_where_and_what_to_mind() -> None:
    told = {**RESULT, "period": "2004 to 2006", "area": "Dhaka", "note": "Counted by teachers."}
    library = with_record(small_library(), "practice", CARPETS, results=[told])
    line = row(html_of(library, "practice", CARPETS), "Children in school")
    assert "1,200 children" in line
    assert "2004 to 2006, Dhaka" in line
    assert "Counted by teachers." in line
    bare = with_record(small_library(), "practice", CARPETS, results=[RESULT])
    assert "not recorded" in row(html_of(bare, "practice", CARPETS), "Children in school")


def test_the_written_text_is_all_there_whatever_its_headings() -> None:
    body = "Before all.\n\n## What was done\n\nMuch.\n\n## A word of thanks\n\nThanks.\n"
    html = html_of(with_text(small_library(), "practice", CARPETS, body), "practice", CARPETS)
    told = words(html)
    assert told.index("Before all.") < told.rindex("The problem") < told.index("Much.")
    assert "Thanks." in part(html, "a-word-of-thanks")
    assert "Nobody has written this part yet." in words(part(html, "the-problem"))


def test_the_tiers_are_drawn_and_told() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    assert html.count('class="d1"') == 2
    assert "This practice reaches tier 1 and tier 2." in words(html)
    none = with_record(small_library(), "practice", CARPETS, tiers=[])
    assert 'class="d1"' not in html_of(none, "practice", CARPETS)


def test_conditions_stand_under_what_it_takes_and_limits_under_limits() -> None:
    library = with_record(
        small_library(), "practice", CARPETS,
        conditions=[{"text": "The stipend was paid on time.", "source": SOURCE}],
    )  # fmt: skip
    html = html_of(library, "practice", CARPETS)
    assert "The stipend was paid on time." in part(html, "what-it-takes")
    assert "The effects ended with the support." in part(html, "limits")
    assert "No reusable part has been recorded yet." in part(html, "what-it-takes")


def test_what_nobody_researched_is_not_a_no() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    assert fact(html, "Reaches small enterprises") == "not researched"
    assert fact(html, "Cost") == "not researched"
    assert "Reaches small enterprises" in words(part(html, "not-known"))


@pytest.mark.parametrize(
    ("claim", "told"),
    [
        ({"value": True, "state": "stated", "source": SOURCE}, "Yes"),
        ({"value": False, "state": "stated", "source": SOURCE}, "No"),
        ({"state": "unknown", "source": SOURCE}, "unknown"),
    ],
)
def test_yes_no_and_unknown_are_told_apart(claim: dict[str, object], told: str) -> None:
    library = with_record(small_library(), "practice", CARPETS, national_processes=claim)
    html = html_of(library, "practice", CARPETS)
    assert fact(html, "Through national processes").startswith(told)


def test_a_value_to_verify_shows_both_readings_and_its_state() -> None:
    cost = {"value": "US$ 10 a month", "state": "to-verify", "source": SOURCE}
    cost["also"] = [{"value": "US$ 12 a month", "source": SOURCE}]
    library = with_record(small_library(), "practice", CARPETS, cost=cost)
    told = fact(html_of(library, "practice", CARPETS), "Cost")
    assert "US$ 10 a month or US$ 12 a month" in told
    assert "to verify" in told


def test_a_fact_that_is_a_sentence_stands_below_the_grid() -> None:
    told = "The ministry pays the teams, and projects of others pay for training."
    funding = {"value": told, "state": "stated", "source": SOURCE}
    library = with_record(small_library(), "practice", CARPETS, funding=funding)
    html = html_of(library, "practice", CARPETS)
    grid = html.split('<dl class="k-facts">')[1].split("</dl>")[0]
    assert told not in grid
    assert fact(html, "Funding").startswith(told)


def test_who_led_it_is_named_by_constituency_and_linked() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    assert fact(html, "Led by: Civil society").startswith("GoodWeave International")
    assert '<a href="../../initiatives/goodweave/">GoodWeave International</a>' in html
    assert "led it" in words(part(html, "related"))


def test_partners_are_named_by_constituency_with_their_role_and_source() -> None:
    partners = [
        {"name": "Ministry", "constituency": "governments", "role": "inspection", "source": SOURCE},
        {"name": "Union", "constituency": "trade-unions", "url": "https://example.org/union"},
    ]
    library = with_record(small_library(), "practice", CARPETS, partners=partners)
    html = html_of(library, "practice", CARPETS)
    assert fact(html, "Partners: Governments") == "Ministry 1 inspection"
    assert '<a href="https://example.org/union">Union</a>' in html


def test_an_initiative_with_two_constituencies_is_named_once() -> None:
    led_by = [
        {"initiative": GOODWEAVE, "constituency": "companies", "role": "buyers"},
        {"initiative": GOODWEAVE, "constituency": "trade-unions", "role": "workers"},
        {"name": "Ministry", "constituency": "governments"},
    ]
    html = html_of(
        with_record(small_library(), "practice", CARPETS, led_by=led_by), "practice", CARPETS
    )
    assert fact(html, "Led by: Governments") == "Ministry"
    together = fact(html, "Led by: Trade unions and companies")
    assert together == "GoodWeave International workers buyers"


def test_the_country_is_linked() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    assert '<dd><a href="../../countries/nepal/">Nepal</a></dd>' in html


def test_related_practices_lead_to_each_other_even_when_only_one_names_the_other() -> None:
    for page, other in ((HARVEST, CARPETS), (CARPETS, HARVEST)):
        related = part(html_of(small_library(), "practice", page), "related").split("<h3>")[0]
        assert f'href="../../practices/{other}/"' in related


def test_another_practice_of_the_same_approach_comes_with_its_evidence() -> None:
    library = with_record(small_library(), "practice", HARVEST, related=[])
    related = part(html_of(library, "practice", CARPETS), "related")
    alike = related.split("<h3>")[1]
    assert f'href="../../practices/{HARVEST}/"' in alike
    assert "Randomised evaluation" in words(alike)


def test_a_related_practice_of_the_same_approach_is_listed_once() -> None:
    related = part(html_of(small_library(), "practice", CARPETS), "related")
    assert related.count(f'href="../../practices/{HARVEST}/"') == 1


def test_the_best_evidence_of_the_same_approach_comes_first_and_the_rest_is_counted() -> None:
    library = with_record(small_library(), "practice", HARVEST, related=[])
    for number in range(9):
        weak = {"grade": "none-found", "source": ["trial-15377"]}
        library = with_record(
            library, "practice", HARVEST, id=f"a-{number}", title=f"A {number}", evidence=weak
        )
    alike = part(html_of(library, "practice", CARPETS), "related").split("<h3>")[1]
    assert alike.index(f'href="../../practices/{HARVEST}/"') < alike.index(
        'href="../../practices/a-0/"'
    )
    assert "and 5 others" in words(alike)


def test_others_in_the_same_country_are_listed_once() -> None:
    library = with_record(
        small_library(), "initiative", "goodweave",
        id="other-initiative", title="Another initiative", countries=["nepal"],
    )  # fmt: skip
    related = part(html_of(library, "practice", CARPETS), "related")
    assert 'href="../../initiatives/other-initiative/"' in related.split("<h3>")[2]
    assert related.count('href="../../initiatives/goodweave/"') == 1


def test_sources_say_when_they_were_read() -> None:
    assert "Read 20 February 2024." in words(
        part(html_of(small_library(), "practice", CARPETS), "sources")
    )


def test_the_page_ends_with_changes_replies_and_how_to_cite_edit_and_report() -> None:
    library = with_record(
        small_library(), "practice", CARPETS,
        changes=[{"on": "2025-01-01", "what": "The cost was added."}],
        replies=[{"who": "The owner", "on": "2025-02-01", "text": "We disagree."}],
    )  # fmt: skip
    html = html_of(library, "practice", CARPETS, "https://example.org/repo")
    assert "The cost was added." in part(html, "changes")
    assert "We disagree." in part(html, "replies")
    assert "Schooling incentives" in part(html, "cite")
    assert f"https://example.org/repo/edit/main/practices/{CARPETS}.md" in html
    assert "example.org" not in html_of(library, "practice", CARPETS)


def test_a_script_in_a_title_is_shown_and_never_run() -> None:
    library = with_record(
        small_library(), "practice", HARVEST, title="Paid <script>alert(1)</script> work"
    )
    for page in (HARVEST, CARPETS):
        html = html_of(library, "practice", page)
        assert "<script" not in html
        assert "Paid &lt;script&gt;alert(1)&lt;/script&gt; work" in html


def test_the_page_is_valid_with_and_without_what_may_be_missing() -> None:
    bare = with_record(
        small_library(), "practice", CARPETS,
        results=[], limits=[], led_by=[], tiers=[], countries=[], goods=[], scale=None,
        period={}, evidence=None,
    )  # fmt: skip
    for library in (small_library(), bare):
        assert not faults(html_of(library, "practice", CARPETS, "https://example.org/repo"))
    told = words(html_of(bare, "practice", CARPETS))
    assert "No measured result has been recorded." in told
    assert "None recorded, which does not mean that there are none." in told


def test_every_heading_of_the_contents_is_on_the_page() -> None:
    html = html_of(small_library(), "practice", CARPETS)
    contents = html.split('class="k-toc"')[1].split("</nav>")[0]
    anchors = [piece.split('"')[0] for piece in contents.split('href="#')[1:]]
    assert len(anchors) > 8
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in html] == []


def test_the_topics_of_a_practice_and_its_other_names_are_shown() -> None:
    library = with_record(small_library(), "practice", HARVEST, keywords=["hired hands", "labor"])
    html = html_of(library, "practice", HARVEST)
    assert "Rural economies" in fact(html, "Topics")
    assert "hired hands, labor" in words(part(html, "facts"))

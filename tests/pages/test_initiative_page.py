"""What a reader must find on the page of an initiative."""

from __future__ import annotations

from small_library import fact, faults, html_of, part, row, small_library, with_record, words

GOODWEAVE = "goodweave"
SOURCE = ["goodweave-archive"]


def claim(value: object) -> dict[str, object]:
    return {"value": value, "state": "stated", "source": SOURCE}


def test_every_constituency_has_a_row_and_no_is_not_the_same_as_not_researched() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE,
        members={
            "civil-society": claim(True),
            "companies": claim(False),
            "trade-unions": {"state": "unknown", "source": SOURCE},
        },
    )  # fmt: skip
    members = part(html_of(library, "initiative", GOODWEAVE), "members")
    for term in library.vocabularies["constituencies"].terms:
        assert row(members, term.label.replace("'", "&#39;"))
    assert row(members, "Civil society").startswith("Civil society Yes")
    assert row(members, "Companies").startswith("Companies No")
    assert "unknown" in row(members, "Trade unions")
    assert row(members, "Academia") == "Academia – not researched"


def test_every_principle_has_a_row() -> None:
    html = html_of(small_library(), "initiative", GOODWEAVE)
    principles = part(html, "principles")
    assert row(principles, "Child labour").startswith("Child labour Yes")
    assert row(principles, "Forced labour") == "Forced labour – not researched"


def test_accountability_is_asked_even_where_nothing_is_recorded() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE, accountability={"complaints": claim(True)}
    )
    html = part(html_of(library, "initiative", GOODWEAVE), "accountability")
    assert row(html, "Complaints procedure").startswith("Complaints procedure Yes")
    assert "not researched" in row(html, "Public reports")


def test_the_claims_of_the_tables_lead_to_their_source() -> None:
    members = part(html_of(small_library(), "initiative", GOODWEAVE), "members")
    assert 'href="#source-goodweave-archive"' in members


def test_the_head_gives_the_acronym_once_and_the_former_names() -> None:
    library = with_record(small_library(), "initiative", GOODWEAVE, acronym="GWI")
    html = html_of(library, "initiative", GOODWEAVE)
    assert "<h1>GoodWeave International (GWI)</h1>" in html
    assert "Formerly RugMark" in words(html)
    named = with_record(library, "initiative", GOODWEAVE, title="GWI, an initiative")
    assert "<h1>GWI, an initiative</h1>" in html_of(named, "initiative", GOODWEAVE)


def test_the_secretariat_leads_to_its_country() -> None:
    seat = {"iso3": "NPL", "place": "Kathmandu", "source": SOURCE}
    library = with_record(small_library(), "initiative", GOODWEAVE, secretariat=seat)
    html = html_of(library, "initiative", GOODWEAVE)
    assert fact(html, "Secretariat").startswith("Nepal")
    assert "Kathmandu" in fact(html, "Secretariat")
    assert '<dt>Secretariat</dt><dd><a href="../../countries/nepal/">' in html


def test_it_says_when_it_ended_where_its_site_is_and_how_to_reach_it() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE,
        ended="2020-06", url="https://goodweave.org/",
        contact=[{"what": "Office", "url": "https://goodweave.org/contact"}],
        feeds=[{"what": "News", "url": "https://goodweave.org/feed"}],
    )  # fmt: skip
    html = html_of(library, "initiative", GOODWEAVE)
    assert fact(html, "Ended") == "June 2020"
    assert fact(html.replace("<wbr>", ""), "Its own site") == "goodweave.org"
    take_part = part(html, "how-to-take-part")
    assert '<a href="https://goodweave.org/contact">Office</a>' in take_part
    assert '<a href="https://goodweave.org/feed">News</a>' in take_part


def test_the_page_ends_with_changes_replies_and_how_to_cite_edit_and_report() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE,
        changes=[{"on": "2025-01-01", "what": "Members were added."}],
        replies=[{"who": "GoodWeave", "on": "2025-02-01", "text": "We disagree."}],
    )  # fmt: skip
    html = html_of(library, "initiative", GOODWEAVE, "https://example.org/repo")
    assert "Members were added." in part(html, "changes")
    assert "We disagree." in part(html, "replies")
    assert "GoodWeave International" in part(html, "cite")
    assert "https://example.org/repo/edit/main/initiatives/goodweave.md" in html


def test_how_far_members_are_bound_is_said_in_the_words_of_the_vocabulary() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE, binding=claim("legally-binding")
    )
    html = html_of(library, "initiative", GOODWEAVE)
    assert fact(html, "How far members are bound").startswith("Legally binding")
    plain = html_of(small_library(), "initiative", GOODWEAVE)
    assert fact(plain, "How far members are bound") == "not researched"


def test_the_practices_that_it_led_or_took_part_in_are_listed_with_its_part() -> None:
    took_part = {"initiative": GOODWEAVE, "constituency": "civil-society", "source": []}
    library = with_record(small_library(), "practice", "paid-harvest-labour", partners=[took_part])
    practices = part(html_of(library, "initiative", GOODWEAVE), "practices")
    assert 'href="../../practices/schooling-incentives-carpets/"' in practices
    assert 'href="../../practices/paid-harvest-labour/"' in practices
    told = words(practices)
    assert told.index("led it") < told.index("took part")


def test_related_initiatives_lead_to_each_other_even_when_only_one_names_the_other() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE,
        id="label-partners", title="Label partners", related=[GOODWEAVE], countries=["ghana"],
    )  # fmt: skip
    for page, other in ((GOODWEAVE, "label-partners"), ("label-partners", GOODWEAVE)):
        related = part(html_of(library, "initiative", page), "related").split("<h3>")[0]
        assert f'href="../../initiatives/{other}/"' in related


def test_others_at_work_in_the_same_countries_are_listed() -> None:
    library = with_record(
        small_library(), "practice", "paid-harvest-labour",
        countries=["nepal"], partners=[],
    )  # fmt: skip
    related = part(html_of(library, "initiative", GOODWEAVE), "related")
    assert 'href="../../practices/paid-harvest-labour/"' in related.split("<h3>")[1]


def test_what_is_empty_says_so() -> None:
    library = with_record(
        small_library(), "practice", "schooling-incentives-carpets", led_by=[], countries=[]
    )
    told = words(html_of(library, "initiative", GOODWEAVE))
    assert "No recorded practice says that this initiative led it or took part in it." in told
    assert "No contact has been recorded yet." in told
    assert "Nobody has written this part yet." in told
    assert "No further practice or initiative has been recorded there yet." in told


def test_what_is_not_known_names_the_open_questions_by_their_state() -> None:
    told = words(part(html_of(small_library(), "initiative", GOODWEAVE), "not-known"))
    unknown, not_researched = told.split("not researched", 1)
    assert "Trade unions" in unknown
    assert "Academia" in not_researched
    assert "Secretariat" in not_researched


def test_a_script_in_a_title_is_shown_and_never_run() -> None:
    library = with_record(
        small_library(), "initiative", GOODWEAVE, title="Good <script>alert(1)</script>"
    )
    for kind, page in (("initiative", GOODWEAVE), ("practice", "schooling-incentives-carpets")):
        html = html_of(library, kind, page)
        assert "<script" not in html
        assert "Good &lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_the_page_is_valid_with_and_without_what_may_be_missing() -> None:
    bare = with_record(
        small_library(), "initiative", GOODWEAVE,
        scope="global", countries=[], goods=[], tiers=[], members={}, integrated_approach={},
        started=None, sectors=None, former_names=[],
    )  # fmt: skip
    full = with_record(
        small_library(), "initiative", GOODWEAVE,
        url="https://goodweave.org/", ended="2020",
        contact=[{"what": "Office", "url": "https://goodweave.org/contact"}],
        feeds=[{"what": "News", "url": "https://goodweave.org/feed"}],
        changes=[{"on": "2025-01-01", "what": "First version."}],
        replies=[{"who": "GoodWeave", "on": "2025-02-01", "text": "Thank you."}],
    )  # fmt: skip
    for library in (small_library(), bare, full):
        assert not faults(html_of(library, "initiative", GOODWEAVE, "https://example.org/repo"))


def test_every_heading_of_the_contents_is_on_the_page() -> None:
    html = html_of(small_library(), "initiative", GOODWEAVE)
    contents = html.split('class="k-toc"')[1].split("</nav>")[0]
    anchors = [piece.split('"')[0] for piece in contents.split('href="#')[1:]]
    assert len(anchors) > 10
    assert [anchor for anchor in anchors if f'id="{anchor}"' not in html] == []

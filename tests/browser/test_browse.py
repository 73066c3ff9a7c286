"""Finding records: facets with counts, words, an address that can be shared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import quote

import pytest
from browser.conftest import DESK, PHONE, Readers, arrives
from built_site import ROOT
from playwright.sync_api import Page, expect

from knowledge.analysis.facets import facet_values
from knowledge.kinds import KINDS
from knowledge.kinds.entries import Entry
from knowledge.kinds.event import Event
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.library import Library, load
from knowledge.pages.event_words import when_words
from knowledge.pages.facts import years_words
from knowledge.pages.marks import evidence_mark, tier_mark


@pytest.fixture(scope="module")
def library() -> Library:
    return load(ROOT)[0]


def counts(page: Page, facet: str) -> dict[str, int]:
    """The chips of a facet with their numbers; a chip that is no button has no value here."""
    box = page.locator(f'[data-facet="{facet}"] .k-chip')
    told = box.evaluate_all(
        "chips => chips.map(c => [c.firstChild.textContent.trim(), c.lastChild.textContent])"
    )
    return {label: int(number.replace(",", "")) for label, number in told}


def chip(page: Page, facet: str, label: str):
    """A chip of a facet, wherever it is folded away."""
    page.locator(f'[data-facet="{facet}"]').evaluate(
        "box => { for (let b = box; b; b = b.parentNode.closest('details')) b.open = true; }"
    )
    return page.locator(f'[data-facet="{facet}"] .k-chip', has_text=re.compile(f"^{label} "))


def results(page: Page) -> list[str]:
    return page.locator('[data-part="found"] a.k-t').all_inner_texts()


def status(page: Page) -> str:
    return page.locator('[data-part="count"]').inner_text()


def held(library: Library, facet: str, entry: Entry) -> tuple[str, ...]:
    values = facet_values(library).get(facet)
    return values.held.get(entry.address, ()) if values else ()


def as_if_free(
    library: Library, entries: Iterable[Entry], chosen: dict[str, set[str]], facet: str
) -> dict[str, int]:
    """How many records have each value of a facet, with all other choices kept."""
    numbers: dict[str, int] = {}
    for entry in entries:
        if all(
            wanted & set(held(library, name, entry))
            for name, wanted in chosen.items()
            if name != facet
        ):
            for id_ in held(library, facet, entry):
                numbers[id_] = numbers.get(id_, 0) + 1
    return numbers


@pytest.mark.parametrize(
    "chosen",
    [
        {},
        {"tier": {"tier-2"}},
        {"tier": {"tier-1", "tier-2"}, "evidence": {"own-claim"}},
        {"region": {"asia"}, "approach": {"community-awareness"}, "target": {"child-labour"}},
    ],
)
def test_the_counts_are_those_of_the_records_as_if_the_facet_were_free(
    reader: Readers, library: Library, chosen: dict[str, set[str]]
):
    asked = "&".join(f"{name}={id_}" for name, ids in chosen.items() for id_ in sorted(ids))
    page = reader().opens(f"practices/?{asked}")
    practices = library.all("practice")
    for name, vocabulary in {
        "tier": "tiers", "evidence": "evidence", "approach": "approaches", "level": "levels",
        "target": "targets",
    }.items():  # fmt: skip
        wanted = as_if_free(library, practices, chosen, name)
        told = counts(page, name)
        labels = {term.label: term.id for term in library.vocabularies[vocabulary].terms}
        assert told == {label: wanted.get(labels[label], 0) for label in told}
        assert sum(told.values()) == sum(wanted.values())
    left = [
        entry.record.title
        for entry in practices
        if all(wanted & set(held(library, name, entry)) for name, wanted in chosen.items())
    ]
    assert results(page) == left[:30]
    assert status(page).startswith(str(len(left)))


def test_the_page_over_all_counts_every_kind(reader: Readers, library: Library):
    page = reader().opens("browse/")
    assert counts(page, "kind") == {k.plural: len(library.all(k.id)) for k in KINDS}
    chip(page, "kind", "Practices").click()
    chip(page, "region", "Africa").click()
    wanted = as_if_free(library, library.everything(), {"region": {"africa"}}, "kind")
    assert counts(page, "kind") == {k.plural: wanted.get(k.id, 0) for k in KINDS}


def test_a_chip_is_a_toggle_and_what_is_chosen_stands_above_the_results(reader: Readers):
    page = reader().opens("practices/")
    one = chip(page, "tier", "Tier 2")
    expect(one).to_have_attribute("aria-pressed", "false")
    one.click()
    expect(one).to_have_attribute("aria-pressed", "true")
    chip(page, "evidence", "Own claim only").click()
    active = page.get_by_role("list", name="Filters in use")
    expect(active.get_by_role("button")).to_have_text(
        ["Tier reached: Tier 2 ×", "Evidence: Own claim only ×", "Clear all"]
    )
    active.get_by_role("button", name="Remove filter Tier reached: Tier 2").click()
    expect(one).to_have_attribute("aria-pressed", "false")
    arrives(page, "practices/?evidence=own-claim")
    chip(page, "tier", "Tier 2").click()
    active.get_by_role("button", name="Clear all").click()
    expect(active).to_be_hidden()
    arrives(page, "practices/")


def test_the_number_of_results_is_announced(reader: Readers, library: Library):
    page = reader().opens("practices/")
    line = page.get_by_role("status")
    number = len(library.all("practice"))
    expect(line).to_have_text(f"{number} practices")
    chip(page, "evidence", "Own claim only").click()
    left = counts(page, "evidence")["Own claim only"]
    expect(line).to_have_text(f"{left} of {number} practices")


def test_an_address_gives_the_same_page_again_and_back_and_forward_work(reader: Readers):
    one = reader()
    page = one.opens("practices/")
    chip(page, "tier", "Tier 2").click()
    chip(page, "tier", "Raw material").click()
    page.get_by_label("Sort").select_option("evidence")
    page.locator("#text").fill("cocoa")
    expect(page.get_by_role("list", name="Filters in use").locator("li").first).to_have_text(
        "“cocoa” ×"
    )
    arrives(page, "practices/?text=cocoa&tier=tier-2&tier=raw-material&sort=evidence")
    first, shown = page.url, results(page)
    assert shown
    page.go_back()
    expect(page.locator("#text")).to_have_value("")
    arrives(page, "?tier=tier-2&tier=raw-material&sort=evidence")
    page.go_back()
    page.go_back()
    arrives(page, "?tier=tier-2")
    expect(chip(page, "tier", "Raw material")).to_have_attribute("aria-pressed", "false")
    for _ in range(3):
        page.go_forward()
    expect(page.locator("#text")).to_have_value("cocoa")
    assert results(page) == shown
    other = reader().page
    other.goto(first)
    expect(other.locator('[data-part="found"] li')).to_have_count(len(shown))
    assert results(other) == shown


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("inspecton mobile", "Brazil's Special Mobile Inspection Group"),  # a letter is missing
        ("mobiel inspection", "Brazil's Special Mobile Inspection Group"),  # two changed places
        ("inspect mob", "Brazil's Special Mobile Inspection Group"),  # the beginnings of words
        ("labor inspections mobile", "Brazil's Special Mobile Inspection Group"),  # other forms
        ("hazelnut", "Harvest schools for children of migrant hazelnut pickers in Türkiye"),
        ("turkiye harvest", "Harvest schools for children of migrant hazelnut pickers in Türkiye"),
    ],
)
def test_words_are_found_by_their_beginnings_their_forms_and_with_a_typing_mistake(
    reader: Readers, typed: str, title: str
):
    page = reader().opens("practices/")
    page.locator("#text").fill(typed)
    expect(page.locator('[data-part="found"] a.k-t').first).to_have_text(title)


def test_a_mistyped_word_is_told(reader: Readers):
    page = reader().opens("practices/?text=inspecton")
    expect(page.locator('[data-part="told"]')).to_have_text(
        "Nothing holds “inspecton” as it is written; words that differ by one letter are shown."
    )


def test_a_good_is_found_where_only_its_term_names_it(reader: Readers, library: Library):
    page = reader().opens("countries/?text=hazelnuts&view=list")
    expect(page.locator('[data-part="found"] a.k-t', has_text="Türkiye")).to_have_count(1)


def test_where_no_record_holds_all_words_fewer_are_tried_and_that_is_said(reader: Readers):
    page = reader().opens("browse/?text=zymurgy+cocoa")
    told = page.locator('[data-part="told"]')
    expect(told).to_have_text("Nothing holds “zymurgy”; this is what holds “cocoa”.")
    assert results(page)
    page.locator("#text").fill("hazelnut carpets football")
    expect(told).to_contain_text("No record holds all of “hazelnut”, “carpets” and “football”")
    expect(told).to_contain_text("of the 3 words")
    assert results(page)


def test_a_word_that_only_a_written_text_holds_is_found(reader: Readers, library: Library):
    shown = " ".join(f"{e.record.title} {e.record.summary}" for e in library.everything())
    texts = [f"{e.record} {e.document.body}".casefold() for e in library.everything()]
    entry, word = next(
        (entry, word)
        for entry in library.all("practice")
        for word in sorted(re.findall(r"[a-z]{9,}", entry.document.body))
        if word[:6] not in shown.casefold() and sum(word[:6] in text for text in texts) == 1
    )
    page = reader().opens(f"browse/?text={word}")
    expect(page.locator('[data-part="found"] a.k-t').first).to_have_text(entry.record.title)


def test_the_same_question_gives_the_same_order(reader: Readers):
    orders = []
    for _ in range(2):
        page = reader().opens("browse/?text=child+labour")
        page.wait_for_load_state("networkidle")
        orders.append(results(page))
    assert orders[0] == orders[1] != []


def test_an_empty_result_says_what_empties_it_and_offers_to_remove_it(
    reader: Readers, library: Library
):
    chosen: dict[str, set[str]] = {"evidence": {"randomised"}}
    free = as_if_free(library, library.all("practice"), chosen, "approach")
    approach = next(
        term
        for term in library.vocabularies["approaches"].terms
        if term.id not in free and term.id in facet_values(library)["approach"].order
    )
    page = reader().opens(f"practices/?evidence=randomised&approach={approach.id}")
    expect(page.get_by_role("status")).to_contain_text("0 of ")
    gap = page.locator('[data-part="empty"]')
    expect(gap).to_contain_text("No practice is recorded for this combination.")
    expect(gap.get_by_role("listitem")).to_have_count(2)
    gap.get_by_role("button", name=f"Remove Approach: {approach.label}").click()
    expect(gap).to_be_hidden()
    assert (
        len(results(page))
        == facet_values(library)["evidence"].counts(e.address for e in library.all("practice"))[
            "randomised"
        ]
    )


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("colour=red", "“colour” in the address is no filter of this page and was ignored."),
        ("tier=tier-9", "“tier-9” is nothing that “Tier reached” knows here"),
        ("country=atlantis", "“atlantis” is nothing that “Country” knows here"),
        ("sort=price", "“price” is no order"),
        ("view=hologram", "“hologram” is no way to show these records"),
        (f"text={'word' * 1250}", "longer than 200 characters; the first 200 are used."),
        (f"tier={quote('<script>alert(1)</script>')}", "“<script>alert(1)</script>” is nothing"),
        (f"{quote('<img src=x onerror=alert(1)>')}=1", "“<img src=x onerror=alert(1)>” in the"),
        ("text=the+of", "only words that nearly every text has"),
    ],
)
@pytest.mark.parametrize("address", ["practices/", "browse/"])
def test_a_bad_address_is_answered_with_a_sentence(
    reader: Readers, address: str, asked: str, told: str
):
    page = reader().opens(f"{address}?{asked}")
    page.on("dialog", lambda dialog: pytest.fail("a script of the address ran"))
    expect(page.locator('[data-part="told"]')).to_contain_text(told)
    assert page.locator('[data-part="told"] script, [data-part="told"] img').count() == 0


def test_markup_in_the_words_is_only_text(reader: Readers):
    page = reader().opens(f"browse/?text={quote('<script>alert(1)</script>')}")
    expect(page.locator("#text")).to_have_value("<script>alert(1)</script>")
    expect(page.get_by_role("list", name="Filters in use")).to_contain_text("<script>alert(1)")


def test_a_row_says_what_the_record_says(reader: Readers, library: Library):
    page = reader().opens("browse/")
    for kind in ("practice", "initiative", "event"):
        for entry in library.all(kind)[:12]:
            record = entry.record
            page.goto(re.sub(r"\?.*", "", page.url) + f"?text={quote(record.title)}&kind={kind}")
            row = page.locator('[data-part="found"] li', has_text=record.title).first
            expect(row.locator("p").first).to_have_text(record.summary)
            href = row.locator("a").get_attribute("href")
            assert href == f"../{entry.address}"
            if isinstance(record, Event):
                expect(row).to_contain_text(when_words(record))
            if isinstance(record, Practice):
                expect(row).to_contain_text(years_words(record.period.start, record.period.end))
                if record.evidence:
                    mark = evidence_mark(library, record.evidence.grade)
                    expect(row.locator(".k-ev")).to_have_text(mark.word)
                    assert row.locator(".k-ev use").get_attribute("href") == f"#i-e{mark.bars}"
            if isinstance(record, Initiative):
                expect(row).to_contain_text(years_words(record.started, record.ended))
            if isinstance(record, Practice | Initiative):
                tiers = tier_mark(library, record.tiers)
                if tiers:
                    expect(row.locator(".k-tier")).to_have_text(tiers.words)
                    reached = row.locator(".k-tier use").evaluate_all(
                        "all => all.map(use => use.getAttribute('href') === '#i-t1')"
                    )
                    assert tuple(reached) == tiers.nodes


def test_a_table_leaves_the_rows_that_are_asked_for(reader: Readers, library: Library):
    page = reader().opens("countries/?region=africa")
    wanted = facet_values(library)["region"].counts(e.address for e in library.all("country"))
    rows = page.locator("table[data-complete] tbody tr:visible")
    expect(rows).to_have_count(wanted["africa"])
    page.get_by_role("button", name="Show as a list").click()
    expect(page.locator("table[data-complete]")).to_be_hidden()
    arrives(page, "?region=africa&view=list")
    expect(page.locator('[data-part="found"] li')).to_have_count(30)
    page.get_by_role("button", name="Show 26 more").click()
    expect(page.locator('[data-part="found"] li')).to_have_count(wanted["africa"])


def test_the_calendar_stands_until_something_is_chosen(reader: Readers):
    page = reader().opens("events/")
    expect(page.get_by_role("heading", name="Coming")).to_be_visible()
    chip(page, "type", "Conference or forum").click()
    expect(page.get_by_role("heading", name="Coming")).to_be_hidden()
    assert len(results(page)) == min(30, counts(page, "type")["Conference or forum"])
    page.go_back()
    expect(page.get_by_role("heading", name="Coming")).to_be_visible()


@pytest.mark.parametrize("width", [PHONE, DESK])
def test_the_header_of_every_page_searches_the_whole_library(reader: Readers, width: int):
    page = reader(width).opens("countries/ghana/")
    field = page.get_by_role("searchbox", name="Search the library")
    field.fill("cocoa")
    field.press("Enter")
    page.wait_for_url("**/browse/?text=cocoa")
    expect(page.locator('[data-part="found"] li').first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_key_slash_leads_to_the_search_and_is_a_sign_inside_a_field(reader: Readers):
    page = reader().opens("practices/")
    page.keyboard.press("/")
    expect(page.locator("#find")).to_be_focused()
    expect(page.locator("#find")).to_have_value("")
    page.locator("#text").focus()
    page.keyboard.press("/")
    expect(page.locator("#text")).to_have_value("/")


def test_everything_can_be_done_with_the_keyboard(reader: Readers):
    page = reader().opens("practices/")
    page.locator('[data-facet="tier"] summary').focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    arrives(page, "?tier=tier-1")
    expect(page.locator(":focus")).to_have_attribute("aria-pressed", "true")
    page.get_by_role("button", name="Remove filter Tier reached: Tier 1").press("Enter")
    expect(page.locator("#text")).to_be_focused()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_without_a_script_every_record_is_a_link_and_chips_lead_to_pages(
    reader: Readers, library: Library, kind
):
    page = reader(javascript=False).opens(f"{kind.folder}/")
    links = page.locator("main a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert {f"../{entry.address}" for entry in library.all(kind.id)} <= set(links)
    chips = page.locator("[data-facet] a.k-chip")
    assert chips.count() > 0
    chips.first.evaluate("a => a.closest('details').open = true")
    chips.first.click()
    expect(page.locator("h1")).to_be_visible()
    assert f"/{kind.folder}/?" not in page.url


def test_without_a_script_the_page_over_all_says_how_to_find_a_name(reader: Readers):
    page = reader(javascript=False).opens("")
    page.get_by_role("searchbox", name="Search the library").fill("cocoa")
    page.get_by_role("button", name="Find").click()
    page.wait_for_url("**/browse/?text=cocoa")
    expect(page.locator("noscript p")).to_be_visible()
    page.get_by_role("link", name="from A to Z").click()
    expect(page.get_by_role("link", name="Cocoa", exact=True).first).to_be_visible()


def test_facets_are_closed_on_a_phone_and_open_at_a_desk(reader: Readers):
    for width, opened in ((PHONE, False), (DESK, True)):
        page = reader(width).opens("practices/")
        box = page.locator('[data-facet="tier"]')
        assert (box.get_attribute("open") is not None) == opened
        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("address", ["practices/", "countries/", "browse/", "events/"])
@pytest.mark.parametrize("width", [PHONE, DESK])
def test_nothing_moves_while_the_page_comes_to_life(reader: Readers, address: str, width: int):
    one = reader(width)
    one.page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach("
        "e => { window.moved += e.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    page = one.opens(address)
    page.wait_for_timeout(500)
    assert page.evaluate("window.moved") < 0.02

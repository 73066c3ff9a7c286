"""A reader compares countries and initiatives of their own choice."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from browser.conftest import PHONE, Reader, Readers, arrives
from playwright.sync_api import Page, expect
from serving import Served

PAIR = "compare/?countries=ghana,benin"


def told(page: Page) -> str:
    return page.locator(".k-told").inner_text()


def shown(page: Page) -> list[str]:
    """The records whose columns stand in the table, or nothing."""
    expect(page.locator("form.k-choose")).to_be_visible()
    if page.locator(".k-chosen").is_hidden():
        return []
    return page.locator(".k-side thead th a").all_inner_texts()


def row(page: Page, label: str) -> str:
    return page.locator(".k-side tbody tr", has_text=label).first.inner_text()


def ready(one: Reader, address: str) -> Page:
    page = one.opens(address)
    page.locator(".k-side tbody tr").first.wait_for()
    return page


def test_a_reader_chooses_two_countries_and_gets_an_address_to_share(reader: Readers) -> None:
    one = reader()
    page = one.opens("compare/")
    assert shown(page) == []
    page.get_by_label("Country 1").select_option("ghana")
    page.get_by_label("Country 2").select_option("benin")
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.get_by_role("heading", name="Ghana and Benin")).to_be_focused()
    arrives(page, "compare/?countries=ghana,benin")
    again = ready(reader(), page.url.partition(f"{one.site}/")[2])
    assert shown(again) == ["Ghana", "Benin"]
    assert again.locator(".k-side").inner_text() == page.locator(".k-side").inner_text()


def test_a_cell_has_its_value_date_basis_and_source_as_on_the_page_of_the_country(
    reader: Readers,
) -> None:
    page = ready(reader(), PAIR)
    line = row(page, "Minimum age for work")
    assert "15 years" in line
    assert "14 years" in line
    assert "≠ differ" in line
    assert "As of 2022" in line
    cell = page.locator(".k-side tbody tr", has_text="Trafficking of children").locator("td").nth(1)
    assert "Basis: Act 2006-04" in cell.inner_text()
    anchor = cell.locator("sup a").first.get_attribute("href")
    assert page.locator(f".k-refs li{anchor}").inner_text().startswith("US Department of State")
    cell.locator("a").first.click()
    arrives(page, "countries/benin/#law-child-trafficking")
    assert "Act 2006-04" in page.locator("#law-child-trafficking").inner_text()


def test_not_knowing_is_never_a_difference(reader: Readers) -> None:
    page = ready(reader(), PAIR)
    line = page.locator(".k-side tbody tr", has_text="Trafficking of children")
    assert "not compared" in line.inner_text()
    assert "k-diff" not in (line.get_attribute("class") or "")
    page = ready(reader(), "compare/?countries=ghana,democratic-republic-of-the-congo")
    assert "may differ, to verify" in row(page, "School compulsory until")
    page = ready(reader(), f"{PAIR},nepal")
    assert "may differ, to verify" in row(page, "Hazardous work"), "what is to be verified"
    assert "≠ differ" in row(page, "Minimum age for work"), "though one reading is open"


def test_only_rows_that_differ_are_left_and_back_brings_the_others(reader: Readers) -> None:
    page = ready(reader(), PAIR)
    rows = page.locator(".k-side tbody tr:not(.k-grp)")
    every = rows.count()
    page.get_by_label("Only rows that differ").check()
    expect(page).to_have_url(re.compile(r"differ=yes$"))
    expect(rows).not_to_have_count(every)
    assert all("differ" in text for text in rows.all_inner_texts())
    page.go_back()
    expect(rows).to_have_count(every)
    assert not page.get_by_label("Only rows that differ").is_checked()
    page.go_forward()
    expect(rows).not_to_have_count(every)


def test_chosen_topics_are_the_rows_and_stand_in_the_address(reader: Readers) -> None:
    page = ready(reader(), f"{PAIR}&topics=minimum-age-work,labour-inspectors")
    assert page.locator(".k-side tbody th[scope=row]").count() == 2
    assert "≠" not in row(page, "Labour inspectors"), "numbers are not judged"
    page.get_by_text("Choose topics").click()
    page.get_by_label("Hazardous work", exact=True).check()
    page.get_by_role("button", name="Compare", exact=True).click()
    expect(page.locator(".k-side tbody th[scope=row]")).to_have_count(3)
    assert "minimum-age-hazardous-work" in page.url


def test_the_keyboard_alone_is_enough(reader: Readers) -> None:
    page = reader().opens("compare/")
    page.get_by_label("Country 1").focus()
    page.keyboard.type("Ghana")
    page.keyboard.press("Tab")
    page.keyboard.type("Nepal")
    page.get_by_role("button", name="Compare", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Ghana and Nepal")).to_be_focused()


@pytest.mark.parametrize(
    ("query", "words", "columns"),
    [
        ("countries=ghana,atlantis,benin", "“atlantis” is the id of no country", 2),
        ("countries=ghana,benin,nepal,india,chad", "No more than 4 fit", 4),
        ("countries=ghana,ghana,benin", "Ghana was named twice", 2),
        ("countries=ghana", "Choose a second", 0),
        ("countries=<script>document.title='caught'</script>,ghana", "is the id of no country", 0),
        (f"countries={'ghana,' * 833}", "characters", 0),
        ("countries=ghana,benin&topics=weather", "“weather” is no topic", 2),
        (f"countries=ghana,benin&topics={'x' * 5000}", "characters", 2),
        ("countries=ghana,benin&colour=red", "“colour” in the address means nothing", 2),
        ("countries=ghana,benin&differ=perhaps", "can only be “yes”", 2),
        ("countries=constructor,__proto__", "is the id of no country", 0),
        ("countries=GHANA, Benin", "", 2),
    ],
)
def test_a_bad_address_gets_a_sentence_and_runs_nothing(
    reader: Readers, query: str, words: str, columns: int
) -> None:
    page = reader().opens(f"compare/?{quote(query, safe='=&,')}")
    if columns:
        page.locator(".k-side tbody tr").first.wait_for()
    assert len(shown(page)) == columns
    assert words in told(page)
    assert len(told(page)) < 400
    assert "caught" not in page.title()
    assert page.locator(".k-told script").count() == 0


def test_a_renamed_record_is_found_under_its_old_id(reader: Readers) -> None:
    one = reader()
    page = one.opens("compare/")
    page.add_init_script(
        "addEventListener('DOMContentLoaded', function () {"
        " document.querySelector('option[value=benin]').dataset.formerly = 'dahomey'; })"
    )
    # The listener runs after our scripts, which are deferred; so the choice is made anew.
    page = one.opens("compare/?countries=ghana")
    page.evaluate(
        "history.pushState(null, '', '?countries=ghana,dahomey');"
        "dispatchEvent(new PopStateEvent('popstate'))"
    )
    page.locator(".k-side tbody tr").first.wait_for()
    assert shown(page) == ["Ghana", "Benin"]
    assert "is now called Benin" in told(page)


def test_the_form_asks_for_a_second_country_before_it_compares(reader: Readers) -> None:
    page = reader().opens("compare/")
    page.get_by_label("Country 1").select_option("ghana")
    page.get_by_role("button", name="Compare", exact=True).click()
    assert told(page) == "Choose two to 4 countries first."
    expect(page.get_by_label("Country 2")).to_be_focused()


def test_initiatives_are_compared_on_their_own_page(reader: Readers) -> None:
    page = ready(
        reader(), "compare/initiatives/?initiatives=fairtrade-international,solidarity-center"
    )
    assert shown(page) == ["Fairtrade International", "Solidarity Center"]
    assert "≠ differ" in row(page, "Type")
    assert "= the same" in row(page, "Scope")


def test_a_country_leads_to_a_comparison_with_itself_chosen(reader: Readers) -> None:
    page = reader().opens("countries/ghana/")
    page.get_by_role("link", name="Compare with…").click()
    expect(page.get_by_label("Country 1")).to_have_value("ghana")
    assert "Choose a second" in told(page)


def test_without_a_script_every_topic_leads_to_all_countries(reader: Readers) -> None:
    page = reader(javascript=False).opens("compare/")
    assert page.locator("form.k-choose").is_hidden()
    page.get_by_role("link", name="Minimum age for work").click()
    line = page.locator("tr", has_text="Benin").first
    assert "14 years" in line.inner_text()
    assert "2022" in line.inner_text()
    assert "stated" in line.inner_text()


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [320, PHONE, 1280])
@pytest.mark.parametrize(
    "address",
    [
        f"{PAIR},bangladesh,nepal",
        "compare/initiatives/?initiatives=fairtrade-international,solidarity-center",
        "compare/topics/minimum-age-work/",
    ],
)
def test_the_comparison_is_accessible_and_fits(
    reader: Readers, address: str, width: int, dark: bool
) -> None:
    page = reader(width, dark=dark).opens(address)
    page.locator("table tbody tr").first.wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_comparison_prints_with_its_address_and_without_its_form(reader: Readers) -> None:
    page = ready(reader(), PAIR)
    page.emulate_media(media="print")
    assert page.locator("form.k-choose").is_hidden()
    assert page.locator(".k-side").is_visible()
    address = page.locator(".k-share").evaluate("a => getComputedStyle(a, '::after').content")
    assert "countries=ghana,benin" in address


def test_what_the_comparison_loads_stays_small(reader: Readers) -> None:
    one, sizes = reader(), []
    one.page.on("response", lambda answer: sizes.append(len(answer.body())))
    ready(one, f"{PAIR},bangladesh,nepal")
    assert sum(sizes) < 400_000, "uncompressed, fonts and style sheet among it"


def test_a_copy_that_is_opened_from_a_folder_compares_too(reader: Readers, site: Served) -> None:
    one = reader(at=site.folder.as_uri())
    page = one.opens("compare/index.html")
    page.get_by_label("Country 1").select_option("ghana")
    page.get_by_label("Country 2").select_option("benin")
    page.get_by_role("button", name="Compare", exact=True).click()
    page.locator(".k-side tbody tr").first.wait_for()
    assert shown(page) == ["Ghana", "Benin"]
    arrives(page, "compare/index.html?countries=ghana,benin")

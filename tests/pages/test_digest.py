"""The digest: what is new in a period, as plain text and for mail programs."""

from __future__ import annotations

import re
from datetime import date

import pytest
from small_library import small_library, with_record, words
from tinyhtml5 import parser as html5

from knowledge.library import Library
from knowledge.pages import digest as digest_of
from knowledge.pages.digest import WIDTH, Digest, as_html, as_text, digest

SINCE, UNTIL = date(2025, 2, 1), date(2025, 5, 31)
URL = "https://example.net/site/"


def _digest(library: Library | None = None, site_url: str = URL) -> Digest:
    return digest(library or small_library(), SINCE, UNTIL, site_url)


def _section(told: str, heading: str) -> str:
    """The part of the plain text under a heading that begins so."""
    start = told.index(f"\n{heading}")
    lines = told[start + 1 :].split("\n")
    ends = [i for i, line in enumerate(lines) if i > 1 and re.fullmatch(r"-{3,}", line)]
    return "\n".join(lines[: ends[0] - 1] if ends else lines)


def test_both_days_of_the_period_belong_to_it():
    added = _section(as_text(_digest()), "New: events")
    assert "Workshop on carpets" in added  # added on the first day
    shorter = as_text(digest(small_library(), date(2025, 2, 2), UNTIL, URL))
    assert "Workshop on carpets" not in _section(shorter, "New: events")
    exactly = digest(small_library(), date(2025, 5, 20), date(2025, 5, 20), URL)
    assert "Changed (1)" in as_text(exactly)


def test_changes_are_told_in_their_own_words_with_their_day():
    changed = _section(as_text(_digest()), "Changed (1)")
    assert "The times of the meeting are known." in changed
    assert "20 May 2025" in changed
    assert f"{URL}events/world-day-2025/" in changed


def test_coming_events_are_those_after_the_period():
    coming = _section(as_text(_digest()), "Coming within a year (1)")
    assert "World Day Against Child Labour 2025" in coming
    assert "12 June 2025 · Palais des Nations, Geneva, and online" in coming
    assert "Workshop on carpets" not in coming
    assert "2026" not in coming  # more than a year ahead


def test_records_that_are_due_come_with_the_day_the_longest_due_first():
    library = small_library()
    due = _section(
        as_text(digest(library, SINCE, date(2027, 6, 1), URL)), "Due to be checked again"
    )
    days = [int(year) for year in re.findall(r"by \d+ \w+ (\d{4})", due)]
    assert days
    assert days == sorted(days)
    early = as_text(digest(library, date(2020, 1, 1), date(2020, 2, 1), URL))
    assert "No record is due." in early
    assert "No record was added." in early
    assert "No change was recorded." in early


def test_what_no_person_has_checked_says_so():
    library = with_record(small_library(), "event", "carpet-workshop", reviewed=None)
    assert "not yet reviewed by a person" in _section(as_text(_digest(library)), "New: events")


def test_without_the_address_of_the_site_there_are_no_links():
    told = _digest(site_url="")
    assert "://" not in as_text(told)
    assert "href" not in as_html(told)


def test_the_plain_text_fits_a_mail_and_keeps_addresses_whole():
    lines = as_text(_digest()).split("\n")
    assert all(len(line) <= WIDTH or line.strip().startswith(URL) for line in lines)


def test_the_page_for_mail_programs_says_the_same_and_loads_nothing():
    html = as_html(_digest())
    reader = html5.HTMLParser()
    reader.parse(html)
    assert not reader.errors
    assert not re.search(r"<(script|style|link|img|table|iframe)|\sstyle=|\ssrc=", html)
    plain = re.sub(r"\s+", " ", as_text(_digest()))
    for title in re.findall(r"<(?:a [^>]*|b)>([^<]+)</", html):
        assert words(title) in plain


def test_what_a_record_says_cannot_become_part_of_the_page():
    library = with_record(
        small_library(), "event", "carpet-workshop", title="<script>alert(1)</script>"
    )
    html = as_html(_digest(library))
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


@pytest.mark.parametrize("number", [1, 2])
def test_of_many_records_the_first_are_told_and_the_others_counted(
    number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest_of, "ONE_BY_ONE", number)
    added = _section(as_text(_digest()), "New: events (4)")
    assert added.count("\n* ") == number
    assert f"and {4 - number} others" in added

"""The page on keeping in touch."""

from __future__ import annotations

import re
from dataclasses import replace

from small_library import TODAY, faults, part, small_library, with_record, words

from knowledge.exports.plan import planned_exports
from knowledge.library import Library
from knowledge.pages.follow import follow_page
from knowledge.pages.templates import rendered

CONTACT = [{"what": "Write to the office", "url": "https://example.org/contact"}]


def _html(library: Library) -> str:
    return rendered(follow_page(library))


def test_every_feed_and_every_calendar_but_those_of_single_events_is_listed():
    html = _html(small_library())
    assert not faults(html)
    listed = set(re.findall(r'href="(?:\.\./)*([^"]+\.(?:xml|ics))"', html))
    written = {
        file.path
        for file in planned_exports(small_library(), TODAY, "")
        if file.path.endswith((".xml", ".ics"))
    }
    assert listed == {path for path in written if path.count("/") == 1 or "feeds/" in path}


def test_an_initiative_that_can_be_reached_is_listed_with_its_address():
    html = _html(with_record(small_library(), "initiative", "goodweave", contact=CONTACT))
    reached = part(html, "initiatives")
    assert 'href="https://example.org/contact"' in reached
    assert "Write to the office : GoodWeave International" in words(reached)
    assert "without a recorded way" not in reached


def test_initiatives_and_countries_without_one_are_a_gap_with_its_number():
    html = _html(small_library())
    told = words(part(html, "initiatives"))
    assert "1 initiative without a recorded way to reach it." in told
    assert "GoodWeave International" in told
    assert "3 countries without a recorded focal point" in words(part(html, "focal-points"))


def test_without_records_nothing_is_promised():
    library = small_library()
    html = _html(replace(library, entries={key: {} for key in library.entries}))
    assert not re.search(r"\.(xml|ics)\"", html)
    assert "Nothing has been recorded yet that a feed could tell." in words(html)


def test_the_command_of_the_digest_that_the_page_names_exists():
    from built_site import ROOT

    (script,) = set(re.findall(r"scripts/\w+\.py", _html(small_library())))
    text = (ROOT / script).read_text(encoding="utf-8")
    assert all(option in text for option in ("--since", "--text", "--html"))

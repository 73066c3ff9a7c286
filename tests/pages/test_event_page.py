"""The page of an event, and where other pages show events."""

from __future__ import annotations

import pytest
from small_library import TODAY, fact, faults, html_of, part, small_library, with_record, words

from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.kinds.event import Event
from knowledge.pages.country import country_page
from knowledge.pages.event_words import span_words, times_words
from knowledge.pages.source import source_page
from knowledge.pages.templates import rendered
from knowledge.pages.term import term_page


def _html(id_: str, **fields: object) -> str:
    library = with_record(small_library(), "event", id_, **fields) if fields else small_library()
    return html_of(library, "event", id_)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2018-11-26", "2018-11-26", "26 November 2018"),
        ("2018-11-26", "2018-11-28", "26 to 28 November 2018"),
        ("2019-04-30", "2019-05-02", "30 April to 2 May 2019"),
        ("2019-12-30", "2020-01-02", "30 December 2019 to 2 January 2020"),
        ("2018-05", "2018-06", "May to June 2018"),
        ("2018-05", "2018-05", "May 2018"),
        ("2018", "2019", "2018 to 2019"),
    ],
)
def test_what_two_dates_share_is_said_once(first: str, last: str, told: str) -> None:
    assert span_words(first, last) == told


def test_times_say_on_which_days_and_on_which_clock():
    event = small_library().entries["event"]["world-day-2025"].record
    assert isinstance(event, Event)
    assert times_words(event) == "13:30 to 14:45, Europe/Zurich"
    longer = event.model_copy(update={"end": "2025-06-13", "timezone": "America/New_York"})
    assert times_words(longer) == "13:30 on the first day to 14:45 on the last, America/New York"


def test_the_page_says_when_and_where_with_its_source():
    html = _html("world-day-2025")
    assert not faults(html)
    assert fact(html, "When") == "12 June 2025 1 13:30 to 14:45, Europe/Zurich"
    assert fact(html, "Where") == "Palais des Nations, Geneva, and online"
    assert "Speakers called for schools." in words(part(html, "outcome"))
    assert "“play, learn, and grow”" in html
    assert "The times of the meeting are known." in words(part(html, "changes"))


def test_a_date_to_verify_is_marked():
    html = _html("carpet-workshop")
    assert "to verify" in fact(html, "When")
    assert "Another paper gives the week before." in words(html)


def test_an_event_with_a_day_leads_to_its_calendar_file():
    html = _html("carpet-workshop")
    assert "events/carpet-workshop/carpet-workshop.ics" in html
    assert "stands in no calendar" not in html


@pytest.mark.parametrize(("start", "known"), [("2024-11", "month"), ("2024", "year")])
def test_an_event_without_a_day_says_why_it_stands_in_no_calendar(start: str, known: str) -> None:
    html = _html("planning-workshop", start=start)
    assert f"Only the {known} is known, so this event stands in no calendar." in words(html)
    assert "planning-workshop.ics" not in html


def test_a_coming_event_is_not_asked_for_its_outcome():
    assert 'id="outcome"' not in _html("world-day-2026")
    past = _html("carpet-workshop")
    assert "Nobody has written this part yet." in words(part(past, "outcome"))


def test_a_cancelled_event_says_so_first():
    html = _html("world-day-2026", cancelled=True)
    assert "Cancelled: this event did not, or will not, take place." in words(part(html, "facts"))
    assert "Was to be 12 June 2026" in words(html)


def test_the_events_before_and_after_in_the_series_are_named():
    related = words(part(_html("world-day-2025"), "related"))
    assert "After it" in related
    assert "World Day Against Child Labour 2026" in related
    assert "Before it" not in related


def test_a_report_without_a_place_is_not_asked_for_one():
    assert "<dt>Where</dt>" not in _html("world-day-2026")
    assert "not researched" in fact(_html("planning-workshop"), "Where")


def test_records_that_the_event_names_stand_on_its_page():
    related = words(part(_html("carpet-workshop"), "related"))
    assert "GoodWeave International" in related


def test_the_page_of_a_country_has_its_events_apart_from_what_is_done_there():
    library = small_library()
    nepal = library.entries["country"]["nepal"]
    html = rendered(country_page(nepal, library, TODAY, ""))
    assert "Workshop on carpets" in part(html, "events")
    assert "Workshop on carpets" not in part(html, "here")
    assert "feeds/countries/nepal.xml" in html
    ghana = rendered(country_page(library.entries["country"]["ghana"], library, TODAY, ""))
    assert 'id="events"' not in ghana


@pytest.mark.parametrize(
    ("kind", "id_"), [("initiative", "goodweave"), ("practice", "schooling-incentives-carpets")]
)
def test_a_record_that_an_event_names_shows_it_once(kind: str, id_: str) -> None:
    html = html_of(small_library(), kind, id_)
    assert not faults(html)
    assert html.count(">Workshop on carpets</a>") == 1
    assert "<h3>Events</h3>" in html


def test_more_than_a_few_events_are_counted():
    library = small_library()
    for number in range(10):
        library = with_record(library, "event", "carpet-workshop", id=f"workshop-{number}")
    html = html_of(library, "initiative", "goodweave")
    assert "and 6 others" in html


def test_the_page_of_a_source_says_that_the_date_of_an_event_rests_on_it():
    library = small_library()
    (source,) = [s for s in library.once(distinct_sources) if s.slug.endswith("workshop-report")]
    html = words(rendered(source_page(library, source)))
    assert "When it is" in html
    assert "Written text" not in html


def test_the_page_of_a_series_has_its_events_the_latest_first_and_their_calendar():
    library = small_library()
    term = library.term("event-series", "world-day")
    html = rendered(term_page(library, "event-series", term))
    assert "Events of this series" in words(html)
    assert html.index("Labour 2026</a>") < html.index("Labour 2025</a>")
    assert "events/world-day.ics" in html
    topic = rendered(term_page(library, "topics", library.term("topics", "policy-coherence")))
    assert ".ics" not in topic

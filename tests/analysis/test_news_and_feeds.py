"""What is new by the records' own account, and the feeds that tell it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from pages.small_library import small_library, with_record

from knowledge.analysis import feeds as feeds_of
from knowledge.analysis.feeds import LENGTH, feed_of, feeds
from knowledge.analysis.news import news


def test_additions_and_changes_come_the_newest_first():
    told = news(small_library())
    days = [one.on for one in told]
    assert days == sorted(days, reverse=True)
    changed = [one for one in told if one.what]
    assert [one.what for one in changed if one.entry.kind.id == "event"] == [
        "The times of the meeting are known."
    ]
    added = [one.entry.id for one in told if not one.what]
    assert len(added) == len(set(added)) == len(list(small_library().everything()))


def test_two_changes_of_one_day_are_told_apart():
    twice = [{"on": date(2025, 4, 1), "what": "One."}, {"on": date(2025, 4, 1), "what": "Two."}]
    library = with_record(small_library(), "event", "world-day-2026", changes=twice)
    told = [one for one in news(library) if one.entry.id == "world-day-2026" and one.what]
    assert [(one.what, one.number) for one in told] == [("One.", 0), ("Two.", 1)]


def test_a_country_s_feed_tells_of_its_record_and_of_all_that_names_it():
    feed = feeds(small_library())["feeds/countries/nepal.xml"]
    kinds = {one.entry.kind.id for one in feed.news}
    assert kinds >= {"country", "practice", "initiative", "event"}
    ghana = feeds(small_library())["feeds/countries/ghana.xml"]
    assert "carpet-workshop" not in {one.entry.id for one in ghana.news}


def test_a_topic_that_no_record_names_has_no_feed():
    found = feeds(small_library())
    assert "feeds/topics/policy-coherence.xml" in found
    assert "feeds/topics/procurement.xml" not in found
    assert feed_of(small_library(), "terms/topics/procurement/") == ""


def test_a_collection_without_records_has_no_feed():
    library = small_library()
    empty = replace(library, entries={**library.entries, "event": {}})
    assert "feeds/events.xml" in feeds(library)
    assert "feeds/events.xml" not in feeds(empty)


def test_without_records_there_is_no_feed_at_all():
    library = small_library()
    assert feeds(replace(library, entries={key: {} for key in library.entries})) == {}


def test_a_feed_holds_the_newest_and_no_more_than_its_length(monkeypatch):
    assert LENGTH >= 50
    monkeypatch.setattr(feeds_of, "LENGTH", 2)
    fresh = replace(small_library())
    for feed in feeds(fresh).values():
        assert len(feed.news) <= 2
    assert feeds(fresh)["feeds/all.xml"].news == news(fresh)[:2]

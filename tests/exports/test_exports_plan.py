"""Which files there are beside the pages, and that no two outputs want one path."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import yaml
from built_site import ROOT, build, repository
from pages.small_library import small_library, with_record

from knowledge.exports.plan import planned_exports
from knowledge.library import Library
from knowledge.pages.plan import claimed_twice, planned_pages
from knowledge.platform import PLATFORM

TODAY = date(2025, 12, 1)
SMALL = Path(__file__).parents[1] / "sites" / "small"


def _paths(library: Library) -> list[str]:
    return [file.path for file in planned_exports(library, TODAY, "")]


def test_each_event_with_a_day_each_series_and_all_events_have_a_calendar():
    assert [path for path in _paths(small_library()) if path.endswith(".ics")] == [
        "events/all.ics",
        "events/world-day.ics",
        "events/workshops.ics",
        "events/carpet-workshop/carpet-workshop.ics",
        "events/world-day-2025/world-day-2025.ics",
        "events/world-day-2026/world-day-2026.ics",
    ]


def test_without_a_day_in_any_event_there_is_no_calendar():
    library = small_library()
    event = library.entries["event"]["planning-workshop"]
    undated = replace(library, entries={**library.entries, "event": {event.id: event}})
    assert not [path for path in _paths(undated) if path.endswith(".ics")]


def test_feeds_end_in_xml():
    feeds = [path for path in _paths(small_library()) if path.startswith("feeds/")]
    assert "feeds/all.xml" in feeds
    assert all(path.endswith(".xml") for path in feeds)


def test_a_series_that_would_take_the_file_of_all_events_is_an_error():
    library = small_library()
    series = library.vocabularies["event-series"]
    named_all = [series.terms[0].model_copy(update={"id": "all"}), *series.terms]
    vocabulary = series.model_copy(update={"terms": named_all})
    clash = replace(
        with_record(library, "event", "world-day-2026", series="all"),
        vocabularies={**library.vocabularies, "event-series": vocabulary},
    )
    pages = planned_pages(clash, TODAY)
    files = [(file.path, file.made_from) for file in planned_exports(clash, TODAY, "")]
    (problem,) = claimed_twice(clash, pages, files)
    assert problem.severity == "error"
    assert "events/all.ics" in problem.message
    assert "the calendar of all events" in problem.message
    assert problem.path == "content/vocabularies/event-series.yml"
    pages_of_small = planned_pages(library, TODAY)
    small_files = [(file.path, file.made_from) for file in planned_exports(library, TODAY, "")]
    assert list(claimed_twice(library, pages_of_small, small_files)) == []


def test_the_site_s_name_is_the_same_everywhere():
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\ntheme:")[0]
    assert yaml.safe_load(settings.replace("!ENV", ""))["site_name"] == PLATFORM


def test_a_build_writes_the_files_and_two_days_give_the_same(tmp_path: Path):
    root = repository(tmp_path / "repository", SMALL)
    ended = build(root, "--strict")
    assert ended.code == 0, ended.said
    ends = (".ics", ".xml", ".csv", ".json", "_headers", "robots.txt")
    files = {path: text for path, text in ended.files().items() if path.endswith(ends)}
    files |= {path: text for path, text in ended.files().items() if path.startswith("records/")}
    assert set(_paths(small_library())) == set(files) - {"sitemap.xml"}
    later = {file.path: file.make() for file in planned_exports(small_library(), date.max, "")}
    assert {path: files[path] for path in later} == later
    assert "events" not in files["sitemap.xml"].decode()
    page = ended.pages()["countries/nepal/index.html"]
    assert (
        '<link rel="alternate" type="application/atom+xml" title="What is new" '
        'href="../../feeds/countries/nepal.xml">' in page
    )

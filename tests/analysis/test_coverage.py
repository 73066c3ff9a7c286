"""What is known and missing is counted from the records, on the topics that their kinds declare."""

from __future__ import annotations

from collections import Counter

from pages.small_library import small_library, with_record

from knowledge.analysis.coverage import NOT_RESEARCHED, Coverage, TopicCoverage, coverage
from knowledge.kinds.country import CONVENTIONS, Law
from knowledge.library import Library


def covered(library: Library, kind: str, *path: str) -> TopicCoverage:
    found = {one.topic.path: one for one in coverage(library).topics[kind]}
    return found[path]


def with_law(topic: str, *claims: dict[str, object]) -> Library:
    law = {topic: list(claims)} if claims else {}
    return with_record(small_library(), "country", "ghana", law=law)


def ids(one: TopicCoverage, state: str) -> list[str]:
    return [entry.id for entry in one.in_state(state)]


def test_every_topic_of_the_law_and_every_convention_is_asked() -> None:
    paths = [one.topic.path for one in coverage(small_library()).topics["country"]]
    assert {("law", topic) for topic in Law.model_fields} <= set(paths)
    assert {("conventions", number) for number in CONVENTIONS} <= set(paths)
    assert ("enforcement", "inspections") in paths
    assert ("engagement", "pathfinder") in paths
    assert len(paths) == len(set(paths))


def test_what_an_assessor_did_not_judge_is_not_asked_of_us() -> None:
    assert not coverage(small_library()).group("country", "assessments")


def test_titles_codes_and_dates_are_no_questions() -> None:
    asked = {one.topic.path[0] for one in coverage(small_library()).topics["country"]}
    assert not asked & {"title", "names", "iso3", "added", "sources", "changes", "jurisdiction"}


def test_a_mapping_by_terms_asks_about_every_term_of_the_vocabulary() -> None:
    library = small_library()
    asked = {one.topic.path for one in coverage(library).group("initiative", "members")}
    assert asked == {("members", term) for term in library.terms["constituencies"]}


def test_an_absent_topic_is_not_researched() -> None:
    one = covered(with_law("recruitment_non_state"), "country", "law", "recruitment_non_state")
    assert "ghana" in ids(one, NOT_RESEARCHED)


def test_unknown_silent_and_not_researched_are_three_things() -> None:
    for state in ("unknown", "silent"):
        library = with_law("recruitment_non_state", {"state": state})
        one = covered(library, "country", "law", "recruitment_non_state")
        assert ids(one, state) == ["ghana"]
        assert "ghana" not in ids(one, NOT_RESEARCHED)
        assert one.researched == len(library.all("country")) - len(ids(one, NOT_RESEARCHED))


def test_where_the_law_differs_by_area_every_claim_is_a_line() -> None:
    claims = [
        {"value": "prohibited", "state": "stated", "area": "north"},
        {"value": "prohibited", "state": "to-verify", "area": "south"},
    ]
    library = with_law("recruitment_non_state", *claims)
    one = covered(library, "country", "law", "recruitment_non_state")
    assert ids(one, "stated") == ids(one, "to-verify") == ["ghana"]
    assert (one.lines["stated"], one.lines["to-verify"]) == (1, 1)
    without = covered(with_law("recruitment_non_state"), "country", "law", "recruitment_non_state")
    assert one.researched == without.researched + 1


def test_statements_and_grades_without_a_state_of_their_own_are_answers() -> None:
    library = small_library()
    for entry in library.all("practice"):
        record = entry.record
        told = covered(library, "practice", "limits")
        answered = bool(record.limits)  # type: ignore[attr-defined]
        assert (entry.id in ids(told, NOT_RESEARCHED)) is not answered


def test_lines_by_record_by_topic_and_by_kind_are_the_same_lines() -> None:
    found: Coverage = coverage(small_library())
    for kind in ("country", "practice", "initiative"):
        by_topic: Counter[str] = Counter()
        for one in found.topics[kind]:
            by_topic += one.lines
        by_record: Counter[str] = Counter()
        for entry in small_library().all(kind):
            by_record += found.records[entry.address]
        assert by_topic == by_record == found.lines(kind)


def test_the_lines_of_a_group_are_those_of_its_topics() -> None:
    found = coverage(small_library())
    records = len(small_library().all("country"))
    assert sum(found.lines("country", "conventions").values()) == len(CONVENTIONS) * records

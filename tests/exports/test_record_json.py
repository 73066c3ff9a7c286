"""The JSON of a record holds all that its author wrote, its sources in full, and its text."""

from __future__ import annotations

import json

import pytest
from pages.small_library import small_library, with_record

from knowledge.exports.record_json import collection_json, record_json
from knowledge.kinds import BY_ID, KINDS
from knowledge.library import Library


def told(library: Library, kind: str, record: str, site_url: str = "") -> dict[str, object]:
    found: dict[str, object] = json.loads(
        record_json(library.entries[kind][record], library, site_url)
    )
    return found


@pytest.mark.parametrize("kind", [kind.id for kind in KINDS])
def test_every_record_is_whole(kind: str) -> None:
    library = small_library()
    for entry in library.all(kind):
        found = told(library, kind, entry.id)
        assert found["kind"] == kind
        assert found["id"] == entry.id
        assert found["address"] == entry.address
        assert found["licence"] == "CC BY 4.0"
        assert found["text"] == entry.document.body
        written = entry.record.model_dump(mode="json", exclude_unset=True)
        written.pop("sources", None)
        assert found["fields"] == written
        sources = found["sources"]
        assert isinstance(sources, dict)
        assert set(sources) == {*entry.record.sources, *library.uses_of_source(entry)}
        assert all(source["title"] and source["publisher"] for source in sources.values())


def test_what_nobody_has_researched_is_left_out_and_what_is_unknown_says_so() -> None:
    library = small_library()
    entry = library.entries["practice"]["paid-harvest-labour"]
    source = next(iter(entry.record.sources))
    changed = with_record(
        library, "practice", entry.id, cost={"state": "unknown", "source": [source]}
    )
    fields = told(changed, "practice", entry.id)["fields"]
    assert isinstance(fields, dict)
    assert fields["cost"] == {"state": "unknown", "source": [source]}
    assert "scale" in fields or "scale" not in entry.record.model_fields_set


def test_fields_stand_in_the_order_of_their_declaration() -> None:
    library = small_library()
    entry = library.entries["country"]["ghana"]
    fields = told(library, "country", "ghana")["fields"]
    assert isinstance(fields, dict)
    order = list(type(entry.record).model_fields)
    assert list(fields) == sorted(fields, key=order.index)


def test_the_address_of_the_site_is_told_where_it_is_known() -> None:
    library = small_library()
    assert "url" not in told(library, "country", "ghana")
    found = told(library, "country", "ghana", "https://example.org/")
    assert found["url"] == "https://example.org/countries/ghana/"


def test_a_record_is_as_of_its_newest_day() -> None:
    library = small_library()
    changed = with_record(
        library, "country", "ghana", changes=[{"on": "2025-11-30", "what": "Two ages."}]
    )
    assert told(changed, "country", "ghana")["as_of"] == "2025-11-30"


def test_a_list_names_every_record_and_its_file() -> None:
    library = small_library()
    for kind in KINDS:
        found = json.loads(collection_json(kind, library, ""))
        assert [one["fields"]["id"] for one in found["records"]] == [
            entry.id for entry in library.all(kind.id)
        ]
        assert [one["file"] for one in found["records"]] == [
            entry.data for entry in library.all(kind.id)
        ]
    assert BY_ID["country"].data == "countries/index.json"

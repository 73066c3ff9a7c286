"""What a browser is given of every record, to filter and to search."""

from __future__ import annotations

import json
import re
from itertools import accumulate

import pytest
from pages.small_library import small_library, with_record, with_text

from knowledge.analysis.facets import KIND, facet_values
from knowledge.exports import record_data
from knowledge.exports.record_data import words_of
from knowledge.kinds import KINDS
from knowledge.library import Library

PRACTICE = "paid-harvest-labour"


def data(library: Library, path: str) -> dict:
    """What a file puts into `window.knowledge`, read as a program that runs no script would."""
    file = next(file for file in record_data.record_data(library) if file.path == path)
    text = file.make().decode()
    found = re.fullmatch(
        r"window\.knowledge=window\.knowledge\|\|\{\};knowledge\.(\w+)=knowledge\.\1\|\|\{\};"
        r'knowledge\.\1\["[a-z-]+"\]=(.*);\n',
        text,
    )
    assert found, text[:200]
    return json.loads(found.group(2))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_a_file_holds_every_record_of_its_collection_in_the_order_of_titles(kind):
    library = small_library()
    told = data(library, f"records/{kind.folder}.js")
    assert told["ids"] == [entry.id for entry in library.all(kind.id)]
    assert told["titles"] == [entry.record.title for entry in library.all(kind.id)]
    summaries = data(library, f"records/{kind.folder}-summaries.js")
    assert summaries == [entry.record.summary for entry in library.all(kind.id)]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_every_list_of_a_file_has_a_place_for_every_record(kind):
    told = data(small_library(), f"records/{kind.folder}.js")
    lists = [told[name] for name in ("titles", "words", "added", "starts", "ends", "places")]
    lists += [facet["of"] for facet in told["facets"].values()]
    assert {len(one) for one in lists} == {len(told["ids"])}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.id)
def test_the_facets_of_a_file_are_those_of_the_library(kind):
    library = small_library()
    facets = data(library, f"records/{kind.folder}.js")["facets"]
    for name, values in facet_values(library).items():
        held = [values.held.get(entry.address, ()) for entry in library.all(kind.id)]
        if name == KIND or not any(held):
            assert name not in facets
        else:
            ids = facets[name]["ids"]
            assert [tuple(ids[n] for n in places) for places in facets[name]["of"]] == held


def test_other_names_keywords_and_headings_of_its_own_can_be_searched_for():
    library = with_record(
        small_library(), "country", "ghana",
        names={"short": "Ghana", "official": "Republic of Ghana", "other": ["Gold Coast"]},
        keywords=["cocoa belt"],
    )  # fmt: skip
    told = data(library, "records/countries.js")
    words = told["words"][told["ids"].index("ghana")]
    assert {"Republic", "Gold", "cocoa", "GHA"} <= set(words.split())
    practices = data(library, "records/practices.js")
    assert not any("What was done" in words for words in practices["words"])


def test_the_words_of_the_written_text_lead_to_their_records():
    body = "## The problem\n\nZymurgy in the *Fouta*-Djallon, with São Tomé."
    library = with_text(small_library(), "practice", PRACTICE, body)
    told = data(library, "records/practices-texts.js")
    words = told["words"].split()
    place = [entry.id for entry in library.all("practice")].index(PRACTICE)
    for word in ("zymurgy", "fouta", "djallon", "sao", "tome"):
        assert place in accumulate(told["of"][words.index(word)])
    assert words == sorted(words)


def test_in_a_large_library_the_rarest_words_are_kept(monkeypatch: pytest.MonkeyPatch):
    library = with_record(small_library(), "practice", PRACTICE, id="another", title="Another")
    body = "0000 " + small_library().entries["practice"][PRACTICE].document.body
    library = with_text(library, "practice", PRACTICE, body)
    monkeypatch.setattr(record_data, "PAIRS", len(list(library.everything())))
    told = data(library, "records/practices-texts.js")
    assert "0000" in told["words"].split()
    assert sum(map(len, told["of"])) <= len(library.all("practice"))


def test_words_are_small_letters_without_accents_and_signs():
    assert words_of("Côte d’Ivoire: the [Cocoa](x.md) law—2019.") == {
        "cote", "ivoire", "the", "cocoa", "law", "2019",
    }  # fmt: skip


def test_the_same_records_give_the_same_bytes():
    library = small_library()
    first = [file.make() for file in record_data.record_data(library)]
    assert first == [file.make() for file in record_data.record_data(library)]

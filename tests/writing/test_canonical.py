"""One record, one text: what is written reads back as the same record, and writes the same."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.kinds import KINDS, Kind
from knowledge.kinds.country import Country
from knowledge.kinds.fields import Record
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.practice import Practice
from knowledge.kinds.vocabularies import Vocabulary
from knowledge.reading.documents import document_of
from knowledge.reading.yaml_text import parse
from knowledge.writing.canonical import data_text, record_text

PLAIN: dict[str, Any] = {
    "id": "ghana", "title": "Ghana", "summary": "The law on child labour.",
    "added": date(2026, 11, 23), "names": {"short": "Ghana"}, "jurisdiction": "state",
    "iso3": "GHA", "m49": "288",
}  # fmt: skip


def _country(**more: Any) -> Country:
    return Country.model_validate(PLAIN | more)


def _read(text: str, model: type[Record]) -> tuple[Record, str]:
    document, problems = document_of(text, "x.md")
    assert problems == []
    assert document is not None
    return model.model_validate(document.data), document.body


def _fields(record: Record) -> str:
    return record_text(record, "").split("---\n")[1]


def test_fields_stand_in_the_order_of_the_model_and_defaults_are_left_out() -> None:
    assert _fields(_country()) == (
        "id: ghana\n"
        "title: Ghana\n"
        "summary: The law on child labour.\n"
        "added: 2026-11-23\n"
        "names:\n"
        "  short: Ghana\n"
        "jurisdiction: state\n"
        "iso3: GHA\n"
        "m49: '288'\n"
    )


def test_one_claim_is_a_group_and_several_are_a_list() -> None:
    one = {"value": 15.0, "state": "stated", "as_of": "2022", "source": ["a"]}
    text = _fields(_country(law={"minimum_age_work": [one]}))
    assert "  minimum_age_work:\n    value: 15\n    state: stated\n    as_of: 2022\n" in text
    areas = [one | {"area": "Punjab"}, one | {"area": "Sindh"}]
    text = _fields(_country(law={"minimum_age_work": areas}))
    assert "  minimum_age_work:\n    - value: 15\n      state: stated\n" in text


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("012", "'012'"),
        ("true", "'true'"),
        ("NO", "'NO'"),
        ("2021", "'2021'"),
        ("1.50", "'1.50'"),
        ("12:30", "'12:30'"),
        ("null", "'null'"),
        ("a: b", "'a: b'"),
        ("a #b", "'a #b'"),
        ("- a", "'- a'"),
        ("it's", "it's"),
        ("'quoted'", "'''quoted'''"),
        ("50 % of ILO's members", "50 % of ILO's members"),
        ("Côte d'Ivoire", "Côte d'Ivoire"),
        ("2024-05-31", "2024-05-31"),
        ("http://a.b/c#d", "http://a.b/c#d"),
        ("{x}", "'{x}'"),
        ("x:", "'x:'"),
    ],
)
def test_a_text_is_quoted_only_where_it_would_be_misread(word: str, written: str) -> None:
    text = _fields(_country(title=word))
    assert f"title: {written}\n" in text


def test_a_comma_is_quoted_between_brackets_and_nowhere_else() -> None:
    text = _fields(_country(title="a, b", keywords=["a, b", "c"]))
    assert "title: a, b\n" in text
    assert "keywords: ['a, b', c]\n" in text


def test_long_lines_are_folded_at_about_a_hundred_characters() -> None:
    text = _fields(
        _country(summary="word " * 55 + "end", keywords=[f"keyword-{n}" for n in range(30)])
    )
    assert max(map(len, text.splitlines())) <= 100
    assert "\n  word" in text
    assert "\n  keyword-" in text


def test_a_text_of_several_lines_keeps_its_lines() -> None:
    reply = {"who": "The ministry", "on": date(2026, 1, 2), "text": "First.\n\n  Second: line"}
    text = _fields(_country(replies=[reply]))
    assert "    text: |-\n      First.\n\n        Second: line\n" in text


def test_years_are_sorted_and_sources_keep_their_order() -> None:
    count = {"value": 3, "state": "stated", "by_year": {"2021": 2, "2019": 1}}
    sources = {i: {"title": "T", "publisher": "P", "kind": "press"} for i in ("zebra", "ant")}
    text = _fields(_country(enforcement={"inspections": count}, sources=sources))
    assert "      '2019': 1\n      '2021': 2\n" in text
    assert text.index("zebra") < text.index("ant")


def test_the_body_stands_after_one_empty_line() -> None:
    assert record_text(_country(), "\n\n## Notes\n\nText.\n\n").endswith(
        "m49: '288'\n---\n\n## Notes\n\nText.\n"
    )
    assert record_text(_country(), "").endswith("m49: '288'\n---\n")


_TEXT = st.text(
    st.one_of(
        st.sampled_from(" ,:#'\"-[]{}&*!|>%@`?~=.0123456789\\\n"),
        st.characters(min_codepoint=0x21, max_codepoint=0x24F, exclude_characters="\x7f"
                      + "".join(map(chr, range(0x80, 0xA0))) + "\u00ad"),
    ),
    min_size=1,
    max_size=160,
).map(lambda t: t.strip()).filter(bool)  # fmt: skip
_DATE = st.sampled_from(["1999", "2024-05", "2024-05-31", None])
_SOURCES = st.lists(st.sampled_from(["one", "two-2"]), max_size=2)
_AGE = st.one_of(st.integers(0, 25).map(float), st.sampled_from([17.5, 12.25]))
_READING = st.fixed_dictionaries({"value": _AGE, "as_of": _DATE, "source": _SOURCES})
_CLAIM = st.fixed_dictionaries(
    {"value": _AGE, "state": st.just("to-verify"), "as_of": _DATE, "source": _SOURCES,
     "basis": st.none() | _TEXT, "area": st.none() | _TEXT,
     "also": st.lists(_READING, max_size=2)},
)  # fmt: skip
_COUNTRY = st.fixed_dictionaries(
    {
        "title": _TEXT,
        "summary": _TEXT,
        "keywords": st.lists(_TEXT, max_size=5),
        "names": st.fixed_dictionaries({"short": _TEXT, "other": st.lists(_TEXT, max_size=3)}),
        "law": st.fixed_dictionaries({"minimum_age_work": st.lists(_CLAIM, max_size=2)}),
        "changes": st.lists(st.fixed_dictionaries({"on": st.dates(), "what": _TEXT}), max_size=2),
    }
)
_DECIMAL = st.floats(-1e6, 1e6).map(lambda number: round(number, 6))
_RESULT = st.fixed_dictionaries(
    {"measure": _TEXT, "value": st.one_of(st.integers(-(10**12), 10**12), _DECIMAL, _TEXT),
     "said_by": st.just("owner"), "state": st.just("stated")}
)  # fmt: skip


@given(_COUNTRY, _TEXT)
def test_any_country_reads_back_as_itself_and_its_text_is_a_fixed_point(
    fields: dict[str, Any], body: str
) -> None:
    country = _country(**fields)
    body = f"{body}\n" if "---" not in body else ""
    text = record_text(country, body)
    again, read_body = _read(text, Country)
    assert again == country
    assert read_body.strip("\n") == body.strip("\n")
    assert record_text(again, read_body) == text


@given(st.lists(_RESULT, max_size=3))
def test_any_result_of_a_practice_keeps_its_value_and_type(results: list[dict[str, Any]]) -> None:
    practice = Practice.model_validate(
        {"id": "x", "title": "X", "summary": "X.", "added": date(2026, 1, 1), "approach": ["a"],
         "level": ["b"], "targets": ["c"], "results": results}
    )  # fmt: skip
    text = record_text(practice, "")
    again, _ = _read(text, Practice)
    assert again == practice
    assert record_text(again, "") == text


def test_an_initiative_with_groups_by_name_reads_back_as_itself() -> None:
    yes = {"value": True, "state": "stated", "source": ["a"]}
    initiative = Initiative.model_validate(
        {"id": "x", "title": "X", "summary": "X.", "added": date(2026, 1, 1), "type": "campaign",
         "scope": "global", "started": "2008", "targets": ["child-labour"], "level": ["global"],
         "functions": ["advocacy"], "members": {"governments": yes, "trade-unions": yes}}
    )  # fmt: skip
    text = record_text(initiative, "")
    assert "started: 2008\n" in text
    assert _read(text, Initiative)[0] == initiative


def test_a_vocabulary_reads_back_as_itself() -> None:
    vocabulary = Vocabulary.model_validate(
        {"title": "Goods", "description": "Goods: as listed", "terms": [
            {"id": "cocoa", "label": "Cocoa", "source": ["ILAB, 2022"], "also_called": ["no"]}]}
    )  # fmt: skip
    text = data_text(vocabulary)
    value, problems = parse(text, "x.yml")
    assert problems == []
    assert Vocabulary.model_validate(value) == vocabulary


ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.folder)
def test_every_record_of_the_library_reads_back_as_itself(kind: Kind) -> None:
    for path in sorted((ROOT / kind.folder).glob("*.md")):
        if path.name == "README.md":
            continue
        record, body = _read(path.read_text(encoding="utf-8"), kind.model)
        text = record_text(record, body)
        again, again_body = _read(text, kind.model)
        assert again == record, path.name
        assert record_text(again, again_body) == text, path.name

"""One record more changes every page that it should, and no cell that it should not.

The real library is built with and without the record; nobody types a number in.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from knowledge.clock import newest_day
from knowledge.exports.plan import planned_exports
from knowledge.kinds.entries import Entry
from knowledge.library import Library, load
from knowledge.pages.plan import planned_pages
from knowledge.pages.templates import rendered

ROOT = Path(__file__).parents[1]
TITLE = "Cooperatives that pay for school fees"


@cache
def library() -> Library:
    found, problems = load(ROOT)
    assert not [problem for problem in problems if problem.severity != "note"]
    return found


@cache
def today() -> date:
    """The day after all that the library tells, so that one record more is the newest."""
    return newest_day(library()) + timedelta(days=1)


def page(of: Library, address: str) -> str:
    (planned,) = [p for p in planned_pages(of, today()) if p.address == address]
    return rendered(planned.make())


def feed(of: Library, path: str) -> str:
    exports = planned_exports(of, today(), "https://example.org/")
    return next(file for file in exports if file.path == path).make().decode()


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", html))


def with_one_more(kind: str, like: str, **fields: object) -> Library:
    """The library with a copy of a record under another id and with other fields."""
    entry: Entry = library().entries[kind][like]
    told = {**entry.record.model_dump(exclude_unset=True), "title": TITLE, **fields}
    told |= {"id": "one-more", "added": today(), "formerly": []}
    more = replace(entry, record=type(entry.record).model_validate(told))
    entries = library().entries
    return replace(library(), entries={**entries, kind: {**entries[kind], "one-more": more}})


@pytest.fixture(scope="module")
def practice() -> Library:
    like = "adult-labour-cocoa-harvest-ghana"
    source = [next(iter(library().entries["practice"][like].record.sources))]
    partners = [
        {"name": name, "constituency": constituency, "source": source}
        for name, constituency in (
            ("A union", "trade-unions"),
            ("Growers", "employers-organisations"),
        )
    ]
    fields = {"countries": ["ghana", "guinea"], "goods": ["cocoa"], "tiers": ["tier-3-plus"]}
    return with_one_more("practice", like, **fields, partners=partners, period={"start": "2026"})


@pytest.fixture(scope="module")
def initiative() -> Library:
    fields = {
        "scope": "countries", "countries": ["ghana"], "goods": ["cocoa"], "tiers": ["tier-3-plus"],
        "functions": ["grievance-mechanism"], "ended": None,
    }  # fmt: skip
    return with_one_more("initiative", "international-cocoa-initiative", **fields)


def ghana(html: str) -> str:
    """The row of Ghana in the table of countries and stages."""
    rows = html[html.index('class="k-table k-cells"') :]
    return words(re.search(r'<tr><th scope="row"><a [^>]*>Ghana</a>.*?</tr>', rows, re.S)[0])  # type: ignore[index]


def test_a_practice_changes_the_cell_of_its_stage_on_the_page_of_the_chain(practice: Library):
    before, after = (page(of, "supply-chains/cocoa/") for of in (library(), practice))
    assert TITLE not in before
    assert after.count(TITLE) > 0
    assert ghana(before) != ghana(after)
    assert page(library(), "supply-chains/coffee/") == page(practice, "supply-chains/coffee/")


def test_a_practice_changes_the_scores_of_its_country_and_their_records(practice: Library):
    def scores(of: Library, country: str) -> list[str]:
        told = page(of, f"priorities/{country}/")
        return re.findall(r'<td class="k-st">.*?</tr>', told, re.S)

    # Guinea, where little else is at work: a score names a few of its records and counts the rest.
    assert TITLE not in page(library(), "priorities/guinea/")
    assert TITLE in page(practice, "priorities/guinea/")
    assert scores(library(), "guinea") != scores(practice, "guinea")
    assert scores(library(), "peru") == scores(practice, "peru")


def test_a_practice_counts_in_the_work_plan(practice: Library):
    def deeper(of: Library) -> int:
        told = words(page(of, "work-plan/"))
        return int(re.search(r"(\d+) of \d+ practices in tier 2 and deeper", told)[1])  # type: ignore[index]

    assert deeper(practice) == deeper(library()) + 1


@pytest.mark.parametrize(
    "path", ["feeds/all.xml", "feeds/practices.xml", "feeds/countries/ghana.xml"]
)
def test_a_practice_is_news_in_the_feeds_that_it_belongs_to(practice: Library, path: str):
    assert TITLE in feed(practice, path)
    assert TITLE not in feed(library(), path)


def test_an_initiative_changes_the_matrix_of_functions_and_chains(initiative: Library):
    before, after = (page(of, "compared/") for of in (library(), initiative))
    assert before != after
    listed = "compared/chains/cocoa/"
    assert TITLE not in page(library(), listed)
    assert TITLE in page(initiative, listed)


def test_an_initiative_changes_the_page_of_the_chain_and_the_work_plan(initiative: Library):
    assert TITLE in page(initiative, "supply-chains/cocoa/")
    assert page(initiative, "work-plan/") != page(library(), "work-plan/")

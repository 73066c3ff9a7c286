"""The page on child labour in exports shows what others published, and nothing of our own."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from small_library import SMALL, TODAY, faults, part, row, small_library, words

from knowledge.analysis.distinct_sources import distinct_sources
from knowledge.kinds.tables import ExportStudy, PublishedShare
from knowledge.library import Library, load
from knowledge.pages import trade_flows
from knowledge.pages.method import method_page
from knowledge.pages.plan import planned_pages
from knowledge.pages.source import source_page
from knowledge.pages.templates import rendered
from knowledge.pages.trade_flows import ADDRESS, STEPS, trade_flows_page
from knowledge.rules import check

SOURCE = "ilab-findings-2022"
REAL = Path(__file__).parents[2]


def with_tables() -> Library:
    share = {"region": "Exland", "per_cent": "26", "published": "2019", "state": "stated"}
    study = {"bearing": "counter-evidence", "finding": "Less, not more.", "state": "to-verify"}
    return replace(
        small_library(),
        export_shares=[PublishedShare.model_validate({**share, "source": SOURCE})],
        export_studies=[ExportStudy.model_validate({**study, "source": SOURCE})],
    )


def html_of(library: Library) -> str:
    return rendered(trade_flows_page(library))


def test_a_published_share_stands_with_its_rest_year_state_and_source() -> None:
    html = html_of(with_tables())
    assert not faults(html)
    told = row(part(html, "shares"), "Exland").replace("\N{NO-BREAK SPACE}", " ")
    assert told == "Exland 26 % 1 74 % 2019 stated"
    source = with_tables().shared_sources[SOURCE]
    assert source.title in words(part(html, "sources"))
    assert f'href="../../sources/{SOURCE}/"' in html


def test_a_study_is_told_under_its_bearing_and_marked_where_it_is_to_be_verified() -> None:
    told = words(part(html_of(with_tables()), "studies"))
    assert "Counter-evidence Less, not more. 1 to verify" in told


def test_without_published_shares_nothing_is_drawn() -> None:
    html = html_of(small_library())
    assert not faults(html)
    assert 'role="img"' not in html
    assert "No published shares have been recorded here." in html
    assert 'id="studies"' not in html


def test_the_page_says_that_no_table_is_loaded_and_what_was_not_found() -> None:
    html = html_of(with_tables())
    assert "No table is loaded." in html
    assert "direct and indirect" in words(part(html, "shares"))
    assert "no estimate of its own" in words(html)


def test_every_step_of_the_calculation_is_told_with_its_signs() -> None:
    told = words(html_of(with_tables()))
    for step in STEPS:
        assert step.formula in told
        assert step.signs in told


def test_the_real_shares_are_the_five_that_were_published() -> None:
    library, problems = load(REAL)
    assert not [one for one in problems if "export-" in one.path]
    assert [row.per_cent for row in library.export_shares] == [26, 22, 12, 12, 9]
    (source,) = {row.source for row in library.export_shares}
    assert library.shared_sources[source].date == "2019-11-12"
    assert not faults(html_of(library))
    bearings = {row.bearing for row in library.export_studies}
    assert bearings == set(trade_flows.BEARINGS)


def test_the_page_is_planned_and_the_page_on_method_leads_to_it() -> None:
    assert ADDRESS in {one.address for one in planned_pages(small_library(), TODAY)}
    assert f'href="../{ADDRESS}"' in rendered(method_page())


def test_the_source_of_the_shares_has_a_page_that_leads_here() -> None:
    library = with_tables()
    shared = {"exports-only": library.shared_sources[SOURCE]}
    share = library.export_shares[0].model_copy(update={"source": "exports-only"})
    library = replace(library, shared_sources={**library.shared_sources, **shared})
    library = replace(library, export_shares=[share], export_studies=[])
    (one,) = (one for one in distinct_sources(library) if one.slug == "exports-only")
    html = rendered(source_page(library, one))
    assert f'href="../../{ADDRESS}#shares"' in html
    assert "1 figure or finding in this library." in words(html)


def test_a_source_that_only_a_table_uses_is_not_called_unused() -> None:
    library = with_tables()
    shared = {"exports-only": library.shared_sources[SOURCE]}
    share = library.export_shares[0].model_copy(update={"source": "exports-only"})
    library = replace(library, shared_sources={**library.shared_sources, **shared})
    told = " ".join(one.message for one in check(library, TODAY))
    assert "exports-only" in told
    library = replace(library, export_shares=[share])
    assert "exports-only" not in " ".join(one.message for one in check(library, TODAY))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Exland,26,2019,stated,nobody", "the source “nobody” is not in content/sources.yml"),
        (f"Exland,260,2019,stated,{SOURCE}", "“260” is no share in per cent"),
        (f"Exland,26 %,2019,stated,{SOURCE}", "no share in per cent"),
        (f"Exland,26,2019,certain,{SOURCE}", "state"),
    ],
)
def test_a_row_that_cannot_be_is_told_with_its_place(tmp_path: Path, line: str, told: str) -> None:
    root = tmp_path / "site"
    shutil.copytree(SMALL, root)
    table = root / "content" / "data" / "export-shares.csv"
    table.write_text(f"region,per_cent,published,state,source\n{line}\n", encoding="utf-8")
    _, problems = load(root)
    (problem,) = problems
    assert problem.place.startswith("content/data/export-shares.csv:2:")
    assert told in problem.message

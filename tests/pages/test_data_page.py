"""The page of data leads to every table, and says of each how large it is and what it means."""

from __future__ import annotations

import re

from small_library import SMALL, TODAY, faults, small_library, words

from knowledge import pipeline
from knowledge.analysis.tables import sizes, tables
from knowledge.exports.plan import planned_exports
from knowledge.kinds import KINDS
from knowledge.pages.data import data_page, data_pages
from knowledge.pages.marks import STATES
from knowledge.pages.templates import THEME, rendered


def test_every_table_stands_there_with_its_size_its_file_and_its_page() -> None:
    library = small_library()
    html = rendered(data_page(library, TODAY))
    assert not faults(html)
    told = words(html)
    for table in tables(library):
        assert f'href="../{table.file}" download' in html, table.name
        assert f'href="../{table.address}"' in html, table.name
        number = sizes(library)[table.name]
        row = "row" if number == 1 else "rows"
        assert f"{number:,} {row}, {len(table.columns)} columns" in told, table.name


def test_it_says_licence_edition_citation_and_the_states_as_the_files_spell_them() -> None:
    html = rendered(data_page(small_library(), TODAY))
    told = words(html)
    assert "As of 1 December 2025" in told
    assert "CC BY 4.0" in told
    assert "“Data to take away”" in told
    for state in STATES:
        assert f"<code>{state}</code>" in html


def test_every_collection_is_offered_as_json() -> None:
    html = rendered(data_page(small_library(), TODAY))
    for kind in KINDS:
        assert f'href="../{kind.data}" type="application/json"' in html


def test_the_page_of_a_table_says_what_each_column_means() -> None:
    library = small_library()
    pages = {address: make for address, _, make in data_pages(library, TODAY)}
    for table in tables(library):
        html = rendered(pages[table.address]())
        assert not faults(html), table.name
        told = words(html)
        for column in table.columns:
            assert f"<code>{column.name}</code>" in html
            assert " ".join(column.definition.split()) in told, (table.name, column.name)


def test_every_file_that_a_page_offers_is_made() -> None:
    names = {table.name for table in tables(small_library()) if table.folder == "data"}
    taken = {
        name
        for template in THEME.rglob("*.html")
        for name in re.findall(r'take[(,] ?"([a-z-]+)"', template.read_text(encoding="utf-8"))
    }
    assert len(taken) > 12
    assert taken <= names


def test_the_page_of_a_record_leads_to_the_record_as_json() -> None:
    result = pipeline.run(SMALL, TODAY)
    made = {file.path for file in planned_exports(result.library, TODAY, "")}
    pages = {page.address: page for page in result.pages}
    for entry in result.library.everything():
        html = rendered(pages[entry.address].make())
        link = f'<a rel="alternate" type="application/json" href="../../{entry.data}">'
        assert link in html, entry.address
        assert entry.data in made

"""The assessment of a chain names the signals of each cell and adds nothing up."""

from __future__ import annotations

from dataclasses import replace

from chain_library import chain, changed, small_library, with_listed, with_practice, with_stages

from knowledge.analysis.chain_assessment import SIGNALS, RiskRow, risk_table
from knowledge.library import Library


def rows(library: Library) -> dict[str, RiskRow]:
    return {row.place.name: row for row in risk_table(library, chain(library)).rows}


def test_every_country_with_a_documented_risk_has_a_row():
    assert list(rows(small_library())) == ["Ghana", "Nepal"]


def test_a_cell_says_which_signals_it_rests_on_and_of_when():
    here = rows(small_library())
    assert here["Ghana"].cells[0].witnesses("child-labour") == (("listed", ("2022",)),)
    assert here["Ghana"].cells[0].witnesses("forced-labour") == ()
    assert here["Nepal"].cells[0].witnesses("forced-labour") == (("reported", ("2024",)),)
    assert here["Ghana"].cells[1].risks == ()


def test_a_new_practice_in_cocoa_in_ghana_at_tier_3_changes_that_cell_and_no_other():
    before, after = rows(small_library()), rows(with_practice(small_library()))
    changed_cells = [
        (country, number)
        for country, row in after.items()
        for number, cell in enumerate(row.cells)
        if cell != before[country].cells[number]
    ]
    assert changed_cells == [("Ghana", 0)]
    assert {entry.id for entry in after["Ghana"].cells[0].action} >= {"new"}


def test_a_documented_risk_with_nothing_done_is_a_gap():
    here = rows(small_library())
    assert here["Nepal"].cells[0].is_gap
    assert not here["Ghana"].cells[0].is_gap
    assert not here["Ghana"].cells[1].is_gap


def test_a_country_with_something_done_and_no_risk_has_no_row():
    library = with_practice(small_library(), countries=["nepal"])
    library = changed(library, "supply-chain", "cocoa", stages=[
        {"id": "farm", "title": "Farm", "tier": "tier-3-plus", "happens": "Work.",
         "goods": ["cocoa"], "typical": True}
    ])  # fmt: skip
    table = risk_table(library, chain(library))
    assert [row.place.name for row in table.rows] == ["Ghana"]
    assert [place.name for place in table.only_action] == ["Nepal"]


def test_a_good_listed_only_for_an_input_is_no_signal():
    library = with_listed(small_library(), ("GHA", "cocoa", False, False))
    assert "Ghana" not in rows(library)


def test_only_stages_with_a_risk_or_an_action_have_a_column():
    assert risk_table(small_library(), chain(small_library())).stages() == (0,)
    library = with_practice(small_library(), tiers=["tier-1"])
    assert risk_table(library, chain(library)).stages() == (0, 1)


def test_a_chain_without_a_documented_risk_has_an_empty_table():
    library = with_listed(with_stages(small_library(), {"id": "farm", "goods": ["cocoa"]}))
    table = risk_table(library, chain(library))
    assert (table.rows, table.stages()) == ((), ())


def test_the_signals_of_the_whole_country_tell_not_researched_from_none():
    signals = rows(small_library())["Ghana"].signals
    assert signals.rate is not None
    assert (signals.rate.girls, signals.rate.boys, signals.rate.year) == (21.7, 18.6, "2018")
    assert rows(replace(small_library(), figures={}))["Ghana"].signals.rate is None
    assert signals.gaps is not None
    assert 0 < signals.enforcement < signals.asked
    library = changed(small_library(), "country", "ghana", law={}, enforcement={})
    signals = rows(library)["Ghana"].signals
    assert signals.gaps is None
    assert signals.enforcement == 0


def test_every_signal_says_where_it_comes_from_and_what_it_cannot_tell():
    assert len({signal.id for signal in SIGNALS}) == len(SIGNALS)
    for signal in SIGNALS:
        assert signal.source.endswith(".")
        assert signal.cannot_tell.endswith(".")

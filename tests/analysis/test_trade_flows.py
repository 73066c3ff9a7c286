"""Child labour in exports: tables computed by hand, a textbook's, and what must always hold."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from knowledge.analysis.trade_flows import (
    ExportShare,
    estimate,
    leontief_inverse,
    summed,
)
from knowledge.analysis.trade_table import TradeTable

#: Two regions with two industries each, computed by hand below.
#:
#:                 sells to                            final users in   output  children  c
#:                 N farm  N mill  S farm  S mill      North   South
#: North farm         0      40       0      30          20      10      100      50    0.5
#: North mill         0       0       0       0         120      80      200      20    0.1
#: South farm         0       0       0      20          20      60      100      30    0.3
#: South mill         0      20       0       0          30      50      100      10    0.1
HAND = TradeTable(
    labels=(("North", "farm"), ("North", "mill"), ("South", "farm"), ("South", "mill")),
    regions=("North", "South"),
    flows=np.array([[0.0, 40, 0, 30], [0, 0, 0, 0], [0, 0, 0, 20], [0, 20, 0, 0]]),
    final_demand=np.array([[20.0, 10], [120, 80], [20, 60], [30, 50]]),
    output=np.array([100.0, 200, 100, 100]),
    children=np.array([50.0, 20, 30, 10]),
)


def by_region(table: TradeTable) -> dict[str, ExportShare]:
    return {share.region: share for share in estimate(table).regions}


def test_the_table_computed_by_hand_comes_out():
    found = by_region(HAND)
    # North exports 30 + 10 of its farm and 80 of its mill: 0.5 * 40 + 0.1 * 80 = 28 directly. The
    # mill takes 40 / 200 = 0.2 of the farm for a unit: 80 * 0.2 = 16, and 0.5 * 16 = 8 indirectly.
    north = found["North"]
    assert north.direct == pytest.approx(28)
    assert north.indirect == pytest.approx(8)
    assert north.exports == pytest.approx(36)
    assert north.at_home == pytest.approx(34)
    assert north.share(north.exports) == pytest.approx(36 / 70)
    # Of the farm's 30 for the South's mill, 15 end with users in the South; 9 come back to users in
    # the North, and 6 to the North's mill, which sells 120 of its 200 at home: 3.6. So (9 + 3.6) *
    # 0.5 = 6.3 of the 36 return.
    assert north.returning == pytest.approx(6.3)
    assert north.abroad == pytest.approx(29.7)
    # South exports 20 of its farm and 20 + 30 of its mill, which takes 0.2 of the farm for a unit.
    south = found["South"]
    assert south.direct == pytest.approx(0.3 * 20 + 0.1 * 50)
    assert south.indirect == pytest.approx(0.3 * 0.2 * 50)
    assert south.share(south.exports) == pytest.approx(0.35)
    # Its mill sells 20 to the North's mill, of which 80 / 200 comes back: 8 of the mill and, at 0.2
    # a unit, 1.6 of the farm.
    assert south.returning == pytest.approx(0.1 * 8 + 0.3 * 1.6)


def test_the_industries_in_which_the_children_work_are_told():
    found = estimate(HAND)
    assert found.direct == pytest.approx([20, 8, 6, 5])
    assert found.indirect == pytest.approx([8, 0, 3, 0])


def test_a_mine_that_only_supplies_an_exporter_is_wholly_indirect():
    table = TradeTable(
        labels=(("A", "mine"), ("A", "works"), ("B", "shop")),
        regions=("A", "B"),
        flows=np.array([[0.0, 10, 0], [0, 0, 25], [0, 0, 0]]),
        final_demand=np.array([[0.0, 0], [0, 0], [0, 40]]),
        output=np.array([10.0, 25, 40]),
        children=np.array([7.0, 0, 1]),
    )
    exporting, other = estimate(table).regions
    assert (exporting.direct, exporting.exports) == (0, pytest.approx(7))
    assert exporting.abroad == pytest.approx(7)
    assert (other.exports, other.at_home) == (0, 1)


#: Miller and Blair, Input-Output Analysis, 2nd edition (Cambridge 2009), section 3.3: the
#: hypothetical two-region interregional case, three sectors in region L and two in region M.
TEXTBOOK = TradeTable(
    labels=(("L", "1"), ("L", "2"), ("L", "3"), ("M", "1"), ("M", "2")),
    regions=("L", "M"),
    flows=np.array(
        [
            [150.0, 500, 50, 25, 75],
            [200, 100, 400, 200, 100],
            [300, 500, 50, 60, 40],
            [75, 100, 60, 200, 250],
            [50, 25, 25, 150, 100],
        ]
    ),
    final_demand=np.array([[200.0, 0], [1000, 0], [50, 0], [0, 515], [0, 450]]),
    output=np.array([1000.0, 2000, 1000, 1200, 800]),
    children=np.array([10.0, 20, 30, 40, 50]),
)


def test_the_inverse_of_the_textbook_comes_out():
    inverse = leontief_inverse(TEXTBOOK.flows / TEXTBOOK.output)
    told = [
        [1.4234, 0.4652, 0.2909, 0.1917, 0.3041],
        [0.6346, 1.4237, 0.6707, 0.4092, 0.4558],
        [0.6383, 0.5369, 1.3363, 0.2501, 0.3108],
        [0.2672, 0.2000, 0.1973, 1.3406, 0.5473],
        [0.1468, 0.0908, 0.0926, 0.2155, 1.2538],
    ]
    assert np.round(inverse, 4).tolist() == told
    assert inverse @ TEXTBOOK.final_demand.sum(axis=1) == pytest.approx(TEXTBOOK.output)


def test_regions_may_have_different_industries():
    region, _ = estimate(TEXTBOOK).regions
    # From the printed inverse: output in L for the final users of M, weighted by c = 10/1000,
    # 20/2000 and 30/1000.
    inverse = leontief_inverse(TEXTBOOK.flows / TEXTBOOK.output)
    abroad = inverse[:3, 3:] @ [515, 450]
    assert region.abroad == pytest.approx(float(np.array([0.01, 0.01, 0.03]) @ abroad))
    # Directly: its exports are 25 + 75, 200 + 100 and 60 + 40.
    assert region.direct == pytest.approx(0.01 * 100 + 0.01 * 300 + 0.03 * 100)


def test_one_industry_of_one_region_exports_nothing():
    table = TradeTable(
        (("World", "all"),), ("World",), np.array([[40.0]]), np.array([[60.0]]),
        np.array([100.0]), np.array([5.0]),
    )  # fmt: skip
    (share,) = estimate(table).regions
    assert (share.exports, share.abroad, share.at_home) == (0, 0, 5)
    assert leontief_inverse(np.array([[0.4]])).tolist() == [[pytest.approx(1 / 0.6)]]


def test_a_region_without_children_has_no_share():
    (north, south) = estimate(replace(HAND, children=np.array([0.0, 0, 30, 10]))).regions
    assert north.exports == 0
    assert north.share(north.exports) is None
    assert south.share(south.exports) == pytest.approx(0.35)


def test_an_industry_that_neither_buys_nor_sells_counts_for_nothing():
    idle = TradeTable(
        (*HAND.labels, ("South", "idle")),
        HAND.regions,
        np.pad(HAND.flows, ((0, 1), (0, 1))),
        np.pad(HAND.final_demand, ((0, 1), (0, 0))),
        np.append(HAND.output, 0),
        np.append(HAND.children, 0),
    )
    assert by_region(idle)["South"] == by_region(HAND)["South"]


def test_regions_are_summed_into_groups():
    (world,) = summed(estimate(HAND).regions, {"North": "World", "South": "World"})
    assert (world.region, world.children) == ("World", 110)
    assert world.exports == pytest.approx(36 + 14)


def test_stocks_that_shrink_are_no_fault():
    demand = HAND.final_demand.copy()
    demand[0] = [-5, 35]
    assert by_region(replace(HAND, final_demand=demand))["North"].direct == pytest.approx(40.5)


@st.composite
def tables(draw: st.DrawFn) -> TradeTable:
    """Balanced tables of up to three regions and three industries, every one productive."""
    regions, industries = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    rows = regions * industries
    numbers = st.floats(0, 1000).map(lambda number: round(number, 3))
    flows = draw(arrays(float, (rows, rows), elements=numbers))
    demand = draw(arrays(float, (rows, regions), elements=numbers))
    # Every industry buys for less than it sells once its own final sales exceed all its inputs.
    demand[:, 0] += flows.sum(axis=0) + 1
    return TradeTable(
        tuple((f"R{r}", f"I{i}") for r in range(regions) for i in range(industries)),
        tuple(f"R{r}" for r in range(regions)),
        flows,
        demand,
        flows.sum(axis=1) + demand.sum(axis=1),
        draw(arrays(float, rows, elements=numbers)),
    )


@given(tables())
def test_exports_and_home_are_all_children_and_no_part_is_negative(table: TradeTable):
    slack = 1e-6
    for share in estimate(table).regions:
        parts = (share.direct, share.indirect, share.abroad, share.returning, share.at_home)
        assert all(part >= -slack for part in parts), share
        assert share.abroad + share.returning == pytest.approx(share.direct + share.indirect)
        assert share.exports + share.at_home == pytest.approx(share.children)


@given(tables())
def test_what_is_worked_for_users_at_home_and_abroad_is_what_the_inverse_says(table: TradeTable):
    """At home and returning together are c L f of a region's own final demand: the two ways to
    compute the domestic part, through A_rr and through L, agree."""
    inverse = leontief_inverse(table.flows / table.output)
    per_unit = table.children / table.output
    for place, share in enumerate(estimate(table).regions):
        own = [region == share.region for region, _ in table.labels]
        for_own_users = (per_unit * (inverse @ table.final_demand[:, place]))[own].sum()
        assert share.at_home + share.returning == pytest.approx(for_own_users, abs=1e-6)


@given(tables(), st.integers(1, 1000))
def test_the_unit_of_money_does_not_matter_and_that_of_children_carries_over(
    table: TradeTable, factor: int
):
    money = replace(
        table,
        flows=table.flows * factor,
        final_demand=table.final_demand * factor,
        output=table.output * factor,
    )
    people = replace(table, children=table.children * factor)
    for share, same, more in zip(
        estimate(table).regions, estimate(money).regions, estimate(people).regions, strict=True
    ):
        assert same.direct == pytest.approx(share.direct)
        assert same.indirect == pytest.approx(share.indirect, abs=1e-6)
        assert more.exports == pytest.approx(share.exports * factor, abs=1e-3)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"flows": np.zeros((4, 3))}, r"flows has the shape \(4, 3\), and must have \(4, 4\)"),
        ({"final_demand": np.zeros((4, 1))}, r"final_demand has the shape \(4, 1\)"),
        ({"output": np.zeros(3)}, r"output has the shape \(3,\)"),
        ({"children": np.zeros((4, 1))}, r"children has the shape \(4, 1\)"),
        ({"output": np.array([100.0, -200, 100, 100])}, "output of North:mill: a number is neg"),
        ({"children": np.array([50.0, 20, -1, 10])}, "children of South:farm: a number is neg"),
        ({"children": np.array([50.0, np.nan, 1, 10])}, "children of North:mill: .* or none"),
        ({"output": np.array([100.0, 200, 100, 0])}, "South:mill has inputs or children, and no"),
        ({"output": np.array([100.0, 250, 100, 100])}, "North:mill: its output is 250, and all "),
        ({"regions": ("North", "West")}, "The regions are not those of the labels"),
        ({"labels": (HAND.labels[0],) * 4}, "An industry or a region stands twice"),
    ],
)
def test_a_table_that_cannot_be_is_refused_with_its_place(changed: dict[str, object], told: str):
    with pytest.raises(ValueError, match=told):
        estimate(replace(HAND, **changed))  # type: ignore[arg-type]


def test_all_faults_are_told_at_once():
    with pytest.raises(ValueError, match="North:farm") as raised:
        estimate(replace(HAND, output=np.array([120.0, 250, 100, 100])))
    assert len(str(raised.value).splitlines()) == 2


@pytest.mark.parametrize(
    "inputs",
    [
        [[1.0]],  # spectral radius 1: singular
        [[0.5, 0.5], [0.5, 0.5]],  # singular, though no industry needs more than it makes
        [[0.0, 2.0], [1.0, 0.0]],  # spectral radius above 1
        [[1.5, 0.0], [0.0, 0.1]],  # one industry eats more of its own product than it makes
        [[0.7, 0.3 + 1e-15], [0.3, 0.7]],  # cannot be told from a singular one
    ],
)
def test_industries_that_need_more_than_they_make_are_refused(inputs: list[list[float]]):
    with pytest.raises(ValueError, match=r"need more inputs than they produce.*Hawkins-Simon"):
        leontief_inverse(np.array(inputs))


def test_the_industry_with_most_inputs_is_named():
    table = TradeTable(
        labels=(("A", "farm"), ("B", "mill")),
        regions=("A", "B"),
        flows=np.array([[0.0, 300], [200, 0]]),
        final_demand=np.array([[-100.0, 0], [0, 50]]),
        output=np.array([200.0, 250]),
        children=np.array([1.0, 1]),
    )
    with pytest.raises(ValueError, match=r"the most needs B:mill, inputs of 1\.2"):
        estimate(table)


def test_neither_the_build_nor_the_checks_load_numpy():
    program = "import sys; import knowledge.pipeline; print('numpy' in sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        cwd=Path(__file__).parents[2] / "hooks",
    )  # fmt: skip
    assert told.stdout == "False\n"

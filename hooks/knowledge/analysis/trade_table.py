"""An inter-country input-output table as matrices, and what makes one unfit to estimate from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from knowledge.reading.flow_tables import BALANCE, FlowTables, Label

Numbers: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class TradeTable:
    """An inter-country table of n rows (industries of regions) and r regions.

    `flows` (n, n) and `final_demand` (n, r) and `output` (n) are in one unit of money, a row sells
    to a column; `children` (n) counts children in child labour, in any one unit. The columns of
    `flows` are the rows in the same order, those of `final_demand` are `regions`.
    """

    labels: tuple[Label, ...]
    regions: tuple[str, ...]
    flows: Numbers
    final_demand: Numbers
    output: Numbers
    children: Numbers


def trade_table(read: FlowTables) -> TradeTable:
    """The table that was read from files."""
    return TradeTable(
        read.labels,
        read.regions,
        np.array(read.flows),
        np.array(read.final_demand),
        np.array(read.output),
        np.array(read.children),
    )


def require_sound(table: TradeTable) -> None:
    """Raises ValueError, all faults at once, for shapes and labels that do not match; else for
    numbers that cannot be, and for output that differs from the sum of its row by more than
    `BALANCE`."""
    _raise(_misfits(table))
    _raise(_impossible(table))


def _misfits(table: TradeTable) -> Iterator[str]:
    """Shapes that do not match the labels."""
    rows, regions = len(table.labels), len(table.regions)
    shapes = {
        "flows": (table.flows, (rows, rows)),
        "final_demand": (table.final_demand, (rows, regions)),
        "output": (table.output, (rows,)),
        "children": (table.children, (rows,)),
    }
    for name, (numbers, shape) in shapes.items():
        if numbers.shape != shape:
            yield (
                f"{name} has the shape {numbers.shape}, and must have {shape}: {rows} industries "
                f"of regions, {regions} regions. Give every industry a row, and flows a column too."
            )
    if not rows:
        yield "The table has no industries. Give it at least one."
    if len(set(table.labels)) < rows or len(set(table.regions)) < regions:
        yield "An industry or a region stands twice. Give each one row."
    if {region for region, _ in table.labels} != set(table.regions):
        yield "The regions are not those of the labels. Name each region of a label once."


def _impossible(table: TradeTable) -> Iterator[str]:
    """Numbers that no economy has, each with its industry."""
    named = [":".join(label) for label in table.labels]
    given = {
        "flows": table.flows,
        "final_demand": table.final_demand,
        "output": table.output,
        "children": table.children,
    }
    for name, numbers in given.items():
        # Final demand holds changes in stocks, which may be negative.
        wrong = ~np.isfinite(numbers) | ((numbers < 0) & (name != "final_demand"))
        for row in np.flatnonzero(wrong.reshape(len(named), -1).any(axis=1)).tolist():
            yield (
                f"{name} of {named[row]}: a number is negative or none. Write 0 where there "
                "is nothing."
            )
    if not all(np.isfinite(numbers).all() for numbers in given.values()):
        return
    total = table.flows.sum(axis=1) + table.final_demand.sum(axis=1)
    bought = table.flows.sum(axis=0)
    for place, name in enumerate(named):
        output = float(table.output[place])
        if output == 0 and (bought[place] > 0 or table.children[place] > 0):
            yield (
                f"{name} has inputs or children, and no output: there is nothing to share them "
                "out to. Give its output, or join it with another industry."
            )
        elif abs(total[place] - output) > BALANCE * output:
            yield (
                f"{name}: its output is {output:g}, and all that it sells is {total[place]:g}. "
                "Add the missing sales to flows or final demand, or correct the output."
            )


def _raise(faults: Iterator[str]) -> None:
    told = list(faults)
    if told:
        raise ValueError("\n".join(told))

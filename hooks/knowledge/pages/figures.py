"""A figure: a drawing with what a reader needs beside it, on its page and in a file of its own."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.drawings.age_line import AgeLine
from knowledge.drawings.level_steps import LevelSteps
from knowledge.drawings.paired_bars import PairedBars
from knowledge.drawings.share_bars import ShareBars
from knowledge.drawings.tier_diagram import TierDiagram
from knowledge.drawings.timeline import Timeline
from knowledge.drawings.world_map import WorldMap
from knowledge.drawings.year_bars import YearBars
from knowledge.kinds.fields import Source
from knowledge.pages.citing import Citing, SourceMark
from knowledge.pages.figure_tables import FigureTable

Drawing = (
    AgeLine | LevelSteps | PairedBars | ShareBars | TierDiagram | Timeline | WorldMap | YearBars
)

#: The macro that draws each sort; it stands in a file of that name in `hooks/theme/drawings/`.
MACROS: dict[type, str] = {
    AgeLine: "age_line",
    LevelSteps: "level_steps",
    PairedBars: "paired_bars",
    ShareBars: "share_bars",
    TierDiagram: "tier_diagram",
    Timeline: "timeline",
    WorldMap: "world_map",
    YearBars: "year_bars",
}


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure of a page.

    `shows` says what, `unit` in which unit, of which age and year. `page` is the page's address;
    `subject` names what the page is about, for where the figure is carried to;
    `rests_on` are its sources; `derived` says in words what is our own work in it. `notes` are
    sentences under it, `table` the same numbers where no other table of the page holds them.
    `legend` holds, for a map, the class and the words of each colour; `marks` are the numbers of
    its sources on the page.
    """

    id: str
    shows: str
    unit: str
    drawing: Drawing
    page: str
    rests_on: tuple[Source, ...] = ()
    subject: str = ""
    derived: str = ""
    notes: tuple[str, ...] = ()
    table: FigureTable | None = None
    legend: tuple[tuple[str, str], ...] = ()
    cites: tuple[str, ...] = ()
    marks: tuple[SourceMark, ...] = ()

    @property
    def file(self) -> str:
        """The file of its own, relative to the site."""
        return f"{self.page}{self.id}.svg"

    @property
    def macro(self) -> str:
        """The macro that draws it."""
        return MACROS[type(self.drawing)]

    def cited(self, citing: Citing) -> DrawnFigure:
        """The figure with the numbers that its sources have on a page."""
        return replace(self, marks=citing.marks(self.cites)) if self.cites else self


def drawn_figure(
    citing: Citing,
    page: str,
    shows: str,
    unit: str,
    drawing: PairedBars | ShareBars | None,
    cites: Iterable[str],
) -> DrawnFigure | None:
    """The figure of a page of no record, with shared sources; None where nothing is drawn."""
    if drawing is None:
        return None
    cited = tuple(dict.fromkeys(cites))
    rests_on = tuple(citing.library.shared_sources[id_] for id_ in cited)
    return DrawnFigure(
        drawing.id, shows, unit, drawing, page, rests_on, cites=cited, marks=citing.marks(cited)
    )


def by_id(figures: Iterable[DrawnFigure], citing: Citing) -> dict[str, DrawnFigure]:
    """Figures by id, with the numbers of their sources."""
    return {figure.id: figure.cited(citing) for figure in figures}

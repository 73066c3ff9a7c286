"""Every record by kind and id, with the references between them resolved in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from knowledge.kinds import KINDS
from knowledge.kinds.country import Country
from knowledge.kinds.entries import Entry
from knowledge.kinds.fields import Source
from knowledge.kinds.known_names import KnownNames, known_names, without_accents
from knowledge.kinds.outlines import OUTLINES, MapOutline
from knowledge.kinds.references import Cites, Ref, Term, Trail, mentions
from knowledge.kinds.statistics import Dataset, Figure, path_of
from knowledge.kinds.tables import (
    EXPORT_SHARES,
    EXPORT_STUDIES,
    LISTED_GOODS,
    ExportStudy,
    ListedGood,
    Place,
    PublishedShare,
)
from knowledge.kinds.toolkit import ToolkitFile
from knowledge.kinds.vocabularies import Vocabulary, VocabularyTerm
from knowledge.kinds.work_plan import WorkPlanFile
from knowledge.reading.folders import DATA_PAGES
from knowledge.reading.held import Held
from knowledge.reading.markdown import Outline

#: A record that points to something, and the field that does.
Pointing = tuple[Entry, Trail]


@dataclass(frozen=True, slots=True)
class Prose:
    """A page of `content/`."""

    path: str
    text: str
    outline: Outline

    @property
    def is_ours(self) -> bool:
        """Whether we make the page from the file's fields, and not MkDocs from its text."""
        return self.path.startswith(DATA_PAGES)

    @property
    def address(self) -> str:
        """The page, relative to the site, as MkDocs makes it."""
        name = self.path.removeprefix("content/").removesuffix(".md")
        folder, _, last = name.rpartition("/")
        name = folder if last in ("index", "README") else name
        return f"{name}/" if name else ""


Table = TypeVar("Table")
#: What a field points to: a record of a kind, or a term of a vocabulary, and its id.
Target = tuple[Ref | Term, str]
#: The fields that rest on each source of a record; `()` is its written text.
Uses = dict[str, tuple[Trail, ...]]

#: The outline of a page whose text is not published.
NOTHING = Outline((), (), (), ())


@dataclass(frozen=True)
class Library:
    """All that the repository holds, linked.

    Drafts are in it only for a preview; otherwise `drafts` names the files left out.
    """

    root: Path
    entries: dict[str, dict[str, Entry]]
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    shared_sources: dict[str, Source] = field(default_factory=dict)
    listed_goods: list[ListedGood] = field(default_factory=list)
    places: dict[str, Place] = field(default_factory=dict)
    prose: dict[str, Prose] = field(default_factory=dict)
    drafts: frozenset[str] = frozenset()
    export_shares: list[PublishedShare] = field(default_factory=list)
    export_studies: list[ExportStudy] = field(default_factory=list)
    toolkits: dict[str, ToolkitFile] = field(default_factory=dict)
    work_plan: WorkPlanFile | None = None
    figures: dict[Dataset, list[Figure]] = field(default_factory=dict)
    outlines: tuple[MapOutline, ...] = ()
    _held: Held | None = field(default=None, repr=False, compare=False)
    _tables: dict[Callable[[Library], Any], Any] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def once(self, table: Callable[[Library], Table]) -> Table:
        """What a function says of the whole library, worked out when it is first asked for."""
        if table not in self._tables:
            self._tables[table] = table(self)
        return cast(Table, self._tables[table])

    def all(self, kind_id: str) -> list[Entry]:
        """The records of a kind, by title as a reader would look it up."""
        return self._by_title[kind_id]

    def everything(self) -> Iterator[Entry]:
        """Every record, kind by kind."""
        for kind in KINDS:
            yield from self._by_title[kind.id]

    def get(self, kind_id: str, id: str) -> Entry | None:  # noqa: A002 - the field's own name
        """The record with this id, if there is one."""
        return self.entries.get(kind_id, {}).get(id)

    def pointing_at(self, kind_id: str, id: str) -> Iterator[Pointing]:  # noqa: A002
        """The records that point to a record, each once for every field that does."""
        return _pairs(self._pointings.get((Ref(kind_id), id), []))

    def using(self, vocabulary: str, term_id: str) -> Iterator[Pointing]:
        """The records that use a term of a vocabulary."""
        return _pairs(self._pointings.get((Term(vocabulary), term_id), []))

    def is_used(self, vocabulary: str, term_id: str) -> bool:
        """Whether any record uses a term of a vocabulary."""
        return (Term(vocabulary), term_id) in self._pointings

    def pointed_at(self) -> Iterator[tuple[Target, Iterator[Pointing]]]:
        """What fields point to, whether or not it exists, and the fields that do."""
        return ((target, _pairs(flat)) for target, flat in self._pointings.items())

    def toolkits_with(self, target: Target) -> list[tuple[ToolkitFile, int]]:
        """The toolkits with a step that leads to a record or a term, and the number of the step."""
        return self._steps.get(target, [])

    def term(self, vocabulary: str, term_id: str) -> VocabularyTerm:
        """A term that is known to exist, as every term of a checked record is."""
        return self.terms[vocabulary][term_id]

    def source(self, entry: Entry, source_id: str) -> Source:
        """A source of the record's own, or a shared one."""
        return entry.record.sources.get(source_id) or self.shared_sources[source_id]

    def uses_of_source(self, entry: Entry) -> Uses:
        """The fields that rest on each source; the written text counts as the field `()`."""
        return self._walked[1].get((entry.kind.id, entry.id), {})

    @property
    def sourced_rows(
        self,
    ) -> dict[str, Sequence[ListedGood | PublishedShare | ExportStudy | Figure | MapOutline]]:
        """The rows of the tables whose rows name a source, by the path of the table."""
        figures = {path_of(dataset): rows for dataset, rows in self.figures.items()}
        return figures | {
            LISTED_GOODS: self.listed_goods,
            EXPORT_SHARES: self.export_shares,
            EXPORT_STUDIES: self.export_studies,
            OUTLINES: self.outlines,
        }

    def goods_of(self, iso3: str) -> list[ListedGood]:
        """The listed goods of a country."""
        return self._goods.get(iso3, [])

    def figures_of(self, iso3: str) -> list[Figure]:
        """Every figure of a country, dataset by dataset; what is absent has not been told."""
        return self._figures.get(iso3, [])

    def country(self, iso3: str) -> Entry | None:
        """The record of the country with this ISO 3166-1 alpha-3 code."""
        return self._countries.get(iso3)

    def unions_of(self, iso3: str) -> list[Entry]:
        """The records of the unions of states that a state is a member of."""
        return self._unions.get(iso3, [])

    @cached_property
    def terms(self) -> dict[str, dict[str, VocabularyTerm]]:
        """The terms of every vocabulary by id."""
        return {
            name: {term.id: term for term in vocabulary.terms}
            for name, vocabulary in self.vocabularies.items()
        }

    @cached_property
    def names(self) -> KnownNames:
        """What people call every record and every term."""
        return known_names(self.entries, self.vocabularies)

    @cached_property
    def by_path(self) -> dict[str, Entry | Prose]:
        """What a relative link can lead to, by its file.

        On the code host a folder's README.md stands for the folder; here, for the collection.
        """
        pages: dict[str, Entry | Prose] = {entry.path: entry for entry in self.everything()}
        readmes = [f"{kind.folder}/README.md" for kind in KINDS]
        collections = {path: Prose(path, "", NOTHING) for path in readmes}
        return {**pages, **collections, **self.prose}

    @cached_property
    def _by_title(self) -> dict[str, list[Entry]]:
        return {
            kind.id: sorted(
                self.entries.get(kind.id, {}).values(),
                key=lambda e: (without_accents(e.record.title), e.id),
            )
            for kind in KINDS
        }

    @property
    def _pointings(self) -> dict[Target, list[Entry | Trail]]:
        """What each field points to. A record and its field stand one behind the other, as a pair
        for each of a quarter of a million would take four times the memory."""
        return self._walked[0]

    @cached_property
    def _walked(self) -> tuple[dict[Target, list[Entry | Trail]], dict[tuple[str, str], Uses]]:
        """All pointers of all records in one walk: by what they point to, and sources by record."""
        pointings: dict[Target, list[Entry | Trail]] = defaultdict(list)
        sources: dict[tuple[str, str], Uses] = {}
        # Most records point along the same few trails, which are held once; so are lists of them.
        trails = dict[Any, Any]().setdefault
        for entry in self.everything():
            if self._held is None:
                pointing, uses = _walk(entry, trails)
            else:
                pointing, uses = self._held.of(entry.path, _walk, entry, trails)
            for target, trail in pointing:
                pointings[target] += (entry, trail)
            sources[entry.kind.id, entry.id] = uses
        return dict(pointings), sources

    @cached_property
    def _steps(self) -> dict[Target, list[tuple[ToolkitFile, int]]]:
        steps: dict[Target, list[tuple[ToolkitFile, int]]] = defaultdict(list)
        for toolkit in self.toolkits.values():
            for number, step in toolkit.steps:
                for target in step.targets:
                    steps[target].append((toolkit, number))
        return dict(steps)

    @cached_property
    def _goods(self) -> dict[str, list[ListedGood]]:
        goods: dict[str, list[ListedGood]] = defaultdict(list)
        for row in self.listed_goods:
            goods[row.iso3].append(row)
        return dict(goods)

    @cached_property
    def _figures(self) -> dict[str, list[Figure]]:
        figures: dict[str, list[Figure]] = defaultdict(list)
        for rows in self.figures.values():
            for row in rows:
                figures[row.iso3].append(row)
        return dict(figures)

    @cached_property
    def _unions(self) -> dict[str, list[Entry]]:
        unions: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.all("country"):
            if isinstance(entry.record, Country):
                for iso3 in entry.record.members:
                    unions[iso3].append(entry)
        return dict(unions)

    @cached_property
    def _countries(self) -> dict[str, Entry]:
        return {
            entry.record.iso3: entry
            for entry in self.all("country")
            if isinstance(entry.record, Country) and entry.record.iso3
        }


def _pairs(flat: list[Entry | Trail]) -> Iterator[Pointing]:
    one_by_one: Iterator[Any] = iter(flat)
    return zip(one_by_one, one_by_one, strict=True)


def _walk(entry: Entry, same: Callable[[Any, Any], Any]) -> tuple[list[tuple[Target, Trail]], Uses]:
    """What a record points to, and the fields that rest on each of its sources; `same` gives for a
    trail, and for several together, the ones that are held of them."""
    pointing: list[tuple[Target, Trail]] = []
    uses: dict[str, list[Trail]] = defaultdict(list)
    for trail, pointer, id_ in mentions(entry.record):
        trail = same(trail, trail)
        if isinstance(pointer, Cites):
            uses[id_].append(trail)
        else:
            pointing.append(((pointer, id_), trail))
    for citation in entry.outline.citations:
        uses[citation.id].append(())
    together = ((id_, tuple(trails)) for id_, trails in uses.items())
    return pointing, {id_: same(trails, trails) for id_, trails in together}

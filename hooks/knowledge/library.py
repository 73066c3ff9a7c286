"""Every record by kind and id, with the references between them resolved in both directions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast

from knowledge.kinds import BY_ID, KINDS
from knowledge.kinds.country import Country
from knowledge.kinds.declared import vocabularies_of
from knowledge.kinds.entries import Entry, read_entries
from knowledge.kinds.fields import Source
from knowledge.kinds.known_names import KnownNames, known_names, without_accents
from knowledge.kinds.outlines import OUTLINES, MapOutline, read_outlines
from knowledge.kinds.references import Cites, Ref, Term, Trail, mentions
from knowledge.kinds.statistics import Dataset, Figure, figure_problems, path_of, read_figures
from knowledge.kinds.tables import (
    EXPORT_SHARES,
    EXPORT_STUDIES,
    LISTED_GOODS,
    ExportStudy,
    ListedGood,
    Place,
    PublishedShare,
    read_export_shares,
    read_export_studies,
    read_listed_goods,
    read_places,
)
from knowledge.kinds.toolkit import ToolkitFile, read_toolkits
from knowledge.kinds.validation import nearest
from knowledge.kinds.vocabularies import (
    FOLDER as VOCABULARIES,
)
from knowledge.kinds.vocabularies import (
    SHARED_SOURCES,
    Vocabulary,
    VocabularyTerm,
    read_shared_sources,
    read_vocabularies,
)
from knowledge.kinds.work_plan import WorkPlanFile, read_work_plan
from knowledge.problems import Problem
from knowledge.reading.documents import read_prose
from knowledge.reading.folders import DATA_PAGES, PROSE, prose_paths
from knowledge.reading.held import Held
from knowledge.reading.markdown import Outline, outline

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


def load(
    root: Path, *, drafts: bool = False, held: Held | None = None
) -> tuple[Library, list[Problem]]:
    """Read the whole repository: the linked library, and every problem found on the way.

    What is `held` from an earlier time, and has not changed since, is not read again.
    """
    lent, held = held, held or Held()
    problems: list[Problem] = []
    entries: dict[str, dict[str, Entry]] = {}
    hidden: dict[str, set[str]] = {}
    left_out: set[str] = set()
    for kind, read in read_entries(root, KINDS, held).items():
        problems += read.problems
        shown = {one.id: one for one in read.entries if drafts or one.record.status != "draft"}
        entries[kind] = shown
        # A record with a problem of its own is not also reported by all that point to it.
        hidden[kind] = set(read.unread)
        left_out |= {entry.path for entry in read.entries if entry.id not in shown}
    vocabularies, found = held.of(PROSE, read_vocabularies, root)
    sources, source_problems = held.of(PROSE, read_shared_sources, root)
    goods, goods_problems = held.of(PROSE, read_listed_goods, root)
    places, place_problems = held.of(PROSE, read_places, root)
    shares, share_problems = held.of(PROSE, read_export_shares, root)
    studies, study_problems = held.of(PROSE, read_export_studies, root)
    prose, prose_problems = held.of(PROSE, _read_prose, root)
    figures, figures_problems = held.of(PROSE, read_figures, root)
    outlines, outline_problems = held.of(PROSE, read_outlines, root, places)
    toolkits, toolkit_problems = held.of(PROSE, read_toolkits, root)
    plan, plan_problems = held.of(PROSE, read_work_plan, root, set(BY_ID))
    faults = held.of(PROSE, figure_problems, figures, places)
    library = Library(
        root, entries, vocabularies, sources, goods, places, prose, frozenset(left_out),
        shares, studies, toolkits, plan, figures, outlines, lent,
    )  # fmt: skip
    problems += [*share_problems, *study_problems]
    problems += [*figures_problems, *faults, *outline_problems]
    problems += [*found, *source_problems, *goods_problems, *place_problems, *prose_problems]
    problems += [*toolkit_problems, *plan_problems]
    problems += [*_missing_vocabularies(library), *_broken_references(library, hidden)]
    problems += _broken_steps(library, hidden)
    return library, problems


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


def _missing_vocabularies(library: Library) -> Iterator[Problem]:
    """Vocabularies without a file: a page also shows the terms that its record does not use."""
    used = {kind.id: kind.label.lower() for kind in KINDS if library.all(kind.id)}
    for kind_id, label in used.items():
        for name in sorted(vocabularies_of(BY_ID[kind_id].model)):
            path = f"{VOCABULARIES}/{name}.yml"
            if not (library.root / path).exists():
                told = f"The vocabulary {name} is missing; the page of a {label} is made with it."
                hint = "Add the file, with title:, description: and terms: as in the others."
                yield Problem(path, 0, 0, "vocabulary-missing", "error", told, hint)


def _read_prose(root: Path) -> tuple[dict[str, Prose], list[Problem]]:
    paths, problems = prose_paths(root)
    prose: dict[str, Prose] = {}
    for path in paths:
        text, found = read_prose(root, path)
        problems += found
        if text is not None:
            ours = path.startswith(DATA_PAGES)
            prose[path] = Prose(path, text, outline(text, path, prose=not ours))
            problems += prose[path].outline.problems
    return prose, problems


def _broken_references(library: Library, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    """Every reference to what does not exist, with the near names."""
    for (pointer, id_), pointings in library.pointed_at():
        missing = _missing(library, pointer, id_, hidden)
        for entry, trail in pointings if missing else ():
            rule, message, hint = missing or ("", "", "")
            at_key = bool(trail) and trail[-1] == id_
            yield entry.problem(rule, "error", message, hint, trail, key=at_key)
    for entry in library.everything():
        for id_, trails in library.uses_of_source(entry).items():
            if id_ in entry.record.sources or id_ in library.shared_sources:
                continue
            message, hint = _no_source(library, entry, id_)
            for trail in filter(None, trails):
                yield entry.problem("unknown-source", "error", message, hint, trail)
            for cited in entry.outline.citations:
                if cited.id == id_:
                    yield Problem(
                        entry.path, cited.line, cited.column, "unknown-source", "error",
                        message, hint,
                    )  # fmt: skip
    known = library.terms.get("goods", {})
    for number, row in enumerate(library.listed_goods):
        if row.good not in known:
            told = f"Row {number + 1}: the good “{row.good}” is not in the vocabulary goods."
            hint = nearest(row.good, list(known))
            yield Problem(LISTED_GOODS, number + 2, 1, "unknown-term", "error", told, hint)
    for path, rows in library.sourced_rows.items():
        for number, source in enumerate(row.source for row in rows):
            if source not in library.shared_sources:
                told = f"Row {number + 1}: the source “{source}” is not in {SHARED_SOURCES}."
                hint = nearest(source, list(library.shared_sources))
                yield Problem(path, number + 2, 1, "unknown-source", "error", told, hint)


def _broken_steps(library: Library, hidden: dict[str, set[str]]) -> Iterator[Problem]:
    """Steps of toolkits that lead to a record or a term which does not exist."""
    for held in library.toolkits.values():
        for number, step in held.steps:
            pointer, id_ = step.target or (None, "")
            if isinstance(pointer, Term) and pointer.vocabulary not in library.terms:
                told = f"There is no vocabulary “{pointer.vocabulary}”."
                hint = nearest(pointer.vocabulary, list(library.terms))
                yield held.problem("unknown-vocabulary", "error", told, hint, number, "term")
            elif pointer is not None and (fault := _missing(library, pointer, id_, hidden)):
                rule, message, hint = fault
                field_name = step.target_field
                yield held.problem(rule, "error", message, hint, number, field_name)
            for practice in step.tried_in:
                if fault := _missing(library, Ref("practice"), practice, hidden):
                    rule, message, hint = fault
                    yield held.problem(rule, "error", message, hint, number, "tried_in")


def _missing(
    library: Library, pointer: Ref | Term, id_: str, hidden: dict[str, set[str]]
) -> tuple[str, str, str] | None:
    """The rule, message and hint of a reference to what does not exist; else None."""
    if isinstance(pointer, Term):
        terms = library.terms.get(pointer.vocabulary, {})
        if id_ in terms:
            return None
        told = f"“{id_}” is not a term of the vocabulary {pointer.vocabulary}."
        return "unknown-term", told, _meant(library, pointer, id_, list(terms))
    known, faulty = library.entries.get(pointer.kind, {}), hidden.get(pointer.kind, set())
    if id_ in known or id_ in faulty:
        return None
    kind = BY_ID[pointer.kind]
    if f"{kind.folder}/{id_}.md" in library.drafts:
        told = f"The {kind.label.lower()} “{id_}” is a draft, so readers would find no page."
        return "draft-reference", told, "Publish it (status: published), or leave it out here."
    told = f"There is no {kind.label.lower()} with the id “{id_}”."
    return "unknown-reference", told, _meant(library, pointer, id_, [*known, *sorted(faulty)])


def _meant(library: Library, pointer: Ref | Term, name: str, ids: list[str]) -> str:
    """A hint at the id that is meant: the one that a name stands for, or the nearest."""
    id_ = library.names.id_of(pointer, name)
    if id_ is None:
        near = library.names.near(pointer, name)
        return nearest(name, ids) if near is None else nearest(near, ids, meant=True)
    known = library.entries.get(pointer.kind, {}) if isinstance(pointer, Ref) else {}
    if id_ in known and name in known[id_].record.formerly:
        return f"Write {id_}, as the record is called since it was renamed."
    what = "record" if isinstance(pointer, Ref) else "term"
    return f"Write {id_}. A {what} is named by its id here, and that is the id of “{name}”."


def _no_source(library: Library, entry: Entry, id_: str) -> tuple[str, str]:
    # Of the many shared sources only one that is meant helps.
    near = get_close_matches(id_, library.shared_sources, n=1)
    known = [*entry.record.sources, *near]
    told = f"The source “{id_}” is neither under sources: here nor in {SHARED_SOURCES}."
    return told, nearest(id_, known) or "Add it under sources:, with title, publisher and kind."

"""One import from beginning to end: tables in, files of the repository out, told in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from knowledge.importing import goods, ilab, ratifications
from knowledge.importing.assembly import Assembly, assemble, country_data, unknown_names
from knowledge.importing.inputs import Inputs, read_inputs
from knowledge.importing.merging import merged
from knowledge.importing.sources import Data
from knowledge.importing.summaries import summary
from knowledge.kinds.country import Country
from knowledge.kinds.fields import Fields
from knowledge.kinds.tables import LISTED_GOODS, PLACES
from knowledge.kinds.validation import validated
from knowledge.kinds.vocabularies import FOLDER, SHARED_SOURCES, SharedSources, Vocabulary
from knowledge.problems import Problem
from knowledge.reading.documents import read_data, read_document
from knowledge.writing.canonical import data_text, record_text

Model = TypeVar("Model", bound=Fields)

GOODS = f"{FOLDER}/goods.yml"
#: The one list of the sources that the importer brought: by it a claim is known as its own.
OWN_SOURCES = "content/data/imported-sources.csv"


@dataclass
class Outcome:
    """The files to write, by path; what changed, in words; what is wrong with the data."""

    files: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def run(root: Path, paths: Iterable[Path], added: date | None) -> Outcome:
    """Reads the tables and the repository, and works out every file. Writes nothing."""
    inputs = read_inputs(paths)
    outcome = Outcome(problems=list(inputs.problems))
    if not outcome.problems:
        outcome.problems += _faults(inputs)
    if outcome.problems:
        return outcome
    assembly = assemble(inputs)
    own = _own_sources(root)
    shared = frozenset(assembly.shared) | own.get("", frozenset())
    listed: list[tuple[str, str]] = [("", id_) for id_ in sorted(shared)]
    for iso3 in assembly.wanted():
        record = _record(root, assembly, iso3, own, shared, added, outcome)
        if record is not None:
            cited = assembly.countries[iso3].id
            listed += [(cited, id_) for id_ in sorted(record)]
    outcome.left_out += _unread(inputs, assembly)
    _tables(root, inputs, assembly, outcome)
    _shared_sources(root, assembly, shared, outcome)
    outcome.files[OWN_SOURCES] = goods.table_text(["record", "source"], map(list, listed))
    outcome.files = {p: t for p, t in outcome.files.items() if _text(root / p) != t}
    return outcome


def _record(
    root: Path, assembly: Assembly, iso3: str, own: dict[str, frozenset[str]],
    shared: frozenset[str], added: date | None, outcome: Outcome,
) -> frozenset[str] | None:  # fmt: skip
    """Adds the text of one record, and gives the ids of the importer's sources in it."""
    id_ = assembly.countries[iso3].id
    path = f"countries/{id_}.md"
    mine = own.get(id_, frozenset())
    existing, body = Data(), ""
    if (root / path).exists():
        document, problems = read_document(root, path)
        if document is not None:
            record, problems = validated(
                Country, document.data, path, lambda trail, key: document.place(*trail, key=key)
            )
            body = document.body
        if document is None or record is None:
            outcome.problems += problems
            return None
        existing = record.model_dump(exclude_unset=True)
    taken = [source for source in existing.get("sources", {}) if source not in mine]
    fresh, left = country_data(assembly, iso3, taken)
    outcome.left_out += [f"{path}: {topic}: {why}" for topic, why in left]
    mine |= frozenset(fresh["sources"])
    if existing:
        data, told = merged(existing, fresh, shared | mine)
        before = Country.model_validate(existing)
        if before.summary == summary(before):
            data["summary"] = summary(Country.model_validate(data))
    else:
        data, told = _new(fresh, added or assembly.read_on), ["a new record"]
    country = Country.model_validate(data)
    outcome.files[path] = record_text(country, body)
    outcome.told += [f"{path}: {what}" for what in told]
    return mine & frozenset(country.sources)


def _new(fresh: Data, added: date) -> Data:
    data = fresh | {"summary": "to be written", "added": added}
    return data | {"summary": summary(Country.model_validate(data))}


def _unread(inputs: Inputs, assembly: Assembly) -> list[str]:
    """What the tables hold and no record shows: fields, cells that cannot be read, countries."""
    told = [
        f"countries_RY2022.csv: enf_{field}: the records have no place for it"
        for field in ilab.LEFT_OUT
    ]
    for row in inputs.rows("legal_ages_2016_2022.csv"):
        cell = row["labor_inspectors"]
        if any(c.isdigit() for c in cell) and ilab.count(cell) is None:
            where = f"{row['country']}, {row['reporting_year']}"
            told.append(f"legal_ages_2016_2022.csv: {where}: “{cell}” is not a plain number")
    wanted = set(assembly.wanted())
    return told + [
        f"{assembly.countries[iso3].place.name}: only levels of earlier years, no record"
        for iso3 in sorted(set(assembly.subjects) - wanted)
    ]


def _tables(root: Path, inputs: Inputs, assembly: Assembly, outcome: Outcome) -> None:
    rows = inputs.rows("goods_RY2022.csv")
    existing = _data(root, GOODS, Vocabulary, outcome)
    outcome.files[GOODS] = data_text(goods.vocabulary(rows, existing))
    listed = goods.listed_goods(rows, assembly.codes)
    outcome.files[LISTED_GOODS] = goods.listed_goods_text(listed)
    places = [country.place for country in assembly.countries.values()]
    outcome.files[PLACES] = goods.places_text(places)


def _shared_sources(
    root: Path, assembly: Assembly, shared: frozenset[str], outcome: Outcome
) -> None:
    """The importer's sources beside those that people wrote, which keep their place."""
    existing = _data(root, SHARED_SOURCES, SharedSources, outcome)
    known: dict[str, Any] = dict(existing.sources) if existing else {}
    ours = SharedSources.model_validate({"sources": assembly.shared}).sources
    known |= {id_: source for id_, source in ours.items() if id_ in shared or id_ not in known}
    outcome.files[SHARED_SOURCES] = data_text(SharedSources(sources=known))


def _faults(inputs: Inputs) -> list[Problem]:
    """Names, codes and cells that cannot be used, all at once."""
    found = ratifications.problems(inputs.tables["ratifications.csv"])
    for file, index, name in unknown_names(inputs):
        told = f"“{name}” is no known country."
        hint = "Correct the name, or add it to country_names.py."
        found.append(inputs.tables[file].problem(index, told, hint))
    if not found:
        codes = assemble(inputs).codes
        found += goods.problems(inputs.tables["goods_RY2022.csv"], codes)
    if inputs.read_on is None:
        told = "No SOURCE.txt says when the data were fetched (“as read on 22 Nov 2026”)."
        hint = "Put a SOURCE.txt with that line beside the tables; records print the day."
        found.append(Problem("SOURCE.txt", 0, 0, "import", "error", told, hint))
    return found


def _own_sources(root: Path) -> dict[str, frozenset[str]]:
    """The ids of sources that earlier imports brought, by record; `""` for the shared ones."""
    found: dict[str, frozenset[str]] = {}
    for line in _text(root / OWN_SOURCES).splitlines()[1:]:
        record, _, source = line.partition(",")
        found[record] = found.get(record, frozenset()) | {source}
    return found


def _data(root: Path, path: str, model: type[Model], outcome: Outcome) -> Model | None:
    if not (root / path).exists():
        return None
    value, _, problems = read_data(root, path)
    if value is None:
        outcome.problems += problems
        return None
    known, problems = validated(model, value, path, lambda trail, key: (1, 1))
    outcome.problems += problems
    return known


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""

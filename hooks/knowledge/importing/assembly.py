"""A country put together from all tables, as plain fields that the model then checks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from knowledge.importing import ilab, law_facts, ratifications
from knowledge.importing.ages import contradicted
from knowledge.importing.agreement import meet_ilab
from knowledge.importing.country_names import Country, codes_by_name, countries, keywords
from knowledge.importing.inputs import Inputs, Row
from knowledge.importing.ratification_sources import SHARED_IDS, source_at
from knowledge.importing.sources import ILAB, ILAB_PAGE, Data, Shelf, country_page, shared_sources

#: Jurisdictions whose due-diligence laws reach beyond them; each has a record.
DUE_DILIGENCE = ("AUS", "CAN", "CHE", "DEU", "FRA", "GBR", "NLD", "NOR", "USA")
EDITION = "ILAB reporting year 2022, facts on law 2023-2024, ratifications to 2023"


@dataclass
class Subject:
    """The rows that speak of one country."""

    profile: Row | None = None
    territories: list[Row] = field(default_factory=list)
    flags: dict[str, Row] = field(default_factory=dict)
    inspectors: dict[str, str] = field(default_factory=dict)
    levels: list[tuple[str, str]] = field(default_factory=list)
    later_levels: list[Row] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    ratifications: list[Row] = field(default_factory=list)
    facts: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class Assembly:
    """All tables, ordered by country."""

    countries: dict[str, Country]
    codes: dict[str, str]
    subjects: dict[str, Subject]
    copies: frozenset[str]
    shared: dict[str, Data]
    read_on: date

    def wanted(self) -> list[str]:
        """The countries that get a record: profiled, listed, a member of the ILO, with facts on
        their law, or with a due-diligence law."""
        return sorted(
            iso3
            for iso3, subject in self.subjects.items()
            if subject.profile or subject.ratifications or subject.facts or iso3 in DUE_DILIGENCE
        )


def assemble(inputs: Inputs) -> Assembly:
    """The tables by country. `unknown_names` tells of names that are not known."""
    codes = codes_by_name(inputs.rows("country-codes.csv"))
    subjects: dict[str, Subject] = defaultdict(Subject)
    for row in inputs.rows("countries_RY2022.csv"):
        subjects[codes[row["name"]]].profile = row
    for row in inputs.rows("territories_RY2022.csv"):
        subjects[codes[row["country"]]].territories.append(row)
    for row in inputs.rows("legal_ages_flags.csv"):
        subjects[codes[row["country"]]].flags[row["field"]] = row
    for row in inputs.rows("legal_ages_2016_2022.csv"):
        cell = row["labor_inspectors"]
        subjects[codes[row["country"]]].inspectors[row["reporting_year"]] = cell
    for row in inputs.rows("advancement_2016_2022.csv"):
        subjects[codes[row["country"]]].levels.append((row["reporting_year"], row["level"]))
    for row in inputs.rows("suggested_actions_RY2022.csv"):
        if row["action"] != ilab.NO_ACTION:
            subjects[codes[row["country"]]].actions.append(row["area"])
    for row in inputs.rows("advancement"):
        subjects[row["iso3"]].later_levels.append(row)
    for row in inputs.rows("ratifications.csv"):
        subjects[row["iso3"]].ratifications.append(row)
    facts = inputs.rows("country-law")
    for row in facts:
        subjects[row["iso3"]].facts.append(row)
    for row in inputs.rows("goods_RY2022.csv"):
        _ = subjects[codes[row["country"]]]
    read_on = inputs.read_on or date.min
    return Assembly(
        countries(inputs.rows("country-codes.csv")), codes, dict(subjects),
        law_facts.copies(facts), _shared(inputs, read_on), read_on,
    )  # fmt: skip


def country_data(
    assembly: Assembly, iso3: str, taken: Iterable[str] = ()
) -> tuple[Data, list[tuple[str, str]]]:
    """What the tables say of one country, and the rows on its law that were left out and why.

    `taken` are the ids of sources that people gave in the record.
    """
    country, subject = assembly.countries[iso3], assembly.subjects[iso3]
    shelf = Shelf(frozenset(taken), assembly.shared)
    data: Data = _identity(country)
    facts, left = law_facts.claims(subject.facts, assembly.copies, shelf.add)
    law: Data = {}
    assessments: Data = {}
    enforcement: Data = {}
    conventions = ratifications.claims(subject.ratifications, shelf.add)
    profile = subject.profile
    if profile is not None and profile["ls_Minimum_Work_standard"]:
        row, area = ilab.with_territories(profile, subject.territories)
        law = contradicted(iso3, ilab.law(row, subject.flags, area))
        assessments["standards"] = ilab.standards(row, area)
        enforcement = ilab.enforcement(row, subject.inspectors, area)
    if profile is not None:
        conventions = ratifications.with_ilab(
            conventions, profile, state=country.jurisdiction == "state"
        )
        page = country_page(profile["name"], profile["webpage"])
        if subject.actions:
            cited = [ILAB, shelf.add(ILAB_PAGE, page)]
            assessments["suggested_actions"] = ilab.suggested_actions(subject.actions, cited)
    levels = ilab.advancement(subject.levels)
    assessments["advancement"] = [*levels, *_later(subject.later_levels, country, shelf)]
    if gaps := facts.get("gaps_reported"):
        enforcement["gaps_reported"] = gaps
    if newer := law_facts.inspectors(subject.facts, assembly.copies, shelf.add):
        enforcement["labour_inspectors"] = _with_earlier(
            newer, enforcement.get("labour_inspectors", {})
        )
    data["law"] = meet_ilab(facts, law)
    data["assessments"] = {key: value for key, value in assessments.items() if value}
    data["conventions"] = conventions
    data["enforcement"] = enforcement
    data["statutes"] = law_facts.statutes(subject.facts, assembly.copies, shelf.add)
    data["sources"] = shelf.sources
    data["imported"] = {"edition": EDITION, "on": assembly.read_on}
    return data, left


def _identity(country: Country) -> Data:
    place = country.place
    names: Data = {"short": place.name}
    if place.official_name and place.official_name != place.name:
        names["official"] = place.official_name
    if country.also_called:
        names["other"] = list(country.also_called)
    data: Data = {"id": country.id, "title": place.name, "names": names}
    data |= {"jurisdiction": country.jurisdiction, "iso3": place.iso3, "m49": place.m49}
    return data | ({"keywords": words} if (words := keywords(country)) else {})


def _later(rows: list[Row], country: Country, shelf: Shelf) -> list[Data]:
    """Levels of advancement of later years, each with the page it was read on."""
    found = []
    for row in sorted(rows, key=lambda r: r["year"]):
        own = "dol.gov" in row["source_url"]
        source: Data = {
            "title": f"{row['year']} Findings on the Worst Forms of Child Labor: "
            f"{country.place.name}",
            "publisher": "US Department of Labor, ILAB",
            "kind": "government",
            "url": row["source_url"],
        }
        if not own:
            source |= {
                "title": f"Briefing on the {row['year']} Findings on the Worst Forms of "
                "Child Labor",
                "publisher": "International Cocoa Initiative",
                "kind": "research",
            }
        id_ = f"ilab-findings-{row['year']}" if own else f"ici-briefing-{row['year']}"
        claim: Data = {"value": row["level"], "state": "stated", "as_of": row["year"]}
        found.append(claim | {"source": [shelf.add(id_, source)]})
    return found


def _with_earlier(newer: Data, older: Data) -> Data:
    """The newer count, with the older ones under their years."""
    years = dict(older.get("by_year", {}))
    if older.get("value") is not None:
        years[older["as_of"]] = older["value"]
    if not years:
        return newer
    return newer | {"by_year": years, "source": [*newer["source"], *older["source"]]}


def _shared(inputs: Inputs, read_on: date) -> dict[str, Data]:
    """The sources of `content/sources.yml` that these tables cite."""
    found = shared_sources(read_on)
    for row in inputs.rows("ratifications.csv"):
        known = source_at(row["source_url"], row["convention"])
        if known and known[0] in SHARED_IDS:
            found.setdefault(*known)
    return found


def unknown_names(inputs: Inputs) -> list[tuple[str, int, str]]:
    """File, row and name of every country that no list of codes or names holds."""
    codes = codes_by_name(inputs.rows("country-codes.csv"))
    columns = {name: "country" for name in inputs.tables if name.endswith("2022.csv")}
    columns |= {"countries_RY2022.csv": "name", "legal_ages_flags.csv": "country"}
    known = set(codes.values())
    found = [
        (file, index, row[column])
        for file, column in columns.items()
        for index, row in enumerate(inputs.rows(file))
        if row[column] not in codes
    ]
    for file in ("ratifications.csv", "country-law", "advancement"):
        rows = enumerate(inputs.rows(file))
        found += [(file, index, row["iso3"]) for index, row in rows if row["iso3"] not in known]
    return found

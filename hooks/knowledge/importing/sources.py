"""The sources an import cites, and how the page of a publisher becomes a source of a record."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from knowledge.importing.country_names import slug

Data = dict[str, Any]

ILAB = "ilab-sweat-and-toil-2022"
ILAB_EARLIER = "ilab-sweat-and-toil-2016-2021"
ILAB_GOODS = "ilab-list-of-goods-2022"
ILAB_PAGE = "ilab-country-page"
EDITION = "2022"

_DOL = "US Department of Labor, Bureau of International Labor Affairs (ILAB)"
_LICENCE = "work of the US Government, no copyright in the United States"


def shared_sources(read_on: date) -> dict[str, Data]:
    """The sources that many records cite, by id, for `content/sources.yml`."""
    return {
        ILAB: {
            "title": "Findings on the Worst Forms of Child Labor, reporting year 2022: data of "
            "the Sweat & Toil application",
            "publisher": _DOL,
            "kind": "government",
            "url": "https://github.com/USDepartmentofLabor/Child-Labor",
            "date": "2023-09",
            "accessed": read_on,
            "licence": _LICENCE,
            "note": "The legal standards are ILAB's judgement whether the law meets the "
            "international standard. The data name no statutes.",
        },
        ILAB_EARLIER: {
            "title": "Findings on the Worst Forms of Child Labor, reporting years 2016 to 2021: "
            "data of the Sweat & Toil application",
            "publisher": _DOL,
            "kind": "government",
            "url": "https://github.com/USDepartmentofLabor/Child-Labor-Android",
            "accessed": read_on,
            "licence": _LICENCE,
            "note": "The editions for 2016 to 2020 are files of this repository, under "
            "app/src/main/assets. The edition for 2021 stands in the history of the repository "
            "USDepartmentofLabor/Child-Labor.",
        },
        ILAB_GOODS: {
            "title": "List of Goods Produced by Child Labor or Forced Labor, 2022 list as carried "
            "by the Sweat & Toil application",
            "publisher": _DOL,
            "kind": "government",
            "url": "https://github.com/USDepartmentofLabor/Child-Labor",
            "date": "2022-09",
            "accessed": read_on,
            "licence": _LICENCE,
            "note": "A newer list was published in September 2024.",
        },
    }


def edition(year: str) -> str:
    """The id of ILAB's data for a reporting year: an edition holds its own year only."""
    return ILAB if year == EDITION else ILAB_EARLIER


def country_page(name: str, url: str) -> Data:
    """ILAB's own page on a country, which always shows the newest edition."""
    return {
        "title": f"Child Labor and Forced Labor Reports: {name}",
        "publisher": _DOL,
        "kind": "government",
        "url": url,
        "note": "The page shows ILAB's newest edition, which may be later than the data used here.",
    }


#: The last reporting year whose findings ILAB's pages on countries showed when they were read.
NEWEST_FINDINGS = 2024
_FINDINGS = re.compile(r"(\d{4}) Findings on the Worst Forms of Child Labor")


def with_edition_told(source: Data) -> Data:
    """The source, with a note where its address may no longer show the edition in its title.

    ILAB puts each year's findings in the place of the last, at the same address.
    """
    named = _FINDINGS.match(source["title"])
    older = named is not None and int(named[1]) < NEWEST_FINDINGS
    if not older or "note" in source or "dol.gov" not in source.get("url", ""):
        return source
    return source | {
        "note": "The address shows ILAB's newest edition, which may be later than this one."
    }


@dataclass
class Shelf:
    """The sources of one record while it is put together: one id for each distinct source."""

    taken: frozenset[str] = frozenset()
    shared: dict[str, Data] = field(default_factory=dict)
    sources: dict[str, Data] = field(default_factory=dict)

    def add(self, id_: str, source: Data) -> str:
        """The id under which the source stands, the given one where it is free.

        `taken` ids belong to people's own sources; `shared` ones stand in one file for all.
        """
        if id_ in self.shared:
            return id_
        source = with_edition_told(source)
        for known, other in self.sources.items():
            if all(other.get(k) == source.get(k) for k in ("title", "url")):
                return known
        number = 1
        wanted = id_
        while id_ in self.taken or self.sources.get(id_, source) != source:
            number += 1
            id_ = f"{wanted}-{number}"
        self.sources[id_] = source
        return id_


#: Which kind a source has, by a part of its publisher's name; the first that fits.
_KINDS: tuple[tuple[str, str], ...] = (
    (r"legislation\.gov|Légifrance|Law Revision|Law Translation|LII\b|Legal Information|SDNP"
     r"|Nepal Law Commission|officielebek|NATLEX|SHERLOC", "law-text"),
    (r"\bILO\b|International Labour Organi|NORMLEX|\bICRC\b", "united-nations"),
    (r"US Department|Taxation Office|Department of|Ministry|State Secretariat|Government|Executive$"
     r"|Ombudsman|Labour Authority|Enterprise Agency|Labour Bureau"
     r"|\bDIF\b|DOLE|Council$|Comité National"
     r"|Congressional Research|Library of Congress|Swiss Security|Attorney-General|Parliament"
     r"|Federal Council|Justice Centres", "government"),
    (r"Antislavery|Delta 8\.7|Accountability Hub|Wikipedia|Library", "research"),
    (r"Times|News|Daily|Star|Infobae|Monitor|Independent|FT\b|SunStar|Asian Light|Herald"
     r"|Mail|Post|Juriafrique|Republica|Témoignages|Vietnam News|Financ", "press"),
    (r"IUF|50 for Freedom", "own-claim"),
)  # fmt: skip


def kind_of(publisher: str) -> str:
    """The term of the vocabulary `source-kinds` for a publisher; guides are the rest."""
    return next((kind for pattern, kind in _KINDS if re.search(pattern, publisher)), "guidance")


_SERIES: tuple[tuple[str, str], ...] = (
    (r"^(\d{4}) Findings on the Worst Forms", r"ilab-findings-\1"),
    (r"^(\d{4}) Trafficking in Persons Report", r"us-state-trafficking-report-\1"),
    (r": Section 7\.[a-e]\b", "us-state-human-rights-report"),
    (r"(?:Direct Request|Solicitud directa|Observación).*\b(C\d{3})\b.*?(\d{4})?$",
     r"ilo-experts-\1-\2"),
)  # fmt: skip


def id_for(title: str, publisher: str) -> str:
    """A short id for a source: its series and year, or the first words of its title."""
    for pattern, form in _SERIES:
        if found := re.search(pattern, title):
            return slug(re.sub(r"\\(\d)", lambda n: found[int(n[1])] or "", form))
    text = "".join(c for c in unicodedata.normalize("NFKD", title) if ord(c) < 128)
    words = slug(text if len(text.strip()) > 10 else publisher).split("-")
    while len("-".join(words)) > 48:
        words.pop()
    return "-".join(words)

"""Countries and areas under the names the United Nations use, their codes and their ids.

The id of a record is the UN short name in small letters and hyphens, without what stands in
brackets: `viet-nam`, `bolivia`, `united-republic-of-tanzania`. The one exception is
`united-kingdom`. Common short forms stand under `names: other:` and are searched as keywords.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Literal

from knowledge.importing.inputs import Row
from knowledge.kinds.tables import Place

#: What ILAB's tables call a country where no list of codes calls it so.
ILAB_NAMES: dict[str, str] = {
    "British Indian Ocean Territories": "IOT",
    "Burma": "MMR",
    "Congo, Democratic Republic of the": "COD",
    "Congo, Republic of the": "COG",
    "Falkland Islands (Islas Malvinas)": "FLK",
    "Gambia, The": "GMB",
    "The Gambia": "GMB",
    "Heard and McDonald Islands": "HMD",
    "Kosovo": "XKX",
    "Kyrgyz Republic": "KGZ",
    "Macedonia": "MKD",
    "Moldova, Republic of": "MDA",
    "North Korea": "PRK",
    "Pitcairn Islands": "PCN",
    "Saint Helena, Ascension, and Tristan da Cunha": "SHN",
    "Saint Helena, Ascensión, and Tristán da Cunha": "SHN",
    "São Tomé and Príncipe": "STP",
    "Swaziland": "SWZ",
    "Turkey": "TUR",
    "Turkey (Türkiye)": "TUR",
    "Wallis and Futuna": "WLF",
    "West Bank and the Gaza Strip": "PSE",
}

#: Short names that the list of codes lacks or gives in another form than the UN use.
UN_SHORT: dict[str, str] = {
    "CIV": "Côte d'Ivoire",
    "FLK": "Falkland Islands (Malvinas)",
    "GBR": "United Kingdom",
    "HKG": "China, Hong Kong Special Administrative Region",
    "TUR": "Türkiye",
    "TWN": "Taiwan, Province of China",
    "XKX": "Kosovo",
}
UN_FORMAL: dict[str, str] = {
    "CIV": "Republic of Côte d'Ivoire",
    "TUR": "Republic of Türkiye",
}

#: Names that readers search for and no other list has.
ALSO_CALLED: dict[str, tuple[str, ...]] = {
    "CIV": ("Ivory Coast",),
    "COD": ("DR Congo", "DRC", "Congo-Kinshasa"),
    "COG": ("Republic of the Congo", "Congo-Brazzaville"),
    "CPV": ("Cape Verde",),
    "CZE": ("Czech Republic",),
    "FLK": ("Falkland Islands", "Malvinas"),
    "GBR": ("UK", "Great Britain"),
    "KOR": ("South Korea",),
    "LAO": ("Laos",),
    "MKD": ("Macedonia",),
    "MMR": ("Burma",),
    "NLD": ("Holland",),
    "PRK": ("North Korea",),
    "PSE": ("Palestine", "West Bank and Gaza Strip", "Occupied Palestinian Territory"),
    "SWZ": ("Swaziland",),
    "TUR": ("Turkey",),
    "TWN": ("Taiwan",),
    "USA": ("United States", "USA", "US"),
    "VNM": ("Vietnam",),
    "XKX": ("Kosovo (Security Council resolution 1244 (1999))",),
}

#: Areas that the list of codes does not hold. XKX is a code for private use, 412 the M49 code.
MORE_PLACES: tuple[Place, ...] = (
    Place(iso3="XKX", m49="412", name="Kosovo", official_name="", region="Europe",
          subregion="Southern Europe"),
)  # fmt: skip

_APOSTROPHE = "\N{RIGHT SINGLE QUOTATION MARK}"
_STATES_WITHOUT_UN_NAME = {"CIV", "TUR"}


@dataclass(frozen=True)
class Country:
    """A country or area as its record names it."""

    place: Place
    id: str
    jurisdiction: Literal["state", "territory"]
    also_called: tuple[str, ...]


def countries(rows: list[Row]) -> dict[str, Country]:
    """Every country and area of the list of codes, by ISO 3166-1 alpha-3 code."""
    found: dict[str, Country] = {}
    for row in rows:
        iso3 = row["ISO3166-1-Alpha-3"]
        short = UN_SHORT.get(iso3) or _bare(row["UNTERM English Short"] or row["official_name_en"])
        formal = UN_FORMAL.get(iso3) or _bare(row["UNTERM English Formal"]).removeprefix("the ")
        place = Place.model_validate(
            {
                "iso3": iso3,
                "m49": row["M49"].zfill(3),
                "name": short,
                "official_name": formal,
                "region": row["Region Name"],
                "subregion": row["Intermediate Region Name"] or row["Sub-region Name"],
            }
        )
        named_by_un = bool(row["UNTERM English Short"]) or iso3 in _STATES_WITHOUT_UN_NAME
        also = [*ALSO_CALLED.get(iso3, ()), _display(row["CLDR display name"]), _unbracketed(short)]
        others = tuple(dict.fromkeys(n for n in also if n and n != short))
        found[iso3] = Country(place, slug(short), "state" if named_by_un else "territory", others)
    for place in MORE_PLACES:
        also_called = ALSO_CALLED.get(place.iso3, ())
        found[place.iso3] = Country(place, slug(place.name), "territory", also_called)
    return dict(sorted(found.items()))


def keywords(country: Country) -> list[str]:
    """The other names that a reader may type."""
    return [name for name in country.also_called if "(" not in name]


def codes_by_name(rows: list[Row]) -> dict[str, str]:
    """ISO codes by every English name of the list of codes and by ILAB's own names."""
    codes = {
        name: row["ISO3166-1-Alpha-3"]
        for row in rows
        for full in (row["CLDR display name"], row["official_name_en"], row["UNTERM English Short"])
        for name in (_bare(full), _unbracketed(full), full)
        if name
    }
    return codes | {"Côte d'Ivoire": "CIV"} | ILAB_NAMES


def slug(name: str) -> str:
    """A name as an id: small letters, digits and hyphens, without what stands in brackets."""
    text = unicodedata.normalize("NFKD", _unbracketed(name).replace(_APOSTROPHE, "'"))
    text = re.sub(r"[^\x00-\x7f]", "", re.sub(r"'s\b", "s", text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-")


def _bare(name: str) -> str:
    """Without the article in brackets and the footnote marks of the UN's terminology base."""
    return re.sub(r"\s*(\(the\)|\*+)", "", name).strip()


def _unbracketed(name: str) -> str:
    return re.sub(r"\s*\([^)]*\)", "", name).strip()


def _display(name: str) -> str:
    return "" if " - " in name or "&" in name or "." in name else name.replace(_APOSTROPHE, "'")

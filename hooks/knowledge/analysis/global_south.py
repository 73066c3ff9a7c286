"""Whether a country counts to the global South or the global North.

The names have no definition in law. Here they follow the groups "developing economies" and
"developed economies" of UNCTADstat, which rest on the regions of the UN standard M49.
"""

from __future__ import annotations

from typing import Literal

from knowledge.kinds.tables import Place

Half = Literal["south", "north"]

#: Regions, parts of regions (UN M49) and single countries (ISO 3166-1 alpha-3) of the North; all
#: others are the South. Source: UNCTADstat, Classifications, "Development status": developed
#: economies broadly comprise Northern America and Europe, Israel, Japan, the Republic of Korea,
#: Australia and New Zealand. UNCTADstat also counts Cyprus to Europe, which M49 counts to Asia.
NORTH_REGIONS = frozenset({"Europe"})
NORTH_SUBREGIONS = frozenset({"Northern America", "Australia and New Zealand"})
NORTH_COUNTRIES = frozenset({"CYP", "ISR", "JPN", "KOR"})
SOURCE = "UNCTADstat, Classifications: development status (developing and developed economies)"


def half_of(place: Place | None) -> Half | None:
    """The half of the world a country or area counts to; None where its region is not known."""
    if place is None or not place.region or place.region == "Antarctica":
        return None
    north = (
        place.region in NORTH_REGIONS
        or place.subregion in NORTH_SUBREGIONS
        or place.iso3 in NORTH_COUNTRIES
    )
    return "north" if north else "south"

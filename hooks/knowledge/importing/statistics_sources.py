"""The sources of the imported statistics, as they stand in `content/sources.yml`."""

from __future__ import annotations

from typing import Final

from knowledge.importing.sources import Data
from knowledge.importing.statistics_ilostat import SOURCE as ILOSTAT
from knowledge.importing.statistics_unsd import SOURCES as UNSD

_DATABASE: Final = "https://unstats.un.org/sdgs/indicators/database/"
_PUBLISHER: Final = "United Nations Statistics Division"
_NOTE: Final = (
    "The figures are an extract of 17 December 2023; the United Nations have published newer ones "
    "since. The terms of use were not read."
)

SHARED: Final[dict[str, Data]] = {
    UNSD["sdg-8-7-1"]: {
        "title": "Global SDG Indicators Database, indicator 8.7.1 (data of ILO and UNICEF), "
        "December 2023",
        "publisher": _PUBLISHER,
        "kind": "united-nations",
        "url": _DATABASE,
        "date": "2023-12",
        "note": _NOTE,
    },
    UNSD["sdg-16-2-2"]: {
        "title": "Global SDG Indicators Database, indicator 16.2.2 (data of UNODC), December 2023",
        "publisher": _PUBLISHER,
        "kind": "united-nations",
        "url": _DATABASE,
        "date": "2023-12",
        "note": f"{_NOTE} The codes for female and male seem to be interchanged in the extract.",
    },
    ILOSTAT: {
        "title": "Children in hazardous work by sex, age and economic activity (thousands), "
        "ILOSTAT table CLD_XHAZ_SEX_AGE_ECO_NB_A",
        "publisher": "International Labour Organization (ILOSTAT)",
        "kind": "united-nations",
        "date": "2021-07-06",
        "note": "The edition of 6 July 2021. The licence was not read.",
    },
}

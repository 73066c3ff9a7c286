"""Rules on the tables of `content/data/`: their form, their figures and their outlines."""

from __future__ import annotations

from typing import Final

from knowledge.manual.entry import Entry

ENTRIES: Final = (
    Entry(
        "table",
        "A table has its columns, and each row a value for each of them.",
        "Values are read by their place in the row. With one too many, all behind it would stand "
        "under the wrong heading.",
        "Keep the first line as it is, put quotes around a value that holds a comma, and leave "
        "nothing out: an empty value still has its comma.",
        "table listed-goods",
        """
        iso3,good,child_labour,forced_labour,forced_child_labour,edition,source
        GHA,cocoa,yes,no,no,2022, September,ilab-findings-2022
        """,
        """
        iso3,good,child_labour,forced_labour,forced_child_labour,edition,source
        GHA,cocoa,yes,no,no,"2022, September",ilab-findings-2022
        """,
    ),
    Entry(
        "yes-or-no",
        "Columns of yes and no hold one of the two.",
        "These columns are counted. Any other word would be counted as neither.",
        "Write yes or no in small letters.",
        "table listed-goods",
        """
        iso3,good,child_labour,forced_labour,forced_child_labour,edition,source
        GHA,cocoa,x,no,no,2022,ilab-findings-2022
        """,
        """
        iso3,good,child_labour,forced_labour,forced_child_labour,edition,source
        GHA,cocoa,yes,no,no,2022,ilab-findings-2022
        """,
    ),
    Entry(
        "per-cent",
        "A share is a whole number from 0 to 100.",
        "The shares are drawn as bars of one length. A sign or a word cannot be drawn.",
        "Write the number alone.",
        "table export-shares",
        """
        region,per_cent,published,state,source
        Example region,26 %,2019,stated,ilab-findings-2022
        """,
        """
        region,per_cent,published,state,source
        Example region,26,2019,stated,ilab-findings-2022
        """,
    ),
    Entry(
        "number",
        "A figure is a number.",
        "Figures are drawn and added up. “n/a” or a comma in the place of the point cannot be.",
        "Write digits and a point. Where the source has no figure, leave the whole row out: a "
        "missing row says that nobody has told, and never zero.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,n/a,percent,country,,,unsd-sdg-8-7-1-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "unknown-country",
        "A code names a country or area that is known.",
        "A figure with a wrong code would be shown on no page, or on that of another country.",
        "Write the code that stands in content/data/country-codes.csv.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHN,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "figure-place",
        "A figure is of one country or of one group of countries.",
        "A figure of the world on the page of a country, or a figure of nowhere, would mislead.",
        "Fill iso3 for a country; for a group leave it empty and fill area.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,World,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "figure-unit",
        "A figure has the unit of its series.",
        "All figures of a series are compared with each other. In another unit one would look a "
        "thousand times too large or too small.",
        "Give the value in the unit that the message names. A per cent is at most 100.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,148,percent,country,,,unsd-sdg-8-7-1-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "figure-dataset",
        "A figure stands in the table of its dataset.",
        "Each table has its own source and date. A figure in another one would be shown with the "
        "wrong source.",
        "Move the row to the table that the message names.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,VC_HTF_DETV,both,all,,2018,331,number,country,,,unsd-sdg-16-2-2-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "figure-twice",
        "A figure stands once.",
        "Two values for one place, year, age and sex would both be shown, and a sum would count "
        "both.",
        "Keep the one that the source gives, and remove the other row.",
        "table sdg-8-7-1",
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,15.1,percent,country,,,unsd-sdg-8-7-1-2023
        """,
        """
        iso3,area,series,sex,age,part,year,value,unit,nature,doubt,note,source
        GHA,,SL_TLF_CHLDEA,both,5-17,,2018,14.8,percent,country,,,unsd-sdg-8-7-1-2023
        """,
    ),
    Entry(
        "outline-shape",
        "A place is drawn on the map once: as a shape or as a dot.",
        "Drawn twice it would hide its neighbours; not drawn at all it would look as if nothing "
        "were known of it.",
        "Fill dot or path, and leave the other empty.",
        "table world-outlines",
        """
        iso3,name,dot,path,source
        NPL,Nepal,,,natural-earth-4-1
        """,
        """
        iso3,name,dot,path,source
        NPL,Nepal,703 141,,natural-earth-4-1
        """,
    ),
    Entry(
        "outline-twice",
        "A place has one outline.",
        "Two outlines of one code would show the same number twice.",
        "Keep one of the two rows.",
        "table world-outlines",
        """
        iso3,name,dot,path,source
        NPL,Nepal,703 141,,natural-earth-4-1
        NPL,Nepal,704 142,,natural-earth-4-1
        """,
        """
        iso3,name,dot,path,source
        NPL,Nepal,703 141,,natural-earth-4-1
        """,
    ),
    Entry(
        "flow-table",
        "A table of trade between industries is whole.",
        "An estimate is added up from thousands of flows. One that is missing or in the wrong "
        "column makes all sums wrong, and nobody would see it.",
        "Give every file the same rows and columns in the same order, and 0 where nothing flows.",
        unseen="It is met by scripts/estimate_trade_flows.py, in the tables that it is given.",
    ),
    Entry(
        "import",
        "What an importer is given is whole.",
        "An importer writes many records at once. Where its input is not what it expects, all of "
        "them could be wrong in the same way.",
        "Compare the file with its source, or fetch it once more. Nothing is written until it is "
        "whole.",
        unseen="It is met by the importers (scripts/import_*.py), in the files that they are "
        "given.",
    ),
)

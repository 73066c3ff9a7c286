"""Where readers compare records of their own choice, and check a country before they source there.

The pages take the choice from their address; what they show of a record is in a file of data.
"""

from __future__ import annotations

FOLDER = "compare"
COMPARE = f"{FOLDER}/"
INITIATIVES = f"{FOLDER}/initiatives/"
SOURCING = "sourcing/"
#: What stands before the id of a chain where a good could be meant: cocoa is both.
CHAIN = "chain-"

#: How many records fit side by side on a page.
MOST = 4
#: Initiatives that share a file: a reader loads at most four files, the site has few of them.
IN_A_FILE = 32

#: The pages on which records of a kind are compared, and the parameter that names them.
PAGES = {"country": (COMPARE, "countries"), "initiative": (INITIATIVES, "initiatives")}


def compare_with(kind: str, id_: str) -> str:
    """The comparison with one record chosen, for the reader to choose the others."""
    address, parameter = PAGES[kind]
    return f"{address}?{parameter}={id_}"


def sourcing_from(country: str) -> str:
    """The check with a country of origin chosen."""
    return f"{SOURCING}?from={country}"


def sourcing_of_chain(chain: str) -> str:
    """The check with a supply chain chosen."""
    return f"{SOURCING}?good={CHAIN}{chain}"


def row_address(row: str) -> str:
    """The page of one topic, all countries side by side."""
    return f"{FOLDER}/topics/{row}/"


def country_file(id_: str) -> str:
    """What the comparison shows of a country."""
    return f"{FOLDER}/data/countries/{id_}.js"


def initiatives_file(number: int | str) -> str:
    """What the comparison shows of the initiatives in a file, which are numbered from 0."""
    return f"{FOLDER}/data/initiatives/{number}.js"


def origin_file(id_: str) -> str:
    """What the check shows of a country, as an origin and as a market."""
    return f"{SOURCING}data/countries/{id_}.js"


def chain_file(id_: str) -> str:
    """What the check shows of a supply chain or a single good."""
    return f"{SOURCING}data/chains/{id_}.js"

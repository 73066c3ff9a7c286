"""Where the priority table stands, and the details of each pair."""

from __future__ import annotations

FOLDER = "priorities"
ADDRESS = f"{FOLDER}/"
TITLE = "Priority countries and supply chains"
MADE_FROM = "the priority table"


def country_address(country: str) -> str:
    """The page of the pairs of a country."""
    return f"{FOLDER}/{country}/"


def pair_anchor(chain: str) -> str:
    """The part of the country's page on one chain."""
    return f"chain-{chain}"


def pair_address(country: str, chain: str) -> str:
    """The details of a pair."""
    return f"{country_address(country)}#{pair_anchor(chain)}"

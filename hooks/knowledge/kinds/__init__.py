"""The kinds of record. A new kind is one module here, one folder, one template and one line."""

from __future__ import annotations

from knowledge.kinds.country import Country
from knowledge.kinds.event import Event
from knowledge.kinds.initiative import Initiative
from knowledge.kinds.kind import Kind
from knowledge.kinds.practice import Practice
from knowledge.kinds.supply_chain import SupplyChain

KINDS: tuple[Kind, ...] = (
    Kind("country", "countries", Country, "Country", "Countries", "Countries and laws", 12),
    Kind("practice", "practices", Practice, "Practice", "Practices", "Practices", 24),
    Kind("initiative", "initiatives", Initiative, "Initiative", "Initiatives", "Initiatives", 12),
    Kind(
        "supply-chain",
        "supply-chains",
        SupplyChain,
        "Supply chain",
        "Supply chains",
        "Supply chains",
        12,
    ),
    Kind("event", "events", Event, "Event", "Events", "Events", 24),
)

BY_ID: dict[str, Kind] = {kind.id: kind for kind in KINDS}
BY_FOLDER: dict[str, Kind] = {kind.folder: kind for kind in KINDS}

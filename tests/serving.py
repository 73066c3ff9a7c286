"""A site on a server of this computer: the same host that `scripts/lighthouse.py` measures at."""

from hosting import Served, serve

__all__ = ["Served", "serve"]

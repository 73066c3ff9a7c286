"""Data as classic scripts: a page opened from a folder may load a script, but not read a file.

Each puts what it holds into a table under `window.knowledge`, whatever else has been loaded.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

from knowledge.exports.exported import Exported

#: A file to come: where, made from what, the name of its table, and the values by their ids.
Table = tuple[str, str, str, Callable[[], Mapping[str, object]]]

#: No text may end the element that loads it, nor a line where a script does not expect that.
_SIGNS = {sign: f"\\u{ord(sign):04x}" for sign in "<>\u2028\u2029"}


def scripts(tables: Iterable[Table]) -> Iterator[Exported]:
    """The files of some tables."""
    for path, made_from, name, make in tables:
        yield Exported(path, made_from, partial(_made, name, make))


def script(name: str, values: Mapping[str, object]) -> bytes:
    """A script that adds values to a table; the same values give the same bytes."""
    told = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    for sign, written in _SIGNS.items():
        told = told.replace(sign, written)
    table = f"k[{json.dumps(name)}]"
    added = f"{table}=Object.assign({table}||{{}},{told})"
    return f"(function(k){{{added}}})(window.knowledge=window.knowledge||{{}});\n".encode()


def _made(name: str, make: Callable[[], Mapping[str, object]]) -> bytes:
    return script(name, make())

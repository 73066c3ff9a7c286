"""New data meet the record that is there: what people wrote stays, what changed is told.

A claim is the importer's while all its sources are the importer's and its state is not
`verified`. Only such claims are replaced or removed. Records are handled as plain groups of
fields, as pydantic gives them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from knowledge.importing.sources import Data
from knowledge.kinds.fields import SAYS_SOMETHING

Owned = Callable[[Data], bool]

#: Groups of claims by name, and the lists among their values by what tells their claims apart.
GROUPS = ("law", "assessments.standards", "conventions", "enforcement")
LISTS = {
    "assessments.advancement": ("as_of",),
    "assessments.suggested_actions": ("as_of", "label"),
}


def is_importers(claim: Data, own_sources: frozenset[str]) -> bool:
    """Whether an importer may change the claim."""
    sources = claim.get("source", [])
    return bool(sources) and claim.get("state") != "verified" and own_sources.issuperset(sources)


def merged(existing: Data, fresh: Data, own_sources: frozenset[str]) -> tuple[Data, list[str]]:
    """The record with the newer claims of the importer, and what changed, in words."""

    def owned(claim: Data) -> bool:
        return is_importers(claim, own_sources)

    result, told = dict(existing), []
    for path in GROUPS:
        before, after = _at(existing, path), _at(fresh, path)
        group: Data = {}
        for name in dict.fromkeys([*after, *before]):
            claims = _merged_claims(before.get(name), after.get(name), owned, ("area",))
            told += _told(f"{path}.{name}", before.get(name), claims)
            if claims:
                group[name] = claims
        _put(result, path, _in_order(group, after, before))
    for path, key in LISTS.items():
        old, new = _at(existing, path, []), _at(fresh, path, [])
        claims = _merged_claims(old, new, owned, key) or []
        told += _told(path, old, claims)
        _put(result, path, claims)
    result["statutes"] = _merged_statutes(existing, fresh, own_sources)
    result["sources"] = _sources(result, existing, fresh, own_sources)
    result["imported"] = fresh["imported"]
    return {key: value for key, value in result.items() if value not in ({}, [], None)}, told


def citations(value: Any) -> Iterator[str]:
    """The ids of all sources that a group of fields cites."""
    if isinstance(value, dict):
        for key, member in value.items():
            if key == "source" and isinstance(member, list):
                yield from member
            elif key != "sources":
                yield from citations(member)
    elif isinstance(value, list):
        for member in value:
            yield from citations(member)


def _merged_claims(before: Any, after: Any, owned: Owned, key: tuple[str, ...]) -> Any:
    """One claim or a list of claims: those of people, and the importer's newest beside them."""
    if not isinstance(before, list) and not isinstance(after, list):
        return before if before and not owned(before) else after
    kept = {_key(c, key): c for c in before or [] if not owned(c)}
    found = dict.fromkeys(_key(c, key) for c in [*(after or []), *kept.values()])
    new = {_key(c, key): c for c in after or []}
    return [kept.get(k) or new[k] for k in found]


def _key(claim: Data, names: tuple[str, ...]) -> tuple[Any, ...]:
    label = str(claim.get("value", "")).split(":")[0]
    return tuple(label if name == "label" else claim.get(name) for name in names)


def _merged_statutes(existing: Data, fresh: Data, own_sources: frozenset[str]) -> list[Data]:
    kept = [s for s in existing.get("statutes", []) if not own_sources.issuperset(s["source"])]
    titles = {s["title"] for s in kept}
    return [*kept, *(s for s in fresh.get("statutes", []) if s["title"] not in titles)]


def _sources(result: Data, existing: Data, fresh: Data, own_sources: frozenset[str]) -> Data:
    """People's sources as they wrote them, the importer's as the data give them while cited."""
    cited = set(citations(result))
    new = {id_: source for id_, source in fresh.get("sources", {}).items() if id_ in cited}
    kept = {
        id_: new.get(id_, source) if id_ in own_sources else source
        for id_, source in existing.get("sources", {}).items()
        if id_ in cited or id_ not in own_sources
    }
    return kept | {id_: source for id_, source in new.items() if id_ not in kept}


def _in_order(group: Data, after: Data, before: Data) -> Data:
    """Existing claims keep their place, new ones come behind them."""
    return {name: group[name] for name in dict.fromkeys([*before, *after]) if name in group}


def _told(path: str, before: Any, after: Any) -> list[str]:
    if _plain(before) == _plain(after):
        return []
    if not before:
        return [f"{path}: added {_words(after)}"]
    if not after:
        return [f"{path}: removed {_words(before)}"]
    if _words(before) == _words(after):
        return [f"{path}: other details of {_words(after)}"]
    return [f"{path}: {_words(before)} became {_words(after)}"]


def _words(claims: Any) -> str:
    listed = claims if isinstance(claims, list) else [claims]
    return ", ".join(_said(claim) for claim in listed[:4]) + (" …" if len(listed) > 4 else "")


def _said(claim: Data) -> str:
    value = claim.get("value")
    shown = f"{value:g}" if isinstance(value, float) else str(value)
    year = f" as of {claim['as_of']}" if claim.get("as_of") else ""
    said = shown if claim["state"] in SAYS_SOMETHING else ""
    return f"{said} ({claim['state']}{year})".strip()


def _plain(value: Any) -> Any:
    """The value without empty parts, so that only what a reader sees counts as a change."""
    if isinstance(value, dict):
        return {k: _plain(v) for k, v in value.items() if v not in (None, [], {})}
    if isinstance(value, list):
        return [_plain(v) for v in value]
    return value or None if value in ([], {}) else value


def _at(data: Data, path: str, default: Any = None) -> Any:
    here: Any = data
    for step in path.split("."):
        here = (here or {}).get(step)
    return here if here is not None else ({} if default is None else default)


def _put(data: Data, path: str, value: Any) -> None:
    first, _, rest = path.partition(".")
    if not rest:
        data[first] = value
    else:
        data[first] = {**data.get(first, {}), rest: value}

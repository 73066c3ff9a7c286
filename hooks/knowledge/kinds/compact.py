"""The same record in less memory: a library holds two hundred thousand groups of fields.

Pydantic keeps the fields of a group in a dictionary of its own, with the name of each beside it.
Python holds the attributes of a class more closely: the names once for the class, the values one
behind the other. Short texts that are equal, lists of them, and the sets of the names that were
given are held once: a record is frozen, so that nobody can tell.
"""

from __future__ import annotations

from sys import intern
from typing import Any, Final, TypeVar

from pydantic import BaseModel

Model = TypeVar("Model", bound=BaseModel)

#: For a class with more attributes than this, Python too keeps a dictionary for each thing, and a
#: larger one (SHARED_KEYS_MAX_SIZE in Include/internal/pycore_dict.h of CPython 3.11).
MOST_NAMES: Final = 30

#: Texts up to so many characters stand in many records: states, years, ids, publishers, makers.
OFTEN: Final = 32

_new = object.__new__
_set = object.__setattr__
_NOTHING: list[Any] = []
#: Which fields a group of fields gives: of two hundred thousand groups, a few hundred differ.
_names = dict[frozenset[str], set[str]]().setdefault
_lists = dict[tuple[str, ...], list[str]]().setdefault


def compact(model: Model) -> Model:
    """The same group of fields, with the groups within it. The one that is given must not be used
    any more: its lists and dictionaries are now those of the other."""
    values = model.__dict__
    given = model.__pydantic_fields_set__
    names = _names(frozenset(given), given)
    if len(values) > MOST_NAMES:
        for name, value in values.items():
            values[name] = _compact(value)
        _set(model, "__pydantic_fields_set__", names)
        return model
    held = _new(type(model))
    for name, value in values.items():
        # Most fields are left out, and nearly all others are texts.
        if value is None or (value.__class__ is str and len(value) > OFTEN):
            _set(held, name, value)
        else:
            _set(held, name, _compact(value))
    _set(held, "__pydantic_fields_set__", names)
    _set(held, "__pydantic_extra__", None)
    _set(held, "__pydantic_private__", None)
    return held


def _compact(value: Any) -> Any:
    kind = value.__class__
    if kind is str:
        return intern(value) if len(value) <= OFTEN else value
    if kind is list:
        if not value:
            return _NOTHING
        if value[0].__class__ is str:
            return _lists(tuple(value), value)
        value[:] = map(_compact, value)
    elif kind is dict:
        return {_compact(key): _compact(member) for key, member in value.items()}
    elif isinstance(value, BaseModel):
        return compact(value)
    return value

"""Classes whose objects are neither awaitable nor exceptions, so that one look at the class is enough."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import Enum
from types import GeneratorType, NoneType, WrapperDescriptorType
from uuid import UUID

from graphql import Undefined

MAX_PLAIN = 10_000
DATA = frozenset({str, int, float, bool, dict, list})
"""Classes of serialized scalars: never None, never awaitable."""

_VALUES: frozenset[type] = frozenset(
    {str, int, float, bool, bytes, date, datetime, time, timedelta, Decimal, UUID}
)
_FROZEN = _VALUES | {NoneType}
_BUILTIN = _VALUES | {dict, list, tuple, set, frozenset}

PLAIN: set[type] = set(_BUILTIN)
"""The plain classes seen so far, at most MAX_PLAIN."""


def is_plain(cls: type) -> bool:
    """Whether graphql-core would complete every object of the class at once.

    An attribute `__await__` of a single object is not looked for: Python cannot await such an object.
    """
    return not (
        issubclass(cls, (Exception, GeneratorType, NoneType, type(Undefined)))
        or any(_tells(vars(base)) for base in cls.__mro__[:-1])
    )


def _tells(members: Mapping[str, object]) -> bool:
    """Whether objects may be awaitable, or not what their class says."""
    dynamic = type(members.get("__getattribute__", object.__getattribute__)) is not WrapperDescriptorType
    return dynamic or any(name in members for name in ("__await__", "__getattr__", "__class__"))


def learn(cls: type) -> None:
    """Remember the class if it is plain."""
    if cls not in PLAIN and is_plain(cls):
        if len(PLAIN) >= MAX_PLAIN:
            PLAIN.intersection_update(_BUILTIN)
        PLAIN.add(cls)


def is_frozen(values: dict[str, object]) -> bool:
    """Whether no resolver can change these values, so that many calls may share them."""
    return all(type(value) in _FROZEN or isinstance(value, Enum) for value in values.values())

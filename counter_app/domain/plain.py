"""Frozen dataclasses to plain JSON values and back.

Bodies of entries, catalogues and settings are written as JSON made of strings, integers, booleans,
lists and objects; never floats (RFC 8785 would have to round them). A field that equals its default
is left out, and unknown fields are ignored when reading: both sides may be one version apart.
"""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from enum import Enum

Plain = str | int | bool | None | list["Plain"] | dict[str, "Plain"]


class NotPlainError(ValueError):
    """A value doesn't fit its type. `pointer` is an RFC 6901 JSON pointer to it."""

    def __init__(self, pointer: str, why: str) -> None:
        super().__init__(f"{pointer or '/'}: {why}")
        self.pointer = pointer
        self.why = why


def to_plain(value: object) -> Plain:
    """Return a dataclass, enum, date, tuple … as plain JSON. Raises TypeError for others."""
    # A reception is some 130 values, written twice in the transaction that an officer waits for:
    # the exact type decides first, because most values are text.
    kind = type(value)
    if kind in _SCALARS:
        return typing.cast("Plain", value)
    if kind in _DATACLASSES:
        return _object(value, kind)
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, tuple | list):
        return [to_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): to_plain(item) for key, item in value.items()}
    if dataclasses.is_dataclass(kind):
        _DATACLASSES.add(kind)
        return _object(value, kind)
    raise TypeError(f"{kind.__name__} has no plain form")


_SCALARS = frozenset({str, int, bool, type(None)})
_DATACLASSES: set[type] = set()


def _object(value: object, kind: type) -> Plain:
    plain: dict[str, Plain] = {}
    for name, _, default in _shape(kind):
        item = getattr(value, name)
        if item is default or (item == default and default is not dataclasses.MISSING):
            continue
        plain[name] = item if type(item) in _SCALARS else to_plain(item)
    return plain


T = typing.TypeVar("T")


def from_plain(kind: type[T], value: object) -> T:
    """Return `value` as an instance of dataclass `kind`. Raises NotPlainError with its pointer."""
    return typing.cast("T", _decode(kind, value, ""))


@functools.cache
def _shape(kind: type) -> tuple[tuple[str, object, object], ...]:
    hints = typing.get_type_hints(kind)
    rows = []
    for field in dataclasses.fields(kind):
        default: object = field.default
        if field.default_factory is not dataclasses.MISSING:
            default = field.default_factory()
        rows.append((field.name, hints[field.name], default))
    return tuple(rows)


def _decode(kind: object, value: object, pointer: str) -> object:
    origin = typing.get_origin(kind)
    if origin in (types.UnionType, typing.Union):
        if value is None:
            return None
        (inner,) = (arg for arg in typing.get_args(kind) if arg is not type(None))
        return _decode(inner, value, pointer)
    if origin is tuple:
        return _decode_tuple(typing.get_args(kind), value, pointer)
    if origin is dict:
        if not isinstance(value, dict):
            raise NotPlainError(pointer, "not an object")
        item = typing.get_args(kind)[1]
        return {key: _decode(item, each, f"{pointer}/{key}") for key, each in value.items()}
    if not isinstance(kind, type):
        raise NotPlainError(pointer, f"unsupported type {kind!r}")
    if dataclasses.is_dataclass(kind):
        return _decode_dataclass(kind, value, pointer)
    return _decode_scalar(kind, value, pointer)


def _decode_dataclass(kind: type, value: object, pointer: str) -> object:
    if not isinstance(value, dict):
        raise NotPlainError(pointer, "not an object")
    arguments = {}
    for name, hint, default in _shape(kind):
        if name in value:
            arguments[name] = _decode(hint, value[name], f"{pointer}/{name}")
        elif default is dataclasses.MISSING:
            raise NotPlainError(f"{pointer}/{name}", "missing")
    try:
        return kind(**arguments)
    except ValueError as error:
        raise NotPlainError(pointer, str(error)) from error


def _decode_tuple(arguments: tuple[object, ...], value: object, pointer: str) -> object:
    if not isinstance(value, list | tuple):
        raise NotPlainError(pointer, "not a list")
    if len(arguments) == 2 and arguments[1] is ...:
        return tuple(_decode(arguments[0], item, f"{pointer}/{i}") for i, item in enumerate(value))
    if len(arguments) != len(value):
        raise NotPlainError(pointer, f"{len(arguments)} items expected")
    return tuple(
        _decode(kind, item, f"{pointer}/{i}")
        for i, (kind, item) in enumerate(zip(arguments, value, strict=True))
    )


def _decode_scalar(kind: type, value: object, pointer: str) -> object:
    if kind is bool or kind is int:
        if type(value) is not kind:
            raise NotPlainError(pointer, f"{kind.__name__} expected")
        return value
    if issubclass(kind, Enum):
        try:
            return kind(value)
        except ValueError as error:
            raise NotPlainError(pointer, f"unknown {kind.__name__}") from error
    if not isinstance(value, str):
        raise NotPlainError(pointer, "text expected")
    if kind is str:
        return value
    try:
        if kind in (datetime, date, time):
            return kind.fromisoformat(value)
        if kind is Decimal:
            return Decimal(value)
    except (ValueError, InvalidOperation) as error:
        raise NotPlainError(pointer, f"no {kind.__name__}") from error
    raise NotPlainError(pointer, f"unsupported type {kind.__name__}")

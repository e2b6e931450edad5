"""Frozen dataclasses to plain JSON values and back.

Bodies of entries, catalogues and settings are written as JSON made of strings, integers, booleans,
lists and objects; never floats (RFC 8785 would have to round them). A field that equals its default
is left out, and unknown fields are ignored when reading: both sides may be one version apart.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import types
import typing
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def fields_without(value: object, name: str) -> dict[str, Plain]:
    """Return a dataclass as plain JSON, but for the field `name`."""
    return _object(value, type(value), name)


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


def _object(value: object, kind: type, without: str = "") -> dict[str, Plain]:
    plain: dict[str, Plain] = {}
    for name, _, default in _shape(kind):
        if name == without:
            continue
        item = getattr(value, name)
        if item is default or (item == default and default is not dataclasses.MISSING):
            continue
        plain[name] = item if type(item) in _SCALARS else to_plain(item)
    return plain


T = typing.TypeVar("T")


def from_plain(kind: type[T], value: object) -> T:
    """Return `value` as an instance of dataclass `kind`. Raises NotPlainError with its pointer."""
    return typing.cast("T", _decoder(typing.cast("object", kind))(value))


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


_Decoder = Callable[[object], object]


@functools.cache
def _decoder(kind: object) -> _Decoder:
    """Return the function that reads a value as `kind`: types are looked at once, values often.

    It raises NotPlainError with the pointer from its own value on; who stands above adds the rest.
    """
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (types.UnionType, typing.Union):
        (inner,) = (each for each in arguments if each is not type(None))
        return _optional(_decoder(inner))
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is ...:
            return _tuple(_decoder(arguments[0]))
        return _fixed_tuple(tuple(map(_decoder, arguments)))
    if origin is dict:
        return _mapping(_decoder(arguments[1]))
    if not isinstance(kind, type):
        return _refuser(f"unsupported type {kind!r}")
    if dataclasses.is_dataclass(kind):
        return _dataclass(kind)
    return _scalar(kind)


def _below(key: object, error: NotPlainError) -> NotPlainError:
    return NotPlainError(f"/{key}{error.pointer}", error.why)


def _refuser(why: str) -> _Decoder:
    def decode(_: object) -> object:
        raise NotPlainError("", why)

    return decode


def _optional(inner: _Decoder) -> _Decoder:
    return lambda value: None if value is None else inner(value)


def _items(decoders: Iterable[_Decoder], values: Sequence[object]) -> Iterator[object]:
    for index, (decode, item) in enumerate(zip(decoders, values, strict=False)):
        try:
            yield decode(item)
        except NotPlainError as error:
            raise _below(index, error) from error.__cause__


def _tuple(inner: _Decoder) -> _Decoder:
    def decode(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise NotPlainError("", "not a list")
        return tuple(_items(itertools.repeat(inner), value))

    return decode


def _fixed_tuple(decoders: tuple[_Decoder, ...]) -> _Decoder:
    def decode(value: object) -> object:
        if not isinstance(value, list | tuple):
            raise NotPlainError("", "not a list")
        if len(decoders) != len(value):
            raise NotPlainError("", f"{len(decoders)} items expected")
        return tuple(_items(decoders, value))

    return decode


def _mapping(inner: _Decoder) -> _Decoder:
    def decode(value: object) -> object:
        if not isinstance(value, dict):
            raise NotPlainError("", "not an object")
        decoded = {}
        for key, item in value.items():
            try:
                decoded[key] = inner(item)
            except NotPlainError as error:
                raise _below(key, error) from error.__cause__
        return decoded

    return decode


def _dataclass(kind: type) -> _Decoder:
    rows: list[tuple[str, _Decoder, object]] = []

    def decode(value: object) -> object:
        if not isinstance(value, dict):
            raise NotPlainError("", "not an object")
        if not rows:  # only now: a type may contain itself
            rows.extend((name, _decoder(hint), default) for name, hint, default in _shape(kind))
        arguments = {}
        for name, read, default in rows:
            if name in value:
                try:
                    arguments[name] = read(value[name])
                except NotPlainError as error:
                    raise _below(name, error) from error.__cause__
            elif default is dataclasses.MISSING:
                raise NotPlainError(f"/{name}", "missing")
        try:
            return kind(**arguments)
        except ValueError as error:
            raise NotPlainError("", str(error)) from error

    return decode


def _scalar(kind: type) -> _Decoder:
    if kind is bool or kind is int:
        return _exact(kind)
    if issubclass(kind, Enum):
        return _enum(kind)
    if kind is str:
        return _text
    if kind in (datetime, date, time):
        return _read(kind, kind.fromisoformat)
    if kind is Decimal:
        return _read(kind, Decimal)
    return _refuser(f"unsupported type {kind.__name__}")


def _exact(kind: type) -> _Decoder:
    def decode(value: object) -> object:
        if type(value) is not kind:
            raise NotPlainError("", f"{kind.__name__} expected")
        return value

    return decode


def _enum(kind: type[Enum]) -> _Decoder:
    def decode(value: object) -> object:
        try:
            return kind(value)
        except ValueError as error:
            raise NotPlainError("", f"unknown {kind.__name__}") from error

    return decode


def _text(value: object) -> object:
    if not isinstance(value, str):
        raise NotPlainError("", "text expected")
    return value


def _read(kind: type, read: Callable[[str], object]) -> _Decoder:
    def decode(value: object) -> object:
        if not isinstance(value, str):
            raise NotPlainError("", "text expected")
        try:
            return read(value)
        except (ValueError, InvalidOperation) as error:
            raise NotPlainError("", f"no {kind.__name__}") from error

    return decode

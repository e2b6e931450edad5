"""Bodies of entries as JSON text: checked before anything is built of them.

A body arrives as the string of its canonical bytes. Size and depth come first, then the schema that
the kind's dataclass gives, then what no schema says: canonical form, aware times, sane figures.
"""

from __future__ import annotations

import dataclasses
import functools
import json
from datetime import datetime
from decimal import Decimal
from typing import Any

from pydantic import TypeAdapter, ValidationError

from counter_app.contract.entries import BODY_BYTES
from counter_app.contract.figures import wrong_figure
from counter_app.contract.problem import FieldError
from counter_app.domain.acts.kinds import BODIES, Body, Kind
from counter_app.domain.acts.steps import Change
from counter_app.domain.journal.canonical import canonical
from counter_app.domain.journal.nesting import is_too_deep
from counter_app.domain.plain import NotPlainError, from_plain

DECIMAL_PLACES = 12
"""Digits before or after the point of a decimal: a guard against `1E+999999999`."""

_MOST_ERRORS = 20


class BodyError(ValueError):
    """A body isn't what its kind says; `errors` point into it."""

    def __init__(self, errors: tuple[FieldError, ...]) -> None:
        super().__init__(", ".join(f"{each.pointer} {each.code}" for each in errors))
        self.errors = errors


def check_body(kind: Kind, text: str) -> tuple[FieldError, ...]:
    """Return what is wrong with the body `text`, with pointers; nothing when it can be taken."""
    try:
        read_body(kind, text)
    except BodyError as error:
        return error.errors
    return ()


def read_body(kind: Kind, text: str) -> Body:
    """Return the decoded body. Raises `BodyError`."""
    plain = _plain(text)
    try:
        adapter(kind).validate_json(text, strict=True)
    except ValidationError as error:
        raise BodyError(_field_errors(error)) from error
    try:
        body: Body = from_plain(BODIES[kind], plain)
    except NotPlainError as error:
        raise _wrong(error.pointer, "value") from error
    _check_values(body, "")
    return body


@functools.cache
def adapter(kind: Kind) -> TypeAdapter[Any]:
    """Return the schema of a kind's body."""
    return TypeAdapter(BODIES[kind])


def _plain(text: str) -> object:
    if len(text) > BODY_BYTES or len(text.encode("utf-8", "replace")) > BODY_BYTES:
        raise _wrong("", "too_large")
    if is_too_deep(text):
        raise _wrong("", "too_deep")
    try:
        plain = json.loads(text)
    except ValueError as error:
        raise _wrong("", "not_json") from error
    try:
        whole = canonical(plain).decode("utf-8") == text
    except (ValueError, TypeError) as error:
        raise _wrong("", "not_canonical") from error
    if not whole:
        raise _wrong("", "not_canonical")
    return plain


def _check_values(value: object, pointer: str) -> None:
    kind: type = type(value)
    if kind in _PLAIN_TYPES:  # most values are text
        return
    if isinstance(value, datetime):
        if value.utcoffset() is None:
            raise _wrong(pointer, "time_zone_missing")
    elif isinstance(value, Decimal):
        if not value.is_finite() or not -DECIMAL_PLACES < value.adjusted() < DECIMAL_PLACES:
            raise _wrong(pointer, "out_of_range")
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            _check_values(item, f"{pointer}/{index}")
    else:
        for name in _field_names(kind):
            item = getattr(value, name)
            if type(item) not in _PLAIN_TYPES:
                _check_values(item, f"{pointer}/{name}")
        if (wrong := _deep_text(value) or wrong_figure(value)) is not None:
            raise _wrong(f"{pointer}/{wrong[0]}", wrong[1])


def _deep_text(value: object) -> tuple[str, str] | None:
    """Return the field whose text is JSON that nests too deep: the body's depth isn't theirs."""
    names = ("before", "after") if isinstance(value, Change) else ()
    return next(((name, "too_deep") for name in names if is_too_deep(getattr(value, name))), None)


_PLAIN_TYPES = frozenset({str, int, bool, type(None)})


@functools.cache
def _field_names(kind: type) -> tuple[str, ...]:
    if not dataclasses.is_dataclass(kind):
        return ()
    return tuple(field.name for field in dataclasses.fields(kind))


def _field_errors(error: ValidationError) -> tuple[FieldError, ...]:
    found = error.errors(include_url=False, include_context=False, include_input=False)
    return tuple(
        FieldError(pointer=pointer(each["loc"]), code=each["type"][:100])
        for each in found[:_MOST_ERRORS]
    )


def pointer(location: tuple[int | str, ...]) -> str:
    """Return a pydantic location as an RFC 6901 pointer of at most 300 characters."""
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in location)
    return "".join(f"/{part}" for part in parts)[:300]


def _wrong(where: str, code: str) -> BodyError:
    return BodyError((FieldError(pointer=where[:300], code=code),))

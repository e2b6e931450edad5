"""A JSON file as a list of items, read with care."""

from __future__ import annotations

import json
from pathlib import Path

from counter_app.domain.errors.catalogue import (
    EmptyListError,
    FileUnreadableError,
    NotJsonError,
    TooManyRowsError,
    UnknownKindError,
    WrongColumnsError,
    WrongEncodingError,
)
from counter_app.domain.text import clean
from counter_app.papers.sheet_reader import MAX_ROWS

LIST_KEY = "procedures"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def read_json_list(path: Path) -> list[object]:
    """Return the items of a JSON list, or of the list under "procedures". Text comes in NFC.

    Raises `FileUnreadableError`, `WrongEncodingError`, `UnknownKindError`, `NotJsonError`,
    `WrongColumnsError`, `EmptyListError`, `TooManyRowsError`.
    """
    name = path.name
    text = _decoded(path)
    if not text.strip():
        raise EmptyListError(file=name)
    if text.lstrip()[0] not in "[{":
        raise UnknownKindError(file=name)
    try:
        whole = json.loads(text, object_pairs_hook=_object, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        raise NotJsonError(file=name, line=error.lineno) from error
    except (ValueError, RecursionError) as error:
        raise NotJsonError(file=name, line="?") from error
    if isinstance(whole, dict):
        items = whole.get(LIST_KEY)
        if not isinstance(items, list):
            seen = ", ".join(key[:40] for key in list(whole)[:12]) or "–"
            raise WrongColumnsError(file=name, missing=LIST_KEY, seen=seen)
        whole = items
    if not whole:
        raise EmptyListError(file=name)
    if len(whole) > MAX_ROWS:
        raise TooManyRowsError(file=name, limit=MAX_ROWS)
    return list(whole)


def _decoded(path: Path) -> str:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise FileUnreadableError(file=path.name) from error
    if data.startswith(_UTF_16):
        raise WrongEncodingError(file=path.name)
    if b"\0" in data[:4096]:
        raise UnknownKindError(file=path.name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WrongEncodingError(file=path.name) from error


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    item = {key: _tidy(value) for key, value in pairs}
    if len(item) < len(pairs):
        raise ValueError("a name stands twice in one object")
    return item


def _tidy(value: object) -> object:
    """Return text in NFC with its lines, also inside a list; everything else as it is."""
    if isinstance(value, str):
        return "\n".join(clean(line) for line in value.splitlines())
    if isinstance(value, list):
        return [_tidy(item) if isinstance(item, str) else item for item in value]
    return value


def _no_constant(name: str) -> object:
    raise ValueError(f"{name} is no JSON")

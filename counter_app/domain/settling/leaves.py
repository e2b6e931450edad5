"""The single values of an act that an officer can put right: texts, whole numbers, dates.

A path is that of an RFC 6901 pointer into the body, part by part. Times, choices and yes or no are
left alone: a paper was printed by them, or a step hangs on them.
"""

from __future__ import annotations

import dataclasses
import functools
import json
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from counter_app.domain.acts.kinds import Body
from counter_app.domain.acts.received import Numbered, Received
from counter_app.domain.acts.steps import Change
from counter_app.domain.dossiers.correction import FIXED
from counter_app.domain.journal.nesting import read_value

Path = tuple[str, ...]


class LeafKind(Enum):
    """How a value is typed."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value: `text` as JSON would hold it (dates as 2025-07-01), "" for none."""

    path: Path
    kind: LeafKind
    text: str


_KINDS: Mapping[object, LeafKind] = {
    str: LeafKind.TEXT,
    int: LeafKind.NUMBER,
    date: LeafKind.DATE,
    date | None: LeafKind.DATE,
    int | None: LeafKind.NUMBER,
}
_KEPT: Mapping[type, frozenset[str]] = {
    Received: FIXED | {"procedure", "promise", "form_set", "centre", "limit", "breaches"},
    Numbered: frozenset({"code", "block", "book", "book_year", "serial"}),
}
"""What a paper is found by, or what was reckoned: never typed."""


def path_of(pointer: str) -> Path:
    """Return the parts of a pointer into an entry (`/body/…`) or into its body."""
    parts = tuple(
        part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")[1:] if part
    )
    return parts[1:] if parts[:1] == ("body",) else parts


def leaves(body: Body) -> tuple[Leaf, ...]:
    """Return every value of `body` that can be put right, in the order of its fields."""
    return tuple(_leaves(body, ()))


def marked(found: tuple[Leaf, ...], pointer: str) -> tuple[Leaf, ...]:
    """Return those of `found` that a pointer names: the value itself, or what lies in it."""
    path = path_of(pointer)
    if not path:
        return ()
    return tuple(leaf for leaf in found if _is_within(leaf.path, path))


def _is_within(one: Path, other: Path) -> bool:
    shorter = min(len(one), len(other))
    return one[:shorter] == other[:shorter]


def with_leaves(body: Body, edits: Mapping[Path, str]) -> Body:
    """Return `body` with other values at the paths of `edits`, texts as in `Leaf`.

    Raises ValueError when a text is no such number or date, or when there is no such value.
    """
    kinds = {leaf.path: leaf.kind for leaf in leaves(body)}
    for path, text in edits.items():
        if path not in kinds:
            raise ValueError(f"nothing can be put right at {path}")
        body = _put(body, path, functools.partial(_read, kinds[path], text))
    return body


def _leaves(value: Any, path: Path) -> Iterator[Leaf]:
    if isinstance(value, Change):
        yield from _json_leaves(_json(value.after), (*path, "after"))
        return
    if isinstance(value, tuple):
        for place, item in enumerate(value):
            if isinstance(item, str):
                yield Leaf((*path, str(place)), LeafKind.TEXT, item)
            elif dataclasses.is_dataclass(item):
                yield from _leaves(item, (*path, str(place)))
        return
    kind_of: type = type(value)
    kept = _KEPT.get(kind_of, frozenset())
    for name, hint in _hints(kind_of).items():
        if name in kept:
            continue
        item = getattr(value, name)
        kind = _KINDS.get(hint)
        if kind is not None:
            yield Leaf((*path, name), kind, _text(item))
        elif isinstance(item, tuple) or (dataclasses.is_dataclass(item) and item is not None):
            yield from _leaves(item, (*path, name))


def _json_leaves(value: object, path: Path) -> Iterator[Leaf]:
    if isinstance(value, str):
        yield Leaf(path, LeafKind.TEXT, value)
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _json_leaves(item, (*path, str(name)))


@functools.cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _text(value: object) -> str:
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(kind: LeafKind, text: str, before: object) -> object:
    if kind is LeafKind.TEXT:
        return text
    if not text:
        if isinstance(before, int):
            raise ValueError("a number is wanted")
        return None
    return int(text) if kind is LeafKind.NUMBER else date.fromisoformat(text)


def _put(value: Any, path: Path, read: Callable[[object], object]) -> Any:
    if not path:
        return read(value)
    name, rest = path[0], path[1:]
    if isinstance(value, Change) and name == "after":
        after = _put(_json(value.after), rest, read)
        return dataclasses.replace(value, after=_as_json(after))
    if isinstance(value, dict):
        return {**value, name: _put(value[name], rest, read)}
    if isinstance(value, tuple):
        place = int(name)
        return (*value[:place], _put(value[place], rest, read), *value[place + 1 :])
    return dataclasses.replace(value, **{name: _put(getattr(value, name), rest, read)})


def _json(text: str) -> Any:
    try:
        return read_value(text)
    except ValueError:
        return text


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)

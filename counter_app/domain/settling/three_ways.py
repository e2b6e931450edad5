"""A corrected field that somebody else changed, too: what it was, what we want, what stands now.

Values are JSON texts, as `Change` holds them. Objects are compared part by part; a list is one
value.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from counter_app.domain.acts.steps import Change
from counter_app.domain.journal.nesting import read_value

Path = tuple[str, ...]


class Choice(Enum):
    """Whose value is kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Difference:
    """One value that isn't everywhere the same; None where there is none.

    `path` begins with the field of the registration. `choice` is what needs no decision: only one
    side changed it; None when both did, each otherwise.
    """

    path: Path
    base: object
    mine: object
    theirs: object
    choice: Choice | None


def differences(change: Change, theirs: str) -> tuple[Difference, ...]:
    """Return the single values in which a correction, its base and the server's value differ."""
    name = change.pointer.removeprefix("/")
    sides = [_flat(_json(text), (name,)) for text in (change.before, change.after, theirs)]
    found = []
    for path in dict.fromkeys(path for side in sides for path in side):
        base, mine, other = (side.get(path) for side in sides)
        if base == mine == other:
            continue
        found.append(Difference(path, base, mine, other, _choice(base, mine, other)))
    return tuple(found)


def merged(change: Change, theirs: str, choices: Mapping[Path, Choice]) -> Change | None:
    """Return the correction of what stands at the server now; None when nothing is left of it.

    `choices` names every difference that has no choice of its own. Raises KeyError otherwise.
    """
    name = change.pointer.removeprefix("/")
    value = copy.deepcopy(_json(theirs))
    for each in differences(change, theirs):
        choice = choices.get(each.path, each.choice)
        if choice is None:
            raise KeyError(each.path)
        if choice is Choice.MINE:
            value = _with(value, each.path[1:], each.mine)
    after = json.dumps(value, ensure_ascii=False, sort_keys=True)
    before = json.dumps(_json(theirs), ensure_ascii=False, sort_keys=True)
    return None if after == before else Change(f"/{name}", before, after)


def _choice(base: object, mine: object, theirs: object) -> Choice | None:
    if mine in (theirs, base):
        return Choice.THEIRS
    return Choice.MINE if theirs == base else None


def _flat(value: object, path: Path) -> dict[Path, object]:
    if isinstance(value, dict):
        found: dict[Path, object] = {}
        for name, item in value.items():
            found |= _flat(item, (*path, str(name)))
        return found
    return {} if value is None else {path: value}


def _with(value: Any, path: Path, item: object) -> Any:
    if not path:
        return item
    inside = dict(value) if isinstance(value, dict) else {}
    if len(path) == 1 and item is None:
        inside.pop(path[0], None)
    else:
        inside[path[0]] = _with(inside.get(path[0]), path[1:], item)
    return inside


def _json(text: str) -> Any:
    try:
        return read_value(text)
    except ValueError:
        return text

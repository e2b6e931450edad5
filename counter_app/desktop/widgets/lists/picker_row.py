"""`PickerRow`: one thing that can be picked. Pure: presenters make it."""

from __future__ import annotations

from typing import NamedTuple


class PickerRow(NamedTuple):
    """Name with the words that matched, what tells it apart, code, keys that take it.

    `spans` are (start, length) in `name`.
    """

    name: str
    spans: tuple[tuple[int, int], ...] = ()
    meta: str = ""
    code: str = ""
    keys: str = ""
    enabled: bool = True

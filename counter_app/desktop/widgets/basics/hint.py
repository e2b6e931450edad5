"""`Hint`: a key and what it does here. Pure: presenters make it."""

from __future__ import annotations

from typing import NamedTuple


class Hint(NamedTuple):
    """Keys and words; after a `joined` one the next follows closely: "1 hoặc 2 chọn"."""

    keys: str
    words: str
    joined: bool = False

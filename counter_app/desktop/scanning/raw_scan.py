"""A scan as it arrived, before anybody asks what it means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

_TWELVE = re.compile(r"[0-9]{12}(?![0-9])")


class Damage(Enum):
    """What happened to a scan on its way through the keyboard."""

    IME_KEYS = "ime_keys"  # UniKey, EVKey, OpenKey: Backspaces and letters of their own
    PREEDIT = "preedit"  # an input method of the system composed letters
    LAYOUT = "layout"  # another keyboard layout; undone by the keys' places
    CAPS_LOCK = "caps_lock"  # undone
    ALT_CODES = "alt_codes"  # Alt+number with code points; undone
    ALT_BYTES = "alt_bytes"  # Alt+0number with the bytes of UTF-8; undone


_TAMPERING = frozenset({Damage.IME_KEYS, Damage.PREEDIT})


@dataclass(frozen=True, slots=True)
class RawScan:
    """One scan. `text` is bare (no AIM identifier, STX, ETX, stars); `typed` is as it came.

    `device` is "keyboard", "serial:COM3" or "file". `duration`, `gap` (median) and `widest` gap
    between characters are milliseconds, 0 where a device doesn't type. `terminator` is what ended
    the scan, empty for silence. `at` is the moment of its end, aware.
    """

    text: str
    device: str
    duration: float
    damage: tuple[Damage, ...]
    at: datetime
    typed: str = ""
    gap: float = 0.0
    widest: float = 0.0
    terminator: str = ""

    @property
    def tampered(self) -> bool:
        """Return whether an input method changed what the scanner typed."""
        return not _TAMPERING.isdisjoint(self.damage)

    @property
    def number(self) -> str:
        """Return the twelve digits that a card begins with, empty when they aren't there."""
        found = _TWELVE.match(self.text)
        return found.group() if found else ""

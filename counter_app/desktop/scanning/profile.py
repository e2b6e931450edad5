"""What is known of one scanner: how it is read, how fast it types, what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Protocol

from counter_app.desktop.scanning.burst import Rules

FASTEST_GAP, SLOWEST_GAP = 20.0, 50.0
"""Milliseconds: below, a busy machine would cut bursts; above, typing would feel slow."""

PREFIX_GAP = 120.0
"""Milliseconds inside a burst that a prefix announced: nobody types then, so there is time."""


class Mode(Enum):
    """How scans reach the program."""

    KEYBOARD = "keyboard"
    SERIAL = "serial"  # USB-COM, the recommended one
    FILE = "file"  # for tests and journeys


class Fault(Enum):
    """What the check found wrong. The words are in `presenters/scanner_check/fault_words.py`."""

    IME_HOOK = "ime_hook"
    PREEDIT = "preedit"
    LAYOUT = "layout"
    CAPS_LOCK = "caps_lock"
    ALT_437 = "alt_437"
    MOJIBAKE = "mojibake"
    LETTERS_DROPPED = "letters_dropped"
    NO_TERMINATOR = "no_terminator"
    CUT = "cut"
    SLOW = "slow"
    OTHER_TEXT = "other_text"


@dataclass(frozen=True, slots=True)
class ScannerProfile:
    r"""One device. `gap` is the median between two characters in milliseconds, 0 when unknown.

    `port` is the serial port or the file; `prefix` the character programmed to come first;
    `terminator` "\r", "\n", "\t" or "". `alt` is how letters are typed: "", "codes" or "bytes".
    """

    name: str = "keyboard"
    mode: Mode = Mode.KEYBOARD
    port: str = ""
    gap: int = 0
    prefix: str = ""
    terminator: str = ""
    layout: str = ""
    alt: str = ""
    faults: tuple[Fault, ...] = ()
    checked_on: date | None = None
    sound: bool = True
    flash: bool = True

    def rules(self) -> Rules:
        """Return how to tell this scanner from a person."""
        if self.prefix:
            return Rules(gap=PREFIX_GAP, prefix=self.prefix)
        if not self.gap:
            return Rules()
        return Rules(gap=min(max(3.0 * self.gap, FASTEST_GAP), SLOWEST_GAP))


class Profiles(Protocol):
    """Where profiles are kept, one for each device name; written as `domain.plain` does."""

    def get(self, name: str) -> ScannerProfile | None:
        """Return the profile of the device `name`, or None."""

    def put(self, profile: ScannerProfile) -> None:
        """Keep `profile` under its name."""

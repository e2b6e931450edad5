"""A key going down or up, as the burst rules see it: no Qt, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What a key does, as far as telling a scanner from a person needs it."""

    TEXT = "text"
    CONTROL = "control"  # Ctrl+letter, as wedges type STX, ETX, GS
    TERMINATOR = "terminator"  # Return, Enter, Tab; CR, LF and HT typed with Ctrl
    BACKSPACE = "backspace"
    PACKET = "packet"  # VK_PACKET: a program typed this letter, not a key
    PREEDIT = "preedit"  # an input method composes or commits
    ALT_DIGIT = "alt_digit"  # a digit of the number pad while Alt is down
    ALT = "alt"
    MODIFIER = "modifier"  # the others, and Num Lock, which some wedges press inside Alt+number
    OTHER = "other"


PACED = frozenset(
    {Kind.TEXT, Kind.CONTROL, Kind.BACKSPACE, Kind.PACKET, Kind.PREEDIT, Kind.ALT_DIGIT}
)
"""The kinds by which speed is judged."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """One key event. `number` tells it from all others; `at` is in milliseconds, any origin.

    `code` is the same for a key's press and release. `scan_code` is the place of the key in the
    numbering of IBM PC keyboards (set 1, as Windows and evdev have it), 0 when unknown.
    """

    number: int
    at: float
    kind: Kind
    text: str = ""
    code: int = 0
    scan_code: int = 0
    shift: bool = False
    pressed: bool = True
    repeat: bool = False

    @property
    def paced(self) -> bool:
        """Return whether the stroke counts for speed: a press that types something."""
        return self.pressed and self.kind in PACED

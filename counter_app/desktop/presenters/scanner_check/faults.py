"""What is wrong with a scanner, from what was shown and what came. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from counter_app.desktop.scanning.profile import SLOWEST_GAP, Fault, Mode
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.domain.people.card_repair import repaired
from counter_app.domain.text import MARKED_LETTERS

_SLOW = SLOWEST_GAP / 3  # milliseconds a character: slower, and bursts look like typing
_SHORTEST_PART = 6

_OF_DAMAGE = {
    Damage.IME_KEYS: Fault.IME_HOOK,
    Damage.PREEDIT: Fault.PREEDIT,
    Damage.LAYOUT: Fault.LAYOUT,
    Damage.CAPS_LOCK: Fault.CAPS_LOCK,
}

HARMLESS = frozenset({Fault.LAYOUT, Fault.CAPS_LOCK, Fault.MOJIBAKE, Fault.NO_TERMINATOR})
"""Undone, or waited for, by the program: the scanner can be used as it is."""


def faults_of(shown: str, scan: RawScan) -> tuple[Fault, ...]:
    """Return what is wrong with a scan of the symbol that says `shown`; empty for nothing."""
    return tuple(dict.fromkeys(_faults(shown, scan)))


def _faults(shown: str, scan: RawScan) -> Iterator[Fault]:
    for damage in scan.damage:
        if damage in _OF_DAMAGE:
            yield _OF_DAMAGE[damage]
    if scan.text != shown and not scan.tampered:
        yield _text_fault(shown, scan.text)
    if scan.device == Mode.KEYBOARD.value:
        if not scan.terminator:
            yield Fault.NO_TERMINATOR
        if scan.gap > _SLOW or scan.widest > SLOWEST_GAP:
            yield Fault.SLOW


def _text_fault(shown: str, text: str) -> Fault:
    if repaired(text)[0] == shown:
        return Fault.MOJIBAKE
    if any(text == _without_letters(shown, sign) for sign in ("", "?", "\ufffd", " ")):
        return Fault.LETTERS_DROPPED
    if _through_437(shown, text):
        return Fault.ALT_437
    if len(text) >= _SHORTEST_PART and text in shown:
        return Fault.CUT
    return Fault.OTHER_TEXT


def _without_letters(text: str, sign: str) -> str:
    return "".join(sign if char in MARKED_LETTERS else char for char in text)


def _through_437(shown: str, text: str) -> bool:
    """Return whether the letters came as their code point mod 256 in code page 437.

    Some of them are control characters there, which hosts drop or obey: most are enough.
    """
    letters = {char for char in shown if char in MARKED_LETTERS}
    made = {bytes((ord(char) % 0x100,)).decode("cp437") for char in letters}
    strange = {char for char in made if not char.isascii()}
    return bool(strange) and sum(char in text for char in strange) > len(strange) / 2

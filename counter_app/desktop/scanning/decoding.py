"""From the strokes of a burst to its text, with what went wrong on the way (UX §4).

What the keyboard layout, Caps Lock and Alt+number did is undone here, because only the strokes
tell. What damages texts is undone by `domain.people.card_repair`. No letter is ever invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from counter_app.desktop.scanning.raw_scan import Damage
from counter_app.desktop.scanning.stroke import Kind, Stroke
from counter_app.domain.dossiers.code import find_code
from counter_app.domain.people.card_repair import unwrapped

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
)
US_KEYS: dict[tuple[int, bool], str] = {
    (first + place, shift): char
    for first, plain, shifted in _ROWS
    for shift, chars in ((False, plain), (True, shifted))
    for place, char in enumerate(chars)
}
"""(scan code of set 1, Shift) → character of the US layout, which scanners type by default."""

_CARD_BEGINS = re.compile(r"[0-9]{12}(?:\||\Z)")
_LOST = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a burst without what the scanner wraps around it; `typed` is as it arrived."""

    text: str
    typed: str
    damage: tuple[Damage, ...]


def decoded(strokes: Iterable[Stroke], prefix: str = "") -> Decoded:
    """Return what the `strokes` of a burst say; `prefix` is the one programmed in the scanner."""
    reading = _Reading()
    for stroke in strokes:
        reading.add(stroke)
    reading.end()
    typed = "".join(char for char, _ in reading.letters)
    text, layout = _by_layout(typed, reading.letters, prefix)
    damage = dict.fromkeys((*layout, *reading.damage))
    if Damage.IME_KEYS in damage and reading.packets_only:
        del damage[Damage.IME_KEYS]  # a program types all of it: that is its way, no tampering
    return Decoded(_bare(text, prefix), typed, tuple(damage))


def characters(strokes: Iterable[Stroke]) -> int:
    """Return how many characters the `strokes` type; a whole Alt+number is one."""
    count = 0
    in_number = False
    for stroke in strokes:
        if stroke.kind is Kind.ALT_DIGIT:
            count += stroke.pressed and not in_number
            in_number = True
            continue
        in_number = in_number and not _ends_number(stroke)
        if stroke.pressed and stroke.kind in (Kind.TEXT, Kind.PACKET, Kind.PREEDIT):
            count += 1
    return count


def gaps(strokes: Iterable[Stroke]) -> tuple[float, ...]:
    """Return the milliseconds from each typing stroke to the next."""
    moments = [stroke.at for stroke in strokes if stroke.paced]
    return tuple(after - before for before, after in pairwise(moments))


def _bare(text: str, prefix: str) -> str:
    return unwrapped(text.removeprefix(prefix))


def _ends_number(stroke: Stroke) -> bool:
    """Return whether an Alt+number ends here: Alt goes up, or a key that is none of its digits."""
    if stroke.kind is Kind.ALT:
        return not stroke.pressed
    return stroke.pressed and stroke.kind is not Kind.MODIFIER


@dataclass(slots=True)
class _Reading:
    """The letters so far, each with what the US layout has on its key (None for no such key)."""

    letters: list[tuple[str, str | None]] = field(default_factory=list)
    damage: list[Damage] = field(default_factory=list)
    packets_only: bool = True
    _digits: str = ""
    _bytes: bytes = b""
    _after_number: bool = False

    def add(self, stroke: Stroke) -> None:
        if stroke.kind is Kind.ALT_DIGIT:
            if stroke.pressed:
                self._digits += stroke.text
            return
        if self._digits and _ends_number(stroke):
            self._number()
        if not stroke.pressed or stroke.kind in (Kind.ALT, Kind.MODIFIER):
            return
        system_made = self._after_number and stroke.kind is Kind.TEXT and not stroke.code
        self._after_number = False
        if system_made:
            return  # the system's own version of the number just read, often the wrong letter
        self._end_bytes()
        self._key(stroke)

    def end(self) -> None:
        if self._digits:
            self._number()
        self._end_bytes()

    def _key(self, stroke: Stroke) -> None:
        if stroke.kind is Kind.BACKSPACE:
            self.damage.append(Damage.IME_KEYS)
            self.packets_only = False
            del self.letters[-1:]
        elif stroke.kind is Kind.PACKET:
            self.damage.append(Damage.IME_KEYS)
            self.letters.append((stroke.text, None))
        elif stroke.kind is Kind.PREEDIT:
            self.damage.append(Damage.PREEDIT)
            self.letters.append((stroke.text, None))
        elif stroke.kind in (Kind.TEXT, Kind.CONTROL):
            self.packets_only = False
            self.letters.append((stroke.text, US_KEYS.get((stroke.scan_code, stroke.shift))))

    def _number(self) -> None:
        digits, self._digits = self._digits, ""
        self._after_number = True
        self.packets_only = False
        number = int(digits)
        if digits.startswith("0") and number < 0x100:
            self._bytes += bytes((number,))
            self.damage.append(Damage.ALT_BYTES)
            return
        self._end_bytes()
        self.damage.append(Damage.ALT_CODES)
        possible = 0 < number <= 0x10FFFF and not 0xD800 <= number < 0xE000
        self.letters.append((chr(number) if possible else _LOST, None))

    def _end_bytes(self) -> None:
        if not self._bytes:
            return
        try:
            text = self._bytes.decode()
        except UnicodeDecodeError:
            text = self._bytes.decode("latin-1")  # reversible: the card's repair may know more
        self.letters.extend((char, None) for char in text)
        self._bytes = b""


def _by_layout(
    typed: str, letters: list[tuple[str, str | None]], prefix: str
) -> tuple[str, Iterator[Damage] | tuple[Damage, ...]]:
    """Return the text by the keys' places when only so it makes sense, with the damage undone."""
    by_place = "".join(char if place is None else place for char, place in letters)
    if by_place == typed:
        return typed, ()
    if all(place is None or place == char.swapcase() for char, place in letters if place != char):
        return by_place, (Damage.CAPS_LOCK,)
    if _known(_bare(by_place, prefix)) and not _known(_bare(typed, prefix)):
        return by_place, (Damage.LAYOUT,)
    return typed, ()


def _known(text: str) -> bool:
    return _CARD_BEGINS.match(text) is not None or find_code(text) is not None

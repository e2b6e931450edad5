"""Blocks of labels and values: one column of labels, one of values, further lines hanging."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BODY, BOLD


@dataclass(frozen=True, slots=True)
class Entry:
    """A value with its label; `beside` is a second label and value on the first line."""

    label: str
    value: str
    number: str = ""
    bold: bool = False
    beside: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line of an entry; label, number and `beside` only on its first."""

    value: str
    label: str = ""
    number: str = ""
    bold: bool = False
    beside: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """Where labels and values stand, from the left margin, and the pitch of lines, in mm."""

    value_x: float
    pitch: float = 4.3
    label_x: float = 0.0
    beside_x: tuple[float, float] = (75.0, 86.35)

    def lines(self, sheet: Sheet, entries: Sequence[Entry]) -> list[Line]:
        """Return the wrapped lines of `entries`. What doesn't fit beside gets its own line."""
        lines: list[Line] = []
        for entry in entries:
            lines += self._entry_lines(sheet, entry)
        return lines

    def draw(self, sheet: Sheet, y: float, lines: Sequence[Line]) -> float:
        """Set `lines` from baseline `y` down; return the baseline after the last."""
        for line in lines:
            if line.number:
                sheet.text(sheet.left, y, line.number, BODY)
            if line.label:
                sheet.text(sheet.left + self.label_x, y, line.label, BODY)
            sheet.text(sheet.left + self.value_x, y, line.value, BOLD if line.bold else BODY)
            if line.beside:
                for x, text in zip(self.beside_x, line.beside, strict=True):
                    sheet.text(sheet.left + x, y, text, BODY)
            y += self.pitch
        return y

    def _entry_lines(self, sheet: Sheet, entry: Entry) -> list[Line]:
        style = BOLD if entry.bold else BODY
        values = sheet.wrapped(entry.value, style, sheet.width - self.value_x)
        beside = entry.beside
        extra: list[Line] = []
        if beside and not self._fits_beside(sheet, entry.value, beside):
            extra = self._entry_lines(sheet, Entry(beside[0], beside[1]))
            beside = None
        first = Line(values[0], entry.label, entry.number, entry.bold, beside)
        return [first, *(Line(value, bold=entry.bold) for value in values[1:]), *extra]

    def _fits_beside(self, sheet: Sheet, value: str, beside: tuple[str, str]) -> bool:
        label_x, text_x = self.beside_x
        return (
            self.value_x + sheet.text_width(value, BODY) + 2 <= label_x
            and text_x + sheet.text_width(beside[1], BODY) <= sheet.width
        )

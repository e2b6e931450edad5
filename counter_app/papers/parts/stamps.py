"""Marks that change what a paper is: practice stamp and mark across, reprint stamp."""

from __future__ import annotations

from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Marks
from counter_app.papers.parts.heads import Symbols
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import STAMP

_PADDING = 1.8
_HEIGHT = 12.0
_WEIGHT = 0.9
_LOW_HEIGHT = 5.2


def stamp_lines(form_set: FormSet, marks: Marks) -> tuple[str, str] | None:
    """Return what the stamp says; practice outweighs a reprint of practice."""
    if marks.practice:
        return form_set.practice_stamp
    if marks.reprint:
        return "BẢN IN LẠI", f"LẦN {marks.reprint.number}"
    return None


def stamp(sheet: Sheet, lines: tuple[str, str], symbols: Symbols, copy_y: float) -> None:
    """Draw the stamp between bars and QR; with a long code, low and right of the copy line."""
    width = max(sheet.text_width(line, STAMP) for line in lines) + 2 * _PADDING
    if symbols.has_qr and width <= symbols.gap_right - symbols.gap_left:
        centre = (symbols.gap_left + symbols.gap_right) / 2
        sheet.box(centre - width / 2, symbols.top, width, _HEIGHT, _WEIGHT)
        sheet.text_centred(centre, symbols.top + 5.1, lines[0], STAMP)
        sheet.text_centred(centre, symbols.top + 10.0, lines[1], STAMP)
        return
    line = " ".join(lines)
    width = sheet.text_width(line, STAMP) + 2 * _PADDING
    x = sheet.right - width - 0.2
    sheet.box(x, copy_y - 2.4, width, _LOW_HEIGHT, _WEIGHT)
    sheet.text(x + _PADDING, copy_y + 1.4, line, STAMP)


def practice_mark(
    sheet: Sheet, form_set: FormSet, centre_y: float = 122.7, size: float = 25
) -> None:
    """Set the words of practice across the page, below the symbols and under the text."""
    sheet.across(sheet.left + sheet.width / 2 + 0.6, centre_y, 52, form_set.practice_across, size)

"""What stands on top: the national header, symbols and code, the head of a continuation page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from counter_app.domain.dates import vietnam_time, written_date
from counter_app.domain.form_sets import FormSet
from counter_app.domain.forms import Header
from counter_app.papers import barcode, qr
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import (
    BODY,
    CODE,
    CODE_LABEL,
    CONTINUED_NAME,
    CONTINUED_UNIT,
    COPY,
    ITALIC,
    MOTTO,
    NATION,
    PARENT,
    PLACE,
    UNIT,
)
from counter_app.papers.setting.typist import Style

_FIRST, _PITCH = 12.9, 4.15
_BEFORE_PLACE = re.compile(r" (?=(?:PHƯỜNG|XÃ|ĐẶC KHU|TỈNH|THÀNH PHỐ) )")
_BAR_HEIGHT = 12.0
_LOW_SIDE = 11.0  # a larger QR reaches, with its quiet zone, below the top of the code line
_LEAST_GAP = 8.0  # between bars and QR: more than both quiet zones, for readers held askew


def national_header(sheet: Sheet, header: Header, form_set: FormSet) -> float:
    """Set both sides, without the date; return how far a long unit pushes the rest down."""
    nation_width = sheet.text_width(form_set.nation, NATION)
    lines = _unit_lines(sheet, header, sheet.width - nation_width - 4)
    axis = sheet.left + max(sheet.text_width(text, style) for text, style in lines) / 2
    for place, (text, style) in enumerate(lines):
        sheet.text_centred(axis, _FIRST + place * _PITCH, text, style)
    last_text, last_style = lines[-1]
    half = 0.21 * sheet.text_width(last_text, last_style)
    sheet.rule(axis - half, axis + half, _FIRST + (len(lines) - 1) * _PITCH + 1.85, 0.5)

    sheet.text_right(sheet.right, _FIRST, form_set.nation, NATION)
    right_axis = sheet.right - nation_width / 2
    motto_y = _FIRST + 4.2
    sheet.text_centred(right_axis, motto_y, form_set.motto, MOTTO)
    half = sheet.text_width(form_set.motto, MOTTO) / 2
    sheet.rule(right_axis - half, right_axis + half, motto_y + 1.95, 0.6)
    return max(0, len(lines) - 3) * _PITCH


def place_and_date(
    sheet: Sheet, header: Header, form_set: FormSet, at: datetime, down: float
) -> None:
    """Set "Mẫu, ngày 01 tháng 7 năm 2025" on the axis of the right side, `down` mm lower."""
    axis = sheet.right - sheet.text_width(form_set.nation, NATION) / 2
    text = f"{header.place}, {written_date(vietnam_time(at).date())}"
    centre = min(axis, sheet.right - sheet.text_width(text, PLACE) / 2)
    sheet.text_centred(centre, 25.1 + down, text, PLACE)


@dataclass(frozen=True, slots=True)
class Symbols:
    """Where the symbols of a page ended: the gap for a stamp, and whether the QR found room.

    `low_qr`: the QR's quiet zone reaches into the code line, whose right part keeps left of it.
    """

    top: float
    gap_left: float
    gap_right: float
    has_qr: bool
    low_qr: bool


def symbols(sheet: Sheet, top: float, code: str) -> Symbols:
    """Draw bars from the left margin and, when the row has room, the QR flush right."""
    bars_right = sheet.barcode(sheet.left, top, _BAR_HEIGHT, code)
    side = qr.modules(code).width
    has_qr = bars_right + _LEAST_GAP + side <= sheet.right
    if has_qr:
        sheet.qr(sheet.right, top, code)
    right = sheet.right - side - qr.QUIET if has_qr else sheet.right
    low_qr = has_qr and side > _LOW_SIDE
    return Symbols(top, bars_right + barcode.QUIET, right, has_qr, low_qr)


def code_line(sheet: Sheet, y: float, symbols: Symbols, label: str, code: str) -> None:
    """Set "Mã hồ sơ: **code**", centred below the bars, or flush left where room is short."""
    x = sheet.left
    if symbols.has_qr and not symbols.low_qr:
        whole = sheet.text_width(f"{label}  ", CODE_LABEL) + sheet.text_width(code, CODE)
        x += max(0.0, (barcode.bars(code).width - whole) / 2)
    x = sheet.text(x, y, f"{label}  ", CODE_LABEL)
    sheet.text(x, y, code, CODE)


def book_line(sheet: Sheet, y: float, symbols: Symbols, text: str) -> None:
    """Set book and serial number on the right of the code line, clear of a low QR."""
    sheet.text_right(symbols.gap_right if symbols.low_qr else sheet.right, y, text, BODY)


def continuation_head(
    sheet: Sheet, header: Header, name: str, code_label: str, code: str, holder: str, copy: str
) -> float:
    """Set the head of a further page; return the y of its rule."""
    side = qr.modules(code).width
    room = sheet.width - side - 4
    y = 12.5
    for line in sheet.wrapped(header.on_one_line(), CONTINUED_UNIT, room):
        sheet.text(sheet.left, y, line, CONTINUED_UNIT)
        y += 3.3
    y += 1.6
    x = sheet.text(sheet.left, y, name, CONTINUED_NAME)
    sheet.text(x, y, "  (tiếp theo)", CODE_LABEL)
    y = _code_and_holder(sheet, y + 4.7, code_label, code, holder, copy, room)
    rule = y + 2.53
    sheet.qr(sheet.right, min(11.5, rule - 0.1 - qr.QUIET - side), code)
    sheet.rule(sheet.left, sheet.right, rule, 0.6)
    return rule


def _code_and_holder(
    sheet: Sheet, y: float, label: str, code: str, holder: str, copy: str, room: float
) -> float:
    """Set code, holder and copy on one line, or a long holder below; return the last baseline."""
    dot = "   ·   "
    tail = f"{dot}{copy}" if copy else ""
    x = sheet.text(sheet.left, y, f"{label}  ", CODE_LABEL)
    x = sheet.text(x, y, code, CODE)
    on_line = sheet.text_width(dot + holder, BODY) + sheet.text_width(tail, COPY)
    if x - sheet.left + on_line <= room:
        x = sheet.text(x, y, dot + holder, CODE_LABEL)
    else:
        for line in sheet.wrapped(holder, BODY, room):
            y += 4.3
            x = sheet.text(sheet.left, y, line, BODY)
        if x + sheet.text_width(tail, ITALIC) > sheet.left + room:
            y += 4.3
            x, tail = sheet.left, copy
    sheet.text(x, y, tail, ITALIC)
    return y


def _unit_lines(sheet: Sheet, header: Header, room: float) -> list[tuple[str, Style]]:
    parents = [header.parent]
    if sheet.text_width(header.parent, PARENT) > room:
        parents = _BEFORE_PLACE.split(header.parent, maxsplit=1)
    lines = [(line, PARENT) for each in parents for line in sheet.wrapped(each, PARENT, room)]
    for unit in header.unit_lines:
        lines += [(line, UNIT) for line in sheet.wrapped(unit, UNIT, room)]
    return lines

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
    ITALIC,
    MOTTO,
    NATION,
    PARENT,
    PLACE,
    UNIT,
)
from counter_app.papers.setting.typist import Style

_BEFORE_PLACE = re.compile(r" (?=(?:PHƯỜNG|XÃ|ĐẶC KHU|TỈNH|THÀNH PHỐ) )")
_LEAST_GAP = 8.0  # between bars and QR: more than both quiet zones, for readers held askew


@dataclass(frozen=True, slots=True)
class HeadType:
    """The type of a national header, and its baselines in millimetres.

    `pitch` is from line to line on the left, `motto` from the first line to the motto; the rules
    stand `unit_rule` and `motto_rule` below the lines that they close.
    """

    nation: Style
    motto_style: Style
    parent: Style
    unit: Style
    place: Style
    first: float
    pitch: float
    motto: float
    unit_rule: float
    motto_rule: float
    date: float


A5_HEAD = HeadType(
    NATION, MOTTO, PARENT, UNIT, PLACE,
    first=12.9, pitch=4.15, motto=4.2, unit_rule=1.85, motto_rule=1.95, date=25.1,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SymbolType:
    """The height of the bars, the side of a module of the QR, and the type of the code's line.

    A QR with sides longer than `low_side` reaches, with its quiet zone, below the top of that line.
    """

    bar_height: float
    module: float
    low_side: float
    label: Style
    code: Style


A5_SYMBOLS = SymbolType(12.0, qr.MODULE, 11.0, CODE_LABEL, CODE)


@dataclass(frozen=True, slots=True)
class FurtherType:
    """The type of the head of a further page, and its baselines.

    From `first`, `unit_pitch` from line to line of the unit, `name` more to the form's name,
    `code` to the code, `pitch` from line to line of a long holder.
    """

    unit: Style
    name_style: Style
    body: Style
    italic: Style
    first: float
    unit_pitch: float
    name: float
    code: float
    pitch: float


A5_FURTHER = FurtherType(
    CONTINUED_UNIT, CONTINUED_NAME, BODY, ITALIC,
    first=12.5, unit_pitch=3.3, name=1.6, code=4.7, pitch=4.3,
)  # fmt: skip


def national_header(
    sheet: Sheet, header: Header, form_set: FormSet, kind: HeadType = A5_HEAD
) -> float:
    """Set both sides, without the date; return how far a long unit pushes the rest down."""
    nation_width = sheet.text_width(form_set.nation, kind.nation)
    lines = _unit_lines(sheet, header, sheet.width - nation_width - 4, kind)
    axis = _unit_axis(sheet, lines)
    for place, (text, style) in enumerate(lines):
        sheet.text_centred(axis, kind.first + place * kind.pitch, text, style)
    last_text, last_style = lines[-1]
    half = 0.21 * sheet.text_width(last_text, last_style)
    rule = kind.first + (len(lines) - 1) * kind.pitch + kind.unit_rule
    sheet.rule(axis - half, axis + half, rule, 0.5)

    sheet.text_right(sheet.right, kind.first, form_set.nation, kind.nation)
    right_axis = sheet.right - nation_width / 2
    motto_y = kind.first + kind.motto
    sheet.text_centred(right_axis, motto_y, form_set.motto, kind.motto_style)
    half = sheet.text_width(form_set.motto, kind.motto_style) / 2
    sheet.rule(right_axis - half, right_axis + half, motto_y + kind.motto_rule, 0.6)
    return max(0, len(lines) - 3) * kind.pitch


def place_and_date(
    sheet: Sheet,
    header: Header,
    form_set: FormSet,
    at: datetime,
    down: float,
    kind: HeadType = A5_HEAD,
) -> None:
    """Set "Mẫu, ngày 01 tháng 7 năm 2025" on the axis of the right side, `down` mm lower."""
    axis = sheet.right - sheet.text_width(form_set.nation, kind.nation) / 2
    text = f"{header.place}, {written_date(vietnam_time(at).date())}"
    centre = min(axis, sheet.right - sheet.text_width(text, kind.place) / 2)
    sheet.text_centred(centre, kind.date + down, text, kind.place)


def number_line(
    sheet: Sheet, header: Header, form_set: FormSet, text: str, down: float, kind: HeadType
) -> None:
    """Set a letter's own number under its unit, on the line of place and date."""
    nation_width = sheet.text_width(form_set.nation, kind.nation)
    lines = _unit_lines(sheet, header, sheet.width - nation_width - 4, kind)
    centre = max(_unit_axis(sheet, lines), sheet.left + sheet.text_width(text, kind.parent) / 2)
    sheet.text_centred(centre, kind.date + down, text, kind.parent)


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


def symbols(sheet: Sheet, top: float, code: str, kind: SymbolType = A5_SYMBOLS) -> Symbols:
    """Draw bars from the left margin and, when the row has room, the QR flush right."""
    bars_right = sheet.barcode(sheet.left, top, kind.bar_height, code)
    side = qr.modules(code).side * kind.module
    has_qr = bars_right + _LEAST_GAP + side <= sheet.right
    if has_qr:
        sheet.qr(sheet.right, top, code, kind.module)
    right = sheet.right - side - 4 * kind.module if has_qr else sheet.right
    low_qr = has_qr and side > kind.low_side
    return Symbols(top, bars_right + barcode.QUIET, right, has_qr, low_qr)


def code_line(
    sheet: Sheet, y: float, symbols: Symbols, label: str, code: str, kind: SymbolType = A5_SYMBOLS
) -> None:
    """Set "Mã hồ sơ: **code**", centred below the bars, or flush left where room is short."""
    x = sheet.left
    if symbols.has_qr and not symbols.low_qr:
        label_width = sheet.text_width(f"{label}  ", kind.label)
        whole = label_width + sheet.text_width(code, kind.code)
        x += max(0.0, (barcode.bars(code).width - whole) / 2)
    x = sheet.text(x, y, f"{label}  ", kind.label)
    sheet.text(x, y, code, kind.code)


def book_line(sheet: Sheet, y: float, symbols: Symbols, text: str) -> None:
    """Set book and serial number on the right of the code line, clear of a low QR."""
    sheet.text_right(symbols.gap_right if symbols.low_qr else sheet.right, y, text, BODY)


def continuation_head(
    sheet: Sheet,
    header: Header,
    name: str,
    code_label: str,
    code: str,
    holder: str,
    copy: str,
    kind: FurtherType = A5_FURTHER,
    symbol: SymbolType = A5_SYMBOLS,
) -> float:
    """Set the head of a further page; return the y of its rule. Without `code` there is no QR."""
    side = qr.modules(code).side * symbol.module if code else 0.0
    room = sheet.width - side - 4
    y = kind.first
    top = y - 1.0
    for line in sheet.wrapped(header.on_one_line(), kind.unit, room):
        sheet.text(sheet.left, y, line, kind.unit)
        y += kind.unit_pitch
    y += kind.name
    x = sheet.text(sheet.left, y, name, kind.name_style)
    sheet.text(x, y, "  (tiếp theo)", symbol.label)
    said = (code_label, code, holder, copy)
    y = _code_and_holder(sheet, y + kind.code, said, room, kind, symbol)
    rule = y + 2.53
    if code:
        sheet.qr(sheet.right, min(top, rule - 0.1 - 4 * symbol.module - side), code, symbol.module)
    sheet.rule(sheet.left, sheet.right, rule, 0.6)
    return rule


def _code_and_holder(
    sheet: Sheet,
    y: float,
    said: tuple[str, str, str, str],
    room: float,
    kind: FurtherType,
    symbol: SymbolType,
) -> float:
    """Set code, holder and copy on one line, or a long holder below; return the last baseline."""
    label, code, holder, copy = said
    dot = "   ·   "
    tail = f"{dot}{copy}" if copy else ""
    x = sheet.left
    if code:
        x = sheet.text(x, y, f"{label}  ", symbol.label)
        x = sheet.text(x, y, code, symbol.code)
        holder = f"{dot}{holder}" if holder else ""
    on_line = sheet.text_width(holder, kind.body) + sheet.text_width(tail, kind.italic)
    if x - sheet.left + on_line <= room:
        x = sheet.text(x, y, holder, symbol.label)
    else:
        y -= 0.0 if code else kind.pitch
        for line in sheet.wrapped(holder.removeprefix(dot), kind.body, room):
            y += kind.pitch
            x = sheet.text(sheet.left, y, line, kind.body)
        if x + sheet.text_width(tail, kind.italic) > sheet.left + room:
            y += kind.pitch
            x, tail = sheet.left, copy
    sheet.text(x, y, tail, kind.italic)
    return y


def _unit_axis(sheet: Sheet, lines: list[tuple[str, Style]]) -> float:
    return sheet.left + max(sheet.text_width(text, style) for text, style in lines) / 2


def _unit_lines(
    sheet: Sheet, header: Header, room: float, kind: HeadType
) -> list[tuple[str, Style]]:
    parents = [header.parent]
    if sheet.text_width(header.parent, kind.parent) > room:
        parents = _BEFORE_PLACE.split(header.parent, maxsplit=1)
    lines = [
        (line, kind.parent) for each in parents for line in sheet.wrapped(each, kind.parent, room)
    ]
    for unit in header.unit_lines:
        lines += [(line, kind.unit) for line in sheet.wrapped(unit, kind.unit, room)]
    return lines

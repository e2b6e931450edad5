"""What A4 sheets are put together from, as bands: paragraphs, labelled values, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.papers.setting.flow import Band, gap
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style
from counter_app.papers.sheets.styles import BODY, BOLD, SECTION, SIGN_HERE

_UP = 0.29  # of the pitch: from the bottom of a line of text to its baseline
_CAPTION_PITCH, _ABOVE_TABLE, _AFTER_TABLE = 5.9, 1.0, 3.6
_SIGN_HERE, _NAME_PITCH, _LEADER = 5.0, 5.2, 22.0


@dataclass(frozen=True, slots=True)
class Value:
    """A labelled value; without a label it goes on below the one before."""

    label: str
    value: str
    bold: bool = False


def paragraph(
    blank: Sheet, text: str, style: Style, pitch: float, indent: float = 0.0, *, kept: bool = False
) -> list[Band]:
    """Return `text`, its `**…**` parts bold, a band a line; a lone line never begins a page.

    `kept` keeps the last line with what follows.
    """
    lines = blank.rich_wrapped(text, style, blank.width - indent)

    def band(place: int, line: str) -> Band:
        def draw(sheet: Sheet, top: float) -> None:
            sheet.rich_text(sheet.left + indent, top + pitch * (1 - _UP), line, style)

        last = place == len(lines) - 1
        return Band(pitch, draw, kept=kept if last else place in (0, len(lines) - 2), words=text)

    return [band(place, line) for place, line in enumerate(lines)]


def centred(blank: Sheet, text: str, style: Style, pitch: float) -> list[Band]:
    """Return `text` centred, a band a line, all of them kept with what follows."""

    def band(line: str) -> Band:
        def draw(sheet: Sheet, top: float) -> None:
            middle = sheet.left + sheet.width / 2
            sheet.text_centred(middle, top + pitch * (1 - _UP), line, style)

        return Band(pitch, draw, kept=True, words=text)

    return [band(line) for line in blank.wrapped(text, style, blank.width)]


def caption(blank: Sheet, text: str) -> list[Band]:
    """Return the caption of a part, kept with what follows."""
    if not text:
        return [gap(_AFTER_TABLE)]
    lines = paragraph(blank, text, SECTION, _CAPTION_PITCH, kept=True)
    return [gap(_AFTER_TABLE), *lines, gap(_ABOVE_TABLE)]


def values(
    blank: Sheet,
    entries: Sequence[Value],
    value_x: float,
    pitch: float,
    styles: tuple[Style, Style] = (BODY, BOLD),
) -> list[Band]:
    """Return labels at the margin and values at one column, a band a line.

    `styles` are those of ordinary and of bold text.
    """
    return [band for entry in entries for band in _value(blank, entry, value_x, pitch, styles)]


def _value(
    blank: Sheet, entry: Value, value_x: float, pitch: float, styles: tuple[Style, Style]
) -> list[Band]:
    style = styles[entry.bold]
    labels = blank.wrapped(entry.label, styles[0], value_x - 2.0)
    lines = blank.wrapped(entry.value, style, blank.width - value_x)
    count = max(len(labels), len(lines))

    def band(place: int) -> Band:
        def draw(sheet: Sheet, top: float) -> None:
            y = top + pitch * (1 - _UP)
            if place < len(labels) and labels[place]:
                sheet.text(sheet.left, y, labels[place], styles[0])
            if place < len(lines):
                sheet.text(sheet.left + value_x, y, lines[place], style)

        return Band(pitch, draw, kept=place < count - 1 and place == 0, words=entry.value)

    return [band(place) for place in range(count)]


def signatures(
    blank: Sheet,
    captions: Sequence[str],
    sign_here: str,
    names: Sequence[str],
    *,
    room: float = 24.0,
    above: float = 7.0,
) -> Band:
    """Return the captions side by side, room for the hands, and the names that are known.

    `room` is from caption to name, `above` what stays free on top.
    """
    share = blank.width / len(captions)
    width = share - 6.0
    heads = [blank.wrapped(caption, BOLD, width) for caption in captions]
    written = [
        blank.wrapped(name, BOLD, width) if name else () for name in _padded(names, len(captions))
    ]
    lower = (max(map(len, heads)) - 1) * _NAME_PITCH
    longer = (max(1, *map(len, written)) - 1) * _NAME_PITCH

    def draw(sheet: Sheet, top: float) -> None:
        y = top + above
        axes = [sheet.left + share * (place + 0.5) for place in range(len(captions))]
        for axis, lines in zip(axes, heads, strict=True):
            for place, line in enumerate(lines):
                sheet.text_centred(axis, y + place * _NAME_PITCH, line, BOLD)
        for axis in axes:
            sheet.text_centred(axis, y + lower + _SIGN_HERE, sign_here, SIGN_HERE)
        first = y + lower + room
        for axis, lines in zip(axes, written, strict=True):
            if not lines:
                sheet.leader(axis - _LEADER, axis + _LEADER, first)
            for place, line in enumerate(lines):
                sheet.text_centred(axis, first + place * _NAME_PITCH, line, BOLD)

    return Band(above + lower + room + longer + 1.5, draw, words=" ".join(captions))


def _padded(names: Sequence[str], count: int) -> list[str]:
    return [*names[:count], *[""] * (count - len(names))]

"""The blocks of a letter as bands of a page: fields, paragraphs, numbered lists, boxes to tick."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from counter_app.domain.printed.letter import LetterContent
from counter_app.domain.printed.letter_form import (
    LetterBlock,
    LetterField,
    NumberedList,
    Paragraph,
    Tick,
    TickRow,
)
from counter_app.papers.letters.grids import scale_bands, table_bands
from counter_app.papers.letters.sizes import LetterSize
from counter_app.papers.letters.values import Values
from counter_app.papers.setting.flow import Band, Draw, gap
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import Style, strong
from counter_app.papers.setting.wrapping import NBSP

_LABEL_GAP = 2.5  # between the longest label and the values
_INDENT = 9  # spaces before the first word of an indented paragraph
_KEPT_LINES = 4  # a list's row of so many lines doesn't split
_AFTER_BOX, _AFTER_TICK = 1.3, 4.5
_LEADER_DOWN = 0.2
_DOTTED = 1.35  # a dotted line's height, in lines: a hand writes larger
_BEFORE_BESIDE = 2.5  # between dots and the label beside them


class Body:
    """Measures the blocks of one letter against a sheet that is not drawn."""

    def __init__(
        self, content: LetterContent, values: Values, blank: Sheet, size: LetterSize
    ) -> None:
        self._content = content
        self._values = values
        self._blank = blank
        self._size = size

    def bands(self, blocks: Iterable[LetterBlock]) -> list[Band]:
        """Return the bands of all blocks that say anything, gaps between them."""
        bands: list[Band] = []
        for block in blocks:
            if block.gap:
                bands.append(gap(block.gap / 10 * self._size.scale))
                continue
            found = self._block(block)
            if found and bands:
                bands.append(gap(self._size.between))
            bands += found
        return bands

    def _block(self, block: LetterBlock) -> list[Band]:
        if block.fields:
            return self._fields(block.fields)
        if block.paragraph:
            return self._paragraph(block.paragraph)
        if block.numbered:
            return self._numbered(block.numbered)
        if block.ticks:
            return self._ticks(block.ticks)
        if block.table:
            return self._captioned(
                block.table.caption,
                table_bands(block.table, self._content, self._values, self._blank, self._size),
            )
        if block.scale:
            bands = scale_bands(block.scale, self._content, self._blank, self._size)
            return self._captioned(block.scale.caption, bands)
        return [self._dots(0.0) for _ in range(block.lines)]

    # Fields

    def _fields(self, fields: Sequence[LetterField]) -> list[Band]:
        shown = [each for field in fields if (each := self._shown(field))]
        labels = [self._values.label(each.name, each.label) for each in shown]
        widths = [self._blank.text_width(label, self._size.body) for label in labels]
        x = max([self._size.value_x, *(width + _LABEL_GAP for width in widths)])
        bands: list[Band] = []
        for each, label in zip(shown, labels, strict=True):
            bands += self._field(each, label, x)
        return bands

    def _shown(self, field: LetterField) -> LetterField | None:
        """Return the field, what stands beside it when it is empty itself, or None."""
        if self._values.get(field.name) or field.dots:
            return field
        if field.beside and self._values.get(field.beside):
            return LetterField(field.beside, field.beside_label)
        return None

    def _field(self, field: LetterField, label: str, x: float) -> list[Band]:
        value = self._values.get(field.name)
        beside = self._values.get(field.beside) if field.beside else ""
        if field.dots and field.beside and not (value and beside):
            return self._half_dotted(field, label, x)
        if not value:
            return [self._dots(x, label)]
        style = self._size.bold if field.bold else self._size.body
        extra: list[Band] = []
        if beside and not self._fits_beside(value, style, x, field.beside_label, beside):
            extra = self._field(
                LetterField(field.beside, field.beside_label), field.beside_label, x
            )
            beside = ""
        lines = self._lines(value, style, x)
        second = (field.beside_label, beside) if beside else None
        first = self._line(self._labelled(label, lines[0], style, x, second), value)
        return _kept([first, *(self._text_line(x, line, style) for line in lines[1:])]) + extra

    def _half_dotted(self, field: LetterField, label: str, x: float) -> list[Band]:
        """Return a line of two values with dots for what it lacks; two lines for a long value."""
        size, blank = self._size, self._blank
        value, beside = self._values.get(field.name), self._values.get(field.beside)
        style = size.bold if field.bold else size.body
        start = size.beside_x + blank.text_width(f"{field.beside_label}  ", size.body)
        first_room, second_room = size.beside_x - x - _BEFORE_BESIDE, blank.width - start
        if (
            "\n" in value + beside
            or blank.text_width(value, style) > first_room
            or blank.text_width(beside, size.body) > second_room
        ):
            first = LetterField(field.name, label, bold=field.bold, dots=True)
            second = LetterField(field.beside, field.beside_label, dots=True)
            return [*self._field(first, label, x), *self._field(second, field.beside_label, x)]

        def half(sheet: Sheet, x: float, y: float, text: str, room: float, style: Style) -> None:
            if text:
                sheet.text(x, y, text, style)
            else:
                sheet.leader(x, x + room, y + _LEADER_DOWN)

        def draw(sheet: Sheet, top: float) -> None:
            y = top + size.pitch * _DOTTED - size.pitch + size.rise
            sheet.text(sheet.left, y, label, size.body)
            half(sheet, sheet.left + x, y, value, first_room, style)
            sheet.text(sheet.left + size.beside_x, y, field.beside_label, size.body)
            half(sheet, sheet.left + start, y, beside, second_room, size.body)

        return [Band(size.pitch * _DOTTED, draw, words=label)]

    def _fits_beside(self, value: str, style: Style, x: float, label: str, text: str) -> bool:
        if "\n" in value or "\n" in text:
            return False
        size, blank = self._size, self._blank
        end = size.beside_x + blank.text_width(f"{label}  ", size.body)
        return (
            x + blank.text_width(value, style) + 2 <= size.beside_x
            and end + blank.text_width(text, size.body) <= blank.width
        )

    def _labelled(
        self, label: str, value: str, style: Style, x: float, second: tuple[str, str] | None
    ) -> Draw:
        size = self._size

        def draw(sheet: Sheet, top: float) -> None:
            y = top + size.rise
            sheet.text(sheet.left, y, label, size.body)
            sheet.text(sheet.left + x, y, value, style)
            if second:
                end = sheet.text(sheet.left + size.beside_x, y, f"{second[0]}  ", size.body)
                sheet.text(end, y, second[1], size.body)

        return draw

    # Running text

    def _paragraph(self, paragraph: Paragraph) -> list[Band]:
        if paragraph.needs and not self._values.get(paragraph.needs):
            return [self._dots(0.0) for _ in range(paragraph.hand_lines)]
        bands: list[Band] = []
        style = self._size.italic if paragraph.italic else self._size.body
        for part in self._values.filled(paragraph.text).split("\n"):
            text = NBSP * _INDENT + part if paragraph.indent else part
            bands += self._rich(0.0, text, style, centred=paragraph.centred)
        return bands

    def _rich(self, x: float, text: str, style: Style, *, centred: bool = False) -> list[Band]:
        """Return the lines of `text`; neither its first nor its last one stands alone."""
        lines = self._blank.rich_wrapped(text, style, self._blank.width - x)
        bands = [
            self._line(self._rich_line(x, line, style, centred=centred), text) for line in lines
        ]
        for alone in (0, len(bands) - 2):
            if 0 <= alone < len(bands) - 1:
                bands[alone] = replace(bands[alone], kept=True)
        return bands

    def _rich_line(self, x: float, line: str, style: Style, *, centred: bool) -> Draw:
        rise = self._size.rise

        def draw(sheet: Sheet, top: float) -> None:
            left = sheet.left + x
            if centred:
                left += (sheet.width - x - _rich_width(sheet, line, style)) / 2
            sheet.rich_text(left, top + rise, line, style)

        return draw

    def _captioned(self, caption: str, bands: list[Band]) -> list[Band]:
        """Return `bands` with a caption that stays with the first of them; none without any."""
        if not caption or not bands:
            return bands
        above = self._rich(0.0, self._values.filled(caption), self._size.body)
        return [*(replace(band, kept=True) for band in above), gap(0.6), *bands]

    # Lists and boxes

    def _numbered(self, part: NumberedList) -> list[Band]:
        rows = self._content.lists.get(part.name, ())
        bands: list[Band] = []
        x = self._size.text_x + (1.5 * self._size.scale if len(rows) > 9 else 0.0)
        for number, row in enumerate(rows, 1):
            detail = part.detail.replace("{detail}", row.detail) if row.detail else ""
            bands += self._row(x, f"{number}.", row.text + detail)
        if not rows and part.hand_lines:
            bands = [self._dots(x, f"{number}.") for number in range(1, part.hand_lines + 1)]
        elif not rows and not part.optional and part.empty:
            bands = self._rich(0.0, part.empty, self._size.body)
        return self._captioned(part.caption, bands)

    def _row(self, x: float, number: str, text: str) -> list[Band]:
        size = self._size
        lines = self._lines(text, size.body, x)

        def draw(sheet: Sheet, top: float) -> None:
            sheet.text(sheet.left, top + size.rise, number, size.body)
            sheet.text(sheet.left + x, top + size.rise, lines[0], size.body)

        first = self._line(draw, text)
        return _kept([first, *(self._text_line(x, line, size.body) for line in lines[1:])])

    def _ticks(self, row: TickRow) -> list[Band]:
        """Set the boxes beside their label, as many on a line as fit; long texts hang."""
        size, blank = self._size, self._blank
        listed = self._content.lists.get(row.name, ())
        ticks = row.ticks or [
            Tick(f"{row.name}.{place}", each.text) for place, each in enumerate(listed, 1)
        ]
        start = max(size.value_x, blank.text_width(row.label, size.body) + _LABEL_GAP)
        start = start if row.label else 0.0
        bands: list[Band] = []
        shown: list[tuple[float, str, str]] = []  # x, name, text of the line that is being filled
        x = start

        def close() -> None:
            label = "" if bands else row.label
            bands.append(self._line(self._tick_line(label, tuple(shown)), row.label))
            shown.clear()

        for tick in ticks:
            lines = self._lines(tick.text, size.body, start + size.tick + _AFTER_BOX)
            width = size.tick + _AFTER_BOX + max(blank.text_width(t, size.body) for t in lines)
            if shown and (len(lines) > 1 or x + width > blank.width):
                close()
                x = start
            shown.append((x, tick.name, lines[0]))
            x += width + _AFTER_TICK
            for line in lines[1:]:
                close()
                bands.append(self._text_line(start + size.tick + _AFTER_BOX, line, size.body))
        if shown:
            close()
        return _kept(bands)

    def _tick_line(self, label: str, ticks: tuple[tuple[float, str, str], ...]) -> Draw:
        size, ticked = self._size, self._content.ticked

        def draw(sheet: Sheet, top: float) -> None:
            y = top + size.rise
            sheet.text(sheet.left, y, label, size.body)
            for x, name, text in ticks:
                end = sheet.tick_box(sheet.left + x, y, size.tick, ticked=name in ticked)
                sheet.text(end + _AFTER_BOX, y, text, size.body)

        return draw

    # Lines

    def _lines(self, text: str, style: Style, x: float) -> list[str]:
        width = self._blank.width - x
        return [
            line for part in text.split("\n") for line in self._blank.wrapped(part, style, width)
        ]

    def _line(self, draw: Draw, words: str) -> Band:
        return Band(self._size.pitch, draw, words=words)

    def _text_line(self, x: float, line: str, style: Style) -> Band:
        rise = self._size.rise

        def draw(sheet: Sheet, top: float) -> None:
            sheet.text(sheet.left + x, top + rise, line, style)

        return self._line(draw, line)

    def _dots(self, x: float, label: str = "") -> Band:
        """Return a dotted line for the hand, a little higher than a printed one."""
        size = self._size
        height = size.pitch * _DOTTED

        def draw(sheet: Sheet, top: float) -> None:
            y = top + height - size.pitch + size.rise
            sheet.text(sheet.left, y, label, size.body)
            sheet.leader(sheet.left + x, sheet.right, y + _LEADER_DOWN)

        return Band(height, draw, words=label)


def _rich_width(sheet: Sheet, line: str, style: Style) -> float:
    parts = enumerate(line.split("**"))
    return sum(sheet.text_width(text, strong(style) if n % 2 else style) for n, text in parts)


def _kept(bands: list[Band]) -> list[Band]:
    """Return the lines of one row: a short one doesn't split, a long one not at its ends."""
    last = len(bands) - 1
    return [
        replace(band, kept=True)
        if place < last and (last < _KEPT_LINES or place in (0, last - 1))
        else band
        for place, band in enumerate(bands)
    ]

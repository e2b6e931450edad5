"""The end of a letter: signatures, who gets it, and the QR that found no room beside long bars."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counter_app.domain.printed.letter_form import LetterForm
from counter_app.papers import qr
from counter_app.papers.letters.sizes import LetterSize
from counter_app.papers.setting.flow import Band
from counter_app.papers.setting.sheet import Sheet

_DOTTED = 20.0  # half of the room for a name that the hand writes
_QR_DOWN = 1.1  # from the captions to the QR between them
_RECIPIENTS = "Nơi nhận:"


@dataclass(frozen=True, slots=True)
class _Column:
    axis: float
    caption: tuple[str, ...]
    note: str
    name: tuple[str, ...]


class Closing:
    """What stands below the text; `code` is given when its QR must stand here."""

    def __init__(
        self,
        form: LetterForm,
        names: Sequence[str],
        sign_here: str,
        code: str,
        blank: Sheet,
        size: LetterSize,
    ) -> None:
        self._size = size
        self._code = code
        places = size.signatures
        axes = places.axes[-1:] if len(form.signatures) == 1 else places.axes
        known = [*names, *("" for _ in form.signatures)]
        self._columns = [
            _Column(
                axis,
                tuple(
                    line
                    for part in each.caption.split("\n")
                    for line in blank.wrapped(part, size.bold, places.width)
                ),
                each.note or sign_here,
                blank.wrapped(name, size.bold, places.width) if name else (),
            )
            for axis, each, name in zip(axes, form.signatures, known, strict=False)
        ]
        self._recipients = form.recipients if len(form.signatures) == 1 else ()
        self._captions = max((len(each.caption) for each in self._columns), default=0)
        self._names = max((len(each.name) for each in self._columns), default=0)

    def band(self) -> Band | None:
        """Return all as one band, with the room above and below; None when there is nothing."""
        places = self._size.signatures
        if not self._columns:
            if not self._code:
                return None
            side = qr.modules(self._code).width
            return Band(side + 2 * qr.QUIET, self._draw_lone_qr)
        lines = self._captions - 1 + max(0, self._names - 1)
        height = places.clear + lines * places.pitch + places.room + places.below
        return Band(height, self._draw, words=self._columns[0].caption[0])

    def _draw(self, sheet: Sheet, top: float) -> None:
        places, size = self._size.signatures, self._size
        first = top + places.clear
        last = first + (self._captions - 1) * places.pitch
        name_y = last + places.room + max(0, self._names - 1) * places.pitch
        for each in self._columns:
            axis = sheet.left + each.axis
            for place, line in enumerate(each.caption):
                sheet.text_centred(axis, first + place * places.pitch, line, size.bold)
        for each in self._columns:
            axis = sheet.left + each.axis
            sheet.text_centred(axis, last + places.here, each.note, size.sign_here)
        for each in self._columns:
            axis = sheet.left + each.axis
            if not each.name:
                sheet.leader(axis - _DOTTED, axis + _DOTTED, name_y)
            for place, line in enumerate(each.name):
                y = name_y - (len(each.name) - 1 - place) * places.pitch
                sheet.text_centred(axis, y, line, size.bold)
        self._draw_recipients(sheet, first)
        if self._code:
            right = self._gap_middle(sheet) + qr.modules(self._code).width / 2
            self._draw_qr(sheet, right, last + _QR_DOWN)

    def _gap_middle(self, sheet: Sheet) -> float:
        """Return the middle between what stands on the left and the right signature."""
        style = self._size.sign_here
        left = sheet.left + max((sheet.text_width(t, style) for t in self._recipients), default=0.0)
        if len(self._columns) > 1:
            left = sheet.left + self._columns[0].axis + self._half_width(sheet, self._columns[0])
        last = self._columns[-1]
        right = sheet.left + last.axis - self._half_width(sheet, last)
        return (left + right) / 2

    def _half_width(self, sheet: Sheet, column: _Column) -> float:
        widths = [sheet.text_width(line, self._size.bold) for line in column.caption]
        return max(*widths, sheet.text_width(column.note, self._size.sign_here)) / 2

    def _draw_recipients(self, sheet: Sheet, y: float) -> None:
        if not self._recipients:
            return
        style = self._size.sign_here
        sheet.text(sheet.left, y, _RECIPIENTS, style)
        for line in self._recipients:
            y += self._size.signatures.here
            sheet.text(sheet.left, y, line, style)

    def _draw_lone_qr(self, sheet: Sheet, top: float) -> None:
        self._draw_qr(sheet, sheet.right, top + qr.QUIET)

    def _draw_qr(self, sheet: Sheet, right: float, top: float) -> None:
        """Draw the QR, a mark across the page kept out of it and of its quiet zone."""
        side = qr.modules(self._code).width + 2 * qr.QUIET
        sheet.clear(right - side + qr.QUIET, top - qr.QUIET, side, side)
        sheet.qr(right, top, self._code)

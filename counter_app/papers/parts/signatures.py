"""Two signatures: captions, room for two hands, the names that are known."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.papers import qr
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.styles import BOLD, SIGN_HERE

_AXES = (28.0, 96.0)  # from the left margin
_PITCH = 4.3


@dataclass(frozen=True, slots=True)
class Signatures:
    """Captions, the line below them, the names (dotted room where none is known)."""

    captions: tuple[str, str]
    sign_here: str
    names: tuple[str, str]
    room: float = 16.8  # from caption to name, where a hand signs
    axes: tuple[float, float] = _AXES

    def longer(self, sheet: Sheet) -> float:
        """Return how much higher than usual the captions stand, for names of several lines."""
        return _PITCH * (max(len(self._lines(sheet, name)) for name in self.names) - 1)

    def draw(self, sheet: Sheet, caption_y: float) -> None:
        """Draw both columns; the captions stand on `caption_y`."""
        axes = [sheet.left + axis for axis in self.axes]
        for axis, caption in zip(axes, self.captions, strict=True):
            sheet.text_centred(axis, caption_y, caption, BOLD)
        for axis in axes:
            sheet.text_centred(axis, caption_y + 4.1, self.sign_here, SIGN_HERE)
        last = caption_y + self.room + self.longer(sheet)
        for axis, name in zip(axes, self.names, strict=True):
            self._draw_name(sheet, axis, last, name)

    def draw_qr_between(self, sheet: Sheet, caption_y: float, code: str) -> None:
        """Draw the QR that found no room beside a long code between the two captions."""
        left, right = (
            sheet.left + axis + sign * sheet.text_width(caption, BOLD) / 2
            for axis, caption, sign in zip(self.axes, self.captions, (1, -1), strict=True)
        )
        sheet.qr((left + right) / 2 + qr.modules(code).width / 2, caption_y + 1.1, code)

    def _draw_name(self, sheet: Sheet, axis: float, last: float, name: str) -> None:
        """Set `name` so that its last line stands on `last`, or dots where none is known."""
        if not name:
            sheet.leader(axis - 20, axis + 20, last)
            return
        lines = self._lines(sheet, name)
        for place, line in enumerate(lines):
            sheet.text_centred(axis, last - _PITCH * (len(lines) - 1 - place), line, BOLD)

    def _lines(self, sheet: Sheet, name: str) -> tuple[str, ...]:
        """Return the lines of `name`, as wide as the left column is from the margin on."""
        return sheet.wrapped(name, BOLD, 2 * self.axes[0])

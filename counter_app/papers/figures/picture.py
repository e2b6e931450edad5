"""A picture of figures in lines and greys: what differs on the screen by colour differs by pattern.

Areas go straight onto the canvas, below the text of the sheet: a sheet knows no greys.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.reports.pictures import (
    LEVELS,
    Area,
    Drawing,
    Fill,
    Label,
    Picture,
    PictureKind,
    Rect,
    Side,
    drawing,
)
from counter_app.papers.setting.sheet import Sheet
from counter_app.papers.setting.typist import POINTS, Style

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

TEXT = Style("regular", 8)
QUIET = Style("regular", 7, grey=0.3)
LIGHT = Style("regular", 8, grey=1.0)
DAY = Style("regular", 5.5)
DAY_TOTAL = Style("regular", 6)

_GREYS = {Fill.SOLID: 0.25, Fill.STRIPED: 0.45, Fill.CROSSED: 0.3, Fill.DOTTED: 0.35}
_PITCH = {Fill.STRIPED: 1.3, Fill.CROSSED: 1.3, Fill.DOTTED: 1.1}
_DARK = 3  # from this level on, text on a shade is white
_HAIR, _LINE, _MARK = 0.25, 0.5, 1.6
_HALO = 3.4
_PITCH_OF_TWO = 3.1
_NUMBERS = 7.0  # millimetres below a picture of days, for its numbers


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture in a frame of the page, in millimetres from its upper left corner."""

    picture: Picture
    frame: Rect

    def say(self, sheet: Sheet) -> None:
        """Set its words and numbers onto `sheet`."""
        for label in self._drawing.labels:
            self._label(sheet, label)
        if self.picture.kind is PictureKind.FLOW:
            self._days(sheet)

    def draw(self, canvas: Canvas, page_height: float) -> None:
        """Draw its lines and areas."""
        pen = _Pen(canvas, page_height)
        shown = self._drawing
        for stroke in shown.strokes:
            if not stroke.mark:
                pen.line(self._at(stroke.x1, stroke.y1), self._at(stroke.x2, stroke.y2), _HAIR, 0.7)
        for area in shown.areas:
            pen.area(area, self._rect(area.rect))
        for stroke in shown.strokes:
            if stroke.mark:
                pen.line(self._at(stroke.x1, stroke.y1), self._at(stroke.x2, stroke.y2), _HALO, 1.0)
                pen.line(self._at(stroke.x1, stroke.y1), self._at(stroke.x2, stroke.y2), _MARK, 0.0)

    @property
    def _drawing(self) -> Drawing:
        return drawing(self.picture)

    @property
    def _high(self) -> float:
        taken = _NUMBERS if self.picture.kind is PictureKind.FLOW else 0.0
        return self.frame.height - taken

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return self.frame.x + x * self.frame.width, self.frame.y + y * self._high

    def _rect(self, rect: Rect) -> Rect:
        x, y = self._at(rect.x, rect.y)
        return Rect(x, y, rect.width * self.frame.width, rect.height * self._high)

    def _label(self, sheet: Sheet, label: Label) -> None:
        style = LIGHT if label.level >= _DARK else QUIET if label.quiet else TEXT
        room = label.room * self.frame.width
        x, y = self._at(label.x, label.y)
        y += style.size * 0.12
        first, *further = sheet.wrapped(label.text, style, room) or ("",)
        if further and not label.quiet and label.side is Side.LEFT:  # a long name takes two lines
            sheet.text(x, y - _PITCH_OF_TWO / 2, first, style)
            second = _fitting(sheet, " ".join(further), style, room)
            sheet.text(x, y + _PITCH_OF_TWO / 2, second, style)
            return
        text = _fitting(sheet, label.text, style, room)
        if label.side is Side.CENTRE:
            sheet.text_centred(x, y, text, style)
        elif label.side is Side.RIGHT:
            sheet.text_right(x, y, text, style)
        else:
            sheet.text(x, y, text, style)

    def _days(self, sheet: Sheet) -> None:
        """Set the number of each day below its bars."""
        spots = self._drawing.spots or {}
        top = self.frame.y + self._high
        for series, row in enumerate(self.picture.figures):
            y = top + 2.4 + series * 3.0
            name = self.picture.series[series]
            sheet.text(self.frame.x, y, _fitting(sheet, name, DAY, 11.0), DAY)
            for place, figure in enumerate(row):
                middle = spots[0, place].x + spots[0, place].width
                sheet.text_centred(self._at(middle, 0)[0], y, figure.words, DAY_TOTAL)


class _Pen:
    """Turns millimetres from the top left into points from the bottom left."""

    def __init__(self, canvas: Canvas, page_height: float) -> None:
        self._canvas, self._height = canvas, page_height

    def line(
        self, begin: tuple[float, float], end: tuple[float, float], weight: float, grey: float
    ) -> None:
        self._canvas.setStrokeGray(grey)
        self._canvas.setLineWidth(weight)
        self._canvas.line(*self._point(*begin), *self._point(*end))
        self._canvas.setStrokeGray(0)

    def area(self, area: Area, rect: Rect) -> None:
        """Fill a rectangle; the lines of a pattern are cut at its edges."""
        canvas = self._canvas
        x, y = self._point(rect.x, rect.y + rect.height)
        size = rect.width * POINTS, rect.height * POINTS
        canvas.saveState()
        if area.fill is Fill.SHADE:
            canvas.setFillGray(1.0 - 0.78 * area.level / LEVELS)
            canvas.setStrokeGray(0.75)
            canvas.setLineWidth(_HAIR)
            canvas.rect(x, y, *size, stroke=1, fill=1)
        elif area.fill in (Fill.SOLID, Fill.PALE):
            canvas.setFillGray(_GREYS.get(area.fill, 0.88))
            canvas.setLineWidth(_LINE)
            canvas.rect(x, y, *size, stroke=1, fill=1)
        else:
            self._pattern(area.fill, x, y, size)
        canvas.restoreState()

    def _pattern(self, fill: Fill, x: float, y: float, size: tuple[float, float]) -> None:
        canvas, (wide, high) = self._canvas, size
        canvas.saveState()
        path = canvas.beginPath()
        path.rect(x, y, wide, high)
        canvas.clipPath(path, stroke=0, fill=0)
        pitch = _PITCH.get(fill, 0.0) * POINTS
        canvas.setStrokeGray(_GREYS.get(fill, 0.0))
        canvas.setLineWidth(0.7 if fill is not Fill.DOTTED else 0.9)
        if fill is Fill.DOTTED:
            canvas.setLineCap(1)
            canvas.setDash([0, pitch])
            for row in range(int(high / pitch) + 1):
                level = y + pitch * (row + 0.5)
                canvas.line(x + pitch * (0.5 if row % 2 else 0.0), level, x + wide, level)
        elif pitch:
            for step in range(int((wide + high) / pitch) + 1):
                start = x - high + step * pitch
                canvas.line(start, y, start + high, y + high)
                if fill is Fill.CROSSED:
                    canvas.line(start, y + high, start + high, y)
        canvas.restoreState()
        canvas.setLineWidth(_LINE)
        canvas.rect(x, y, wide, high, stroke=1, fill=0)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        return x * POINTS, (self._height - y) * POINTS


def _fitting(sheet: Sheet, text: str, style: Style, room: float) -> str:
    """Return `text`, or as much of its beginning as `room` millimetres take, with an ellipsis."""
    if sheet.text_width(text, style) <= room:
        return text
    while text and sheet.text_width(f"{text}…", style) > room:
        text = text[:-1].rstrip()
    return f"{text}…"

"""A sheet: what stands where, in millimetres, y from the top edge to the baseline.

A sheet records; `draw` plays it onto a reportlab canvas, at any x, so that both copies on one A4
are the same drawing. Text goes out in the order of recording, which is the reading order.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin
from typing import TYPE_CHECKING

from counter_app.papers import barcode, qr
from counter_app.papers.fonts import Face, Faces
from counter_app.papers.setting.typist import POINTS, Piece, Style, strong, typist

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Run = tuple[Piece, float, float]
"""Set text and where it stands."""


@dataclass(frozen=True, slots=True)
class _Across:
    face: Face
    size: float
    text: str
    x: float
    y: float
    angle: float


@dataclass(frozen=True, slots=True)
class _Symbol:
    """Bars or modules: lower left corner and size of a unit of `path`, in millimetres."""

    x: float
    y: float
    unit_x: float
    unit_y: float
    path: str


Rect = tuple[float, float, float, float]


class Sheet:
    """One A5 page, or one half of an A4: `left` margin and `width` of the text block in mm."""

    def __init__(self, faces: Faces, left: float, width: float) -> None:
        self.left = left
        self.width = width
        self._typist = typist(faces)
        self._runs: list[Run] = []
        self._lines: dict[float, list[Rect]] = {}
        self._ends: dict[tuple[float, float, float], int] = {}  # of uprights: place of the line
        self._boxes: dict[float, list[Rect]] = {}
        self._bands: list[Rect] = []
        self._symbols: list[_Symbol] = []
        self._ticks: list[list[tuple[float, float]]] = []
        self._leaders: list[Rect] = []
        self._across: list[_Across] = []
        self._hatched: list[tuple[Rect, Rect]] = []
        self._clear: list[Rect] = []

    @property
    def right(self) -> float:
        """The right edge of the text block."""
        return self.left + self.width

    # Measuring

    def text_width(self, text: str, style: Style) -> float:
        """Return the set width of `text` in millimetres."""
        return self._typist.set(text, style).width

    def wrapped(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Return `text` in lines of at most `width` millimetres."""
        return self._typist.lines(text, style, width)

    def rich_wrapped(self, text: str, style: Style, width: float) -> tuple[str, ...]:
        """Return `text` whose `**…**` parts are bold in lines of at most `width` millimetres."""
        return self._typist.rich_lines(text, style, width)

    # Text

    def text(self, x: float, y: float, text: str, style: Style) -> float:
        """Set `text` from `x` on; return its right end."""
        for piece in self._typist.set(text, style).pieces:
            self._runs.append((piece, x, y))
            x += piece.advance
        return x

    def text_right(self, right: float, y: float, text: str, style: Style) -> None:
        """Set `text` flush right at `right`."""
        self.text(right - self._typist.set(text, style).width, y, text, style)

    def text_centred(self, centre: float, y: float, text: str, style: Style) -> None:
        """Set `text` centred on `centre`."""
        self.text(centre - self._typist.set(text, style).width / 2, y, text, style)

    def rich_text(self, x: float, y: float, text: str, style: Style) -> None:
        """Set `text` whose `**…**` parts are bold."""
        for place, part in enumerate(text.split("**")):
            if part:
                x = self.text(x, y, part, strong(style) if place % 2 else style)

    # Lines and shapes

    def rule(self, x1: float, x2: float, y: float, weight: float) -> None:
        """Draw a level line of `weight` points."""
        self._lines.setdefault(weight, []).append((x1, y, x2, y))

    def upright(self, x: float, y1: float, y2: float, weight: float) -> None:
        """Draw an upright line of `weight` points; where one ends, the next goes on in one."""
        lines = self._lines.setdefault(weight, [])
        place = self._ends.pop((weight, x, y1), len(lines))
        if place < len(lines):
            lines[place] = (x, lines[place][1], x, y2)
        else:
            lines.append((x, y1, x, y2))
        self._ends[weight, x, y2] = place

    def box(self, x: float, y: float, width: float, height: float, weight: float) -> None:
        """Draw the outline of a rectangle with its corner at (x, y)."""
        self._boxes.setdefault(weight, []).append((x, y, width, height))

    def band(self, x: float, y: float, width: float, height: float) -> None:
        """Fill a rectangle black, below the text."""
        self._bands.append((x, y, width, height))

    def clear(self, x: float, y: float, width: float, height: float) -> None:
        """Keep a rectangle white below all else: a mark across the page spares it for a symbol."""
        self._clear.append((x, y, width, height))

    def tick_box(self, x: float, y: float, side: float, *, ticked: bool) -> float:
        """Draw a box on the baseline `y`, since no font has one; return its right end."""
        top = y - side + 0.35
        self._boxes.setdefault(0.55, []).append((x, top, side, side))
        if ticked:
            marks = ((0.2, 0.52), (0.42, 0.76), (0.82, 0.22))
            self._ticks.append([(x + side * across, top + side * down) for across, down in marks])
        return x + side

    def leader(self, x1: float, x2: float, y: float) -> None:
        """Draw dots 1 mm apart, where a hand will write."""
        self._leaders.append((x1, y, x2, y))

    def barcode(self, x: float, y: float, height: float, code: str) -> float:
        """Draw Code 128 with its corner snapped to printer dots; return its right end."""
        symbol = barcode.bars(code)
        x, y = _snapped(x), _snapped(y)
        self._symbols.append(_Symbol(x, y + height, barcode.MODULE, height, symbol.path))
        return x + symbol.width

    def qr(self, right: float, y: float, code: str, module: float = qr.MODULE) -> float:
        """Draw a QR symbol flush right, snapped to printer dots; return its left end."""
        symbol = qr.modules(code)
        width = symbol.side * module
        x, y = _snapped(right - width), _snapped(y)
        self._symbols.append(_Symbol(x, y + width, module, module, symbol.path))
        return x

    def hatched_frame(self, outer: Rect, inner: Rect) -> None:
        """Draw two boxes, slanting strokes between them."""
        self._hatched.append((outer, inner))

    def across(
        self, centre_x: float, centre_y: float, angle: float, text: str, size: float
    ) -> None:
        """Set `text` in outlined light grey under everything, `angle` degrees upwards."""
        face, scaled = self._typist.face(Style("bold", size))
        half = face.width(text, scaled) / POINTS / 2
        x = centre_x - half * cos(radians(angle))
        y = centre_y + half * sin(radians(angle))
        self._across.append(_Across(face, scaled, text, x, y, angle))

    # Drawing

    def draw(self, canvas: Canvas, page_height: float, x: float = 0.0) -> None:
        """Play the sheet onto `canvas`, its left edge at `x` millimetres."""
        pen = _Pen(canvas, page_height, x)
        for mark in self._across:
            pen.across(mark)
        pen.whites(self._clear)
        for outer, inner in self._hatched:
            pen.hatched(outer, inner)
        pen.bands(self._bands)
        for symbol in self._symbols:
            pen.symbol(symbol)
        for weight, lines in self._lines.items():
            pen.lines(lines, weight)
        for weight, boxes in self._boxes.items():
            pen.boxes(boxes, weight)
        for tick in self._ticks:
            pen.tick(tick)
        for leader in self._leaders:
            pen.dotted(leader)
        pen.runs(self._runs)


class _Pen:
    """Turns millimetres from the top left into points from the bottom left."""

    def __init__(self, canvas: Canvas, page_height: float, x: float) -> None:
        self._canvas = canvas
        self._height = page_height
        self._x = x

    def _at(self, x: float, y: float) -> tuple[float, float]:
        return (x + self._x) * POINTS, (self._height - y) * POINTS

    def runs(self, runs: list[Run]) -> None:
        out = self._canvas.beginText()
        face: Face | None = None
        size = tracking = grey = 0.0
        for piece, x, y in runs:
            if piece.face is not face or piece.size != size:
                face, size = piece.face, piece.size
                out.setFont(face.name, size)
            if piece.tracking != tracking:
                tracking = piece.tracking
                out.setCharSpace(tracking)
            if piece.grey != grey:
                grey = piece.grey
                out.setFillGray(grey)
            out.setTextOrigin(*self._at(x, y))
            out.textOut(piece.text)
        self._canvas.drawText(out)
        self._canvas.setFillGray(0)

    def bands(self, bands: list[Rect]) -> None:
        for x, y, width, height in bands:
            corner = self._at(x, y + height)
            self._canvas.rect(*corner, width * POINTS, height * POINTS, stroke=0, fill=1)

    def whites(self, rects: list[Rect]) -> None:
        self._canvas.setFillGray(1)
        self.bands(rects)
        self._canvas.setFillGray(0)

    def symbol(self, symbol: _Symbol) -> None:
        """Fill all modules as one path, so that no renderer leaves hair lines between them."""
        x, y = self._at(symbol.x, symbol.y)
        across, up = symbol.unit_x * POINTS, symbol.unit_y * POINTS
        place = f"{across:.6f} 0 0 {up:.6f} {x:.6f} {y:.6f} cm"
        self._canvas.addLiteral(f"q {place} {symbol.path} f Q")

    def lines(self, lines: list[Rect], weight: float) -> None:
        self._canvas.setLineWidth(weight)
        self._canvas.lines([(*self._at(x1, y1), *self._at(x2, y2)) for x1, y1, x2, y2 in lines])

    def boxes(self, boxes: list[Rect], weight: float) -> None:
        self._canvas.setLineWidth(weight)
        path = self._canvas.beginPath()
        for x, y, width, height in boxes:
            path.rect(*self._at(x, y + height), width * POINTS, height * POINTS)
        self._canvas.drawPath(path, stroke=1, fill=0)

    def tick(self, points: list[tuple[float, float]]) -> None:
        self._canvas.setLineWidth(1.1)
        path = self._canvas.beginPath()
        path.moveTo(*self._at(*points[0]))
        for point in points[1:]:
            path.lineTo(*self._at(*point))
        self._canvas.drawPath(path, stroke=1, fill=0)

    def dotted(self, line: Rect) -> None:
        self._canvas.saveState()
        self._canvas.setLineWidth(0.6)
        self._canvas.setLineCap(1)
        self._canvas.setDash([0, POINTS])
        x1, y1, x2, y2 = line
        self._canvas.line(*self._at(x1, y1), *self._at(x2, y2))
        self._canvas.restoreState()

    def hatched(self, outer: Rect, inner: Rect) -> None:
        canvas = self._canvas
        canvas.saveState()
        ring = canvas.beginPath()
        for x, y, width, height in (outer, inner):
            ring.rect(*self._at(x, y + height), width * POINTS, height * POINTS)
        canvas.clipPath(ring, stroke=0, fill=0, fillMode=0)
        x, y, width, height = outer
        canvas.setLineWidth(1.7)
        pitch, lean = 3.1, height
        strokes = []
        start = x - lean
        while start < x + width:
            strokes.append((*self._at(start, y + height), *self._at(start + lean, y)))
            start += pitch
        canvas.lines(strokes)
        canvas.restoreState()
        self.boxes([outer, inner], 0.9)

    def across(self, mark: _Across) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.translate(*self._at(mark.x, mark.y))
        canvas.rotate(mark.angle)
        out = canvas.beginText(0, 0)
        out.setFont(mark.face.name, mark.size)
        out.setTextRenderMode(2)
        canvas.setFillGray(0.91)
        canvas.setStrokeGray(0.5)
        canvas.setLineWidth(0.4)
        out.textOut(mark.text)
        canvas.drawText(out)
        canvas.restoreState()


def _snapped(length: float) -> float:
    return round(length / barcode.DOT) * barcode.DOT

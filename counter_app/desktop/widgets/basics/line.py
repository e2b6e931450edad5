"""`Line`: a text whose lines are never lower than 1.35 of its size, so that no mark is cut."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type

Spans = tuple[tuple[int, int], ...]
"""Parts of a text, as (start, length)."""

_NARROWEST = 24  # px: an elided line may shrink to this
_BREAKS = QTextOption()
_BREAKS.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class Line(QLabel):
    """One line of text, or several when `wrap`. With `elide` it gives way and shows a tool tip."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        type_: Type = Type.BODY,
        tone: Tone = Tone.TEXT,
        *,
        weight: int | None = None,
        digits: bool = False,
        elide: bool | Qt.TextElideMode = False,
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._type, self._tone = look, type_, tone
        self._weight, self._digits = weight, digits
        self._elide = Qt.TextElideMode.ElideRight if elide is True else elide
        self._bold: Spans = ()
        self._least = 0
        self._natural: int | None = None
        self._counts: dict[int, int] = {}
        self._painted: tuple[int, QTextLayout] | None = None
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)
        look.changed.connect(self.restyle)
        self.restyle()

    def set_text(self, text: str, bold: Spans = ()) -> None:
        """Show `text`; the spans of `bold` are set in the heaviest weight."""
        if text != self.text() or bold != self._bold:
            self._bold = bold
            self._forget()
            self.setText(text)
            self.updateGeometry()

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        if tone is not self._tone:
            self._tone = tone
            self.update()

    def set_weight(self, weight: int | None) -> None:
        """Change the weight; None is the usual one of the type."""
        if weight != self._weight:
            self._weight = weight
            self.restyle()

    def set_least_height(self, height: int) -> None:
        """Keep at least this height, to stand in the middle of a row with other things."""
        self._least = height
        self.restyle()

    @property
    def is_elided(self) -> bool:
        """Return whether the text gives way when there is no room."""
        return bool(self._elide)

    def restyle(self) -> None:
        """Take font and height from the look."""
        self._forget()
        self.setFont(self._look.font(self._type, self._weight, digits=self._digits))
        self.setMinimumHeight(max(self._least, self._look.line(self._type)))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size that shows the whole text."""
        if self.wordWrap():
            width = min(self._natural_width(), self._look.px(480))
            return QSize(width, self.heightForWidth(width))
        return QSize(self._natural_width(), max(self._least, self._look.line(self._type)))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size below which text is lost."""
        if self._elide or self.wordWrap():
            narrow = min(self._natural_width(), self._look.px(_NARROWEST))
            return QSize(narrow, max(self._least, self._look.line(self._type)))
        return self.sizeHint()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Return whether lines break."""
        return self.wordWrap()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """Return the height of all lines at a width."""
        if not self.wordWrap():
            return -1
        count = self._counts.get(width)
        if count is None:  # layouts ask again and again, for few widths
            count = self._counts[width] = max(1, self._lay_out(width).lineCount())
        return count * self._look.line(self._type)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint each line in the middle of its height."""
        if self._painted is None or self._painted[0] != self.width():
            self._painted = (self.width(), self._lay_out_here())
        painter = painter_on(self)
        self._paint(painter, self._painted[1])
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._forget()
        self.update()

    def _forget(self) -> None:
        """Lay the text out anew: it or its font has changed."""
        self._natural = self._painted = None
        self._counts.clear()

    def _paint(self, painter: QPainter, layout: QTextLayout) -> None:
        pitch = self._look.line(self._type)
        tone = self._tone if self.isEnabled() else Tone.DISABLED
        painter.setPen(self._look.colour(tone))
        count = max(1, layout.lineCount())
        top = (self.height() - pitch * count) / 2 if not self.wordWrap() else 0.0
        align = self.alignment()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            spare = self.width() - line.naturalTextWidth()
            left = 0.0
            if align & Qt.AlignmentFlag.AlignRight:
                left = spare
            elif align & Qt.AlignmentFlag.AlignHCenter:
                left = spare / 2
            line.draw(painter, QPointF(left, top + number * pitch + (pitch - line.height()) / 2))

    def _lay_out_here(self) -> QTextLayout:
        """Return the text as it fits in now, kept shaped because it is painted often."""
        text = self.text()
        if self._elide:
            text = QFontMetricsF(self.font()).elidedText(text, self._elide, self.width())
            self.setToolTip(self.text() if text != self.text() else "")
        return self._lay_out(self.width() if self.wordWrap() else 0, text, keep=True)

    def _lay_out(self, width: float, text: str | None = None, *, keep: bool = False) -> QTextLayout:
        """Return the text set in lines of `width` (0: one line); `keep` keeps its glyphs too."""
        layout = QTextLayout(self.text() if text is None else text, self.font())
        layout.setCacheEnabled(keep)
        layout.setTextOption(_BREAKS)
        if self._bold:
            layout.setFormats(bold_ranges(self._bold, self.font()))
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width or 1_000_000.0)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        return layout

    def _natural_width(self) -> int:
        if self._natural is None:
            layout = self._lay_out(0)
            lines = (layout.lineAt(number) for number in range(layout.lineCount()))
            widest = max((line.naturalTextWidth() for line in lines), default=0.0)
            self._natural = int(widest + 0.999)
        return self._natural


def bold_ranges(spans: Spans, font: QFont) -> list[QTextLayout.FormatRange]:
    """Return the format ranges that set the spans of a text in the heaviest weight."""
    ranges = []
    for start, length in spans:
        piece = QTextLayout.FormatRange()
        piece.start, piece.length = start, length
        heavy = QFont(font)
        heavy.setWeight(QFont.Weight(BOLD))
        form = piece.format
        form.setFont(heavy)
        piece.format = form
        ranges.append(piece)
    return ranges

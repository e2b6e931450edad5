"""`TickList`: the papers of a dossier with their ticks, as many as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QTextLayout
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.presenters.citizen.state import PaperLine, Tick
from counter_app.desktop.screens.citizen.short_line import short_layout
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, draw_text, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.i18n import several, tr

_BOX, _GAP, _PITCH = 20, 8, 4  # px at 100 %
_LINES = 2  # of a paper's name
_WORDS = {
    Tick.THERE: "đã nhận",
    Tick.ASKED: "chưa xem",
    Tick.LACKING: "còn thiếu",
    Tick.DATABASE: "lấy từ cơ sở dữ liệu",
}
_ICONS = {
    Tick.THERE: ("ok", Tone.OK),
    Tick.LACKING: ("warn", Tone.WARN),
    Tick.DATABASE: ("database", Tone.TEXT_2),
}


class TickList(QWidget):
    """Painted: no row can be touched. A screen reader hears the whole list."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._papers: tuple[PaperLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def set_papers(self, papers: tuple[PaperLine, ...]) -> None:
        """Show these papers."""
        if papers != self._papers:
            self._papers = papers
            said = (f"{paper.name}: {tr(_WORDS[paper.tick])}" for paper in papers)
            self.setAccessibleName("; ".join(said))
            self.update()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the room of one paper."""
        return QSize(self._look.px(120), self._look.line(Type.BODY))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the papers from the top; the last line says how many more there are."""
        painter = painter_on(self)
        look, line = self._look, self._look.line(Type.BODY)
        indent = look.px(_BOX) + look.px(_GAP)
        font = look.font(Type.BODY)
        room = self.width() - indent
        laid = [short_layout(paper.name, font, room, _LINES) for paper in self._papers]
        remarks = [paper.tick is Tick.DATABASE for paper in self._papers]
        heights = [
            (layout.lineCount() + remark) * line + look.px(_PITCH)
            for layout, remark in zip(laid, remarks, strict=True)
        ]
        shown = self._shown(heights, line)
        top = 0.0
        for number in range(shown):
            self._paint(painter, top, indent, self._papers[number], laid[number])
            top += heights[number]
        if left := len(self._papers) - shown:
            words = several("và {n} giấy tờ khác", left).format(n=left)
            draw_text(painter, QRectF(indent, top, room, line), words, font, look.tokens.text_3)
        painter.end()

    def _shown(self, heights: list[int], line: int) -> int:
        """Return how many papers have room, with a line for the others if there are any."""
        if sum(heights) <= self.height() + self._look.px(_PITCH):
            return len(heights)
        used = line
        for count, height in enumerate(heights):
            used += height
            if used > self.height():
                return count
        return len(heights)

    def _paint(
        self, painter: QPainter, top: float, indent: int, paper: PaperLine, layout: QTextLayout
    ) -> None:
        look, tokens = self._look, self._look.tokens
        line, side = look.line(Type.BODY), look.px(_BOX)
        at = QRectF(0, top + (line - side) / 2, side, side)
        tone = Tone.WARN if paper.tick is Tick.LACKING else Tone.TEXT
        if paper.tick is Tick.ASKED:
            box(painter, at.adjusted(1, 1, -1, -1), 4, tokens.card, tokens.control_line, width=2)
        else:
            name, colour = _ICONS[paper.tick]
            pixmap = look.icon(name, _BOX, colour, self.devicePixelRatioF())
            painter.drawPixmap(at.topLeft(), pixmap)
        painter.setPen(look.colour(tone))
        for number in range(layout.lineCount()):
            row = layout.lineAt(number)
            row.draw(painter, QPointF(indent, top + number * line + (line - row.height()) / 2))
        if paper.tick is Tick.DATABASE:
            below = QRectF(indent, top + layout.lineCount() * line, self.width() - indent, line)
            words = tr(_WORDS[paper.tick])
            draw_text(painter, below, words, look.font(Type.BODY), tokens.text_2)

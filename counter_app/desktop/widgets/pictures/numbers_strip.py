"""`NumbersStrip`: the figures around the chosen one as a small table, else what is counted."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import draw_text, painter_on, row_line
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.domain.reports.pictures import Numbers, Picture, PictureKind, numbers

_ROWS = 3
_COLUMN, _WIDE_COLUMN, _NAME = 62, 90, 96


class NumbersStrip(QWidget):
    """As high as three lines of small type: nothing moves when the figures come and go."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self._figure: tuple[int, int] | None = None
        self._says = Line(look, "", Type.CAPTION, Tone.TEXT_2, wrap=True, parent=self)
        self._says.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.restyle)

    def show_figure(self, picture: Picture, figure: tuple[int, int] | None) -> None:
        """Show the table around a figure; None shows what the picture counts."""
        self._picture, self._figure = picture, figure
        self._says.set_text(picture.says)
        self._says.setVisible(figure is None)
        self.restyle()

    def table(self) -> Numbers | None:
        """Return the small table that is shown; None while there is none."""
        if self._picture is None or self._figure is None:
            return None
        room = self.width() - self._look.px(_NAME)
        most = max(3, room // self._look.px(_COLUMN))
        return numbers(self._picture, *self._figure, most)

    def restyle(self) -> None:
        """Take the sizes from the look."""
        self.updateGeometry()
        self._place()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of three lines, more where the words need them."""
        high = _ROWS * self._look.line(Type.CAPTION)
        return QSize(self._look.px(200), max(high, self._says.heightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the words the whole room."""
        super().resizeEvent(event)
        self._place()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the table."""
        table = self.table()
        if table is None:
            return
        painter = painter_on(self)
        self._row(painter, table.heads, 0, -1)
        for place, row in enumerate(table.rows):
            chosen = table.current[1] if table.current[0] == place else -1
            self._row(painter, row, place + 1, chosen)
        painter.end()

    def _row(self, painter: QPainter, cells: tuple[str, ...], row: int, chosen: int) -> None:
        look, line = self._look, self._look.line(Type.CAPTION)
        tokens = look.tokens
        shares = self._picture is not None and self._picture.kind is PictureKind.SHARES
        least = look.px(_NAME)
        column = min((self.width() - least) / (len(cells) - 1), look.px(_WIDE_COLUMN))
        name = self.width() - column * (len(cells) - 1) if shares else least
        elide = Qt.TextElideMode.ElideRight
        for place, text in enumerate(cells):
            is_chosen = place == chosen
            font = look.font(Type.CAPTION, BOLD if is_chosen else None, digits=True)
            colour = tokens.text if row else tokens.text_3
            top = row * line
            if not place:
                draw_text(painter, QRectF(0, top, name - 6, line), text, font, colour, elide=elide)
                continue
            rect = QRectF(name + (place - 1) * column, top, column, line)
            draw_text(painter, rect, text, font, colour, right=True, elide=elide)
            if is_chosen:
                row_line(painter, rect.adjusted(6, 0, 0, 0), tokens.accent)
        if not row:
            whole = name + column * (len(cells) - 1)
            row_line(painter, QRectF(0, 0, whole, line), tokens.line)

    def _place(self) -> None:
        self._says.setGeometry(0, 0, self.width(), self.height())

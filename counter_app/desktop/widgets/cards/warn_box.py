"""`WarnBox` and `OkBox`: a coloured box inside a card, with what happened and what to do."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import box, painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import BOLD, Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line, Spans

_RADIUS = 6


class WarnBox(QWidget):
    """Amber, or red with `error`. `body` takes choices and hints, in the column of the words."""

    def __init__(
        self,
        look: Look,
        title: str = "",
        sentence: str = "",
        *,
        error: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._is_error = look, error
        tone = Tone.ERROR if error else Tone.WARN
        icon = IconView(look, "late" if error else "warn", 20, tone)
        self._title = Line(look, title, Type.BODY, tone, weight=BOLD, wrap=True)
        self._sentence = Line(look, sentence, Type.BODY, Tone.TEXT, wrap=True)
        self._sentence.setVisible(bool(sentence))
        self.body = QVBoxLayout()
        self.body.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._sentence)
        column.addSpacing(7)
        column.addLayout(self.body)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 12)
        row.setSpacing(8)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        look.changed.connect(self.update)

    def set(self, title: str, sentence: str = "", bold: Spans = ()) -> None:
        """Say what happened, and what is on the card or in the file."""
        self._title.set_text(title)
        self._sentence.set_text(sentence, bold)
        self._sentence.setVisible(bool(sentence))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the box."""
        painter = painter_on(self)
        tokens = self._look.tokens
        fill, line = tokens.warn_fill, tokens.warn_line
        if self._is_error:
            fill, line = tokens.error_fill, tokens.error_line
        box(painter, QRectF(self.rect()), _RADIUS, fill, line, width=tokens.control_width)
        painter.end()


class OkBox(QWidget):
    """Green: something was checked and fits. `keys` at the right end."""

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Line(look, "", Type.BODY, weight=BOLD, wrap=True)
        self._detail = Line(look, "", Type.CAPTION, Tone.OK, digits=True, wrap=True)
        self.keys = QHBoxLayout()
        self.keys.setSpacing(8)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self._title)
        column.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 16, 9)
        row.setSpacing(14)
        row.addWidget(IconView(look, "ok", 22, Tone.OK))
        row.addLayout(column, 1)
        row.addLayout(self.keys)
        look.changed.connect(self.update)

    def set(self, title: str, detail: str = "") -> None:
        """Show who or what fits, and how that was seen."""
        self._title.set_text(title)
        self._detail.set_text(detail)
        self._detail.setVisible(bool(detail))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the box."""
        painter = painter_on(self)
        tokens = self._look.tokens
        box(
            painter,
            QRectF(self.rect()),
            _RADIUS,
            tokens.ok_fill,
            tokens.ok_line,
            width=tokens.control_width,
        )
        painter.end()

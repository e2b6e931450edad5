"""`InputFrame`: the box round an input. Line, focus ring, error and doubt; nothing moves in it."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, painter_on
from counter_app.desktop.theme.tokens import Tokens
from counter_app.desktop.theme.type_scale import Type


class Mark(Enum):
    """What is said about the text in a frame."""

    NONE = auto()
    DOUBT = auto()
    ERROR = auto()


class InputFrame(QWidget):
    """A frame that holds an edit and what stands beside it in one row."""

    def __init__(
        self,
        look: Look,
        edit: QLineEdit | QPlainTextEdit,
        *,
        height: int = 36,
        type_: Type = Type.BODY,
        digits: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._edit, self._token = look, edit, height
        self._type, self._digits = type_, digits
        self._mark = Mark.NONE
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(12, 0, 12, 0)
        self.row.setSpacing(10)
        self.row.addWidget(edit, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(edit)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        edit.installEventFilter(self)
        look.changed.connect(self.restyle)
        self.restyle()

    def set_mark(self, mark: Mark) -> None:
        """Show an error, a doubt or nothing."""
        if mark is not self._mark:
            self._mark = mark
            self.update()

    def restyle(self) -> None:
        """Take font, colours and height from the look."""
        tokens = self._look.tokens
        self._edit.setFont(self._look.font(self._type, digits=self._digits))
        self._edit.setPalette(edit_palette(tokens))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the usual size."""
        return QSize(160, self._look.height(self._token, self._type, 12))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the least size."""
        return QSize(self.row.minimumSize().width(), self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Follow the edit: its focus and whether it is enabled are seen on the frame."""
        if watched is self._edit and event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.EnabledChange,
            QEvent.Type.ReadOnlyChange,
        ):
            self.update()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Give the edit the keys when the frame is clicked."""
        self._edit.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the frame."""
        painter = painter_on(self)
        tokens = self._look.tokens
        rect = QRectF(self.rect())
        if not self.isEnabled():
            dashed = tokens.is_dashed_when_disabled
            box(painter, rect, 6, tokens.disabled_fill, tokens.button_line, dashed=dashed)
        elif self._mark is not Mark.NONE:
            line = tokens.error_text if self._mark is Mark.ERROR else tokens.warn_line
            box(painter, rect, 6, tokens.card, line, width=RING)
        elif self._edit.hasFocus():
            box(painter, rect, 6, tokens.card, tokens.accent, width=RING)
        elif not self._edit.isReadOnly():
            box(painter, rect, 6, tokens.card, tokens.control_line, width=tokens.control_width)
        painter.end()


def edit_palette(tokens: Tokens) -> QPalette:
    """Return the palette of an edit: no ground of its own, the selection readable."""
    palette = QPalette(QApplication.palette())
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette.setColor(role.Base, QColor(Qt.GlobalColor.transparent))
    palette.setColor(role.Text, QColor(tokens.text))
    palette.setColor(group.Disabled, role.Text, QColor(tokens.disabled_text))
    palette.setColor(role.PlaceholderText, QColor(tokens.text_3))
    palette.setColor(role.Highlight, QColor(tokens.soft))
    palette.setColor(role.HighlightedText, QColor(tokens.text))
    return palette

"""`MultiLine`: a note of a few lines. Tab leaves it, Ctrl+Enter goes on to the page."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.input_frame import InputFrame

_MOST = 8
"""Lines that a note has room for at most; a longer one scrolls."""


class NoteEdit(QPlainTextEdit):
    """Plain text; function keys and Ctrl+Enter are never swallowed."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Pass Ctrl+Enter on."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """Commit what the input method holds, then say that the note was left."""
        QGuiApplication.inputMethod().commit()
        super().focusOutEvent(event)
        self.left.emit()


class _NoteFrame(InputFrame):
    """The frame of a note: as high as its lines."""

    lines = 3

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the height of the lines and the padding."""
        return QSize(160, self._look.line(self._type) * self.lines + 16)


class MultiLine(QWidget):
    """`changed` comes while the officer types, `committed` when the note is left."""

    changed = Signal(str)
    committed = Signal(str)

    def __init__(
        self,
        look: Look,
        placeholder: str = "",
        lines: int = 3,
        name: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = NoteEdit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or placeholder)
        self._frame = _NoteFrame(look, self.edit, type_=Type.BODY)
        self._frame.lines = lines
        self._frame.row.setContentsMargins(12, 8, 4, 8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._frame, 1)
        column.addStretch()
        self._look = look
        look.changed.connect(self.restyle)
        self.restyle()
        self.setFocusProxy(self.edit)
        self._is_setting = False
        self.edit.textChanged.connect(self._edited)
        self.edit.left.connect(self._left)

    def restyle(self) -> None:
        """Never grow far beyond what a note holds, however much room there is."""
        self._frame.setMaximumHeight(self._look.line(Type.BODY) * _MOST + 16)

    def text(self) -> str:
        """Return the text as typed, without space at its ends."""
        return self.edit.toPlainText().strip()

    def set_text(self, text: str) -> None:
        """Show a text, unless it is there already."""
        if text in (self.edit.toPlainText(), self.text()) and text:
            return
        self._is_setting = True
        self.edit.setPlainText(text)
        self._is_setting = False

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Repaint when enabled or disabled."""
        super().changeEvent(event)
        self.update()

    def _edited(self) -> None:
        if not self._is_setting:
            self.changed.emit(self.edit.toPlainText())

    def _left(self) -> None:
        self.committed.emit(self.text())

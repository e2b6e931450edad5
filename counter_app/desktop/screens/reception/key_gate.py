"""`KeyGate`: the keys of the page that single widgets would keep for themselves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from counter_app.desktop.presenters.reception.state import Block

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
_BY_HAND = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
)
_BLOCK = "block"


class KeyGate(QObject):
    """Watches the widgets of a page that can have the keys.

    Enter goes on wherever the keys are (some desktops press a button by Enter, a text field passes
    it on); digits, arrows and Space mean the current block outside of text. A widget that gets the
    keys by Tab or the mouse makes its block current.
    """

    entered = Signal()
    digit = Signal(int)
    moved = Signal(int)
    sideways = Signal(int)  # -1 left, 1 right
    signed = Signal(int)  # -1 for "-", 1 for "+"
    spaced = Signal()
    came = Signal(object)  # Block

    def watch(self, widget: QWidget, block: Block) -> None:
        """Watch a widget of a block: a field, a button, a row, or a whole card (for clicks)."""
        widget.setProperty(_BLOCK, block.value)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take the page's keys; everything else goes where it was meant to go."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._key(watched, event)
        if isinstance(event, QFocusEvent) and event.gotFocus():
            if event.reason() in _BY_HAND:
                self._arrived(watched)
        elif isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            self._arrived(watched)
        return False

    def _arrived(self, watched: QObject) -> None:
        name = watched.property(_BLOCK)
        if name:
            self.came.emit(Block(name))

    def _key(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.text() == "+" and not isinstance(watched, (QLineEdit, QPlainTextEdit)):
            plain &= ~Qt.KeyboardModifier.ShiftModifier
        if plain != Qt.KeyboardModifier.NoModifier or isinstance(watched, QPlainTextEdit):
            return False
        if event.key() in _ENTER:
            if not event.isAutoRepeat():  # a key held down doesn't run through the page
                QGuiApplication.inputMethod().commit()
                self.entered.emit()
            return True
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.moved.emit(step)
            return True
        return not isinstance(watched, QLineEdit) and self._outside_of_text(event)

    def _outside_of_text(self, event: QKeyEvent) -> bool:
        text = event.text()
        if len(text) == 1 and text in "0123456789":
            self.digit.emit(int(text))
        elif text == " ":
            self.spaced.emit()
        elif text in ("+", "-"):
            self.signed.emit(1 if text == "+" else -1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.sideways.emit(-1 if event.key() == Qt.Key.Key_Left else 1)
        else:
            return False
        return True

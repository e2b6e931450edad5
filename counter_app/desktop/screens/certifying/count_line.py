"""`CountLine`: pages, or pages and copies, in big figures; arrows change the copies."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.grounds.input_frame import InputFrame
from counter_app.i18n import tr

_WIDTH = 150


class _Edit(QLineEdit):
    stepped = Signal(int)
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Arrows change the copies, Enter writes; all else is typed."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier
        ):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


class CountLine(InputFrame):
    """`typed` carries the text, `stepped` one copy more or less, `entered` Enter."""

    typed = Signal(str)
    stepped = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        self.edit = _Edit()
        super().__init__(look, self.edit, height=44, type_=Type.MONEY, digits=True, parent=parent)
        self.edit.setFrame(False)
        self.edit.setAccessibleName(tr("Số trang, số bản"))
        self.edit.setMaxLength(9)
        self.setFixedWidth(look.px(_WIDTH))
        self.edit.textEdited.connect(self.typed)
        self.edit.stepped.connect(self.stepped)
        self.edit.entered.connect(self.entered)

    def set_text(self, text: str) -> None:
        """Show a text; what is the same already is left alone, with its cursor."""
        if text != self.edit.text():
            self.edit.setText(text)

    def take_keys(self) -> None:
        """Take the keys with all selected: the next digit begins anew."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.selectAll()

    def restyle(self) -> None:
        """Take font, colours and sizes from the look."""
        super().restyle()
        self.setFixedWidth(self._look.px(_WIDTH))

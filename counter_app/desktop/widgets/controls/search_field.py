"""`SearchField`: a line that finds while one types; arrows walk through what was found."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.key_caps import KeyCaps
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Edit
from counter_app.desktop.widgets.grounds.input_frame import InputFrame

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}


class SearchField(QWidget):
    """Icon, text, how many were found, keys. `big` is 40 high, for the step that searches."""

    changed = Signal(str)
    stepped = Signal(int)
    entered = Signal()

    def __init__(
        self,
        look: Look,
        placeholder: str = "",
        keys: str = "",
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.edit = Edit()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(placeholder)
        self._frame = InputFrame(
            look, self.edit, height=40 if big else 36, type_=Type.VALUE if big else Type.BODY
        )
        self._icon = IconView(look, "search", 17, Tone.TEXT_3)
        self._count = Line(look, "", Type.CAPTION, Tone.TEXT_3)
        self._keys = KeyCaps(look, keys)
        self._frame.row.insertWidget(0, self._icon)
        self._frame.row.addWidget(self._count)
        self._frame.row.addWidget(self._keys)
        self._frame.row.setContentsMargins(14, 0, 12, 0)
        self._count.hide()
        self._keys.setVisible(bool(keys))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._frame)
        self.setFocusProxy(self.edit)
        self.edit.installEventFilter(self)
        self.edit.textEdited.connect(self.changed)

    def text(self) -> str:
        """Return the text as typed."""
        return self.edit.text()

    def set_text(self, text: str) -> None:
        """Show a text, unless it is there already."""
        if text != self.edit.text():
            self.edit.setText(text)

    def set_placeholder(self, text: str) -> None:
        """Say what can be found here."""
        self.edit.setPlaceholderText(text)
        self.edit.setAccessibleName(text)

    def set_count(self, text: str) -> None:
        """Say at the right end how many were found."""
        self._count.set_text(text)
        self._count.setVisible(bool(text))

    def set_keys(self, keys: str) -> None:
        """Show the keys that lead here."""
        self._keys.set_keys(keys)
        self._keys.setVisible(bool(keys))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Turn arrows and Enter into signals; Ctrl+Enter belongs to the page."""
        if watched is self.edit and event.type() == QEvent.Type.KeyPress:
            return self._took(event)  # type: ignore[arg-type]
        if watched is self.edit and event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            is_in = event.type() == QEvent.Type.FocusIn
            self._icon.set("search", Tone.ACCENT if is_in else Tone.TEXT_3)
        return False

    def _took(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
            return True
        return False

"""`PasswordField`: a secret to type, and a word that shows it: input methods may change letters."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.icon_view import IconView
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Edit
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.desktop.widgets.grounds.input_frame import InputFrame, Mark
from counter_app.i18n import tr

_DOTS = "QLineEdit { lineedit-password-character: 8226; letter-spacing: 4px; }"
"""The bullet that the font has; Qt's own big dot would come from another font."""


class PasswordField(QWidget):
    """Label, dots, "Hiện chữ". The text is given as typed: spaces count in a password."""

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, look: Look, label: str, *, icon: str = "keys", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.edit = Edit()
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setStyleSheet(_DOTS)
        self.edit.setAccessibleName(label)
        self.label = Line(look, label, weight=MEDIUM)
        self.label.setBuddy(self.edit)
        self._show = LinkKey(look, tr("Hiện chữ"))
        self._show.clicked.connect(self._toggle)
        self._frame = InputFrame(look, self.edit, height=40, type_=Type.VALUE, digits=True)
        self._frame.row.insertWidget(0, IconView(look, icon, 18))
        self._frame.row.addWidget(self._show)
        self._frame.row.setContentsMargins(13, 0, 12, 0)
        self._problem = IconLine(
            look, "late", "", Type.CAPTION, Tone.ERROR, icon_size=15, wrap=True
        )
        self._problem.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.label)
        column.addWidget(self._frame)
        column.addWidget(self._problem)
        self.setFocusProxy(self.edit)
        self.edit.textEdited.connect(self.changed)
        self.edit.returnPressed.connect(self.entered)

    def text(self) -> str:
        """Return the password exactly as typed."""
        return self.edit.text()

    def clear(self) -> None:
        """Forget what was typed and hide letters again."""
        self.edit.clear()
        self._set_shown(is_shown=False)

    def set_problem(self, words: str) -> None:
        """Say what is wrong; "" says nothing."""
        self._frame.set_mark(Mark.ERROR if words else Mark.NONE)
        self._problem.set("late", words)
        self._problem.setVisible(bool(words))
        self.edit.setAccessibleDescription(words)

    def _toggle(self) -> None:
        self._set_shown(is_shown=self.edit.echoMode() is QLineEdit.EchoMode.Password)
        self.edit.setFocus()

    def _set_shown(self, *, is_shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.edit.setEchoMode(mode.Normal if is_shown else mode.Password)
        self._show.setText(tr("Che chữ") if is_shown else tr("Hiện chữ"))

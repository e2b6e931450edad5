"""Password, hint and the two buttons, as log-in and the locked screen have them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.screens.login.clock_column import inset, show_only
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.controls.password_field import PasswordField
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr


class PasswordBlock(QWidget):
    """`entered` for Enter and the filled button, `edited` while typing, `other` for the second."""

    entered = Signal()
    edited = Signal()
    other = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.password = PasswordField(look, tr("Mật khẩu"))
        self._hint = IconLine(
            look,
            "info",
            tr("Bộ gõ tiếng Việt có thể đổi chữ: nhấn Hiện chữ để xem lại"),
            Type.CAPTION,
            icon_size=15,
            tone=Tone.TEXT_2,
            wrap=True,
        )
        self.enter = PrimaryButton(look, "", keys="Enter")
        self._other = QuietButton(look, "", "user", "F4", height=40)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._typing = inset(self.password)
        self._hinting = inset(self._hint, 8)
        self._another = inset(self._other, 4)
        column.addWidget(self._typing)
        column.addWidget(self._hinting)
        column.addSpacing(11)
        column.addWidget(self.enter)
        column.addWidget(self._another)
        self.password.entered.connect(self.entered)
        self.password.changed.connect(self._edited)
        self.enter.clicked.connect(self.entered)
        self._other.clicked.connect(self.other)

    def set(
        self, enter: str, other: str, problem: str, *, may_enter: bool, typing: bool = True
    ) -> None:
        """Show the words of the buttons ("" hides one) and what is wrong, in place of the hint.

        Without `typing` there is no field, only the buttons.
        """
        self.enter.setText(enter)
        self.enter.setEnabled(may_enter)
        self.enter.set_reason("" if may_enter else problem or enter)
        self._other.setText(other)
        show_only(
            (
                (self._typing, typing),
                (self._hinting, typing and not problem),
                (self.enter, bool(enter)),
                (self._another, bool(other)),
            )
        )
        self.password.set_problem(problem)

    def focus_password(self) -> None:
        """Put the keys into the password; what stands there is replaced by typing."""
        self.password.edit.setFocus()
        self.password.edit.selectAll()

    def _edited(self, _text: str) -> None:
        self.edited.emit()

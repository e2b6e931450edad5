"""What this machine now is, and the recovery code that somebody must keep."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.first_run.state import FirstRunState
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_LABEL = 120


class RecoveryBlock(QWidget):
    """`kept` carries whether the box is ticked; `asked_print` asks for paper."""

    kept = Signal(bool)
    asked_print = Signal()

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._facts: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._box = WarnBox(look, tr("Mã phục hồi: chỉ hiện một lần"))
        self._code = Line(look, "", Type.PAGE, digits=True, wrap=True)
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box.body.addWidget(self._code)
        self._print = QuietButton(look, tr("In mã phục hồi"), "print", "Ctrl+P")
        self.check = CheckRow(look, "", tr("Đã in hoặc chép mã này và cất ở nơi an toàn"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._grid)
        column.addWidget(self._box)
        column.addWidget(self._print)
        column.addWidget(self.check)
        self.check.toggled.connect(self.kept)
        self._print.clicked.connect(self.asked_print)

    def set(self, state: FirstRunState) -> None:
        """Show the facts and the code."""
        if state.facts != self._facts:
            self._fill(state.facts)
        self._code.set_text(state.recovery)
        self._code.setAccessibleName(tr("Mã phục hồi"))
        has_code = bool(state.recovery)
        self._box.setVisible(has_code)
        self._print.setVisible(has_code and state.may_print)
        self.check.setVisible(has_code)
        if self.check.isChecked() is not state.is_kept:
            self.check.setChecked(state.is_kept)

    def _fill(self, facts: tuple[tuple[str, str], ...]) -> None:
        self._facts = facts
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, (label, value) in enumerate(facts):
            name = Line(self._look, label, Type.BODY, Tone.TEXT_3)
            name.setMinimumWidth(self._look.px(_LABEL))
            self._grid.addWidget(name, row, 0)
            self._grid.addWidget(Line(self._look, value, Type.BODY, weight=MEDIUM), row, 1)

"""The page of an act that the server didn't take: which one, and the panel that settles it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.answers.answer import AnswerPresenter, AnswerView
from counter_app.desktop.presenters.steps.step_state import StepState
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

_WIDEST = 980


class AnswerPage(QWidget):
    """`make` gives it its presenter, which needs it as its view; `back` leads away from it."""

    def __init__(
        self,
        look: Look,
        make: Callable[[AnswerView], AnswerPresenter],
        open_dossier: Callable[[str], None],
        back: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._open_dossier, self._back = look, open_dossier, back
        self._act = Line(look, "", Type.NAME)
        self._code = Line(look, "", Type.BODY, digits=True)
        self._applicant = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._dossier = QuietButton(look, tr("Mở hồ sơ"), "folder")
        self._panel = StepPanel(look)
        self._lay_out()
        self.presenter = make(self)
        self._panel.serve(self.presenter)
        self._dossier.clicked.connect(self._see_dossier)
        look.changed.connect(self._fit)
        self._fit()

    def open(self, uid: str) -> None:
        """Show the act `uid`."""
        self.presenter.open(uid)

    # What the presenter asks.

    def head(self, act: str, code: str, applicant: str) -> None:
        """Say which act it is about."""
        self._act.set_text(act)
        self._code.set_text(code)
        self._applicant.set_text(applicant)
        self._dossier.setVisible(self.presenter.dossier is not None)

    def present(self, state: StepState) -> None:
        """Show the panel."""
        self._panel.present(state)

    def focus(self, name: str) -> None:
        """Put the keys where something is wanted; typing replaces what stands in a field."""
        self._panel.focus(name)
        field = self.focusWidget()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def leave(self) -> None:
        """Go back to where it was opened."""
        if self.isVisible():
            self._back()

    # What the office asks.

    def title(self) -> str:
        """Return the page's name."""
        return tr("Việc máy chủ chưa nhận")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.RECEIVE: tr("Lưu và gửi lại"), Command.REFRESH: tr("Đọc lại")}

    def further(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the acts without a key."""
        return ((tr("Mở hồ sơ"), self._see_dossier),) if self.presenter.dossier else ()

    def act(self, command: Command) -> bool:
        """F9 writes it, F5 reads anew."""
        if command is Command.REFRESH:
            self.presenter.again()
            return True
        if command is Command.RECEIVE:
            self.presenter.confirm()
            return True
        return False

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Read anew: somebody else may have been quicker."""
        self.presenter.again()

    def escape(self) -> bool:
        """Leave it to the window; what was typed stays."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Digits take a side or a way; Enter is the next thing."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not (plain and self._panel.press(event)):
            super().keyPressEvent(event)

    def _see_dossier(self) -> None:
        if self.presenter.dossier is not None:
            self._open_dossier(self.presenter.dossier)

    def _fit(self) -> None:
        self._panel.setMaximumWidth(self._look.px(_WIDEST))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._act)
        head.addWidget(self._code)
        head.addWidget(self._applicant, 1)
        head.addWidget(self._dossier)
        row = QHBoxLayout()
        row.addWidget(self._panel, 1)
        row.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 16)
        column.setSpacing(10)
        column.addWidget(Line(self._look, self.title(), Type.PAGE))
        column.addLayout(head)
        column.addLayout(row, 1)
        column.addWidget(BackHint(self._look))

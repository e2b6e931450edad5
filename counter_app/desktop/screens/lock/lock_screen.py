"""The locked screen: it shows `LockState` and nothing of what lies behind it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.lock.lock import LockPresenter
from counter_app.desktop.presenters.lock.state import LockState, LockView
from counter_app.desktop.presenters.status.status import StatusPresenter
from counter_app.desktop.screens.login.clock_column import ClockColumn, PersonHead
from counter_app.desktop.screens.login.foot_bar import FootBar
from counter_app.desktop.screens.login.password_block import PasswordBlock
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.grounds.seconds import Seconds
from counter_app.i18n import tr


class LockScreen(QWidget):
    """Fills the window for one locking. `make` gives its presenter.

    `status` is told of line and scanner, as the status bar of the office is.
    """

    def __init__(
        self,
        look: Look,
        make: Callable[[LockView], LockPresenter],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = ClockColumn(look)
        self._foot = FootBar(look)
        self.status = StatusPresenter(self._foot)
        self._head = PersonHead(look)
        self._block = PasswordBlock(look)
        self._column.add(self._head)
        self._column.card.body.addSpacing(20)
        self._column.card.body.addWidget(self._block)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._column, 1)
        whole.addWidget(self._foot)
        self._block.entered.connect(self._enter)
        self._block.edited.connect(self._edited)
        self._block.other.connect(self._switch)
        self._seconds = Seconds(self, self._tick)
        self.presenter = make(self)
        self.presenter.start()

    # --- the view --------------------------------------------------------------------------------

    def present(self, state: LockState) -> None:
        """Show a state; only what changed is touched."""
        self._column.set_clock(state.clock, state.date)
        self._column.set_note(state.note_icon, state.note)
        self._foot.set_place(state.place)
        self._head.set("lock", state.title, state.subtitle)
        self._block.set(state.enter, state.other, state.problem, may_enter=state.may_enter)

    def focus_password(self) -> None:
        """Put the keys into the password."""
        self._block.focus_password()

    def forget_password(self) -> None:
        """Empty the field."""
        self._block.password.clear()

    # --- the page --------------------------------------------------------------------------------

    def title(self) -> str:
        """Return what the window's title begins with: no name, no page, only that it is locked."""
        return tr("Đã khóa")

    def arrive(self) -> None:
        """Be shown: at first, and coming back from the log-in of another officer."""
        self.presenter.start()

    # --- events ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take F4 from wherever the keys are; nothing gets past the lock."""
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self._switch()
        event.accept()

    def _tick(self) -> None:
        self.presenter.tick()

    def _enter(self) -> None:
        self.presenter.enter(self._block.password.text())

    def _edited(self) -> None:
        self.presenter.edited()

    def _switch(self) -> None:
        self.presenter.switch()

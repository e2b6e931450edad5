"""The log-in screen: it shows `LoginState` and hands on what is typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.login.login import LoginPresenter
from counter_app.desktop.presenters.login.state import LoginState, LoginView, Mode, Place
from counter_app.desktop.presenters.status.status import StatusPresenter
from counter_app.desktop.screens.login.clock_column import ClockColumn, PersonHead, show_only
from counter_app.desktop.screens.login.foot_bar import FootBar
from counter_app.desktop.screens.login.officer_list import OfficerList
from counter_app.desktop.screens.login.password_block import PasswordBlock
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.grounds.seconds import Seconds
from counter_app.i18n import tr


class LoginScreen(QWidget):
    """Fills the work area while nobody is logged in. `make` gives its presenter.

    `status` is told of line and scanner, as the status bar of the office is.
    """

    def __init__(
        self,
        look: Look,
        make: Callable[[LoginView], LoginPresenter],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = ClockColumn(look)
        self._foot = FootBar(look)
        self.status = StatusPresenter(self._foot)
        self._head = PersonHead(look)
        self._officers = OfficerList(look)
        self._words = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._name = Field(look, tr("Tên đăng nhập"))
        self._block = PasswordBlock(look)
        self._back = HintLine(look)
        self._column.add(self._head)
        self._choosing = self._column.add(self._officers, gap=16)
        self._saying = self._column.add(self._words, gap=16)
        self._naming = self._column.add(self._name, gap=20)
        self._column.card.body.addSpacing(20)
        self._column.card.body.addWidget(self._block)
        self._going_back = self._column.add(self._back, gap=12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._column, 1)
        whole.addWidget(self._foot)
        self._officers.chosen.connect(self._choose)
        self._name.changed.connect(self._edited)
        self._name.edit.returnPressed.connect(self._enter)
        self._block.entered.connect(self._enter)
        self._block.edited.connect(self._edited)
        self._block.other.connect(self._other)
        self._seconds = Seconds(self, self._tick)
        self.presenter = make(self)
        self.presenter.start()

    # --- the view --------------------------------------------------------------------------------

    def present(self, state: LoginState) -> None:
        """Show a state; only what changed is touched."""
        self._column.set_clock(state.clock, state.date)
        self._column.set_note(state.note_icon, state.note)
        self._foot.set_place(state.place)
        self._head.set(state.icon, state.title, state.subtitle)
        self._officers.set_rows(state.officers)
        self._words.set_text(state.words)
        self._name.set_problem(state.name_problem)
        self._back.set_hints((Hint("Esc", state.back),) if state.back else ())
        show_only(
            (
                (self._choosing, state.mode is Mode.CHOOSE),
                (self._saying, bool(state.words)),
                (self._naming, state.mode is Mode.NAME),
                (self._going_back, bool(state.back)),
            )
        )
        self._block.set(
            state.enter,
            state.other,
            state.problem,
            may_enter=state.may_enter,
            typing=state.mode in (Mode.NAME, Mode.PASSWORD, Mode.NEW, Mode.AGAIN),
        )

    def focus(self, place: Place) -> None:
        """Put the keys where the presenter wants them."""
        if place is Place.OFFICERS:
            self._officers.focus_first()
        elif place is Place.NAME:
            self._name.edit.setFocus()
        elif place is Place.PASSWORD:
            self._block.focus_password()
        else:
            self._block.enter.setFocus()

    def forget_password(self) -> None:
        """Empty the field."""
        self._block.password.clear()

    # --- the page --------------------------------------------------------------------------------

    def title(self) -> str:
        """Return what the window's title begins with."""
        return tr("Đăng nhập")

    def arrive(self) -> None:
        """Be shown anew, after a log-out."""
        self.presenter.arrive()

    def escape(self) -> bool:
        """Go one step back; False when there is none."""
        return self.presenter.escape()

    def hints(self) -> Mapping[str, str]:
        """Return the keys that act here now, with their words."""
        return {"Enter": tr("đăng nhập"), "F4": tr("cán bộ khác"), "Esc": tr("lùi một bước")}

    # --- events ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take F4 and Esc from wherever the keys are."""
        if event.key() == Qt.Key.Key_F4 and not event.modifiers():
            self._other()
        elif event.key() == Qt.Key.Key_Escape and self.presenter.escape():
            event.accept()
        else:
            super().keyPressEvent(event)

    def _tick(self) -> None:
        self.presenter.tick()

    def _choose(self, index: int) -> None:
        self.presenter.choose(index)

    def _edited(self) -> None:
        self.presenter.edited()

    def _other(self) -> None:
        self.presenter.other()

    def _enter(self) -> None:
        self.presenter.enter(self._block.password.text(), self._name.text())

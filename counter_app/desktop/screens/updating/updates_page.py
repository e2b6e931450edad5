"""The page Cập nhật: a banner, what waits and runs, and at the foot what may be done now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.updating.updates_page import UpdatesPresenter
from counter_app.desktop.presenters.updating.updates_state import (
    Answer,
    Part,
    Question,
    Row,
    Sign,
    UpdatesState,
    UpdatesView,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.basics.meter import Meter
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

AGAIN = 3000
"""Milliseconds between two looks while the page is shown: a download is seen to go on."""

_CAPTION = 230
_SIGNS = {
    Sign.WAITING: ("hourglass", Tone.TEXT_2),
    Sign.GOOD: ("ok", Tone.OK),
    Sign.LEFT: ("undo", Tone.TEXT_2),
    Sign.BAD: ("warn", Tone.WARN),
}


class _Row(QWidget):
    """One row: sign and name at the left, its lines at the right."""

    def __init__(self, look: Look, row: Row) -> None:
        super().__init__()
        icon, tone = _SIGNS[row.sign]
        name = IconLine(
            look, icon, row.name, Type.BODY, Tone.TEXT, icon_tone=tone, weight=MEDIUM, wrap=True
        )
        name.setFixedWidth(look.px(_CAPTION))
        words = QVBoxLayout()
        words.setSpacing(2)
        for text in row.lines:
            words.addWidget(Line(look, text, Type.BODY, Tone.TEXT_2, wrap=True))
        if row.share is not None:
            meter = Meter(look)
            meter.set_value(row.share)
            words.addWidget(meter)
        words.addStretch(1)
        side = QVBoxLayout()
        side.addWidget(name)
        side.addStretch(1)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(16)
        line.addLayout(side)
        line.addLayout(words, 1)


class UpdatesPage(QWidget):
    """Shows an `UpdatesState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[UpdatesView], UpdatesPresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: tuple[Part, ...] = ()
        self._cards: list[Card] = []
        self._banner = Banner(look)
        self._scroll = ScrollColumn()
        self._why_not = IconLine(look, "info", "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._again = QuietButton(look, tr("Xem lại"), "refresh", "F5")
        self._back = QuietButton(look, tr("Trở lại bản trước"), "undo", "Ctrl+Z", height=44)
        self._install = PrimaryButton(look, tr("Cài ngay"), "in", "F9")
        self._timer = QTimer(self)
        self._timer.setInterval(AGAIN)
        self._timer.timeout.connect(self._look_again)
        self._lay_out()
        self.presenter = make(self)
        self._again.clicked.connect(self._look_again)
        self._back.clicked.connect(self._back_clicked)
        self._install.clicked.connect(self._install_clicked)
        look.changed.connect(self._restyle)

    def present(self, state: UpdatesState) -> None:
        """Show `state`."""
        self._banner.set_icon(state.banner.icon)
        self._banner.set_edge(state.banner.edge)
        self._banner.set(state.banner.bold, state.banner.rest)
        if state.parts != self._shown:
            self._show_parts(state.parts)
        self._why_not.set("info", state.why_not)
        self._why_not.setVisible(bool(state.why_not))
        self._install.setVisible(state.may_install or bool(state.why_not))
        self._install.setEnabled(state.may_install)
        self._install.set_reason(state.why_not)
        self._back.setVisible(state.may_go_back)

    def ask(self, question: Question) -> None:
        """Ask in a dialog; Enter agrees, Esc leaves everything as it is."""
        sheet = Sheet(self._look, self.window(), question.title, question.sentence)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.add_button(question.answer.value, question.agree, default=True)
        sheet.chosen.connect(partial(self._chosen, question.answer))
        sheet.open()

    def title(self) -> str:
        """Return the page's name."""
        return tr("Cập nhật")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here now."""
        found = {Command.REFRESH: tr("Xem lại")}
        if self._install.isEnabled() and self._install.isVisibleTo(self):
            found[Command.RECEIVE] = tr("Cài ngay")
        if self._back.isVisibleTo(self):
            found[Command.UNDO] = tr("Trở lại bản trước")
        return found

    def act(self, command: Command) -> bool:
        """F5 looks again, F9 puts in place, Ctrl+Z goes back."""
        if command is Command.REFRESH:
            self.presenter.refresh()
        elif command is Command.RECEIVE:
            self.presenter.install()
        elif command is Command.UNDO:
            self.presenter.go_back()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Look at how things stand."""
        self.presenter.refresh()
        self._again.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from here: the page before is."""
        return False

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """Look again and again while somebody looks."""
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 (Qt's name)
        """Nobody looks any more."""
        self._timer.stop()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(Line(self._look, self.title(), Type.PAGE), 1)
        head.addWidget(self._again)
        self._scroll.setAccessibleName(self.title())
        self._scroll.body.setSpacing(12)
        self._scroll.body.addWidget(self._banner)
        self._scroll.body.addStretch(1)
        words = QVBoxLayout()
        words.addWidget(self._why_not)
        words.addWidget(BackHint(self._look))
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addLayout(words, 1)
        foot.addWidget(self._back)
        foot.addWidget(self._install)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 16)
        outer.setSpacing(12)
        outer.addLayout(head)
        outer.addWidget(self._scroll, 1)
        outer.addLayout(foot)

    def _show_parts(self, parts: tuple[Part, ...]) -> None:
        for old in self._cards:
            self._scroll.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._shown, self._cards = parts, []
        for at, part in enumerate(parts, 1):
            card = Card(self._look)
            card.body.setSpacing(4)
            card.body.addWidget(Line(self._look, part.title, Type.NAME))
            for row in part.rows:
                card.body.addWidget(_Row(self._look, row))
            self._scroll.body.insertWidget(at, card)
            self._cards.append(card)

    def _restyle(self) -> None:
        self._show_parts(self._shown)

    def _chosen(self, answer: Answer, name: str) -> None:
        if name:
            self.presenter.agreed(answer)

    @Slot()
    def _look_again(self) -> None:
        self.presenter.refresh()

    @Slot()
    def _back_clicked(self) -> None:
        self.presenter.go_back()

    @Slot()
    def _install_clicked(self) -> None:
        self.presenter.install()

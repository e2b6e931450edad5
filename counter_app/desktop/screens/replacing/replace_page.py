"""The page Thay máy: what is on this machine, the stick, the confirmation; then what to do now."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.data_state.page_state import PlaceChoice
from counter_app.desktop.presenters.replacing.replace_page import ReplacePresenter
from counter_app.desktop.presenters.replacing.replace_state import ReplaceState, ReplaceView
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.data_state.place_sheet import ask_place
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.banner import Banner
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr
from counter_app.sync.state import SyncState

_BESIDE = 900
"""Width at 100 % from which the two cards stand beside each other."""

_CAPTION = 150


class ReplacePage(QWidget):
    """Shows a `ReplaceState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[ReplaceView], ReplacePresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._lines: list[Line] = []
        self._steps: list[IconLine] = []
        self._banner = Banner(look)
        self._facts = QGridLayout()
        self._send = QuietButton(look, tr("Gửi ngay"), "refresh", "F5", height=40)
        self._write = QuietButton(look, "", "usb", "F6", height=40)
        self._stick = IconLine(look, "ok", "", Type.BODY, Tone.OK, wrap=True)
        self._refused = IconLine(look, "late", "", Type.BODY, Tone.ERROR, wrap=True)
        self._number = Field(look, tr("Số máy"), digits=True)
        self._why_not = IconLine(look, "info", "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._stop = PrimaryButton(look, tr("Ngừng dùng máy này"), "stop", "F9")
        self._stopping = QWidget()
        self._leaving = QWidget()
        self._next = QVBoxLayout(self._leaving)
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.presenter = make(self)
        self._send.clicked.connect(self.presenter.send)
        self._write.clicked.connect(self.presenter.ask_stick)
        self._number.changed.connect(self.presenter.typed)
        self._stop.clicked.connect(self._stop_clicked)
        look.changed.connect(self._fit)

    def present(self, state: ReplaceState) -> None:
        """Show `state`."""
        self._banner.set_icon(state.banner.icon)
        self._banner.set_edge(state.banner.edge)
        self._banner.set(state.banner.bold, state.banner.rest)
        self._show_facts(state.facts)
        self._stick.set("ok", state.stick)
        self._stick.setVisible(bool(state.stick))
        self._refused.set("late", state.stick_problem)
        self._refused.setVisible(bool(state.stick_problem))
        self._write.setText(state.write)
        self._write.setEnabled(state.may_write)
        self._stopping.setVisible(bool(state.number_label))
        self._number.label.set_text(state.number_label)
        self._number.edit.setAccessibleName(state.number_label)
        self._number.set_problem(state.number_problem)
        self._why_not.set("info", state.why_not)
        self._why_not.setVisible(bool(state.why_not))
        self._stop.setEnabled(state.may_stop)
        self._stop.set_reason(state.why_not)
        self._leaving.setVisible(bool(state.next))
        self._show_next(state.next)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        """Ask which stick: drives by number, then any folder."""
        title = tr("Ghi mọi việc ra ổ USB")
        ask_place(self._look, self, title, sentence, places, self.presenter.write_to)

    def focus_number(self) -> None:
        """Put the keys where the machine's number is typed."""
        if self.isVisible():
            self._number.setFocus()

    def line(self, state: SyncState) -> None:
        """Take how the wire stands."""
        self.presenter.line(state)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Thay máy")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {
            Command.REFRESH: tr("Gửi ngay"),
            Command.PAPERS: tr("Ghi ra ổ USB"),
            Command.RECEIVE: tr("Ngừng dùng máy này"),
        }

    def act(self, command: Command) -> bool:
        """F5 sends, F6 writes the stick, F9 stops."""
        if command is Command.REFRESH:
            self.presenter.send()
        elif command is Command.PAPERS:
            self.presenter.ask_stick()
        elif command is Command.RECEIVE:
            self.presenter.stop()
        else:
            return False
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """Read how the machine stands; the keys are on the first act."""
        self.presenter.arrive()
        self._write.setFocus()

    def escape(self) -> bool:
        """There is nothing to go back from."""
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Put the cards over each other where there is no room beside."""
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        here = Card(self._look)
        here.body.setSpacing(12)
        here.body.addWidget(Line(self._look, tr("Trên máy này"), Type.NAME))
        self._facts.setHorizontalSpacing(16)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        here.body.addLayout(self._facts)
        here.body.addWidget(self._send)
        here.body.addStretch(1)
        here.body.addWidget(BackHint(self._look))
        away = Card(self._look)
        away.body.setSpacing(12)
        away.body.addWidget(Line(self._look, tr("Sang máy mới"), Type.NAME))
        for column in (self._next, confirming := QVBoxLayout(self._stopping)):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(8)
        confirming.addWidget(self._number)
        confirming.addWidget(self._why_not)
        confirming.addWidget(self._stop)
        for part in (self._stick, self._refused, self._write, self._stopping, self._leaving):
            away.body.addWidget(part)
        away.body.addStretch(1)
        self._cards.setSpacing(12)
        self._cards.addWidget(here, 1)
        self._cards.addWidget(away, 1)
        scroll = ScrollColumn()
        scroll.setAccessibleName(self.title())
        scroll.body.setSpacing(12)
        scroll.body.addWidget(self._banner)
        scroll.body.addLayout(self._cards)
        scroll.body.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 16)
        outer.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Line(self._look, self.title(), Type.PAGE), 1)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)

    def _show_facts(self, facts: tuple[tuple[str, str], ...]) -> None:
        words = [text for fact in facts for text in fact]
        if [line.text() for line in self._lines] == words:
            return
        for line in self._lines:
            self._facts.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for row, (caption, value) in enumerate(facts):
            name = Line(self._look, caption, Type.BODY, Tone.TEXT_2)
            name.setMinimumWidth(self._look.px(_CAPTION))
            shown = Line(self._look, value, Type.BODY, weight=MEDIUM, wrap=True)
            for column, line in enumerate((name, shown)):
                self._facts.addWidget(line, row, column)
                self._lines.append(line)

    def _show_next(self, steps: tuple[str, ...]) -> None:
        if [step.line.text() for step in self._steps] == list(steps):
            return
        for step in self._steps:
            self._next.removeWidget(step)
            step.hide()
            step.deleteLater()
        self._steps = [
            IconLine(self._look, "arrow-right", words, Type.BODY, Tone.TEXT, wrap=True)
            for words in steps
        ]
        for step in self._steps:
            self._next.addWidget(step)

    def _fit(self) -> None:
        way = QBoxLayout.Direction
        beside = self.width() >= self._look.px(_BESIDE)
        # Over each other, what is to be done stands above what is there.
        self._cards.setDirection(way.LeftToRight if beside else way.BottomToTop)

    def _stop_clicked(self) -> None:
        self.presenter.stop()

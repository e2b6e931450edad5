"""The page "Kiểm tra máy quét mã": a symbol to scan, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.scanner_check.check_state import (
    Finding,
    ScannerCheckState,
    Step,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.bars.back_hint import BackHint
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.facts_line import FactsLine
from counter_app.desktop.widgets.basics.icon_line import IconLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.step_card import LARGE
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr
from counter_app.papers.symbols_shown import ShownSymbol, shown_bars, shown_qr

_QR_DOTS, _BARS_DOTS, _BARS_HEIGHT = 5, 2, 120  # pixels


class CheckDecisions(Protocol):
    """What the page tells its presenter."""

    def begin(self) -> None:
        """Start, or start again."""

    def go_on(self) -> None:
        """Leave this step."""

    def store(self) -> None:
        """Keep the profile."""

    def set_sound(self, on: bool) -> None:
        """Beep, or don't."""

    def set_flash(self, on: bool) -> None:
        """Flash, or don't."""

    def set_prefix(self, text: str) -> None:
        """Take the programmed first character."""


class ScannerCheckScreen(QWidget):
    """Left the symbol, right what came of it; at the end left the result, right the settings.

    Call `decide_by` before it is shown. `settled`: nothing is left for Enter to do here, or there
    is again; where the page is a step of something, Enter then leads on.
    """

    settled = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._decisions: CheckDecisions | None = None
        self._drawn = ""
        self._listed: dict[QVBoxLayout, tuple[Finding, ...]] = {}
        self._title = Line(look, type_=Type.PAGE)
        self._ask = Line(look, type_=Type.BODY, tone=Tone.TEXT_2, wrap=True)
        self._symbol = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._facts = FactsLine(look)
        words = tr("Quét mã bên trái: máy quét gửi gì sẽ hiện ở đây.")
        self._waiting = IconLine(look, "scan", words, tone=Tone.TEXT_3, wrap=True)
        self._while_scanning, self._at_end = QVBoxLayout(), QVBoxLayout()
        self._settings = QWidget()
        self._stored = IconLine(look, "ok", tone=Tone.OK, icon_tone=Tone.OK)
        self._prefix = Field(look, tr("Ký tự đầu (prefix) đã đặt cho máy quét"))
        self._prefix.edit.setMaxLength(1)
        self._sound = CheckRow(look, "", tr("Kêu bíp khi quét"))
        self._flash = CheckRow(look, "", tr("Nháy viền màn hình khi quét"))
        self._next = QuietButton(look, tr("Bỏ qua bước này"), "arrow-right", "Enter", left=False)
        self._again = QuietButton(look, tr("Kiểm tra lại"), "refresh", "F5", left=False)
        self._store = PrimaryButton(look, tr("Lưu thiết lập"), "check", "Enter")
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        look.changed.connect(self._fit)
        self._fit()
        self._next.clicked.connect(self._went_on)
        self._again.clicked.connect(self._began)
        self._store.clicked.connect(self._kept)
        self._sound.toggled.connect(self._sound_set)
        self._flash.toggled.connect(self._flash_set)
        self._prefix.committed.connect(self._prefix_set)

    def decide_by(self, decisions: CheckDecisions) -> None:
        """Take the presenter, and show its first state."""
        self._decisions = decisions
        decisions.begin()

    def present(self, state: ScannerCheckState) -> None:
        """Show `state`."""
        self._title.set_text(state.title)
        self._ask.set_text(state.ask)
        self._draw(state)
        self._facts.set_facts(tuple(Fact(text) for text in state.facts))
        done = state.step is Step.DONE
        self._waiting.setVisible(not done and not state.facts)
        self._list(self._while_scanning, () if done else state.findings)
        self._list(self._at_end, state.findings if done else ())
        self._stored.set("ok", state.stored)
        self._stored.setVisible(bool(state.stored))
        self._symbol.setVisible(not done)
        self._settings.setVisible(done)
        self._next.setVisible(not done)
        self._store.setVisible(done)
        self._store.setEnabled(state.can_store)
        self.settled.emit(done and not state.can_store)
        self._prefix.set_text(state.prefix)
        self._prefix.set_problem(state.prefix_problem)
        for row, on in ((self._sound, state.sound), (self._flash, state.flash)):
            row.blockSignals(True)  # noqa: FBT003  Qt's own signature
            row.setChecked(on)
            row.blockSignals(False)  # noqa: FBT003

    def title(self) -> str:
        """Return what the window's title begins with."""
        return tr("Kiểm tra máy quét mã")

    def commands(self) -> Mapping[Command, str]:
        """Return the commands that do something here now."""
        return {Command.REFRESH: tr("Kiểm tra lại")}

    def act(self, command: Command) -> bool:
        """Start again on F5."""
        if command is not Command.REFRESH:
            return False
        self._began()
        return True

    def scanned(self, _scan: Meaning) -> bool:
        """Keep scans from the window: here they come raw, by way of the presenter."""
        return True

    def arrive(self) -> None:
        """Take the keys, for Enter."""
        self.setFocus()

    def escape(self) -> bool:
        """Nothing to go back from."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  Qt's name
        """Enter goes on: to the next step, or keeps the result."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif self._next.isVisibleTo(self):
            self._went_on()
        elif self._store.isEnabled():
            self._kept()
        else:
            super().keyPressEvent(event)  # whose page this is may go on

    def _lay_out(self) -> None:
        shown = Card(self._look, padding=(16, 16))
        shown.body.addWidget(self._title)
        shown.body.addWidget(self._ask)
        shown.body.addWidget(self._symbol, 1)
        shown.body.addSpacing(8)
        shown.body.addLayout(self._at_end)
        shown.body.addStretch(0)
        found = Card(self._look, padding=(24, 16))
        scroll = ScrollColumn()
        scroll.body.addWidget(self._waiting)
        scroll.body.addWidget(self._facts)
        scroll.body.addSpacing(4)
        scroll.body.addLayout(self._while_scanning)
        settings = QVBoxLayout(self._settings)
        settings.setContentsMargins(0, 12, 0, 0)
        for widget in (self._prefix, self._sound, self._flash, self._stored):
            settings.addWidget(widget)
        scroll.body.addWidget(self._settings)
        scroll.body.addStretch(1)
        found.body.addWidget(scroll, 1)
        for findings in (self._while_scanning, self._at_end):
            findings.setSpacing(12)
        buttons = self._buttons
        for button in (self._again, self._next, self._store):
            buttons.addWidget(button)
        found.body.addLayout(buttons)
        found.body.addSpacing(4)
        found.body.addWidget(BackHint(self._look))
        row = self._columns = QHBoxLayout(self)
        row.setContentsMargins(16, 16, 16, 16)
        row.setSpacing(12)
        row.addWidget(shown)
        row.addWidget(found)

    def _fit(self) -> None:
        """In big type there is no room for two buttons side by side."""
        way = QBoxLayout.Direction
        is_large = self._look.scale >= LARGE
        self._buttons.setDirection(way.TopToBottom if is_large else way.LeftToRight)
        self._columns.setStretch(0, 1 if is_large else 3)
        self._columns.setStretch(1, 1 if is_large else 2)

    def _draw(self, state: ScannerCheckState) -> None:
        if state.symbol == self._drawn:
            return
        self._drawn = state.symbol
        if not state.symbol:
            self._symbol.setPixmap(QPixmap())
            return
        qr = state.step is Step.QR
        symbol = (
            shown_qr(state.symbol, _QR_DOTS)
            if qr
            else shown_bars(state.symbol, _BARS_DOTS, _BARS_HEIGHT)
        )
        self._symbol.setPixmap(_pixmap(symbol))
        self._symbol.setMinimumSize(QSize(symbol.width, symbol.height))
        self._symbol.setAccessibleName(state.title)

    def _list(self, place: QVBoxLayout, findings: tuple[Finding, ...]) -> None:
        if findings == self._listed.get(place, ()):
            return
        self._listed[place] = findings
        while (item := place.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for each in findings:
            line: QWidget
            if each.good:
                line = IconLine(self._look, "ok", each.what, tone=Tone.OK, icon_tone=Tone.OK)
            else:
                line = WarnBox(self._look, each.what, each.advice, error=not each.harmless)
            place.addWidget(line)

    @Slot()
    def _began(self) -> None:
        if self._decisions is not None:
            self._decisions.begin()

    @Slot()
    def _went_on(self) -> None:
        if self._decisions is not None:
            self._decisions.go_on()

    @Slot()
    def _kept(self) -> None:
        if self._decisions is not None:
            self._decisions.store()

    @Slot(bool)
    def _sound_set(self, on: bool) -> None:
        if self._decisions is not None:
            self._decisions.set_sound(on)

    @Slot(bool)
    def _flash_set(self, on: bool) -> None:
        if self._decisions is not None:
            self._decisions.set_flash(on)

    @Slot(str)
    def _prefix_set(self, text: str) -> None:
        if self._decisions is not None:
            self._decisions.set_prefix(text)


def _pixmap(symbol: ShownSymbol) -> QPixmap:
    """Return the pixels one to one: a scaled module would be no whole number of them."""
    image = QImage(
        symbol.pixels, symbol.width, symbol.height, symbol.width, QImage.Format.Format_Grayscale8
    )
    return QPixmap.fromImage(image)

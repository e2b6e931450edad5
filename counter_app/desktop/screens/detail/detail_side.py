"""`DetailSide`: the right side of a dossier: the next act, its parts, việc khác; or the return."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import (
    DetailState,
    OtherAct,
    OtherButton,
    Part,
)
from counter_app.desktop.screens.detail.info_rows import InfoRows
from counter_app.desktop.screens.dossiers.flat_tab import FlatTab
from counter_app.desktop.screens.returning.return_panel import ReturnPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.cards.step_card import LARGE
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr

WIDTH = 532
_COLUMNS = 3


class DetailSide(QWidget):
    """Picks go out by signals; `present` only shows."""

    part_picked = Signal(object)
    act_picked = Signal(object)
    proceeded = Signal()

    def __init__(self, look: Look, panel: ReturnPanel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._panel = look, panel
        self._reason = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        self._proceed = PrimaryButton(look, tr("Trả kết quả"), "out", "F8")
        self._next = Card(look, padding=(16 - RESERVED, 12 - RESERVED))
        reason = QHBoxLayout()
        reason.setContentsMargins(RESERVED, RESERVED, RESERVED, 0)
        reason.addWidget(self._reason)
        self._next.body.addLayout(reason)
        self._next.body.addWidget(self._proceed)
        self._tabs: dict[Part, FlatTab] = {}
        self._rows = InfoRows(look, tr("Nội dung hồ sơ"))
        self._keys = HintLine(look)
        self._keys.set_hints((Hint("1 2 3", tr("xem giấy tờ, phí, người")),))
        self._parts = self._parts_card(look)
        self._buttons: dict[OtherAct, QuietButton] = {}
        self._shown: tuple[OtherButton, ...] = ()
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        self._others = Card(look)
        self._others_title = Line(look, tr("Việc khác"), Type.BODY, weight=600)
        self._others.body.addWidget(self._others_title)
        self._others.body.addLayout(self._grid)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._next)
        outer.addWidget(self._parts, 1)
        outer.addWidget(self._panel, 1)
        outer.addWidget(self._others)
        self._proceed.clicked.connect(self.proceeded)
        panel.crowded.connect(self._crowded)
        look.changed.connect(self.restyle)
        self.restyle()
        self._panel.hide()

    def present(self, state: DetailState) -> None:
        """Show the right side of this dossier."""
        for tab in state.tabs:
            button = self._tabs[tab.part]
            button.set_words(tab.text, tab.count)
            button.setChecked(tab.chosen)
        self._rows.set_rows(state.rows)
        self._reason.set_text(state.proceed_reason)
        if state.proceed:
            self._proceed.setText(state.proceed)
            self._proceed.setAccessibleName(state.proceed)
        self._next.setVisible(bool(state.proceed) and not state.returning)
        self._show_others(state.others)

    def set_returning(self, *, returning: bool) -> None:
        """Put the panel of the return in place of the parts, or take it away."""
        self._panel.setVisible(returning)
        self._parts.setVisible(not returning)
        if returning:
            self._next.hide()
        else:
            self._others.setVisible(bool(self._shown))

    def focus_proceed(self) -> bool:
        """Put the keys on the next act; False when there is none."""
        if self._next.isHidden():
            return False
        self._proceed.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def restyle(self) -> None:
        """Take the width from the look; on a small window the text gives way, not the page."""
        self.setFixedWidth(min(self._look.px(WIDTH), 560))
        self._others_title.setVisible(self._look.scale < LARGE)  # the buttons say as much

    def _parts_card(self, look: Look) -> Card:
        card = Card(look)
        row = QHBoxLayout()
        row.setSpacing(4)
        for part in Part:
            tab = self._tabs[part] = FlatTab(look, "")
            tab.clicked.connect(self._tab_clicked)
            row.addWidget(tab)
        row.addStretch(1)
        card.body.addLayout(row)
        card.body.addWidget(self._rows, 1)
        card.body.addWidget(self._keys)
        return card

    def _show_others(self, others: tuple[OtherButton, ...]) -> None:
        if others == self._shown:
            return
        self._shown = others
        for button in self._buttons.values():
            button.hide()
            button.deleteLater()
        self._buttons.clear()
        for place, other in enumerate(others):
            button = QuietButton(self._look, other.text, other.icon)
            button.clicked.connect(self._act_clicked)
            self._buttons[other.act] = button
            self._grid.addWidget(button, place // _COLUMNS, place % _COLUMNS)
            button.show()
        self._others.setVisible(bool(others))

    def _crowded(self, crowded: bool) -> None:
        self._others.setVisible(bool(self._shown) and not crowded)

    def _tab_clicked(self) -> None:
        for part, tab in self._tabs.items():
            if tab is self.sender():
                tab.setChecked(True)
                self.part_picked.emit(part)

    def _act_clicked(self) -> None:
        for act, button in tuple(self._buttons.items()):
            if button is self.sender():
                self.act_picked.emit(act)

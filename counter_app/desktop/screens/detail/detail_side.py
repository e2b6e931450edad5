"""`DetailSide`: the right side of a dossier: the next act, its parts, việc khác; or a panel."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.detail.detail_state import DetailState, Part
from counter_app.desktop.screens.detail.info_rows import InfoRows
from counter_app.desktop.screens.detail.others_card import OthersCard
from counter_app.desktop.screens.dossiers.flat_tab import FlatTab
from counter_app.desktop.screens.returning.return_panel import ReturnPanel
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.card import Card
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from counter_app.i18n import tr

WIDTH = 532


class DetailSide(QWidget):
    """Picks go out by signals; `present` only shows."""

    part_picked = Signal(object)
    act_picked = Signal(object)
    proceeded = Signal(str)
    """Carries the step that the next act's button opens, "" the return."""

    def __init__(self, look: Look, panel: ReturnPanel, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._panel: QWidget | None = None
        self._proceed_step = ""
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
        self._parts = self._parts_card(look)
        self._others = OthersCard(look)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(12)
        outer.addWidget(self._next)
        outer.addWidget(self._parts, 1)
        outer.addWidget(panel, 1)
        outer.addWidget(self._others)
        self._column = outer
        self._proceed.clicked.connect(self._proceed_clicked)
        self._others.picked.connect(self.act_picked)
        panel.crowded.connect(self._crowded)
        look.changed.connect(self.restyle)
        self.restyle()
        panel.hide()

    def present(self, state: DetailState) -> None:
        """Show the right side of this dossier."""
        shown = {tab.part for tab in state.tabs}
        for part, button in self._tabs.items():
            button.setVisible(part in shown)
        keys, what = ("1 2 3", tr("xem giấy tờ, phí, người"))
        if Part.STEPS in shown:
            keys, what = ("1 2 3 4", tr("xem giấy tờ, phí, người, quy trình"))
        self._keys.set_hints((Hint(keys, what),))
        for tab in state.tabs:
            button = self._tabs[tab.part]
            button.set_words(tab.text, tab.count)
            button.setChecked(tab.chosen)
        self._rows.set_rows(state.rows)
        self._reason.set_text(state.proceed_reason)
        if state.proceed:
            self._proceed.setText(state.proceed)
            self._proceed.setAccessibleName(state.proceed)
            self._proceed.set_icon(state.proceed_icon)
            self._proceed.set_keys(state.proceed_keys)
        self._proceed_step = state.proceed_step
        self._next.setVisible(bool(state.proceed) and not state.crowded)
        self._others.present(state.others)
        self._show_others(room=not isinstance(self._panel, StepPanel))

    def set_panel(self, panel: QWidget | None) -> None:
        """Put a panel in place of the parts, or take it away; a step's needs all the room."""
        if self._panel is not None and self._panel is not panel:
            self._panel.hide()
        self._panel = panel
        self._parts.setVisible(panel is None)
        if panel is None:
            self._show_others(room=True)
            return
        if self._column.indexOf(panel) < 0:
            self._column.insertWidget(self._column.indexOf(self._others), panel, 1)
        panel.show()
        self._next.hide()
        self._show_others(room=not isinstance(panel, StepPanel))

    def focus_proceed(self) -> bool:
        """Put the keys on the next act; False when there is none to be seen."""
        if not self._proceed.isVisible():
            return False
        self._proceed.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def restyle(self) -> None:
        """Take the width from the look; on a small window the text gives way, not the page."""
        self.setFixedWidth(min(self._look.px(WIDTH), 560))
        self._others.set_room(self.width())

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

    def _show_others(self, *, room: bool) -> None:
        self._others.setVisible(room and not self._others.is_empty)

    def _proceed_clicked(self) -> None:
        self.proceeded.emit(self._proceed_step)

    def _crowded(self, crowded: bool) -> None:
        self._show_others(room=not crowded)

    def _tab_clicked(self) -> None:
        for part, tab in self._tabs.items():
            if tab is self.sender():
                tab.setChecked(True)
                self.part_picked.emit(part)

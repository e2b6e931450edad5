"""`PapersCard`: card 3, the checklist. Four columns; it scrolls inside itself when it is long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reception.state import Block, PapersState
from counter_app.desktop.screens.reception.card_parts import HEAD, LARGE, STATES, below
from counter_app.desktop.screens.reception.head_hints import HeadHints
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints, show_hints
from counter_app.desktop.screens.reception.paper_list import PaperList
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_card import StepCard
from counter_app.desktop.widgets.controls.check_row import ColumnHeads
from counter_app.i18n import tr

_CLOSE = 7
"""Padding under the last row: rows have air of their own."""


class PapersCard(StepCard):
    """One line while it waits; then a headline, heads of the counts, and a row for each paper."""

    toggled = Signal(int)
    counted = Signal(int, int, int)  # row, column, count
    noted = Signal(int, str)
    note_left = Signal()

    def __init__(self, look: Look, gate: KeyGate, *, parent: QWidget | None = None) -> None:
        super().__init__(look, "3", tr("Giấy tờ"), parent=parent)
        self._look = look
        self._shown: PapersState | None = None
        self._heads: ColumnHeads | None = None
        self._upcoming_keys = HeadHints(look)
        self.keys.addWidget(self._upcoming_keys)
        self._headline = Line(look, "", Type.BODY, weight=MEDIUM, elide=True)
        self._headline.set_least_height(HEAD)
        self.values.addWidget(self._headline)
        layout = self.layout()
        self._bottom = layout.contentsMargins().bottom() if layout is not None else 0
        self.list = PaperList(look, gate)
        self.list.toggled.connect(self.toggled)
        self.list.counted.connect(self.counted)
        self.list.noted.connect(self.noted)
        self.list.note_left.connect(self.note_left)
        self._hints = below(HintLine(look))
        look.changed.connect(self._fit)
        self._fit()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Giấy tờ"))
        gate.watch(self, Block.PAPERS)

    def show_state(self, state: PapersState, *, current: bool) -> None:
        """Show the card; parts that are the same are left alone."""
        before, self._shown = self._shown, state
        self.set_current(current)
        if state == before:
            return
        self.set_state(STATES[state.standing])
        waits = not state.rows
        self.set_line(state.headline if waits else "")
        self._headline.set_text(state.headline)
        self._headline.setVisible(not waits)
        self._show_heads(state)
        self.list.setVisible(not waits)
        self.list.show_rows(state.rows, state.selected)
        at_end = hints(state.hints) if not current and waits else ()
        self._upcoming_keys.set_hints(at_end)
        under = hints(state.hints) if current else ()
        show_hints(self._hints, under)
        self._pad(rows_last=bool(state.rows) and not under)

    def _pad(self, *, rows_last: bool) -> None:
        """Let the card end close under its last row."""
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setBottom(_CLOSE if rows_last else self._bottom)
            layout.setContentsMargins(margins)

    def _show_heads(self, state: PapersState) -> None:
        if self._heads is None and any(state.columns):
            self._heads = ColumnHeads(self._look, state.columns)
            self.keys.addWidget(self._heads)
            self._heads.setMinimumHeight(HEAD)
        if self._heads is not None:
            self._heads.setVisible(bool(state.rows))

    def _fit(self) -> None:
        """Give large text the whole width of the card."""
        narrow, wide = self.indented, self.wide
        if self._look.scale > LARGE:
            narrow, wide = wide, narrow
        for widget in (self.list, self._hints):
            wide.removeWidget(widget)
            narrow.removeWidget(widget)
            narrow.addWidget(widget)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Return no: a box may not shrink a thing whose height follows its width."""
        return False

    def take_focus(self) -> None:
        """Put the keys into the selected row, or the note that is asked."""
        if not self.list.take_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

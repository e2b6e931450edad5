"""`PapersCard`: card 3, the checklist. Four columns; it scrolls inside itself when it is long."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.reception.state import Block, PapersState
from counter_app.desktop.screens.persons.hint_flow import HintFlow
from counter_app.desktop.screens.reception.card_parts import STATES, below
from counter_app.desktop.screens.reception.head_hints import HeadHints
from counter_app.desktop.screens.reception.key_gate import KeyGate
from counter_app.desktop.screens.reception.key_words import hints
from counter_app.desktop.screens.reception.paper_list import PaperList
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.step_card import StepCard
from counter_app.desktop.widgets.controls.check_row import ColumnHeads
from counter_app.i18n import tr


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
        self.values.addWidget(self._headline)
        self.list = PaperList(look, gate)
        self.list.toggled.connect(self.toggled)
        self.list.counted.connect(self.counted)
        self.list.noted.connect(self.noted)
        self.list.note_left.connect(self.note_left)
        self.indented.addWidget(self.list, 1)
        self._hints = HintFlow(look)
        self.indented.addWidget(below(self._hints))
        look.changed.connect(self._fit)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
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
        self._hints.set_hints(under)
        self._pad(rows_last=bool(state.rows) and not under)

    def _pad(self, *, rows_last: bool) -> None:
        """Let the card end close under its last row."""
        layout = self.layout()
        if layout is not None:
            margins = layout.contentsMargins()
            margins.setBottom(margins.top() - 6 if rows_last else margins.top())
            layout.setContentsMargins(margins)

    def _show_heads(self, state: PapersState) -> None:
        if self._heads is None and any(state.columns):
            self._heads = ColumnHeads(self._look, state.columns)
            self.keys.addWidget(self._heads)
            self._fit()
        if self._heads is not None:
            self._heads.setVisible(bool(state.rows))

    def _fit(self) -> None:
        """Keep headline and heads on the title's line."""
        line = max(24, self._look.line(Type.BODY) + 4)
        self._headline.setMinimumHeight(line)
        if self._heads is not None:
            self._heads.setMinimumHeight(line)

    def take_focus(self) -> None:
        """Put the keys into the selected row, or the note that is asked."""
        if not self.list.take_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

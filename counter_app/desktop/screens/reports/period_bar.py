"""The line that says for which days: how long, which one, two typed days, compared or not."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from counter_app.desktop.presenters.reports.reports_state import ReportsState, SpanShown
from counter_app.desktop.screens.dossiers.drop_button import DropButton
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.desktop.widgets.controls.icon_button import IconButton
from counter_app.i18n import tr

_DATE, _DAYS = 132, 200
"""Widths at 100 %: of a date, and of a field with the words of what is wrong with it."""


class PeriodBar(QWidget):
    """`stepped`: a step's key; `moved`: -1 or 1; `first` and `last` the days that were typed."""

    stepped = Signal(str)
    moved = Signal(int)
    first = Signal(str)
    last = Signal(str)
    compared = Signal(bool)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._steps = DropButton(look, "calendar")
        self._back = IconButton(look, "chevron-left", tr("Kỳ trước"))
        self._words = Line(look, "", Type.VALUE, weight=600, digits=True)
        self._on = IconButton(look, "chevron-right", tr("Kỳ sau"))
        self._now = Line(look, tr("Số liệu tại thời điểm này"), Type.BODY, Tone.TEXT_2)
        self._compare = FilterChip(look, tr("So với kỳ trước"), "swap")
        self._first = Field(look, tr("Từ ngày"), digits=True)
        self._last = Field(look, tr("Đến ngày"), digits=True)
        self._days = QWidget()
        days = QHBoxLayout(self._days)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(12)
        for field in (self._first, self._last):
            days.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        days.addStretch(1)
        line = QHBoxLayout()
        line.setSpacing(8)
        for widget in (self._steps, self._back, self._words, self._on, self._now):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self._compare)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(line)
        whole.addWidget(self._days)
        self._steps.picked.connect(self.stepped)
        self._back.clicked.connect(self._go_back)
        self._on.clicked.connect(self._go_on)
        self._first.committed.connect(self.first)
        self._last.committed.connect(self.last)
        self._compare.clicked.connect(self.compared)
        look.changed.connect(self._restyle)
        self._restyle()

    def present(self, state: ReportsState) -> None:
        """Show what is asked for."""
        self._steps.set_drop_down(state.steps)
        self._words.set_text(state.period)
        self._on.setEnabled(state.can_go_on)
        for widget in (self._steps, self._back, self._on):
            widget.setVisible(state.has_period)
        self._words.setVisible(state.has_period and state.span is None)
        self._now.setVisible(not state.has_period)
        self._compare.setVisible(state.compare is not None)
        self._compare.setChecked(bool(state.compare))
        self._show_span(state.span)

    def _show_span(self, span: SpanShown | None) -> None:
        self._days.setVisible(span is not None)
        if span is not None:
            self._first.set_text(span.first)
            self._first.set_problem(span.first_problem)
            self._last.set_text(span.last)
            self._last.set_problem(span.last_problem)

    def _go_back(self) -> None:
        self.moved.emit(-1)

    def _go_on(self) -> None:
        self.moved.emit(1)

    def _restyle(self) -> None:
        for field in (self._first, self._last):
            field.frame.setFixedWidth(self._look.px(_DATE))
            field.setMinimumWidth(self._look.px(_DAYS))

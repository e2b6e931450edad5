"""The small sheet of a temporary appointment: officers left, agencies right, days and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from counter_app.desktop.presenters.appointing.appoint import (
    Appointing,
    AppointState,
    AppointView,
    Choice,
    Filled,
)
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.cards.sheet import WIDEST, Sheet
from counter_app.desktop.widgets.controls.check_row import CheckRow
from counter_app.desktop.widgets.controls.choice_row import ChoiceRow
from counter_app.desktop.widgets.controls.field import Field
from counter_app.desktop.widgets.grounds.scroll_column import ScrollColumn
from counter_app.i18n import tr

APPOINT = "appoint"
_LISTS = 190
"""Height of the two lists, in pixels at 100 %: longer ones scroll."""

R = TypeVar("R", CheckRow, ChoiceRow)


class AppointSheet(Sheet):
    """`make` gives it its presenter, which needs it as its view."""

    def __init__(
        self, look: Look, parent: QWidget | None, make: Callable[[AppointView], Appointing]
    ) -> None:
        super().__init__(look, parent, tr("Cử cán bộ tạm thời"), width=WIDEST)
        self.stay = True
        self.presenter = make(self)
        state = self.presenter.state()
        self._officers: dict[str, ChoiceRow] = {}
        self._agencies: dict[str, CheckRow] = {}
        self._first = Field(look, tr("Từ ngày"), digits=True)
        self._last = Field(look, tr("Đến ngày"), digits=True)
        self._number = Field(look, tr("Số quyết định, văn bản"))
        self._reason = Field(look, tr("Lý do"))
        self._lay_out(state)
        self._first.set_text(state.first)
        self._last.set_text(state.last)
        self.add_button(APPOINT, tr("Cử cán bộ"), default=True)
        self.chosen.connect(self._chosen)
        if self._officers:
            first = next(iter(self._officers.values()))
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say in the sheet what is wrong."""
        self.set_error(words)

    def recorded(self) -> None:
        """It is recorded."""
        self.close()

    def is_waiting(self) -> bool:
        """Tell whether its presenter writes."""
        return self.presenter.is_working

    def fill(self, filled: Filled) -> None:
        """Fill the sheet, for pictures and tests."""
        if filled.officer in self._officers:
            self._officers[filled.officer].setChecked(True)
        for key, row in self._agencies.items():
            row.setChecked(key in filled.agencies)
        for field, text in (
            (self._first, filled.first),
            (self._last, filled.last),
            (self._number, filled.number),
            (self._reason, filled.reason),
        ):
            field.set_text(text)

    def filled(self) -> Filled:
        """Return what was filled in."""
        officer = next((key for key, row in self._officers.items() if row.isChecked()), "")
        agencies = tuple(key for key, row in self._agencies.items() if row.isChecked())
        return Filled(
            officer,
            agencies,
            self._first.text(),
            self._last.text(),
            self._number.text(),
            self._reason.text(),
        )

    def _chosen(self, name: str) -> None:
        if name == APPOINT:
            self.presenter.confirm(self.filled())

    def _lay_out(self, state: AppointState) -> None:
        look = self._look
        words = Line(look, state.sentence, Type.BODY, Tone.TEXT_2, wrap=True)
        self.body.addWidget(words)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        officers = [(each, ChoiceRow(look, "", each.words)) for each in state.officers]
        agencies = [(each, CheckRow(look, "", each.words)) for each in state.agencies]
        self._officers = {each.key: row for each, row in officers}
        self._agencies = {each.key: row for each, row in agencies}
        sides.addLayout(self._list(tr("Cán bộ"), officers), 1)
        sides.addLayout(self._list(tr("Tiếp nhận hồ sơ của cơ quan"), agencies), 1)
        self.body.addLayout(sides)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        for place, field in enumerate((self._first, self._last, self._number, self._reason)):
            grid.addWidget(field, place // 2, place % 2)
        self.body.addLayout(grid)

    def _list(self, name: str, rows: Sequence[tuple[Choice, R]]) -> QVBoxLayout:
        look = self._look
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Line(look, name, Type.BODY, weight=MEDIUM))
        scroll = ScrollColumn()
        scroll.setAccessibleName(name)
        scroll.setFixedHeight(look.px(_LISTS))
        scroll.body.setSpacing(4)
        for _, row in rows:
            scroll.body.addWidget(row)
        scroll.body.addStretch(1)
        column.addWidget(scroll)
        return column

"""The quick line (Ctrl+K): a search field, what was found in groups, the keys at the foot."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.presenters.palette.palette import PaletteState
from counter_app.desktop.presenters.palette.rows import Group
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.desktop.widgets.basics.hint_line import HintLine
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.search_field import SearchField
from counter_app.desktop.widgets.lists.picker_view import PickerView
from counter_app.i18n import tr

WIDTH = 680
TOP = 4
"""Pixels from the upper edge: the line lies over the search field of the top bar."""

GROUPS = 4
"""Dossiers, citizens, procedures, commands."""


class PaletteOverlay(Overlay):
    """Shows a `PaletteState`; what is typed and chosen goes out by signals.

    `typed` carries the line, `stepped` rows down, `selected` and `entered` a click and Enter.
    """

    typed = Signal(str)
    stepped = Signal(int)
    selected = Signal(int)
    entered = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Lệnh nhanh"), width=WIDTH, top=TOP)
        self._field = SearchField(look, tr("Tìm hồ sơ, công dân, thủ tục, lệnh"), big=True)
        self._field.edit.setAccessibleName(tr("Tìm nhanh"))
        self._field.changed.connect(self.typed)
        self._field.stepped.connect(self.stepped)
        self._field.entered.connect(self.entered)
        self._groups = tuple(_GroupView(look) for _ in range(GROUPS))
        self._sentence = Line(look, "", Type.BODY, Tone.TEXT_2, wrap=True)
        foot = HintLine(look)
        foot.set_hints(
            (Hint("Up Down", tr("chọn")), Hint("Enter", tr("mở")), Hint("Esc", tr("đóng")))
        )
        self.body.setSpacing(4)
        self.body.addWidget(self._field)
        for view in self._groups:
            view.chosen.connect(self._choose)
            self.body.addWidget(view)
        self.body.addWidget(self._sentence)
        self.body.addStretch(1)
        self.body.addSpacing(4)
        self.body.addWidget(foot)

    def present(self, state: PaletteState) -> None:
        """Show what was found; the line itself is the officer's and is left alone."""
        first = 0
        for place, view in enumerate(self._groups):
            group = state.groups[place] if place < len(state.groups) else None
            count = len(group.entries) if group else 0
            inside = first <= state.current < first + count
            view.present(group, first, state.current - first if inside else -1)
            first += count
        self._sentence.set_text(state.sentence)
        self._sentence.setVisible(bool(state.sentence))
        if self.is_open:
            self.place()

    def open(self) -> None:
        """Open with an empty line."""
        self._field.set_text("")
        super().open()

    def first_focus(self) -> QWidget:
        """The line takes the keys."""
        return self._field.edit

    def _choose(self, row: int) -> None:
        self.selected.emit(row)
        self.entered.emit()


class _GroupView(QWidget):
    """One group: its title and its rows. `chosen` carries the row counted through all groups."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._first = 0
        self._title = Line(look, "", Type.CAPTION, Tone.TEXT_3, weight=600)
        self._rows = PickerView(look, max_rows=9)
        self._rows.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._title)
        column.addWidget(self._rows)

    def present(self, group: Group | None, first: int, current: int) -> None:
        """Show `group`, whose rows count from `first`; `current` is its own row, or -1."""
        self.setVisible(group is not None)
        if group is None:
            return
        self._first = first
        self._title.set_text(group.title)
        self._rows.setAccessibleName(group.title)
        self._rows.set_rows(tuple(entry.row for entry in group.entries))
        self._rows.set_current(current)

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._first + row)

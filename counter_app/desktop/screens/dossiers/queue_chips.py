"""`QueueChips`: where dossiers stand, said quietly; then what asks for somebody, in colour."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QHBoxLayout, QWidget

from counter_app.desktop.presenters.dossiers.list_state import QueueChip
from counter_app.desktop.screens.dossiers.flat_tab import FlatTab
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.controls.filter_chip import FilterChip
from counter_app.services.dossiers.lists import Queue

_GAP, _TABS_GAP = 8, 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class QueueChips(QWidget):
    """One line; where text is big and the window small, two. Arrows walk through it.

    A queue in which nothing waits shows no figure: there is nothing to read.
    """

    picked = Signal(object)

    def __init__(self, look: Look, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._tabs: dict[Queue, FlatTab] = {}
        self._chips: dict[Queue, FilterChip] = {}
        self._quiet, self._loud = QHBoxLayout(), QHBoxLayout()
        self._quiet.setSpacing(_TABS_GAP)
        self._loud.setSpacing(_GAP)
        self._outer = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(_GAP)
        self._outer.addLayout(self._quiet)
        self._outer.addStretch(1)
        self._outer.addLayout(self._loud)

    def set_chips(self, states: tuple[QueueChip, ...], alarms: tuple[QueueChip, ...]) -> None:
        """Show the queues; what is there already keeps its place and the focus."""
        for chip in states:
            tab = self._tabs.get(chip.queue) or self._add_tab(chip)
            tab.set_words(chip.text, str(chip.count or ""))
            tab.setChecked(chip.chosen)
        for chip in alarms:
            pill = self._chips.get(chip.queue) or self._add_chip(chip)
            pill.set_count(chip.count or None)
            pill.setChecked(chip.chosen)
        self._arrange(self.width())

    def focus_chosen(self) -> None:
        """Put the keys on the chosen queue."""
        for button in self._buttons():
            if button.isChecked():
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """Break into two lines where one is too narrow."""
        super().resizeEvent(event)
        self._arrange(event.size().width())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of the broader half: the other goes below it."""
        wide = max(self._quiet.minimumSize().width(), self._loud.minimumSize().width())
        return QSize(wide, super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Left and Right walk along the queues, round the ends."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = _STEPS.get(Qt.Key(event.key()))
        buttons = self._buttons()
        if step is None or watched not in buttons:
            return False
        at = buttons.index(watched)
        buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _arrange(self, width: int) -> None:
        needed = self._quiet.sizeHint().width() + self._loud.sizeHint().width() + 2 * _GAP
        narrow = width < needed
        direction = QBoxLayout.Direction
        wanted = direction.TopToBottom if narrow else direction.LeftToRight
        if self._outer.direction() != wanted:
            self._outer.setDirection(wanted)
        side = Qt.AlignmentFlag.AlignLeft if narrow else Qt.AlignmentFlag(0)
        self._outer.setAlignment(self._quiet, side)
        self._outer.setAlignment(self._loud, side)

    def _buttons(self) -> list[QAbstractButton]:
        return [*self._tabs.values(), *self._chips.values()]

    def _add_tab(self, chip: QueueChip) -> FlatTab:
        tab = self._tabs[chip.queue] = FlatTab(self._look, chip.text, self)
        self._quiet.addWidget(tab)
        tab.show()
        tab.clicked.connect(self._clicked)
        tab.installEventFilter(self)
        return tab

    def _add_chip(self, chip: QueueChip) -> FilterChip:
        pill = FilterChip(self._look, chip.text, chip.icon, tone=chip.tone, parent=self)
        self._chips[chip.queue] = pill
        self._loud.addWidget(pill)
        pill.show()
        pill.clicked.connect(self._clicked)
        pill.installEventFilter(self)
        return pill

    def _clicked(self) -> None:
        every: dict[Queue, QAbstractButton] = {**self._tabs, **self._chips}
        for queue, button in every.items():
            if button is self.sender():
                button.setChecked(True)
                self.picked.emit(queue)

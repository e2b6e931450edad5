"""A quiet line under the reception's cards: what presses, and the key that shows it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from counter_app.desktop.presenters.reminding.reminder_counts import CountsView, ReminderCounts
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.fact import Fact
from counter_app.desktop.widgets.basics.facts_line import FactsLine
from counter_app.desktop.widgets.controls.link_key import LinkKey
from counter_app.i18n import tr

_EVERY = 60_000  # milliseconds: deadlines come nearer by themselves


class ReminderLines(QWidget):
    """`opened` asks for the page of reminders."""

    opened = Signal()

    def __init__(
        self,
        look: Look,
        make: Callable[[CountsView], ReminderCounts],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = LinkKey(look, tr("Nhắc việc"), "Ctrl+R")
        self._facts = FactsLine(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(17, 8, 17, 0)
        row.setSpacing(16)
        row.addWidget(self._link, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._facts, 1)
        self.hide()
        self._presenter = make(self)
        self._link.clicked.connect(self.opened)
        self._again = QTimer(self)
        self._again.setInterval(_EVERY)
        self._again.timeout.connect(self._refresh_seen)
        self._again.start()

    def refresh(self) -> None:
        """Count anew."""
        self._presenter.refresh()

    def present(self, facts: tuple[Fact, ...]) -> None:
        """Show the figures; with none the line is gone."""
        self._facts.set_facts(facts)
        self.setVisible(bool(facts))

    def _refresh_seen(self) -> None:
        if (page := self.parentWidget()) is not None and page.isVisible():
            self.refresh()

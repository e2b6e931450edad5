"""The reception as a page of the window: the screen with its presenter."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.drafting.draft import ReceptionDraft
from counter_app.desktop.presenters.reception.page import ReceptionPage
from counter_app.desktop.presenters.reception.state import ReceptionState
from counter_app.desktop.presenters.reminding.reminder_counts import ReminderCounts
from counter_app.desktop.presenters.visitor.visitor_desk import VisitorDesk
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.reception.reception_screen import ReceptionScreen
from counter_app.desktop.screens.reminding.reminder_lines import ReminderLines
from counter_app.desktop.screens.visitor.visitor_overlay import VisitorOverlay
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr


class Reception(ReceptionScreen):
    """A `Page`. `presenter` decides; the screen beneath shows; `seen` hears of each state."""

    _seen: Callable[[ReceptionState, ReceptionDraft], None] | None = None

    def __init__(
        self,
        look: Look,
        desk: Desk,
        doors: ReceptionDoors,
        seen: Callable[[ReceptionState, ReceptionDraft], None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent=parent)
        self.presenter = ReceptionPage(desk, self, doors)
        self._seen = seen
        self.attach(self.presenter)
        self.presenter.begin()
        self.reminders = ReminderLines(look, lambda view: ReminderCounts(desk, view))
        self.reminders.opened.connect(self._remind)
        self.below.addWidget(self.reminders)
        over = VisitorOverlay(look, self)
        self.visitor = VisitorDesk(desk, over, self.presenter, doors.declarations)

    def present(self, state: ReceptionState) -> None:
        """Show a state; the citizen's screen follows it."""
        super().present(state)
        if self._seen is not None:
            self._seen(state, self.presenter.draft)

    def title(self) -> str:
        """Return the page's name."""
        return tr("Tiếp nhận")

    def commands(self) -> Mapping[Command, str]:
        """Return what keys do here now."""
        return {**self.presenter.commands(), **self.visitor.commands()}

    def act(self, command: Command) -> bool:
        """Do a command."""
        return self.visitor.act(command) or self.presenter.act(command)

    def scanned(self, scan: Meaning) -> bool:
        """Take a citizen card, or a code that is asked for."""
        return self.visitor.scanned(scan) or self.presenter.scanned(scan)

    def arrive(self) -> None:
        """Put the keys where they belong."""
        self.visitor.close()
        self.presenter.arrive()
        self.reminders.refresh()
        self.take_focus()

    def escape(self) -> bool:
        """Go one step back."""
        return self.visitor.close() or self.presenter.escape()

    def _remind(self) -> None:
        self.asked.emit(Command.REMINDERS)

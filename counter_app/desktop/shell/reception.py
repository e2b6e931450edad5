"""The reception as a page of the window: the screen with its presenter."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.desk import Desk
from counter_app.desktop.presenters.reception.doors import ReceptionDoors
from counter_app.desktop.presenters.reception.page import ReceptionPage
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.screens.reception.reception_screen import ReceptionScreen
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr


class Reception(ReceptionScreen):
    """A `Page`. `presenter` decides; the screen beneath shows."""

    def __init__(
        self, look: Look, desk: Desk, doors: ReceptionDoors, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent=parent)
        self.presenter = ReceptionPage(desk, self, doors)
        self.attach(self.presenter)
        self.presenter.begin()

    def title(self) -> str:
        """Return the page's name."""
        return tr("Tiếp nhận")

    def commands(self) -> Mapping[Command, str]:
        """Return what keys do here now."""
        return self.presenter.commands()

    def act(self, command: Command) -> bool:
        """Do a command."""
        return self.presenter.act(command)

    def scanned(self, scan: Meaning) -> bool:
        """Take a citizen card."""
        return self.presenter.scanned(scan)

    def arrive(self) -> None:
        """Put the keys where they belong."""
        self.presenter.arrive()
        self.take_focus()

    def escape(self) -> bool:
        """Go one step back."""
        return self.presenter.escape()

"""`VisitorOverlay`: one act for a visitor over the reception page; scans still reach the page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.steps.step_state import StepEvents, StepState
from counter_app.desktop.screens.overlay.overlay import Overlay
from counter_app.desktop.screens.steps.step_panel import StepPanel
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr

WIDTH = 640
_MARGIN = 16


class VisitorOverlay(Overlay):
    """Implements `VisitorView` with the panel of the further steps."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent, name=tr("Việc cho người đến quầy"), width=WIDTH)
        self.panel = StepPanel(look)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.panel)

    def place(self) -> None:
        """Give the panel the height that its blocks need, as far as the page goes."""
        width = min(self._look.px(WIDTH), self._host.width() - 2 * _MARGIN)
        wanted = self.panel.whole_height(width)
        self.panel.setMinimumHeight(min(wanted, self._host.height() - 2 * _MARGIN))
        super().place()

    def serve(self, act: StepEvents) -> None:
        """Belong to `act` from now on."""
        self.panel.serve(act)

    def present(self, state: StepState) -> None:
        """Show the whole state."""
        self.panel.present(state)
        self.setAccessibleName(state.title)
        if self.is_open:
            self.place()

    def focus(self, name: str) -> None:
        """Put the keys where the act wants them."""
        self.panel.focus(name)

    def first_focus(self) -> QWidget:
        """Keys begin in the panel."""
        return self.panel

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Esc closes; digits, arrows and Enter are the panel's."""
        if event.key() == Qt.Key.Key_Escape or not self.panel.press(event):
            super().keyPressEvent(event)
            return
        event.accept()

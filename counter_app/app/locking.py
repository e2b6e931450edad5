"""The locked screen, wired."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from counter_app.services.counter.workplace import Session

if TYPE_CHECKING:
    from counter_app.app.sitting import Sitting
    from counter_app.app.window import OfficersWindow


def lock_screen(program: OfficersWindow, sitting: Sitting, session: Session) -> QWidget:
    """Return the locked screen of `session`."""
    raise NotImplementedError

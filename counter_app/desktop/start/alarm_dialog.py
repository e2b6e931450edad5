"""The one calm dialog about our own bug. A second bug while it is open only changes its words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from counter_app.desktop.start.alarm import AlarmNotice
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.sheet import Sheet
from counter_app.i18n import tr

GO_ON, COPY = "go_on", "copy"


class AlarmDialog(QObject):
    """Connect `Alarm.raised` to `show`. `window` gives what it lies over; None if nothing is."""

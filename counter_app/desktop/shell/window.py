"""The window itself: what is inside changes, its keys, size and end stay the same."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.shell.keys_in_sight import KeysInSight
from counter_app.desktop.shell.shortcuts import Shortcuts
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr

SMALLEST = (1024, 640)
USUAL = (1366, 768)

_OWN = {
    Command.BIGGER: Look.bigger,
    Command.SMALLER: Look.smaller,
    Command.NORMAL: Look.normal,
}


class Window(QWidget):
    """`asked` carries each Command that isn't the window's own; `end_asked` that it be closed."""

    asked = Signal(object)
    end_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.may_close = False
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._inside = QStackedLayout()
        self._whole.addLayout(self._inside, 1)
        self._shortcuts = Shortcuts(self)
        self._shortcuts.pressed.connect(self._pressed)
        self._keys = KeysInSight(self)
        self.setMinimumSize(*SMALLEST)
        self.retitle("")
        look.changed.connect(self.update)

    def put_in(self, widget: QWidget) -> None:
        """Show `widget` inside."""
        # Asked before it gets its parent, which makes Qt forget where the keys were in it.
        keys = widget.focusWidget() or widget
        if self._inside.indexOf(widget) < 0:
            self._inside.addWidget(widget)
        self._inside.setCurrentWidget(widget)
        keys.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_out(self, widget: QWidget) -> None:
        """Forget `widget`."""
        self._inside.removeWidget(widget)
        widget.deleteLater()

    def put_below(self, widget: QWidget) -> None:
        """Show `widget` below whatever is inside, for as long as the window lives."""
        self._whole.addWidget(widget)

    @property
    def inside(self) -> QWidget | None:
        """What is shown inside."""
        return self._inside.currentWidget()

    def retitle(self, title: str) -> None:
        """Name the window after what it shows."""
        name = tr("Quầy một cửa")
        self.setWindowTitle(f"{title} – {name}" if title else name)

    def come_to_front(self) -> None:
        """A second start, or a notice, asks to see the window."""
        if self.isMinimized():
            self.showNormal()
        self._stay_on_a_screen()
        self.show()
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Never wait here: ask for the staged end, and go when it is done."""
        if self.may_close:
            event.accept()
            return
        event.ignore()
        self.end_asked.emit()

    @Slot(object)
    def _pressed(self, command: Command) -> None:
        if command in _OWN:
            _OWN[command](self._look)
        elif command is Command.FULL_SCREEN:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        else:
            self.asked.emit(command)

    def _stay_on_a_screen(self) -> None:
        """Come back when the screen that the window was on was unplugged."""
        screens = [screen.availableGeometry() for screen in QApplication.screens()]
        if screens and not any(each.intersects(self.frameGeometry()) for each in screens):
            self.move(screens[0].topLeft())

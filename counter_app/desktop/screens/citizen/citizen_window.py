"""The window that is turned to the citizen: on a second display, or beside the officer's own.

It never takes the keys: whatever is typed or scanned goes on where it went before.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QRect, QSize, Qt, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent, QScreen, QWindow
from PySide6.QtWidgets import QVBoxLayout, QWidget

from counter_app.desktop.screens.citizen.citizen_screen import CitizenScreen
from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr

_SMALL = QSize(854, 500)
_MARGIN = 24  # between a preview and the edges of the screen


class CitizenWindow(QWidget):
    """`beside` is a widget of the officer's window: the citizen's display is any other one.

    `show_to_citizen` and `go_away` are what the officer asks for; in between, displays may come
    and go: with its display gone the window waits, and comes back with the next one.
    """

    def __init__(self, officers: Look, beside: QWidget) -> None:
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, flags)
        self._beside = beside
        self._wanted = False
        self._was_beyond = False
        self._keys: QWindow | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWindowTitle(tr("Màn hình công dân"))
        self.screen_shown = CitizenScreen(officers)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.screen_shown)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._screen_added)
        application.screenRemoved.connect(self._screen_removed)
        application.focusWindowChanged.connect(self._focus_moved)
        self._focus_moved(application.focusWindow())

    @property
    def is_wanted(self) -> bool:
        """True from F12 to F12, also while there is no display to be on."""
        return self._wanted

    @property
    def is_beyond(self) -> bool:
        """True on a display of its own, False as a preview on the officer's."""
        return self._was_beyond

    def show_to_citizen(self) -> None:
        """Come: full on the other display; without one, small in a corner of this one."""
        self._wanted = True
        other = self._other_screen()
        if other is not None:
            self._fill(other)
        else:
            self._preview()

    def go_away(self) -> None:
        """Go; nothing of it stays on any display."""
        self._wanted = False
        self.hide()

    # What displays do.

    @Slot(QScreen)
    def _screen_added(self, _screen: QScreen) -> None:
        other = self._other_screen()
        if self._wanted and other is not None:
            self._fill(other)

    @Slot(QScreen)
    def _screen_removed(self, gone: QScreen) -> None:
        if not self._wanted or not self._was_beyond:
            return
        other = self._other_screen(gone)
        if other is not None:
            self._fill(other)
        else:
            self.hide()  # it would jump onto the officer's work

    def _other_screen(self, gone: QScreen | None = None) -> QScreen | None:
        """Return a display that the officer doesn't work on."""
        own = self._beside.window().screen()
        screens = [each for each in QGuiApplication.screens() if each not in (own, gone)]
        return screens[0] if screens else None

    def _fill(self, screen: QScreen) -> None:
        self._was_beyond = True
        self.hide()
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=True)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        self.showFullScreen()
        self._give_back()

    def _preview(self) -> None:
        self._was_beyond = False
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint, on=False)
        room = self._beside.window().screen().availableGeometry()
        corner = QRect(room.bottomRight(), _SMALL)
        corner.moveBottomRight(room.bottomRight())
        corner.translate(-_MARGIN, -_MARGIN)
        self.showNormal()
        self.setGeometry(corner.intersected(room))
        self._give_back()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Turn a preview to the whole screen and back: an officer may turn the laptop round."""
        if not self._was_beyond:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 (Qt's name)
        """Its close button is F12."""
        self._wanted = False
        event.accept()

    # The keys are never its own.

    def event(self, event: QEvent) -> bool:
        """Swallow keys that a window system gives it all the same."""
        if event.type() in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            event.accept()
            return True
        return super().event(event)

    @Slot(QWindow)
    def _focus_moved(self, window: QWindow | None) -> None:
        """Remember who has the keys; hand them back if they come here."""
        if window is not None and window is self.windowHandle():
            self._give_back()
        elif window is not None:
            self._keys = window

    def _give_back(self) -> None:
        keys = self._keys
        if keys is None or not shiboken6.isValid(keys):
            return
        if QGuiApplication.focusWindow() is self.windowHandle():
            keys.requestActivate()

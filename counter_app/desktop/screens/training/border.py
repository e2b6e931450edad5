"""The training mode's border: on every window and dialog, over its edges, never in its layout.

Stripes of the training colour run round each window that the program shows, and its title begins
with TẬP HUẤN. Nothing moves by it: what lies below gets every click, and every layout is the
real program's.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.i18n import tr

WIDTH = 6
"""Pixels: all pages and dialogs keep at least 8 free at their edges."""

_STRIPE = 18
_UNMARKED = {Qt.WindowType.Popup, Qt.WindowType.ToolTip}
_NEWS = {
    QEvent.Type.Show,
    QEvent.Type.Resize,
    QEvent.Type.WindowTitleChange,
    QEvent.Type.ChildAdded,
}


def practice_title(title: str) -> str:
    """Return a window's title with the training mode's name before it, once."""
    name = tr("TẬP HUẤN")
    return title if title.startswith(name) else f"{name} – {title}".removesuffix(" – ")


class PracticeBorders(QObject):
    """Marks every window of `application` from now on, those that are there already, too."""

    def __init__(self, look: Look, application: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._marking = False  # marks are children themselves
        application.installEventFilter(self)
        for widget in application.topLevelWidgets():
            if widget.isVisible():
                self._mark(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Mark a window that is shown, and keep its marks when it changes."""
        if self._marking or not isinstance(watched, QWidget):
            return False
        window = watched if event.type() in _NEWS and watched.isWindow() else None
        if event.type() is QEvent.Type.ZOrderChange and not watched.isWindow():
            window = _window_around(watched)  # a card came over the page: not over the border
        if window is not None:
            self._marking = True
            self._mark(window)
            self._marking = False
        return False

    def _mark(self, window: QWidget) -> None:
        if window.windowType() in _UNMARKED:
            return
        edges = window.findChildren(_Edge, options=Qt.FindChildOption.FindDirectChildrenOnly)
        if not edges:
            if not window.isVisible():
                return
            edges = [_Edge(self._look, window, side) for side in _SIDES]
        for each in edges:
            each.place()
        if (title := practice_title(window.windowTitle())) != window.windowTitle():
            window.setWindowTitle(title)


def _window_around(widget: QWidget) -> QWidget | None:
    """Return the window in which `widget` lies directly; None when it lies deeper."""
    parent = widget.parentWidget()
    return parent if parent is not None and parent.isWindow() else None


_SIDES = ("top", "bottom", "left", "right")


class _Edge(QWidget):
    """The stripes along one side."""

    def __init__(self, look: Look, window: QWidget, side: str) -> None:
        super().__init__(window)
        self._look, self._side = look, side
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setProperty("floats", True)  # noqa: FBT003 (Qt takes no name)
        look.changed.connect(self.update)
        self.show()

    def place(self) -> None:
        """Lie along the side, over everything else."""
        around = self.window().rect()
        places = {
            "top": QRect(0, 0, around.width(), WIDTH),
            "bottom": QRect(0, around.height() - WIDTH, around.width(), WIDTH),
            "left": QRect(0, 0, WIDTH, around.height()),
            "right": QRect(around.width() - WIDTH, 0, WIDTH, around.height()),
        }
        if self.geometry() != places[self._side]:
            self.setGeometry(places[self._side])
        self.raise_()

    def paintEvent(self, _: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint stripes that go on round the corners."""
        painter = QPainter(self)
        tokens = self._look.tokens
        painter.fillRect(self.rect(), QColor(tokens.practice))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.on_practice))
        corner = self.pos()
        painter.translate(-corner.x(), -corner.y())
        for stripe in _stripes(self.geometry()):
            painter.drawPolygon(stripe)
        painter.end()


def _stripes(area: QRect) -> list[QPolygonF]:
    """Return the bright diagonal stripes that cross `area`, in the window's own coordinates."""
    first = (area.left() + area.top()) // (2 * _STRIPE) * 2 * _STRIPE
    last = area.right() + area.bottom() + 2 * _STRIPE
    top, bottom = float(area.top()), float(area.bottom() + 1)
    return [
        QPolygonF(
            [
                QPointF(at - top, top),
                QPointF(at + _STRIPE - top, top),
                QPointF(at + _STRIPE - bottom, bottom),
                QPointF(at - bottom, bottom),
            ]
        )
        for at in range(first, last, 2 * _STRIPE)
    ]

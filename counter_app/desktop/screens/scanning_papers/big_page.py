"""`BigPage`: the chosen page in large; scrolls when it is looked at from near."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from counter_app.desktop.screens.scanning_papers.pictures import image_of
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on
from counter_app.desktop.theme.tokens import Tone
from counter_app.i18n import tr
from counter_app.papers.pdfium.preview import PageImage

_EDGE = 2
_LEAST = QSize(180, 160)


class BigPage(QScrollArea):
    """Shows one picture, in the middle of its room. `resized` tells that the room changed."""

    resized = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Sheet(look)
        self.setWidget(self._sheet)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Trang đang chọn"))
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.viewport().setAutoFillBackground(False)
        self._sheet.setAutoFillBackground(False)

    def set_page(self, page: PageImage | None, ratio: float) -> None:
        """Show another page; None shows none."""
        self._sheet.set_page(page, ratio)

    def room(self) -> tuple[int, int]:
        """Return the points that a whole page may take."""
        view = self.maximumViewportSize()
        return max(1, view.width() - 2 * _EDGE), max(1, view.height() - 2 * _EDGE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A whole page has another size now."""
        super().resizeEvent(event)
        self.resized.emit()


class _Sheet(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._page: PageImage | None = None
        self._image: QImage | None = None
        look.changed.connect(self.update)

    def set_page(self, page: PageImage | None, ratio: float) -> None:
        if page is self._page:
            return
        self._page = page
        self._image = image_of(page, 0, ratio) if page is not None else None
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        if self._image is None:
            return QSize(0, 0)
        size = self._image.deviceIndependentSize()
        return QSize(round(size.width()) + 2 * _EDGE, round(size.height()) + 2 * _EDGE)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        if self._image is None:
            return
        painter = painter_on(self)
        size = self._image.deviceIndependentSize()
        left = round((self.width() - size.width()) / 2)
        top = round((self.height() - size.height()) / 2)
        place = QRectF(left, top, size.width(), size.height())
        painter.drawImage(place, self._image)
        painter.setPen(self._look.colour(Tone.TEXT_3))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

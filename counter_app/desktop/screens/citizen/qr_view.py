"""`QrView`: a QR symbol on the screen: black on white in every colour scheme, whole pixels."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import painter_on
from counter_app.papers.qr_mask import rows

_QUIET = 4
"""Modules that stay white on each side (ISO/IEC 18004)."""

_LEAST = 2
"""Device pixels of a module: half a millimetre on an ordinary display, on a small preview."""

_SIDE = 138  # px at 100 %: the most it takes


class QrView(QWidget):
    """As big as its text allows in whole pixels; its side is given by the look."""

    def __init__(self, look: Look, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._text = ""
        self._rows: list[str] = []
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def set_text(self, text: str) -> None:
        """Show the symbol of `text`."""
        if text != self._text:
            self._text, self._rows = text, rows(text) if text else []
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return a side in which every module has the same whole number of pixels."""
        ratio = self.devicePixelRatioF()
        modules = len(self._rows) + 2 * _QUIET
        each = max(_LEAST, int(self._look.px(_SIDE) * ratio // modules))
        side = -(-modules * each // ratio)
        return QSize(int(side), int(side))

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the modules, sharp."""
        painter = painter_on(self)
        painter.setRenderHint(painter.RenderHint.Antialiasing, on=False)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        ratio = self.devicePixelRatioF()
        modules = len(self._rows) + 2 * _QUIET
        each = int(self.width() * ratio // modules) / ratio
        start = (self.width() - len(self._rows) * each) / 2
        start = round(start * ratio) / ratio
        for down, row in enumerate(self._rows):
            for across, module in enumerate(row):
                if module == "1":
                    at = QRectF(start + across * each, start + down * each, each, each)
                    painter.fillRect(at, Qt.GlobalColor.black)
        painter.end()

"""The page of Shift+F9: the paper as it will lie in the tray, dot for dot."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from counter_app.desktop.commands import Command
from counter_app.desktop.presenters.preview.preview import (
    PreviewPresenter,
    PreviewState,
    PreviewView,
)
from counter_app.desktop.scanning.meaning import Meaning
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.theme.type_scale import Type
from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.primary_button import PrimaryButton
from counter_app.desktop.widgets.controls.quiet_button import QuietButton
from counter_app.i18n import tr
from counter_app.papers.pdfium.preview import PageImage

_GAP = 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PreviewPage(QWidget):
    """Shows a `PreviewState`; `make` gives it its presenter, which needs it as its view."""

    def __init__(
        self,
        look: Look,
        make: Callable[[PreviewView], PreviewPresenter],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Line(look, "", Type.NAME, wrap=True)
        self._count = Line(look, "", Type.BODY, Tone.TEXT_2)
        self._zoom = Line(look, "", Type.BODY, Tone.TEXT_2, digits=True)
        self._smaller = QuietButton(look, tr("Nhỏ hơn"), "minus", "-")
        self._bigger = QuietButton(look, tr("Lớn hơn"), "plus", "+")
        self._whole = QuietButton(look, tr("Cả trang"), "paper", "0")
        self._back = QuietButton(look, tr("Quay lại"), "chevron-left", "Esc")
        self._print = PrimaryButton(look, "", "print", "Enter")
        self._pages = _Pages(look)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self._pages)
        self._scroll.setWidgetResizable(True)
        self._scroll.setAccessibleName(tr("Các trang giấy"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.installEventFilter(self)
        self._lay_out()
        self.presenter = make(self)
        self._smaller.clicked.connect(self.presenter.smaller)
        self._bigger.clicked.connect(self.presenter.bigger)
        self._whole.clicked.connect(self.presenter.whole)
        self._back.clicked.connect(self.presenter.leave)
        self._print.clicked.connect(self.presenter.print)

    def present(self, state: PreviewState) -> None:
        """Show `state`."""
        self._title.set_text(state.title)
        self._count.set_text(state.count)
        self._zoom.set_text(state.zoom)
        self._whole.setEnabled(not state.whole)
        self._print.setText(state.print_words)
        self._print.setVisible(bool(state.print_words))
        self._pages.set_pages(state.pages, self.ratio())

    def room(self) -> tuple[int, int]:
        """Return the points that a page may take, the same whether scroll bars show or not."""
        view = self._scroll.maximumViewportSize()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        return max(1, view.width() - bar - 2 * _GAP), max(1, view.height() - 2 * _GAP)

    def ratio(self) -> float:
        """Return the screen's dots to a point."""
        return self.devicePixelRatioF()

    def title(self) -> str:
        """Return the page's name."""
        return tr("Xem trước")

    def commands(self) -> Mapping[Command, str]:
        """Return the keys that act here."""
        return {Command.RECEIVE: tr("In"), Command.BIGGER: tr("Lớn hơn")}

    def act(self, command: Command) -> bool:
        """F9 prints here too: the hand is there already."""
        acts: dict[Command, Callable[[], object]] = {
            Command.RECEIVE: self.presenter.print,
            Command.BIGGER: self.presenter.bigger,
            Command.SMALLER: self.presenter.smaller,
            Command.NORMAL: self.presenter.whole,
        }
        found = acts.get(command)
        if found is None:
            return False
        found()
        return True

    def scanned(self, scan: Meaning) -> bool:
        """Leave scans to the window."""
        del scan
        return False

    def arrive(self) -> None:
        """The pages have the keys: arrows and Page keys scroll."""
        self._scroll.setFocus()
        self.presenter.resized()

    def escape(self) -> bool:
        """Go back without printing."""
        self.presenter.leave()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Take Enter, +, − and 0 before the pages scroll by them."""
        del watched
        return isinstance(event, QKeyEvent) and (
            event.type() is QEvent.Type.KeyPress and self._taken(event)
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Take the same keys from everywhere on the page."""
        if not self._taken(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """A whole page has another size now."""
        super().resizeEvent(event)
        if self.isVisible():
            self.presenter.resized()

    def _taken(self, event: QKeyEvent) -> bool:
        plain = not event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if not plain:
            return False
        if event.key() in _ENTER:
            if not event.isAutoRepeat():
                self.presenter.print()
            return True
        acts: dict[str, Callable[[], None]] = {
            "+": self.presenter.bigger,
            "=": self.presenter.bigger,
            "-": self.presenter.smaller,
            "0": self.presenter.whole,
        }
        found = acts.get(event.text())
        if found is not None:
            found()
        return found is not None

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(_GAP)
        head.addWidget(self._title, 1)
        for widget in (self._count, self._zoom, self._smaller, self._bigger, self._whole):
            head.addWidget(widget)
        foot = QHBoxLayout()
        foot.setSpacing(_GAP)
        foot.addWidget(self._back)
        foot.addStretch(1)
        foot.addWidget(self._print)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(_GAP)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(foot)


class _Pages(QWidget):
    """The pages under each other, on the ground of the window."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[PageImage, ...] = ()
        self._images: list[QImage] = []
        look.changed.connect(self.update)

    def set_pages(self, pages: tuple[PageImage, ...], ratio: float) -> None:
        """Show other pages."""
        if pages == self._shown:
            return
        self._shown = pages
        self._images = []
        for page in pages:
            image = QImage(
                page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32
            )
            image.setDevicePixelRatio(ratio)
            self._images.append(image)
        size = self.sizeHint()
        self.setMinimumSize(size)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Return the size of all pages with their margins."""
        sizes = [image.deviceIndependentSize() for image in self._images]
        width = max((size.width() for size in sizes), default=0.0)
        height = sum(size.height() + _GAP for size in sizes)
        return QSize(round(width) + 2 * _GAP, round(height) + _GAP)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the pages: white paper in every colour scheme, as it will be."""
        painter = QPainter(self)
        top = float(_GAP)
        for image in self._images:
            size = image.deviceIndependentSize()
            left = round((self.width() - size.width()) / 2)
            painter.drawImage(QRectF(left, top, size.width(), size.height()), image)
            painter.setPen(self._look.colour(Tone.TEXT_3))
            painter.drawRect(QRectF(left - 1, top - 1, size.width() + 1, size.height() + 1))
            top += size.height() + _GAP
        painter.end()

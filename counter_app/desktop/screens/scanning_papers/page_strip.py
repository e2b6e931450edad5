"""`PageStrip`: the pages below each other, small, the chosen one ringed."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from counter_app.desktop.presenters.scanning_papers.page_state import THUMBNAIL, Thumb
from counter_app.desktop.screens.scanning_papers.pictures import image_of
from counter_app.desktop.theme.look import Look
from counter_app.desktop.theme.painting import RING, box, draw_text, text_width
from counter_app.desktop.theme.type_scale import MEDIUM, Type
from counter_app.i18n import tr

_IMAGE_ROLE = 258
_ROOT = QModelIndex()
_PADDING = 8
Index = QModelIndex | QPersistentModelIndex


class _Pages(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.thumbs: tuple[Thumb, ...] = ()
        self.images: list[QImage] = []

    def set_thumbs(self, thumbs: tuple[Thumb, ...], ratio: float) -> None:
        known = {(id(thumb.image), thumb.turn): image for thumb, image in self._pairs()}
        self.beginResetModel()
        self.thumbs = thumbs
        self.images = [
            known.get((id(thumb.image), thumb.turn)) or image_of(thumb.image, thumb.turn, ratio)
            for thumb in thumbs
        ]
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802 (Qt's name)
        return 0 if parent.isValid() else len(self.thumbs)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            return tr("Trang {page}").format(page=self.thumbs[index.row()].words)
        return self.images[index.row()] if role == _IMAGE_ROLE else None

    def _pairs(self) -> zip[tuple[Thumb, QImage]]:
        return zip(self.thumbs, self.images, strict=True)


class PageStrip(QListView):
    """Never has focus: the page's own keys choose. `picked` tells a click."""

    picked = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(look, self))
        self.setAccessibleName(tr("Các trang"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.clicked.connect(self._clicked)
        look.changed.connect(self.restyle)
        self.restyle()

    def set_thumbs(self, thumbs: tuple[Thumb, ...], chosen: int) -> None:
        """Show pages; the chosen one comes into sight."""
        if thumbs != self._pages.thumbs:
            self._pages.set_thumbs(thumbs, self.devicePixelRatioF())
        index = self._pages.index(chosen)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.viewport().update()

    def number(self, place: int) -> str:
        """Return the words below a page."""
        return self._pages.thumbs[place].words

    def restyle(self) -> None:
        """Take the width from the look."""
        self.setFixedWidth(THUMBNAIL[0] + 2 * _PADDING + 14)
        self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Paint the ground, then the pages."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(self._look.tokens.card))
        painter.end()
        super().paintEvent(event)

    def _clicked(self, index: QModelIndex) -> None:
        self.picked.emit(index.row())


class _Delegate(QStyledItemDelegate):
    def __init__(self, look: Look, view: PageStrip) -> None:
        super().__init__(view)
        self._look, self._view = look, view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802
        words = self._look.line(Type.CAPTION)
        return QSize(THUMBNAIL[0] + 2 * _PADDING, THUMBNAIL[1] + 2 * _PADDING + words)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens = self._look.tokens
        rect = QRectF(option.rect)
        image: QImage = index.data(_IMAGE_ROLE)
        is_chosen = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if is_chosen:
            cell = rect.adjusted(2, 2, -2, -2)
            box(painter, cell, 6, tokens.soft, tokens.accent, width=RING)
        size = image.deviceIndependentSize()
        scale = min(1.0, THUMBNAIL[0] / size.width(), THUMBNAIL[1] / size.height())
        across, down = size.width() * scale, size.height() * scale
        left = rect.left() + (rect.width() - across) / 2
        top = rect.top() + _PADDING + (THUMBNAIL[1] - down) / 2
        place = QRectF(round(left), round(top), round(across), round(down))
        painter.drawImage(place, image)
        painter.setPen(QColor(tokens.control_line))
        painter.drawRect(place.adjusted(-0.5, -0.5, 0.5, 0.5))
        number = self._view.number(index.row())
        font = self._look.font(Type.CAPTION, MEDIUM, digits=True)
        line = self._look.line(Type.CAPTION)
        words = QRectF(rect.left(), rect.bottom() - line - 4, rect.width(), line)
        words.setLeft(rect.left() + (rect.width() - text_width(number, font)) / 2)
        draw_text(painter, words, number, font, tokens.text_2)
        painter.restore()

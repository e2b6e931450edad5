"""What is computed on every picture: clipping, overlap, contrast of rendered text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QScrollArea, QWidget

from counter_app.desktop.widgets.basics.line import Line
from counter_app.desktop.widgets.controls.primary_button import RESERVED, PrimaryButton
from tests.gallery.contrast import LEAST_TEXT, contrast

TOLERANCE = 1
"""Logical pixels that rounding may cost."""


def faults(top: QWidget, image: QImage, wanted: QSize | None) -> list[str]:
    """Return a sentence for everything that is cut, lies over something else, or is too faint."""
    found = list(_too_big(top, wanted))
    for widget in _shown(top):
        found += _cut(widget)
        found += _outside(widget, top)
        found += _too_wide(widget)
        found += _overlaps(widget)
        found += _faint(widget, top, image)
    return found


def _too_big(top: QWidget, wanted: QSize | None) -> Iterator[str]:
    if wanted is None:
        return
    size = top.size()
    if size.width() > wanted.width() or size.height() > wanted.height():
        yield (
            f"{_name(top)} needs {size.width()}×{size.height()}, "
            f"the screen gives {wanted.width()}×{wanted.height()}"
        )


def _cut(widget: QWidget) -> Iterator[str]:
    """Text that has less room than it needs."""
    if isinstance(widget, QAbstractScrollArea) or not _speaks(widget):
        return
    least = widget.minimumSizeHint()
    if isinstance(widget, Line) and widget.wordWrap():
        least = QSize(least.width(), widget.heightForWidth(widget.width()))
    if widget.width() < least.width() - TOLERANCE:
        yield f"{_name(widget)} is {widget.width()} wide and needs {least.width()}"
    if widget.height() < least.height() - TOLERANCE:
        yield f"{_name(widget)} is {widget.height()} high and needs {least.height()}"


def _outside(widget: QWidget, top: QWidget) -> Iterator[str]:
    """A child that its parent cuts off. What scrolls may be bigger than its window."""
    parent = widget.parentWidget()
    if widget is top or parent is None or widget.isWindow() or widget.property("floats"):
        return
    if isinstance(parent, QAbstractScrollArea) or isinstance(
        parent.parentWidget(), QAbstractScrollArea
    ):
        return
    room = parent.rect().adjusted(-TOLERANCE, -TOLERANCE, TOLERANCE, TOLERANCE)
    if not room.contains(_ink(widget)):
        yield f"{_name(widget)} lies outside {_name(parent)}"


def _too_wide(widget: QWidget) -> Iterator[str]:
    """Content that would scroll sideways, where nobody can."""
    if not isinstance(widget, QScrollArea) or widget.widget() is None:
        return
    if widget.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        spare = widget.widget().width() - widget.viewport().width()
        if spare > TOLERANCE:
            yield f"the content of {_name(widget)} is {spare} too wide"


def _overlaps(widget: QWidget) -> Iterator[str]:
    """Siblings that lie over one another."""
    if isinstance(widget, QAbstractScrollArea):
        return
    children = [
        child
        for child in widget.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not child.property("floats")
    ]
    for one, other in combinations(children, 2):
        common = _ink(one).intersected(_ink(other))
        if common.width() > TOLERANCE and common.height() > TOLERANCE:
            yield f"{_name(one)} and {_name(other)} overlap by {common.width()}×{common.height()}"


def _faint(widget: QWidget, top: QWidget, image: QImage) -> Iterator[str]:
    """Text whose most distinct pixel is too near to its ground."""
    if not (isinstance(widget, QLabel | QAbstractButton) and widget.text().strip()):
        return
    ratio = image.devicePixelRatio()
    at = widget.mapTo(top, QPoint(0, 0))
    area = QRect(at, widget.size()).intersected(top.rect())
    if _covered(widget, top):
        return
    visible = widget.visibleRegion().boundingRect().size()
    if visible.height() < widget.height() or visible.width() < widget.width():
        return
    device = QRect(
        round(area.x() * ratio),
        round(area.y() * ratio),
        round(area.width() * ratio),
        round(area.height() * ratio),
    )
    seen = _colours(image.copy(device))
    if not seen:
        return
    ground = _written(max(seen)[1])
    if any(contrast(_written(colour), ground) >= LEAST_TEXT for _, colour in seen):
        return
    best = max(contrast(_written(colour), ground) for _, colour in seen)
    yield f"{_name(widget)} has a contrast of {best:.1f} on {ground}"


def _covered(widget: QWidget, top: QWidget) -> bool:
    """Return whether something lies over the widget: under a veil nothing is meant to be read."""
    seen = top.childAt(widget.mapTo(top, widget.rect().center()))
    return seen is not None and seen is not widget and not widget.isAncestorOf(seen)


def _colours(image: QImage) -> list[tuple[int, tuple[int, int, int]]]:
    """Return how often each colour occurs, and the colour as red, green, blue."""
    if image.isNull():
        return []
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    size = (image.width(), image.height())
    pixels = Image.frombuffer(
        "RGB", size, bytes(image.constBits()), "raw", "BGRX", image.bytesPerLine(), 1
    )
    found = pixels.getcolors(size[0] * size[1])
    assert found is not None
    return found  # type: ignore[return-value]


def _written(colour: tuple[int, int, int]) -> str:
    return "#{:02X}{:02X}{:02X}".format(*colour)


def _shown(top: QWidget) -> Iterator[QWidget]:
    yield top
    for widget in top.findChildren(QWidget):
        if widget.isVisible():
            yield widget


def _speaks(widget: QWidget) -> bool:
    """Return whether the widget shows words of its own."""
    if isinstance(widget, QLabel | QAbstractButton):
        return bool(widget.text()) or isinstance(widget, QAbstractButton)
    return type(widget).__name__ in {"KeyCaps", "ColumnHeads", "InputFrame"}


def _ink(widget: QWidget) -> QRect:
    """Return where a widget paints: a primary button keeps a margin free for its ring."""
    rect = widget.geometry()
    if isinstance(widget, PrimaryButton):
        return rect.adjusted(RESERVED, RESERVED, -RESERVED, -RESERVED)
    return rect


def _name(widget: QWidget) -> str:
    words = ""
    if isinstance(widget, QLabel | QAbstractButton):
        words = widget.text()
    words = words or widget.accessibleName()
    return f"{type(widget).__name__} “{words[:40]}”" if words else type(widget).__name__

"""A page's pixels as Qt paints them."""

from __future__ import annotations

from PySide6.QtGui import QImage, QTransform

from counter_app.papers.pdfium.preview import PageImage


def image_of(page: PageImage, turn: int, ratio: float) -> QImage:
    """Return the picture, turned clockwise by quarters, for a screen of `ratio` dots a point."""
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    # Either way it gets pixels of its own: the page's may go.
    image = image.transformed(QTransform().rotate(90 * turn)) if turn else image.copy()
    image.setDevicePixelRatio(ratio)
    return image

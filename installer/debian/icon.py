"""The icons of program and training in the sizes that desktops ask for, each from its one SVG."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

RESOURCES = Path(__file__).parents[2] / "resources"
DRAWINGS = {
    "counter-app": RESOURCES / "icon.svg",
    "counter-app-training": RESOURCES / "training/icon.svg",
}
"""Name of a desktop entry and of its icon → the drawing."""

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def picture(drawing: Path, size: int) -> bytes:
    """Return the drawing as PNG, `size` pixels square."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return content.data()

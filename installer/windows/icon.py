"""The program's icons for Windows, from the drawings that the window itself uses."""

from __future__ import annotations

import io
import os
from pathlib import Path

DRAWING = Path(__file__).parent.parent.parent / "resources" / "icon.svg"
PRACTICE_DRAWING = DRAWING.parent / "training" / "icon.svg"
"""The training mode has its own, in another colour: nobody takes one for the other."""

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Edges in dots: title bar to the large start menu, at 100 to 250 %."""


def write_icon(target: Path, drawing: Path = DRAWING) -> None:
    """Render `drawing` in every size, each for itself, into one .ico file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(drawing))
    if not renderer.isValid():
        raise ValueError(f"{drawing.name} is no drawing")
    pictures = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
        pictures.append(Image.open(io.BytesIO(bytes(buffer.data().data()))))
    pictures[-1].save(
        target, format="ICO", sizes=[(size, size) for size in SIZES], append_images=pictures[:-1]
    )

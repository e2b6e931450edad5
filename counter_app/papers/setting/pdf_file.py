"""A PDF file to draw on: the same bytes for the same content, and one text set at a time."""

from __future__ import annotations

import math
import threading
from typing import IO, TYPE_CHECKING

from counter_app.papers.setting.typist import POINTS

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

setting_text = threading.Lock()
"""Held while text is drawn and a file is closed: reportlab's faces hold one reading position each,
and two threads must not subset at once. A long file is drawn page by page, to let others in."""


def new_canvas(file: IO[bytes], width: float, height: float, subject: str) -> Canvas:
    """Return a canvas of pages of `width` by `height` millimetres, written to `file` when saved."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # text encoding of binary streams: a quarter more bytes, 8 ms a file
    size = (_down(width * POINTS), _down(height * POINTS))
    canvas: Canvas = Canvas(file, pagesize=size, pageCompression=1, invariant=1, lang="vi-VN")
    canvas.setViewerPreference("PrintScaling", "None")
    canvas.setSubject(subject)
    canvas.setCreator("counter-app")
    return canvas


def set_page_size(canvas: Canvas, width: float, height: float) -> None:
    """Make the page at hand, and those that follow, `width` by `height` millimetres."""
    canvas.setPageSize((_down(width * POINTS), _down(height * POINTS)))


def _down(points: float) -> float:
    """Round down to what the file keeps: renderers round pixels up and would stretch the page."""
    return math.floor(points * 10_000) / 10_000

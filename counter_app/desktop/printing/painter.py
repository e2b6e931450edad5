"""Pages through Qt's printer, for systems that take no PDF (Windows): grey strips laid down in mm.

Resolution and size of the page come from the printer and the paper, never from a screen, so that a
display's scaling (125 %, 150 %) has nothing to say. Every call into Qt keeps Python's other threads
waiting, the window's too: so the page goes down in strips of some milliseconds each.
"""

from __future__ import annotations

import math

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from counter_app.domain.errors.printing import PrinterGoneError, SpoolerError
from counter_app.papers.pdfium.strips import strips
from counter_app.services.printing.print_room import PaintOrder

FINEST = 600
"""Dots per inch of the pixels at most: bars of 0.375 mm and letters of 8 pt stay sharp."""

MM_PER_INCH = 25.4
_UNIT = QPageSize.Unit.Millimeter


def paint(order: PaintOrder) -> None:
    """Print `order`, in any thread (Qt allows painting on a QPrinter outside of the window's).

    Returns when the pages are with the system, which proves nothing yet. Raises PrinterGoneError,
    SpoolerError, PreviewError.
    """
    info = QPrinterInfo.printerInfo(order.printer)
    if info.isNull():
        raise PrinterGoneError(printer=order.printer, title=order.title)
    printer = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    printer.setDocName(order.title)
    printer.setCopyCount(order.copies)
    _lay_out(printer, order)
    painter = QPainter()
    if not painter.begin(printer):
        raise SpoolerError(printer=order.printer, title=order.title, reason="QPainter")
    try:
        # Begun, a driver may have put its own paper in place of the one asked for.
        _lay_out(printer, order)
        _fill(printer, painter, order)
    except BaseException:
        printer.abort()  # half a page must not come out
        raise
    finally:
        painter.end()


def _fill(printer: QPrinter, painter: QPainter, order: PaintOrder) -> None:
    resolution = printer.resolution()
    # A whole number of the printer's dots to a pixel: no seams between strips.
    step = math.ceil(resolution / FINEST)
    x, y = (round(move * resolution / MM_PER_INCH) for move in (order.right, order.down))
    page = 0
    for strip in strips(order.pdf, resolution / step):
        if strip.page != page:
            page = strip.page
            if not printer.newPage():
                raise SpoolerError(printer=order.printer, title=order.title, reason="newPage")
        image = QImage(
            strip.pixels, strip.width, strip.height, strip.stride, QImage.Format.Format_Grayscale8
        )
        place = QRect(x, y + strip.top * step, strip.width * step, strip.height * step)
        painter.drawImage(place, image)


def _lay_out(printer: QPrinter, order: PaintOrder) -> None:
    upright = QSizeF(*sorted((order.width, order.height)))
    lying = order.width > order.height
    layout = QPageLayout(
        QPageSize(upright, _UNIT, "", QPageSize.SizeMatchPolicy.FuzzyMatch),
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait,
        QMarginsF(0, 0, 0, 0),
        QPageLayout.Unit.Millimeter,
    )
    layout.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(layout)
    printer.setFullPage(True)

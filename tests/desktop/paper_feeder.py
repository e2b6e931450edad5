"""A scanner double: sheets lie in its feeder, and it gives one after the other."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

from counter_app.domain.errors import CounterError
from counter_app.domain.errors.scanning import NoScannerError
from counter_app.services.dossiers.scanning import (
    Abilities,
    Feed,
    Ink,
    ScannedImage,
    Scanner,
    ScanOrder,
)

DPI = 75


def sheet(number: int = 1) -> bytes:
    """A sheet with lines and its number, as scanners give pages."""
    image = Image.new("RGB", (620, 877), (242, 240, 236))
    draw = ImageDraw.Draw(image)
    draw.text((280, 30), f"{number}", fill=(20, 20, 24), font_size=28)
    for down in range(90, 800, 22):
        draw.line((60, down, 560 - (down * 7) % 160, down), fill=(50, 50, 56), width=4)
    out = io.BytesIO()
    image.save(out, "PPM")
    return out.getvalue()


class PaperFeeder:
    """Gives `sheets`; then fails with `fault`, if there is one."""

    def __init__(self, sheets: Sequence[bytes] = (), fault: CounterError | None = None) -> None:
        self.sheets = list(sheets)
        self.fault = fault
        self.is_there = True
        self.orders: list[ScanOrder] = []
        self.cancelled = 0
        self.share = 0.45

    def scanners(self) -> tuple[Scanner, ...]:
        """Return one scanner."""
        return (Scanner("epson2:usb", "Epson DS-530"),) if self.is_there else ()

    def abilities(self, name: str) -> Abilities:
        """Return what it can do."""
        return Abilities(tuple(Ink), (Feed.GLASS, Feed.FEEDER))

    def begin(self, order: ScanOrder) -> PaperFeeder:
        """Begin to scan."""
        if not order.scanner:
            raise NoScannerError(scanner="")
        self.orders.append(order)
        return self

    def next_page(self) -> ScannedImage | None:
        """Return the next sheet."""
        if self.sheets:
            return ScannedImage(self.sheets.pop(0), DPI)
        if self.fault is not None:
            raise self.fault
        return None

    def progress(self) -> float:
        """Return a share that stands."""
        return self.share

    def cancel(self) -> None:
        """Count it."""
        self.cancelled += 1

"""Kiểm tra máy quét mã: each step, and the faults that it names."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.scanner_check.samples import SHOWN_BARS, SHOWN_QR
from counter_app.desktop.presenters.scanner_check.scanner_check import ScannerCheckPresenter
from counter_app.desktop.scanning.profile import ScannerProfile
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen
from counter_app.desktop.theme.look import Look
from tests.gallery.frame import at
from tests.gallery.scenes import scene

GOOD = (
    RawScan(SHOWN_QR, "keyboard", 700.0, (), at(9, 14), SHOWN_QR, 3.0, 9.0, "\r"),
    RawScan(SHOWN_BARS, "keyboard", 60.0, (), at(9, 15), SHOWN_BARS, 3.0, 9.0, "\r"),
)
HOOKED = RawScan(SHOWN_QR[:90], "keyboard", 900.0, (Damage.IME_KEYS,), at(9, 14), "", 4.0, 12.0)


class _Profiles:
    def get(self, name: str) -> ScannerProfile | None:
        del name
        return None

    def put(self, profile: ScannerProfile) -> None:
        """Keep nothing."""


def _check(look: Look) -> tuple[ScannerCheckScreen, ScannerCheckPresenter]:
    screen = ScannerCheckScreen(look)
    presenter = ScannerCheckPresenter(screen, _Profiles(), at(9, 14).date, lambda _: None)
    screen.decide_by(presenter)
    return screen, presenter


@scene("kiem-tra-may-quet-qr")
def qr(look: Look) -> QWidget:
    """The first symbol waits."""
    return _check(look)[0]


@scene("kiem-tra-may-quet-loi")
def hooked(look: Look) -> QWidget:
    """An input method changed what came, and no Enter followed."""
    screen, presenter = _check(look)
    presenter.take(HOOKED)
    return screen


@scene("kiem-tra-may-quet-vach")
def bars(look: Look) -> QWidget:
    """The second symbol."""
    screen, presenter = _check(look)
    presenter.take(GOOD[0])
    return screen


@scene("kiem-tra-may-quet-tot")
def fine(look: Look) -> QWidget:
    """All came as it should."""
    screen, presenter = _check(look)
    for scan in GOOD:
        presenter.take(scan)
    return screen


@scene("kiem-tra-may-quet-ket-qua-loi")
def faulty(look: Look) -> QWidget:
    """The end, with faults, and a prefix that can't be one."""
    screen, presenter = _check(look)
    presenter.take(HOOKED)
    presenter.go_on()
    presenter.take(GOOD[1])
    presenter.set_prefix("a")
    return screen


@scene("kiem-tra-may-quet-khong-thay")
def silent(look: Look) -> QWidget:
    """Nothing came at all."""
    screen, presenter = _check(look)
    presenter.go_on()
    presenter.go_on()
    return screen

"""The page shows symbols that software reads, and passes everything on."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.scanner_check.samples import SHOWN_BARS, SHOWN_QR
from counter_app.desktop.presenters.scanner_check.scanner_check import ScannerCheckPresenter
from counter_app.desktop.scanning.profile import ScannerProfile
from counter_app.desktop.scanning.raw_scan import Damage, RawScan
from counter_app.desktop.screens.scanner_check.scanner_check import ScannerCheckScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.cards.warn_box import WarnBox
from counter_app.domain.dates import VIETNAM

AT = datetime(2026, 11, 20, 9, 14, tzinfo=VIETNAM)
GOOD = RawScan(SHOWN_QR, "keyboard", 700.0, (), AT, SHOWN_QR, 3.0, 9.0, "\r")
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


class Profiles:
    def __init__(self) -> None:
        self.kept: list[ScannerProfile] = []

    def get(self, name: str) -> ScannerProfile | None:
        return None

    def put(self, profile: ScannerProfile) -> None:
        self.kept.append(profile)


def read(screen: ScannerCheckScreen) -> list[str]:
    image = screen.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    width = image.bytesPerLine()
    picture = Image.frombytes("L", (width, image.height()), bytes(image.constBits()))
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_from_symbol_to_profile(qtbot: QtBot) -> None:
    screen = ScannerCheckScreen(Look())
    qtbot.addWidget(screen)
    screen.resize(1150, 640)
    profiles = Profiles()
    presenter = ScannerCheckPresenter(screen, profiles, AT.date, lambda _: None)
    screen.decide_by(presenter)
    screen.show()
    assert read(screen) == [SHOWN_QR]
    presenter.take(replace(GOOD, damage=(Damage.IME_KEYS,)))
    assert len(screen.findChildren(WarnBox)) == 1
    QTest.keyClick(screen, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.findChildren(WarnBox))
    assert read(screen) == [SHOWN_BARS]
    presenter.take(replace(GOOD, text=SHOWN_BARS))
    assert read(screen) == []
    assert not [label for label in screen.findChildren(QLabel) if label.pixmap().width() > 200]
    assert profiles.kept == []
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert len(profiles.kept) == 1
    QTest.keyClick(screen, Qt.Key.Key_Return)
    assert len(profiles.kept) == 1

"""The status bar of log-in and lock."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from counter_app.desktop.presenters.status.status import StatusPresenter
from counter_app.desktop.screens.login.foot_bar import FootBar
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.bars.net_chip import NetChip
from counter_app.desktop.widgets.bars.status_item import StatusItem
from counter_app.sync.state import Chip, SyncState
from tests.made import NOON


def test_it_says_how_line_and_scanner_stand(qtbot: QtBot, look: Look) -> None:
    bar = FootBar(look)
    qtbot.addWidget(bar)
    bar.show()
    net, scanner = bar.findChild(NetChip), bar.findChild(StatusItem)
    assert not net.isVisible()
    assert not scanner.isVisible()
    status = StatusPresenter(bar)
    status.line(SyncState(Chip.OFFLINE, 3, to_send=3), NOON)
    status.scanner("COM3")
    bar.set_place("Trung tâm PVHCC phường Mẫu · Quầy 2")
    assert net.text() == "Mất mạng · 3 chờ gửi"
    assert scanner.text() == "Máy quét COM3"
    assert net.isVisible()
    assert scanner.isVisible()

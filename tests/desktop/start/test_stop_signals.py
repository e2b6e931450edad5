"""SIGTERM and Ctrl-C reach an idle window."""

from __future__ import annotations

import os
import signal

import pytest
from pytestqt.qtbot import QtBot

from counter_app.desktop.start.stop_signals import StopSignals

pytestmark = pytest.mark.real_time


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_asks_the_window_to_end(qtbot: QtBot, number: signal.Signals) -> None:
    before = signal.getsignal(number)
    signals = StopSignals()
    signals.install()
    try:
        with qtbot.waitSignal(signals.asked, timeout=30_000):
            os.kill(os.getpid(), number)
    finally:
        signals.remove()
    assert signal.getsignal(number) is before

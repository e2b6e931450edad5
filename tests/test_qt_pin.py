"""PySide6 6.12.0 loses a reference per void call on Python 3.11 and aborts: the pin must hold."""

from __future__ import annotations

import subprocess
import sys

MANY_CALLS = """
import sys
from PySide6.QtCore import QObject, Signal, qVersion
class Sender(QObject):
    sent = Signal(object)
sender = Sender()
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range(20_000):
    sender.sent.emit(number)
    sender.setObjectName("x")
    sender.blockSignals(False)
after = sys.getrefcount(None), sys.getrefcount(True)
print(qVersion(), max(abs(a - b) for a, b in zip(before, after)))
"""


def test_void_calls_keep_their_references() -> None:
    done = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    version, drift = done.stdout.split()
    assert version.startswith("6.11.")
    assert int(drift) < 1000

"""Waiting for what an officer waits for: something on the screen, never a number of seconds."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop, QTimer

LOOK_EVERY = 4  # milliseconds
PATIENCE = 60.0  # seconds: only a journey that goes wrong waits so long


def until(
    condition: Callable[[], object],
    what: str,
    seconds: float = PATIENCE,
    shown: Callable[[], str] = lambda: "",
) -> None:
    """Let the window work until `condition` holds; say `what` was missing, and what was `shown`."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain: {what}. {shown()}".strip())
        breathe()


def breathe(milliseconds: int = LOOK_EVERY) -> None:
    """Let the event loop of the window run for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()

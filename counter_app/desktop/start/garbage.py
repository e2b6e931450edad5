"""Python's collector runs in the window's thread only.

It would else run in whichever thread allocates next. A ring of objects with a widget in it, a
closed dialog for instance, would then be destroyed in a pool thread, and Qt aborts.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EACH_MS = 1_000


class Garbage(QObject):
    """Collects by the interpreter's own thresholds, but here. `stop` gives it back."""

    def __init__(self, parent: QObject | None = None, each_ms: int = EACH_MS) -> None:
        super().__init__(parent)
        self._was_on = False
        self._timer = QTimer(self)
        self._timer.setInterval(each_ms)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Take the collector over. What is loaded by now lives as long as the program."""
        gc.collect()
        gc.freeze()
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start()

    def stop(self) -> None:
        """Let the interpreter collect again."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    @Slot()
    def _look(self) -> None:
        """Collect the oldest generation that is due; a younger one goes with it."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

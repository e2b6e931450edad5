r"""Prints from a real Qt program and tells how it went: one process per display scaling.

    python -m tests.desktop.printing.child \
        '{"server": …, "queue": …, "out": …, "papers": [[route, pdf, title], …]}'

Route "pdf" hands the file over; "qt" paints it on a QPrinter, as on Windows.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QLabel

from counter_app.desktop.printing.painter import paint
from counter_app.desktop.printing.printers import Printers
from counter_app.devices.spooler_cups import CupsSpooler
from counter_app.services.printing.outcome import PrintOutcome
from counter_app.services.printing.print_room import PrintRoom
from counter_app.services.printing.profiles import PrintProfile
from counter_app.services.printing.receipt_paper import Document

BEAT_MS = 5


class PaintedSpooler(CupsSpooler):
    """CUPS as if it took no PDF: pages come through Qt, jobs are found by their name."""

    @property
    def takes_pdf(self) -> bool:
        """Say no."""
        return False


class Run(QObject):
    """Prints one paper after the other and measures how long the window stood still."""

    def __init__(self, told: dict[str, object], application: QApplication) -> None:
        super().__init__()
        self._told = told
        self._application = application
        self._papers = list(told["papers"])  # type: ignore[call-overload]
        server, queue, out = str(told["server"]), str(told["queue"]), Path(str(told["out"]))
        profile = PrintProfile(printer=queue)
        self._printers = {
            route: Printers(
                PrintRoom(spooler, lambda form: profile, out, paint, time.monotonic),
                self._alarm,
                profile,
                self,
            )
            for route, spooler in (("pdf", CupsSpooler(server)), ("qt", PaintedSpooler(server)))
        }
        self.outcomes: list[list[str]] = []
        self.stall = 0.0
        self._beat = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._beats)
        self._timer.start(BEAT_MS)
        self._next()

    def _alarm(self, error: BaseException) -> None:
        self.outcomes.append(["alarm", repr(error)])

    @Slot()
    def _beats(self) -> None:
        now = time.perf_counter()
        self.stall = max(self.stall, (now - self._beat) * 1000 - BEAT_MS)
        self._beat = now

    def _next(self) -> None:
        if not self._papers:
            self._application.quit()
            return
        route, pdf, title = self._papers.pop(0)
        document = Document("receipt", "TT03-2025", Path(pdf).read_bytes(), 2)
        self._began = time.perf_counter()
        self._printers[route].print(document, title, self._ended)

    def _ended(self, outcome: PrintOutcome) -> None:
        seconds = time.perf_counter() - self._began
        self.outcomes.append([outcome.kind.value, outcome.words, f"{seconds:.2f}"])
        self._next()


def main() -> None:
    """Run, and print what happened as JSON."""
    application = QApplication(sys.argv[:1])
    window = QLabel("In")
    window.resize(400, 300)
    window.show()
    run = Run(json.loads(sys.argv[1]), application)
    application.exec()
    ratio = window.devicePixelRatioF()
    print(json.dumps({"outcomes": run.outcomes, "stall": run.stall, "ratio": ratio}))


if __name__ == "__main__":
    main()

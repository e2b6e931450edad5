"""`Printing` over the lane: papers go out at once, outcomes come home to the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.desktop.printing.lane import LOOK_SECONDS, Alarm, Ended, Lane, Room, Standing
from counter_app.papers.documents import Layout
from counter_app.services.printing.outcome import PrinterLine, PrintOutcome
from counter_app.services.printing.profiles import PrintProfile, profile_of
from counter_app.services.printing.receipt_paper import Document

Done = Callable[[PrintOutcome], None]


class Printers(QObject):
    """The printers of this counter. Make, use and `close` it in the window's thread.

    `line_changed` carries a PrinterLine when it is another than before; `closed` comes when every
    paper that was asked for before `close` is with the print service. `first` stands in for every
    profile until they were read, a moment later.
    """

    line_changed = Signal(object)
    closed = Signal()
    _came = Signal(object)

    def __init__(
        self,
        room: Room,
        alarm: Alarm,
        first: PrintProfile,
        parent: QObject | None = None,
        look_seconds: float = LOOK_SECONDS,
    ) -> None:
        super().__init__(parent)
        self._first = first
        self._line = PrinterLine()
        self._profiles: Mapping[str, PrintProfile] = {}
        self._waiting: dict[int, Done] = {}
        self._last = 0
        self._closing = False
        self._came.connect(self._come_home, Qt.ConnectionType.QueuedConnection)
        self._lane = Lane(room, self._send_home, alarm, look_seconds)
        self._lane.start()

    def print(self, document: Document, title: str, done: Done) -> None:
        """Send `document` to the printer of its form; see `desktop.printing.outcome.Printing`."""
        if self._closing:
            return
        self._last += 1
        self._waiting[self._last] = done
        self._lane.send(self._last, document, title)

    def is_silent(self, form: str) -> bool:
        """Tell whether papers of `form` go to the printer without a preview."""
        return self._profile(form).silent

    def layout(self, form: str) -> Layout:
        """Return the layout that papers of `form` are to be made in."""
        return self._profile(form).layout

    def printer_line(self) -> PrinterLine:
        """Return what was last seen of the receipts' printer."""
        return self._line

    def refresh(self) -> None:
        """Look at the printer and the profiles again: one of them was changed."""
        self._lane.look()

    def close(self) -> None:
        """Take nothing new and deliver nothing more; return at once. `closed` comes later."""
        if not self._closing:
            self._closing = True
            self._lane.stop()

    def _profile(self, form: str) -> PrintProfile:
        return self._profiles.get(profile_of(form), self._first)

    def _send_home(self, news: Ended | Standing | None) -> None:
        with suppress(RuntimeError):  # the window is gone already
            self._came.emit(news)

    @Slot(object)
    def _come_home(self, news: Ended | Standing | None) -> None:
        if news is None:
            self.closed.emit()
        elif self._closing:
            return
        elif isinstance(news, Standing):
            self._profiles = news.profiles
            if news.line != self._line:
                self._line = news.line
                self.line_changed.emit(news.line)
        else:
            self._waiting.pop(news.number)(news.outcome)
            if news.outcome.error is not None or self._line.fault:  # one of both is old news
                self._lane.look()

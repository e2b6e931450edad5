"""The booklet of posting sheets: which fields, where to, how far it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from counter_app.desktop.desk import Desk
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.posting import BookletStoppedError
from counter_app.i18n import several, tr
from counter_app.services.posting.booklet import (
    booklet_contents,
    fields,
    save_booklet,
)
from counter_app.wording.sentences import sentence


@dataclass(frozen=True, slots=True)
class BookletState:
    """What the sheet shows. While `working`, `share` says how far it is."""

    working: bool = False
    share: float = 0.0
    words: str = ""
    error: str = ""


class BookletView(Protocol):
    """What the presenter asks of the sheet."""

    def present(self, state: BookletState) -> None:
        """Show the whole state."""

    def ask_file(self, proposed: Path) -> None:
        """Ask where the file goes."""

    def made(self) -> None:
        """Close: the file is written."""


class Booklet:
    """Decides. Both threads look at `_stopped` and `_share`; one of them writes each."""

    def __init__(self, desk: Desk, view: BookletView) -> None:
        self._desk, self._view = desk, view
        self._field = ""
        self._working = self._stopped = False
        self._share = 0.0

    def fields(self) -> tuple[str, ...]:
        """Return the fields that may be asked for."""
        return fields(self._desk.workplace)

    def ask(self, field: str) -> None:
        """Take a field, "" for all, and ask where the booklet goes."""
        if not self._working:
            self._field = field
            self._view.ask_file(Path("tap-niem-yet.pdf"))

    def make(self, file: Path) -> None:
        """Make it, behind the window."""
        place, session, fonts = self._desk.workplace, self._desk.session, self._desk.fonts
        self._working, self._stopped, self._share = True, False, 0.0
        self._view.present(self._state())
        told: Callable[[int, int], None] = self._tell

        def work() -> int:
            contents = booklet_contents(place, self._field)
            save_booklet(place, session, contents, fonts, file, told, lambda: self._stopped)
            return len(contents)

        def done(count: int) -> None:
            self._working = False
            said = several("Đã ghi tập niêm yết của {n} thủ tục.", count).format(n=count)
            self._desk.notify(Notice(said, file.name, NoticeKind.OK, "book"))
            self._desk.nudge()
            if not self._stopped:  # else the sheet was left in the last moment
                self._view.made()

        def failed(error: CounterError) -> None:
            self._working = False
            if not (self._stopped or isinstance(error, BookletStoppedError)):
                self._view.present(BookletState(error=sentence(error)))

        self._desk.jobs.run(work, done, failed)

    def tick(self) -> None:
        """Time goes by: say how far it is."""
        if self._working:
            self._view.present(self._state())

    def stop(self) -> None:
        """Leave the work; nothing is written."""
        self._stopped = True

    def _tell(self, done: int, whole: int) -> None:
        self._share = done / whole if whole else 1.0

    def _state(self) -> BookletState:
        return BookletState(working=True, share=self._share, words=tr("Đang lập tập niêm yết…"))

"""The page of the data's state: read in the background, shown whole, with three acts.

F5 tries to send at once, a copy goes to a drive that was plugged in, Enter opens a row's dossier.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notice, Notify, of_error
from counter_app.desktop.presenters.data_state.banner import (
    BannerPart,
    banner_of,
    clock_banner,
    confirmed_banner,
    wrong_day_banner,
)
from counter_app.desktop.presenters.data_state.notes import notes_of
from counter_app.desktop.presenters.data_state.page_state import (
    Copied,
    CopyPlace,
    DataPageState,
    DataPageView,
    PlaceChoice,
)
from counter_app.desktop.presenters.data_state.shown import facts_of, rows_of, size_words
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.dates import vietnam_time
from counter_app.domain.errors import CounterError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.money import grouped
from counter_app.i18n import tr
from counter_app.services.counter.data_state import DataState
from counter_app.sync.clock import RED, YELLOW
from counter_app.wording.data_state import restored_words

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

WRONG_DAY = timedelta(days=1)
"""From so far on the machine's day is surely another one than the server's."""

_TOUCHING = frozenset({Subject.DOSSIERS, Subject.SENDING, Subject.NUMBERS})


@dataclass(frozen=True, slots=True)
class DataActs:
    """What the page can have done, and where it reads.

    `read` reads the store. `send_again` lets go what rests or was set aside, in the store too;
    `try_now` then wakes the sync, whatever it was waiting for. `places` lists
    drives for a copy; `copy` writes a checked copy to a file. `counter` names it in the copy's
    file name. `open_dossier` takes a uid, `open_answer` that of an act that the server didn't take;
    `open_deletions` shows what it took away, too much at once. `replace` opens the page that takes
    this machine out of service; None for who may not.
    """

    read: Callable[[], DataState]
    send_again: Callable[[], int]
    try_now: Callable[[], None]
    places: Callable[[], Sequence[CopyPlace]]
    copy: Callable[[Path], Copied]
    open_dossier: Callable[[str], None]
    open_answer: Callable[[str], None]
    open_deletions: Callable[[], None]
    notify: Notify
    now: Callable[[], datetime]
    counter: str
    replace: Callable[[], None] | None = None


class DataPagePresenter:
    """Keeps what the page shows; asks for it anew when something was written or acknowledged."""

    def __init__(self, view: DataPageView, jobs: Jobs, acts: DataActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._data: DataState | None = None
        self._line: SyncState | None = None
        self._tried_at: datetime | None = None
        self._copying = False
        self._reading = False
        self._again = False
        self._visible = False
        self._shown: DataPageState | None = None

    def arrive(self) -> None:
        """The page is shown."""
        self._visible = True
        self._show()
        self.refresh()

    def leave(self) -> None:
        """The page is hidden: nothing is read for it any more."""
        self._visible = False

    def refresh(self) -> None:
        """Read anew. While that is under way one more reading follows, however often asked."""
        if self._reading:
            self._again = True
            return
        self._reading, self._again = True, False
        self._jobs.run(self._acts.read, self._read, self._failed)

    def line(self, state: SyncState) -> None:
        """Take how the wire stands; the queue has probably changed with it."""
        is_news = state != self._line
        self._line = state
        if not is_news:  # another try in vain: only the moment of the next one is new
            self.tick()
            return
        self._tried_at = None
        if self._visible:
            self._show()
            self.refresh()

    def tick(self) -> None:
        """A second has passed: the time to the next try runs down, and nothing else is made."""
        if self._visible and self._shown is not None:
            banner = banner_of(self._line, self._acts.now(), self._tried_at)
            self._present(replace(self._shown, banner=banner))

    def changed(self, change: Changed) -> None:
        """Take that something was written."""
        if self._visible and change.subjects & _TOUCHING:
            self.refresh()

    def try_now(self) -> None:
        """Send at once: F5."""
        self._tried_at = self._acts.now()
        self._show()
        self._jobs.run(self._acts.send_again, self._let_go, self._not_let_go)

    def open(self, row: int) -> bool:
        """Open what `row` needs: the server's answer, or its dossier; False when it has neither."""
        rows = self._shown.rows if self._shown is not None else ()
        if not 0 <= row < len(rows):
            return False
        wanted = rows[row]
        if wanted.decides:
            self._acts.open_deletions()
        elif wanted.answer is not None:
            self._acts.open_answer(wanted.answer)
        elif wanted.dossier is not None:
            self._acts.open_dossier(wanted.dossier)
        return wanted.opens

    def replace(self) -> None:
        """Open the page that takes this machine out of service (thay máy)."""
        if self._acts.replace is not None:
            self._acts.replace()

    def ask_copy(self) -> None:
        """Begin a copy: look for drives, then ask which one."""
        if not self._copying:
            self._jobs.run(self._acts.places, self._ask_place)

    def copy_to(self, folder: Path) -> None:
        """Write the copy into `folder`; what it is called says whose it is and when it was made."""
        if self._copying:
            return
        self._copying = True
        self._show()
        at = vietnam_time(self._acts.now())
        path = folder / f"quay-{self._acts.counter}-{at:%Y%m%d-%H%M}.db"
        self._jobs.run(lambda: self._acts.copy(path), self._copied, self._not_copied)

    def _let_go(self, _: int) -> None:
        self._acts.try_now()
        self.refresh()

    def _not_let_go(self, error: CounterError) -> None:
        self._acts.notify(of_error(error))
        self._acts.try_now()

    def _read(self, data: DataState) -> None:
        self._data = data
        self._reading = False
        self._show()
        if self._again:
            self.refresh()

    def _failed(self, error: CounterError) -> None:
        self._reading = self._again = False
        self._acts.notify(of_error(error))

    def _ask_place(self, places: Sequence[CopyPlace]) -> None:
        choices = tuple(
            PlaceChoice(
                place.folder,
                tr("{drive} · còn trống {size}").format(
                    drive=place.name, size=size_words(place.free)
                ),
            )
            for place in places
        )
        sentence = tr("Bản sao được kiểm tra sau khi chép và vẫn mã hóa như trên máy này.")
        if not choices:
            sentence = tr("Chưa thấy ổ USB nào. Cắm ổ rồi thử lại, hoặc chọn một thư mục.")
        self._view.ask_place(sentence, choices)

    def _copied(self, report: Copied) -> None:
        self._copying = False
        self._show()
        self._acts.notify(
            Notice(
                tr("Đã chép dự phòng {count} mục, {size}.").format(
                    count=grouped(report.entries), size=size_words(report.size)
                ),
                tr("Đã kiểm tra: {path}").format(path=report.path),
            )
        )
        self.refresh()

    def _not_copied(self, error: CounterError) -> None:
        self._copying = False
        self._show()
        self._acts.notify(of_error(error))

    def _show(self) -> None:
        self._present(self._page(self._acts.now()))

    def _present(self, state: DataPageState) -> None:
        if state != self._shown:
            self._shown = state
            self._view.present(state)

    def _page(self, now: datetime) -> DataPageState:
        line, data = self._line, self._data
        rows = () if data is None else rows_of(data, now)
        return DataPageState(
            banner=banner_of(line, now, self._tried_at),
            warning=self._restored() or self._clock(),
            facts=facts_of(data, now),
            rows=rows,
            empty="" if rows or data is None else tr("Không có việc nào chờ gửi."),
            copying=self._copying,
            copy_words=tr("Đang chép…") if self._copying else tr("Chép dự phòng ra USB"),
            notes=notes_of(data, line),
            may_replace=self._acts.replace is not None,
        )

    def _restored(self) -> BannerPart | None:
        """Return what is said of data that were set back, until the server was asked."""
        why = self._data.restored if self._data is not None else ""
        return BannerPart("database", Edge.WARN, *restored_words(why)) if why else None

    def _clock(self) -> BannerPart | None:
        """Return what is said of a clock that is off, by the newest measure of it."""
        if self._data is not None and self._data.clock.quality is ClockQuality.CONFIRMED:
            return confirmed_banner()
        difference = self._data.clock.offset if self._data is not None else None
        if self._line is not None and self._line.offset is not None:
            difference = self._line.offset.difference
        if difference is None or abs(difference) <= YELLOW:
            return None
        if abs(difference) >= WRONG_DAY:
            return wrong_day_banner()
        return clock_banner(difference, ask=abs(difference) > RED)

"""Thay máy on the old machine: send what can be sent, write the stick, stop, write the rest.

The stick comes first: nothing is stopped before everything lies on it. While the line is up and
things are going out, the page waits for them; without a line the stick carries them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.jobs import Jobs
from counter_app.desktop.notice import Notify, of_error
from counter_app.desktop.presenters.data_state.page_state import CopyPlace, PlaceChoice
from counter_app.desktop.presenters.data_state.shown import size_words
from counter_app.desktop.presenters.replacing.replace_state import ReplaceState, ReplaceView
from counter_app.desktop.presenters.replacing.replace_words import (
    banner_of,
    facts_of,
    left_behind,
    next_steps,
)
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.work import WrongDeviceNumberError
from counter_app.domain.money import grouped
from counter_app.domain.text import clean
from counter_app.i18n import several, tr
from counter_app.services.leaving.replacing import Replaceable
from counter_app.wording.sentences import halves

if TYPE_CHECKING:
    from counter_app.sync.state import SyncState

_WRITTEN = Changed(frozenset({Subject.SENDING, Subject.NUMBERS}))


@dataclass(frozen=True, slots=True)
class ReplaceActs:
    """What the page can have done.

    `read` reads how the machine stands; `places` lists drives; `carry` writes the stick in a folder
    and returns how many acts it holds; `stop` takes the typed number and returns how many numbers
    are void. `send_again` and `try_now` send at once. `tell` says that something was written.
    """

    read: Callable[[], Replaceable]
    places: Callable[[], Sequence[CopyPlace]]
    carry: Callable[[Path], int]
    stop: Callable[[str], int]
    send_again: Callable[[], int]
    try_now: Callable[[], None]
    tell: Callable[[Changed], None]
    notify: Notify


class ReplacePresenter:
    """Keeps which stick was written, and what it holds."""

    def __init__(self, view: ReplaceView, jobs: Jobs, acts: ReplaceActs) -> None:
        self._view = view
        self._jobs = jobs
        self._acts = acts
        self._found: Replaceable | None = None
        self._line: SyncState | None = None
        self._folder: Path | None = None
        self._on_stick = 0
        self._typed = self._number_problem = self._stick_problem = ""
        self._was_asked = False  # whether what stays behind may stay there
        self._busy = ""  # what is under way, "" for nothing
        self._shown: ReplaceState | None = None

    def arrive(self) -> None:
        """The page is shown: read how the machine stands, and send what can be sent."""
        self._show()
        self.refresh()
        self.send()

    def refresh(self) -> None:
        """Read anew."""
        self._jobs.run(self._acts.read, self._read, self._failed)

    def send(self) -> None:
        """Send at once: F5."""
        self._jobs.run(self._acts.send_again, lambda _: self._acts.try_now(), self._failed)

    def line(self, state: SyncState) -> None:
        """Take how the wire stands; what waits has probably changed with it."""
        is_news = state != self._line
        self._line = state
        if is_news and self._found is not None:
            self.refresh()

    def typed(self, text: str) -> None:
        """Take the number as it is typed by hand."""
        self._typed, self._number_problem, self._was_asked = clean(text), "", False
        self._show()

    def ask_stick(self) -> None:
        """Look for drives, then ask which one; a stick that was chosen is written again."""
        if self._busy:
            return
        self._jobs.run(self._acts.places, self._ask, self._failed)

    def write_to(self, folder: Path) -> None:
        """Write to the stick at `folder` what it lacks."""
        if self._busy:
            return
        self._folder, self._stick_problem = folder, ""
        self._begin(tr("Đang ghi ra ổ…"))
        self._jobs.run(lambda: self._acts.carry(folder), self._carried, self._not_carried)

    def stop(self) -> bool:
        """Put the machine out of service, for good: F9. False when that can't be done now.

        What would stay behind is asked about first; the same key again says yes.
        """
        found = self._found
        if found is None or self._why_not():
            return False
        if self._typed != found.device:
            self._say_number(WrongDeviceNumberError(device=found.device))
            return True
        if not self._was_asked and (question := left_behind(found)):
            self._was_asked, self._number_problem = True, question
            self._show()
            return True
        typed = self._typed
        self._begin(tr("Đang ngừng dùng máy…"))
        self._jobs.run(lambda: self._acts.stop(typed), self._stopped, self._not_stopped)
        return True

    # --- answers ---------------------------------------------------------------------------------

    def _read(self, found: Replaceable) -> None:
        self._found = found
        self._show()

    def _failed(self, error: CounterError) -> None:
        self._acts.notify(of_error(error))

    def _ask(self, places: Sequence[CopyPlace]) -> None:
        choices = tuple(
            PlaceChoice(
                place.folder,
                tr("{drive} · còn trống {size}").format(
                    drive=place.name, size=size_words(place.free)
                ),
            )
            for place in places
        )
        sentence = tr("Mọi việc của máy này được ghi ra ổ, niêm phong bằng khóa của tỉnh.")
        if not choices:
            sentence = tr("Chưa thấy ổ USB nào. Cắm ổ rồi thử lại, hoặc chọn một thư mục.")
        self._view.ask_place(sentence, choices)

    def _carried(self, count: int) -> None:
        self._busy, self._on_stick = "", count
        self._show()
        self.refresh()
        if self._found is not None and not self._found.done:
            self._view.focus_number()

    def _not_carried(self, error: CounterError) -> None:
        self._busy, self._on_stick = "", 0
        self._stick_problem = " ".join(halves(error))
        self._show()
        self.refresh()

    def _stopped(self, _: int) -> None:
        self._busy, self._typed = "", ""
        self._acts.tell(_WRITTEN)
        self.refresh()
        if self._folder is not None:
            self.write_to(self._folder)  # the void numbers are acts, too

    def _not_stopped(self, error: CounterError) -> None:
        self._busy = ""
        self._say_number(error)

    def _say_number(self, error: CounterError) -> None:
        self._number_problem = " ".join(halves(error))
        self._show()
        self._view.focus_number()

    # --- showing ---------------------------------------------------------------------------------

    def _begin(self, words: str) -> None:
        self._busy = words
        self._show()

    def _why_not(self) -> str:
        """Return why the machine can't be stopped now; "" when it can."""
        if self._found is None or self._found.done:
            return tr("Máy này đã ngừng dùng.") if self._found else tr("Đang xem dữ liệu.")
        if self._busy:
            return self._busy
        if not self._on_stick:
            return tr("Ghi mọi việc ra ổ USB trước.")
        if not self._typed:
            return tr("Gõ số máy vào ô trên.")
        if self._found.waiting and self._is_sending():
            return several("Đang gửi nốt {n} việc; chờ gửi xong.", self._found.waiting).format(
                n=grouped(self._found.waiting)
            )
        return ""

    def _is_sending(self) -> bool:
        return self._line is not None and self._line.chip.value == "sending"

    def _stick(self) -> str:
        if not self._on_stick or self._folder is None:
            return ""
        words = several("Đã ghi đủ {n} việc ra {path}.", self._on_stick)
        return words.format(n=grouped(self._on_stick), path=self._folder)

    def _show(self) -> None:
        found = self._found
        done = found is not None and found.done
        write = tr("Ghi lại ra ổ USB…") if done or self._on_stick else tr("Ghi ra ổ USB…")
        why_not = self._why_not()
        state = ReplaceState(
            banner=banner_of(found),
            facts=facts_of(found) if found else (),
            stick=self._stick(),
            stick_problem=self._stick_problem,
            write=self._busy or write,
            may_write=not self._busy,
            number_label=""
            if found is None or done
            else tr("Gõ số máy {device} để xác nhận").format(device=found.device),
            number_problem=self._number_problem,
            may_stop=not why_not,
            why_not="" if done or found is None else why_not,
            next=next_steps(found.device) if found is not None and done else (),
        )
        if state != self._shown:
            self._shown = state
            self._view.present(state)

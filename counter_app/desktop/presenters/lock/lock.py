"""The counter is locked: its officer goes on with a password, another one takes over with F4.

Nothing is asked of the server and nothing is lost: the session and the drafts stay as they were.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.desktop.jobs import Jobs
from counter_app.desktop.presenters.clock_words import date_words, time_words
from counter_app.desktop.presenters.lock.state import LockState, LockView
from counter_app.desktop.presenters.login.slowed import Slowed
from counter_app.desktop.presenters.login.words import refusal
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import SlowedDownError
from counter_app.i18n import tr

if TYPE_CHECKING:
    from counter_app.services.counter.workplace import Session

Unlock = Callable[["Session", str], "Session"]


@dataclass(frozen=True, slots=True)
class Locked:
    """Why and when the counter was locked, and what lies unfinished.

    `by_hand` False: it locked itself after a time without keys. `drafts` are the officer's drafts;
    `is_saved` False when the disk refused the last one, which then only the program still holds.
    """

    session: Session
    counter: str
    at: datetime
    by_hand: bool = True
    drafts: int = 0
    is_saved: bool = True
    centre: str = ""


@dataclass(frozen=True, slots=True)
class Doors:
    """What the lock needs of the program. `unlocked` gets the session, `switch` opens log-in."""

    now: Callable[[], datetime]
    unlock: Unlock
    unlocked: Callable[[Session], None]
    switch: Callable[[], None]


class LockPresenter:
    """Decides, for one locking."""

    def __init__(self, view: LockView, jobs: Jobs, doors: Doors, locked: Locked) -> None:
        self._view = view
        self._jobs = jobs
        self._doors = doors
        self._locked = locked
        self._problem = ""
        self._is_asking = False
        self._slowed: Slowed | None = None

    def start(self) -> None:
        """Show who is expected, with the keys in an empty password."""
        self._view.forget_password()
        self._show()
        self._view.focus_password()

    def enter(self, password: str) -> None:
        """Unlock (Enter)."""
        if self._is_asking:
            return
        self._problem = "" if password else tr("Gõ mật khẩu rồi nhấn Enter.")
        if self._problem or self._wait():
            self._view.focus_password()
        else:
            self._is_asking = True
            unlock, session = self._doors.unlock, self._locked.session
            self._jobs.run(lambda: unlock(session, password), self._open, self._refuse)
        self._show()

    def edited(self) -> None:
        """The password is typed anew: what was wrong with the old one is over."""
        if self._problem:
            self._problem = ""
            self._show()

    def switch(self) -> None:
        """Let another officer log in (F4)."""
        if not self._is_asking:
            self._problem = ""
            self._view.forget_password()
            self._doors.switch()

    def tick(self) -> None:
        """A second has passed."""
        self._show()

    def _open(self, session: Session) -> None:
        self._is_asking = False
        self._view.forget_password()
        self._doors.unlocked(session)

    def _refuse(self, error: CounterError) -> None:
        self._is_asking = False
        if isinstance(error, SlowedDownError):
            self._slowed = Slowed(error, self._doors.now())
        else:
            self._problem = refusal(error)
        self._show()
        self._view.focus_password()

    def _wait(self) -> str:
        officer = self._locked.session.officer.id
        return self._slowed.words(officer, self._doors.now()) if self._slowed else ""

    def _show(self) -> None:
        now = self._doors.now()
        officer = self._locked.session.officer
        wait = self._wait()
        self._view.present(
            LockState(
                clock=time_words(now),
                date=date_words(now),
                title=officer.name,
                subtitle=_joined(officer.title or tr("Cán bộ tiếp nhận"), self._locked.counter),
                problem=wait or self._problem,
                enter=tr("Đang kiểm tra mật khẩu…") if self._is_asking else tr("Mở khóa"),
                may_enter=not self._is_asking and not wait,
                other=tr("Cán bộ khác đăng nhập"),
                note=_note(self._locked),
                note_icon="note" if self._locked.drafts else "lock",
                place=_joined(self._locked.centre, self._locked.counter),
            )
        )


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _note(locked: Locked) -> str:
    """Return since when it is locked, and that what lies unfinished is safe."""
    when = tr("Đã khóa lúc {time}.") if locked.by_hand else tr("Máy tự khóa lúc {time}.")
    when = when.format(time=time_words(locked.at))
    if not locked.drafts:
        return when
    if not locked.is_saved:
        rest = tr("Bản nháp đang làm dở chưa ghi được xuống đĩa: mở khóa trước khi tắt máy.")
    elif locked.drafts == 1:
        rest = tr("Một bản nháp đang làm dở đã lưu, mở khóa là tiếp tục.")
    else:
        rest = tr("{count} bản nháp đang làm dở đã lưu, mở khóa là tiếp tục.").format(
            count=locked.drafts
        )
    return f"{when} {rest}"

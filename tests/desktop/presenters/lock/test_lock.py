"""The locked counter: going on, being refused, letting another officer in."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from counter_app.desktop.presenters.lock.lock import Doors, Locked, LockPresenter
from counter_app.desktop.presenters.lock.state import LockState
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.session import OfflineOverError, SlowedDownError, WrongPasswordError
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.workplace import Session
from tests.desktop.now_jobs import NowJobs

AT = datetime(2025, 7, 1, 9, 31, tzinfo=VIETNAM)
SESSION = Session(Officer("cb-01", "Phạm Thị Ví", "Cán bộ tiếp nhận"), "online")


class Screen:
    def __init__(self, *, by_hand: bool = False, drafts: int = 1, is_saved: bool = True) -> None:
        self.now = AT
        self.states: list[LockState] = []
        self.focused = self.forgotten = self.switched = 0
        self.unlocked: list[Session] = []
        self.tried: list[str] = []
        self.error: CounterError | None = None
        self.jobs = NowJobs()
        doors = Doors(lambda: self.now, self.unlock, self.unlocked.append, self.switch)
        at = AT - timedelta(minutes=2)
        locked = Locked(SESSION, "Quầy 2", at, by_hand, drafts, is_saved)
        self.presenter = LockPresenter(self, self.jobs, doors, locked)
        self.presenter.start()

    def present(self, state: LockState) -> None:
        self.states.append(state)

    def focus_password(self) -> None:
        self.focused += 1

    def forget_password(self) -> None:
        self.forgotten += 1

    def unlock(self, session: Session, password: str) -> Session:
        self.tried.append(password)
        if self.error is not None:
            raise self.error
        return session

    def switch(self) -> None:
        self.switched += 1

    @property
    def state(self) -> LockState:
        return self.states[-1]


def test_it_says_who_since_when_and_that_nothing_is_lost() -> None:
    state = Screen().state
    assert (state.clock, state.date) == ("09:31", "Thứ Ba 01/07/2025")
    assert (state.title, state.subtitle) == ("Phạm Thị Ví", "Cán bộ tiếp nhận · Quầy 2")
    assert state.note == (
        "Máy tự khóa lúc 09:29. Một bản nháp đang làm dở đã lưu, mở khóa là tiếp tục."
    )
    assert (state.enter, state.other) == ("Mở khóa", "Cán bộ khác đăng nhập")


@pytest.mark.parametrize(
    ("screen", "note"),
    [
        (Screen(by_hand=True, drafts=0), "Đã khóa lúc 09:29."),
        (Screen(drafts=3), "3 bản nháp đang làm dở đã lưu"),
        (Screen(is_saved=False), "mở khóa trước khi tắt máy"),
    ],
)
def test_the_note_fits_what_lies_unfinished(screen: Screen, note: str) -> None:
    assert note in screen.state.note


def test_the_right_password_goes_on_with_the_same_session() -> None:
    screen = Screen()
    screen.jobs.hold()
    screen.presenter.enter("bí mật")
    screen.presenter.enter("bí mật")
    screen.presenter.switch()
    assert (len(screen.jobs.held), screen.switched) == (1, 0)
    assert not screen.state.may_enter
    screen.jobs.release()
    assert screen.unlocked == [SESSION]
    assert screen.forgotten == 2
    assert not any("bí mật" in str(state) for state in screen.states)


def test_nothing_typed_asks_nobody() -> None:
    screen = Screen()
    screen.presenter.enter("")
    assert screen.state.problem == "Gõ mật khẩu rồi nhấn Enter."
    assert screen.tried == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (WrongPasswordError(officer="cb-01", misses=1), "Mật khẩu chưa đúng."),
        (OfflineOverError(officer="cb-01", until="09:00 01/06/2025"), "09:00 01/06/2025"),
    ],
)
def test_a_refusal_has_words_until_it_is_typed_anew(error: CounterError, words: str) -> None:
    screen = Screen()
    screen.error = error
    screen.presenter.enter("sai")
    assert words in screen.state.problem
    assert screen.focused == 2
    screen.presenter.edited()
    assert screen.state.problem == ""
    shown = len(screen.states)
    screen.presenter.edited()
    assert len(screen.states) == shown


def test_the_wait_is_counted_down() -> None:
    screen = Screen()
    screen.error = SlowedDownError(officer="cb-01", misses=7, seconds=10)
    screen.presenter.enter("sai")
    screen.presenter.enter("sai")
    assert len(screen.tried) == 1
    screen.now += timedelta(seconds=4)
    screen.presenter.tick()
    assert "6 giây" in screen.state.problem
    assert not screen.state.may_enter
    screen.now += timedelta(seconds=6)
    screen.presenter.tick()
    assert screen.state.may_enter


def test_another_officer_may_take_over() -> None:
    screen = Screen()
    screen.error = WrongPasswordError(officer="cb-01", misses=1)
    screen.presenter.enter("sai")
    screen.presenter.switch()
    assert screen.switched == 1
    screen.presenter.start()
    assert screen.state.problem == ""

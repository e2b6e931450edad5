"""Thay máy on the old machine: the stick first, then the number by hand, then what to do next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.desktop.changed import Changed
from counter_app.desktop.notice import Notice
from counter_app.desktop.presenters.data_state.page_state import CopyPlace, PlaceChoice
from counter_app.desktop.presenters.replacing.replace_page import ReplaceActs, ReplacePresenter
from counter_app.desktop.presenters.replacing.replace_state import ReplaceState
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.stick import (
    StickFullError,
    StickGoneError,
    StickIsThisDiskError,
    StickLockedError,
    StickNotWrittenError,
)
from counter_app.domain.errors.work import NotPermittedError, ReplaceNotNowError
from counter_app.services.leaving.replacing import Replaceable
from counter_app.sync.state import Chip, SyncState
from tests.desktop.now_jobs import NowJobs

STICK = Path("/media/usb")
FOUND = Replaceable("00217", "Hộ tịch", 12, 1, 3, 184, done=False)


class Page:
    """A view, and a counter that does as it is told."""

    def __init__(self, found: Replaceable = FOUND) -> None:
        self.found = found
        self.states: list[ReplaceState] = []
        self.asked: list[tuple[str, tuple[PlaceChoice, ...]]] = []
        self.written: list[Path] = []
        self.stopped: list[str] = []
        self.told: list[Changed] = []
        self.notices: list[Notice] = []
        self.tries = self.focused = 0
        self.drives: tuple[CopyPlace, ...] = (CopyPlace(STICK, "KINGSTON", 2 * 10**9),)
        self.error: CounterError | None = None
        self.jobs = NowJobs()
        acts = ReplaceActs(
            self.read,
            lambda: self.drives,
            self.carry,
            self.stop,
            lambda: 0,
            self.try_now,
            self.told.append,
            self.notices.append,
        )
        self.presenter = ReplacePresenter(self, self.jobs, acts)

    def present(self, state: ReplaceState) -> None:
        self.states.append(state)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        self.asked.append((sentence, places))

    def focus_number(self) -> None:
        self.focused += 1

    def read(self) -> Replaceable:
        return self.found

    def carry(self, folder: Path) -> int:
        if self.error is not None:
            raise self.error
        self.written.append(folder)
        return 4_310

    def stop(self, typed: str) -> int:
        if self.error is not None:
            raise self.error
        self.stopped.append(typed)
        self.found = replace(self.found, numbers=0, done=True)
        return 184

    def try_now(self) -> None:
        self.tries += 1

    @property
    def state(self) -> ReplaceState:
        return self.states[-1]


@pytest.fixture
def page() -> Page:
    made = Page()
    made.presenter.arrive()
    return made


def test_it_says_what_is_here_and_sends_first(page: Page) -> None:
    assert page.tries == 1
    facts = dict(page.state.facts)
    assert facts["Chưa gửi"] == "12 việc"
    assert facts["Cần cán bộ xem"] == "1 việc"
    assert "3 tệp" in facts["Tệp giấy tờ"]
    assert "184 số" in facts["Số hồ sơ chưa dùng"]
    assert "USB trước" in page.state.why_not
    assert not page.presenter.stop()
    page.found = replace(FOUND, waiting=0, in_need=0, files=0)
    page.presenter.line(SyncState(Chip.ALL_SENT))
    assert dict(page.state.facts)["Chưa gửi"].startswith("không còn")


def test_the_whole_way(page: Page) -> None:
    page.presenter.ask_stick()
    assert [place.folder for place in page.asked[0][1]] == [STICK]
    page.presenter.write_to(STICK)
    assert "4.310 việc" in page.state.stick
    assert page.focused == 1
    assert "Gõ số máy" in page.state.why_not
    page.presenter.typed("00218")
    assert page.presenter.stop()
    assert "00217" in page.state.number_problem
    assert page.stopped == []
    page.presenter.typed(" 00217 ")
    assert page.state.may_stop
    page.presenter.stop()
    assert "3 tệp" in page.state.number_problem
    assert "F9" in page.state.number_problem
    assert page.stopped == []
    page.presenter.stop()
    assert page.stopped == ["00217"]
    assert page.written == [STICK, STICK], "the void numbers are acts, too"
    assert len(page.told) == 1
    assert "đã ngừng dùng" in page.state.banner.bold
    assert page.state.number_label == ""
    assert any("mã thay máy" in step for step in page.state.next)
    assert not page.presenter.stop()


def test_what_stays_behind_is_asked_about_each_time_the_number_is_typed() -> None:
    page = Page(replace(FOUND, files=0, drafts=2))
    page.presenter.arrive()
    assert "2 hồ sơ đang làm dở" in dict(page.state.facts)["Bản nháp"]
    page.presenter.write_to(STICK)
    page.presenter.typed("00217")
    page.presenter.stop()
    assert "2 bản nháp" in page.state.number_problem
    page.presenter.typed("00217 ")  # the officer thought again
    page.presenter.stop()
    assert page.stopped == []
    page.presenter.stop()
    assert page.stopped == ["00217"]


def test_with_nothing_to_leave_behind_one_key_is_enough() -> None:
    page = Page(replace(FOUND, files=0))
    page.presenter.arrive()
    assert dict(page.state.facts)["Bản nháp"] == "không có"
    page.presenter.write_to(STICK)
    page.presenter.typed("00217")
    page.presenter.stop()
    assert page.stopped == ["00217"]


def test_it_waits_for_what_is_going_out_and_not_without_a_line(page: Page) -> None:
    page.presenter.write_to(STICK)
    page.presenter.typed("00217")
    page.presenter.line(SyncState(Chip.SENDING, 12, to_send=12))
    assert "12 việc" in page.state.why_not
    assert not page.presenter.stop()
    page.presenter.line(SyncState(Chip.OFFLINE, 12, to_send=12))
    assert page.state.may_stop


@pytest.mark.parametrize(
    "error",
    [
        StickGoneError(path=STICK),
        StickFullError(path=STICK),
        StickLockedError(path=STICK),
        StickIsThisDiskError(path=STICK),
        StickNotWrittenError(path=STICK, reason="Input/output error"),
    ],
    ids=lambda error: str(error.code),
)
def test_a_stick_that_refuses_stops_nothing(page: Page, error: CounterError) -> None:
    page.presenter.write_to(STICK)
    page.error = error
    page.presenter.write_to(STICK)
    assert str(STICK) in page.state.stick_problem
    assert page.state.stick == ""
    page.presenter.typed("00217")
    assert not page.presenter.stop()
    page.error = None
    page.presenter.write_to(STICK)
    assert page.state.stick_problem == ""
    assert page.state.may_stop


def test_a_stick_pulled_out_after_the_stop_is_said(page: Page) -> None:
    page.presenter.write_to(STICK)
    page.presenter.typed("00217")
    page.presenter.stop()
    page.jobs.hold()
    page.presenter.stop()
    assert not page.state.may_write
    page.presenter.write_to(STICK)  # one thing at a time
    page.presenter.ask_stick()
    page.jobs.release(1)
    page.error = StickGoneError(path=STICK)
    page.jobs.release()
    assert page.found.done
    assert str(STICK) in page.state.stick_problem
    assert page.state.may_write
    page.error = None
    page.presenter.write_to(STICK)
    assert "4.310" in page.state.stick


@pytest.mark.parametrize("error", [NotPermittedError(officer="A"), ReplaceNotNowError(device="1")])
def test_a_refused_stop_is_said_at_the_number(page: Page, error: CounterError) -> None:
    page.presenter.write_to(STICK)
    page.presenter.typed("00217")
    page.error = error
    page.presenter.stop()
    page.presenter.stop()
    assert page.state.number_problem
    assert page.state.may_stop


def test_without_a_drive_any_folder_will_do(page: Page) -> None:
    page.drives = ()
    page.presenter.ask_stick()
    assert "Chưa thấy ổ USB" in page.asked[0][0]


def test_on_every_further_start_it_says_what_is_left() -> None:
    page = Page(replace(FOUND, waiting=2, numbers=0, done=True))
    page.presenter.arrive()
    assert "đã ngừng dùng" in page.state.banner.bold
    assert dict(page.state.facts)["Chưa gửi"] == "2 việc"
    assert page.state.next
    assert "Ghi lại" in page.state.write

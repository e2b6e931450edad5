from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.desktop.changed import Changed, Subject
from counter_app.desktop.notice import Notice, NoticeKind
from counter_app.desktop.presenters.data_state.data_page import (
    DataActs,
    DataPagePresenter,
)
from counter_app.desktop.presenters.data_state.page_state import (
    CopyPlace,
    DataPageState,
    PlaceChoice,
)
from counter_app.desktop.presenters.data_state.shown import size_words
from counter_app.domain.errors.store import StoreFullError, StoreLockedError
from counter_app.services.counter.data_state import DataState
from tests.desktop.now_jobs import NowJobs
from tests.desktop.presenters.data_state.made import (
    ALL_SENT,
    ATTENTION,
    DATA,
    IN_NEED,
    NOW,
    OFFLINE,
    QUIET,
)


@dataclass
class Report:
    path: Path
    entries: int = 1_204
    size: int = 3_355_443


@dataclass
class Page:
    """The presenter with a view and a counter that do as they are told."""

    data: DataState = DATA
    now: datetime = NOW
    states: list[DataPageState] = field(default_factory=list)
    asked: list[tuple[str, tuple[PlaceChoice, ...]]] = field(default_factory=list)
    tried: int = 0
    let_go: int = 0
    reads: int = 0
    opened: list[str] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    copies: list[Path] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    drives: Sequence[CopyPlace] = ()
    fault: Exception | None = None
    jobs: NowJobs = field(default_factory=NowJobs)

    def __post_init__(self) -> None:
        acts = DataActs(
            self.read,
            self.send_again,
            self.try_now,
            lambda: self.drives,
            self.copy,
            self.opened.append,
            self.answers.append,
            lambda: self.opened.append("deletions"),
            self.notices.append,
            lambda: self.now,
            "2",
        )
        self.presenter = DataPagePresenter(self, self.jobs, acts)

    def present(self, state: DataPageState) -> None:
        self.states.append(state)

    def ask_place(self, sentence: str, places: tuple[PlaceChoice, ...]) -> None:
        self.asked.append((sentence, places))

    def read(self) -> DataState:
        self.reads += 1
        if self.fault:
            raise self.fault
        return self.data

    def send_again(self) -> int:
        self.let_go += 1
        if self.fault:
            raise self.fault
        return 1

    def try_now(self) -> None:
        self.tried += 1

    def copy(self, path: Path) -> Report:
        if self.fault:
            raise self.fault
        self.copies.append(path)
        return Report(path)


@pytest.fixture
def page() -> Page:
    return Page()


def test_it_opens_calm_before_the_store_answers(page: Page) -> None:
    page.jobs.hold()
    page.presenter.arrive()
    assert page.states[-1].rows == ()
    assert page.states[-1].empty == ""
    page.jobs.release()
    assert page.states[-1].rows


def test_an_empty_queue_is_said(page: Page) -> None:
    page.data = QUIET
    page.presenter.line(ALL_SENT)
    page.presenter.arrive()
    assert page.states[-1].empty == "Không có việc nào chờ gửi."
    assert page.states[-1].banner.bold == "Có mạng, đã gửi hết."


def test_f5_tries_at_once_and_says_so_until_the_line_answers(page: Page) -> None:
    page.presenter.line(OFFLINE)
    page.presenter.arrive()
    page.presenter.try_now()
    assert (page.let_go, page.tried) == (1, 1)
    assert page.states[-1].banner.aside == "Đã thử lúc 10:05:00"
    page.presenter.line(ATTENTION)
    assert page.states[-1].banner.aside == ""


def test_another_try_in_vain_only_moves_the_count(page: Page) -> None:
    page.presenter.line(OFFLINE)
    page.presenter.arrive()
    before, reads = page.states[-1], page.reads
    assert before.banner.aside == "Thử lại sau 0:42"
    page.now += timedelta(seconds=1)
    page.presenter.tick()
    assert page.states[-1].banner.aside == "Thử lại sau 0:41"
    assert page.states[-1].rows is before.rows
    page.presenter.line(replace(OFFLINE, next_try=page.now + timedelta(seconds=90)))
    assert page.states[-1].banner.aside == "Thử lại sau 1:30"
    assert page.reads == reads


def test_no_second_is_counted_for_a_page_that_nobody_sees(page: Page) -> None:
    page.presenter.line(OFFLINE)
    page.presenter.arrive()
    page.presenter.leave()
    shown = len(page.states)
    page.now += timedelta(seconds=1)
    page.presenter.tick()
    assert len(page.states) == shown


def test_f5_tries_even_when_the_store_is_busy(page: Page) -> None:
    page.presenter.arrive()
    page.fault = StoreLockedError(path="store.db")
    page.presenter.try_now()
    assert page.tried == 1
    assert page.notices[-1].kind is NoticeKind.ERROR


def test_it_is_read_anew_only_while_it_is_seen(page: Page) -> None:
    page.presenter.changed(Changed())
    assert page.reads == 0
    page.presenter.arrive()
    page.presenter.changed(Changed(frozenset({Subject.DRAFTS})))
    assert page.reads == 1
    page.presenter.changed(Changed(frozenset({Subject.SENDING})))
    assert page.reads == 2
    page.presenter.leave()
    page.presenter.line(OFFLINE)
    assert page.reads == 2


def test_bursts_are_read_once_more_not_each(page: Page) -> None:
    page.jobs.hold()
    page.presenter.arrive()
    for _ in range(20):
        page.presenter.changed(Changed())
    page.jobs.release()
    assert page.reads == 2


def test_enter_opens_the_dossier_of_a_row(page: Page) -> None:
    page.presenter.arrive()
    assert page.presenter.open(0)
    assert page.opened == ["uid H26.15-250701-0214"]
    section = next(number for number, row in enumerate(page.states[-1].rows) if row.dossier is None)
    assert not page.presenter.open(section)
    assert not page.presenter.open(99)
    assert not page.presenter.open(-1)


def test_a_clock_that_is_off_gets_its_own_banner(page: Page) -> None:
    page.presenter.arrive()
    assert page.states[-1].warning is None
    page.data = IN_NEED
    page.presenter.refresh()
    clock = page.states[-1].warning
    assert clock is not None
    assert "chậm 12 phút" in clock.bold


@pytest.mark.parametrize(
    ("why", "found"),
    [
        ("witness", "bản cũ được chép lại"),
        ("head", "bản cũ được chép lại"),
        ("restored", "bản cũ được chép lại"),
        ("machine", "từ máy khác"),
        ("no_mark", "Chưa rõ"),
    ],
)
def test_data_that_were_set_back_are_said_before_the_clock(why: str, found: str) -> None:
    page = Page(replace(IN_NEED, restored=why))
    page.presenter.arrive()
    warning = page.states[-1].warning
    assert warning is not None
    assert found in warning.bold
    assert "phiếu tạm" in warning.rest


def test_a_copy_goes_to_the_drive_that_was_chosen(page: Page) -> None:
    page.drives = [CopyPlace(Path("/media/usb"), "KINGSTON", 13_314_398_618)]
    page.presenter.arrive()
    page.presenter.ask_copy()
    sentence, (place,) = page.asked[-1]
    assert "vẫn mã hóa" in sentence
    assert place.words == "KINGSTON · còn trống 12,4 GB"
    page.presenter.copy_to(place.folder)
    assert page.copies == [Path("/media/usb/quay-2-20250701-1005.db")]
    assert page.notices[-1].bold == "Đã chép dự phòng 1.204 mục, 3,2 MB."
    assert page.states[-1].copying is False


def test_while_it_copies_no_second_copy_begins(page: Page) -> None:
    page.presenter.arrive()
    page.jobs.hold()
    page.presenter.copy_to(Path("/media/usb"))
    page.presenter.copy_to(Path("/media/usb"))
    page.presenter.ask_copy()
    assert page.states[-1].copying
    assert page.states[-1].copy_words == "Đang chép…"
    page.jobs.release()
    assert len(page.copies) == 1
    assert not page.asked


def test_without_a_drive_the_question_says_what_to_do(page: Page) -> None:
    page.presenter.ask_copy()
    sentence, places = page.asked[-1]
    assert places == ()
    assert "Cắm ổ" in sentence


def test_a_full_drive_is_said_and_the_button_comes_back(page: Page) -> None:
    page.presenter.arrive()
    page.fault = StoreFullError(path="/media/usb/quay.db")
    page.presenter.copy_to(Path("/media/usb"))
    assert page.notices[-1].kind is NoticeKind.ERROR
    assert not page.states[-1].copying


def test_a_store_that_is_busy_keeps_what_was_shown(page: Page) -> None:
    page.presenter.arrive()
    rows = page.states[-1].rows
    page.fault = StoreLockedError(path="store.db")
    page.presenter.refresh()
    assert page.notices[-1].kind is NoticeKind.ERROR
    page.fault = None
    page.data = replace(DATA, accepted=())
    page.presenter.refresh()
    assert page.states[-1].rows == rows[:7]


@pytest.mark.parametrize(
    ("size", "words"), [(0, "0,0 MB"), (1_048_576, "1,0 MB"), (2**34, "16,0 GB")]
)
def test_sizes(size: int, words: str) -> None:
    assert size_words(size) == words


def test_what_the_server_took_away_is_a_supervisors_first_row(page: Page) -> None:
    page.data = replace(IN_NEED, held_deletions=57, held_since=NOW, may_decide=True)
    page.presenter.arrive()
    assert page.presenter.open(0)
    assert page.opened == ["deletions"]
    assert "Enter để xem" in page.states[-1].notes[0].rest
    page.data = replace(page.data, may_decide=False)
    page.presenter.refresh()
    assert not any(row.decides for row in page.states[-1].rows)
    assert "Báo người phụ trách" in page.states[-1].notes[0].rest

"""Logging in: before the home is open, with and without a line, and every way it may go wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from counter_app.desktop.presenters.login.login import Doors, LoginPresenter
from counter_app.desktop.presenters.login.state import LoginState, Mode, OfficerRow, Place
from counter_app.domain.dates import VIETNAM
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.errors.session import OfflineOverError, SlowedDownError, WrongPasswordError
from counter_app.domain.errors.store import StoreFullError
from counter_app.domain.errors.wire import LoginRefusedError
from counter_app.domain.errors.work import OfflineLoginError
from counter_app.domain.officers.known import KnownOfficer
from counter_app.domain.officers.officer import Officer
from counter_app.domain.problems import false
from counter_app.services.counter.last_seen import LastSeen
from counter_app.services.counter.workplace import Session
from tests.desktop.now_jobs import NowJobs

AT = datetime(2025, 7, 1, 9, 31, tzinfo=VIETNAM)
VI = KnownOfficer("cb-01", "Phạm Thị Ví", "Cán bộ tiếp nhận", date(2025, 7, 31))
BA = KnownOfficer("cb-02", "Trần Văn Ba", "", date(2025, 6, 1))
NEW = KnownOfficer("cb-03", "Lê Thị Mới")
SEEN = LastSeen("Trung tâm PVHCC phường Mẫu", "Quầy 2", (VI, BA, NEW))


class Desk:
    """The presenter with a screen that only notes, and a province that answers as told."""

    def __init__(self, seen: LastSeen = SEEN) -> None:
        self.now = AT
        self.states: list[LoginState] = []
        self.places: list[Place] = []
        self.forgotten = 0
        self.sessions: list[Session] = []
        self.retries = self.backs = 0
        self.tried: list[tuple[str, str]] = []
        self.error: CounterError | None = None
        self.jobs = NowJobs()
        doors = Doors(lambda: self.now, self.sessions.append, self.retry, self.back)
        self.presenter = LoginPresenter(self, self.jobs, doors, seen)
        self.presenter.start()

    def present(self, state: LoginState) -> None:
        self.states.append(state)

    def focus(self, place: Place) -> None:
        self.places.append(place)

    def forget_password(self) -> None:
        self.forgotten += 1

    def retry(self) -> None:
        self.retries += 1

    def back(self) -> None:
        self.backs += 1

    def log_in(self, officer: str, password: str) -> Session:
        self.tried.append((officer, password))
        if self.error is not None:
            raise self.error
        return Session(Officer(officer, "Phạm Thị Ví"), "online")

    @property
    def state(self) -> LoginState:
        return self.states[-1]

    def open(self, seen: LastSeen = SEEN) -> Desk:
        self.presenter.ready(self.log_in, seen)
        return self


def test_a_machine_out_of_service_says_so_before_anybody_logs_in() -> None:
    desk = Desk()
    desk.presenter.ready(desk.log_in, SEEN, retired="00217")
    assert "00217 đã ngừng dùng" in desk.state.note
    desk.presenter.line(is_up=False)
    assert "00217 đã ngừng dùng" in desk.state.note


def test_the_last_officer_is_there_and_the_keys_are_in_the_password() -> None:
    desk = Desk()
    state = desk.state
    assert (state.clock, state.date) == ("09:31", "Thứ Ba 01/07/2025")
    assert (state.mode, state.title) == (Mode.PASSWORD, "Phạm Thị Ví")
    assert state.subtitle == "Cán bộ tiếp nhận · Quầy 2"
    assert desk.places == [Place.PASSWORD]
    assert "Đang mở dữ liệu" in state.note
    assert desk.open().state.note == ""
    assert desk.places == [Place.PASSWORD]  # opening doesn't move the keys


def test_what_was_typed_before_the_home_is_open_is_tried_then() -> None:
    desk = Desk()
    desk.presenter.enter("bí mật")
    assert desk.tried == []
    assert "xong là đăng nhập ngay" in desk.state.note
    desk.open()
    assert desk.tried == [("cb-01", "bí mật")]
    assert [each.officer.id for each in desk.sessions] == ["cb-01"]


@pytest.mark.parametrize("way", ["edited", "escape"])
def test_an_attempt_that_waits_can_be_taken_back(way: str) -> None:
    desk = Desk()
    desk.presenter.enter("bí mật")
    getattr(desk.presenter, way)()
    desk.open()
    assert desk.tried == []


def test_an_attempt_survives_trouble_and_a_second_try() -> None:
    desk = Desk()
    desk.presenter.enter("bí mật")
    desk.presenter.trouble(StoreFullError(path="store.db"))
    assert desk.state.mode is Mode.TROUBLE
    assert "store.db" in desk.state.words
    assert desk.state.enter == "Thử lại"
    assert "doctor" in desk.state.note
    assert desk.places[-1] is Place.NEXT
    assert not desk.presenter.escape()
    desk.presenter.other()
    desk.presenter.enter("")
    assert (desk.retries, desk.state.mode) == (1, Mode.PASSWORD)
    desk.open()
    assert desk.tried == [("cb-01", "bí mật")]


def test_trouble_names_each_problem_and_a_home_that_opens_ends_it() -> None:
    desk = Desk()
    problem = false("settings.wrong_kind", "/printer", name="printer", kind="str")
    desk.presenter.trouble(SettingsRefusedError((problem,), path="settings.toml"))
    assert "– " in desk.state.words
    assert "printer" in desk.state.words
    assert desk.open().state.mode is Mode.PASSWORD
    assert desk.places[-1] is Place.PASSWORD


def test_a_password_is_tried_once_at_a_time_and_forgotten_after() -> None:
    desk = Desk().open()
    desk.jobs.hold()
    desk.presenter.enter("bí mật")
    assert not desk.state.may_enter
    assert "kiểm tra" in desk.state.enter
    desk.presenter.enter("bí mật")
    desk.presenter.other()
    assert not desk.presenter.escape()
    assert len(desk.jobs.held) == 1
    assert desk.forgotten == 0
    desk.jobs.release()
    assert desk.forgotten == 1
    assert len(desk.sessions) == 1
    assert desk.state.may_enter


def test_nothing_typed_is_said_without_asking_anybody() -> None:
    desk = Desk().open()
    desk.presenter.enter("")
    assert desk.state.problem == "Gõ mật khẩu rồi nhấn Enter."
    assert desk.places[-1] is Place.PASSWORD
    desk.presenter.edited()
    assert desk.state.problem == ""
    assert desk.tried == []


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (LoginRefusedError(host="x", reason="officer-password"), "Mật khẩu chưa đúng. Nhấn Hiện"),
        (WrongPasswordError(officer="cb-01", misses=1), "Mật khẩu chưa đúng. Nhấn Hiện"),
        (OfflineLoginError(officer="cb-01"), "Chưa có mạng và cán bộ cb-01"),
        (OfflineOverError(officer="cb-01", until="09:00 01/07/2025"), "09:00 01/07/2025"),
        (StoreFullError(path="store.db"), "store.db"),
    ],
)
def test_a_refusal_has_words_and_the_password_is_ready_to_be_typed_again(
    error: CounterError, words: str
) -> None:
    desk = Desk().open()
    desk.error = error
    desk.presenter.enter("sai")
    assert words in desk.state.problem
    assert "officer-password" not in desk.state.problem
    assert desk.places[-1] is Place.PASSWORD
    assert desk.state.may_enter
    assert not desk.sessions


def test_a_bug_is_not_swallowed() -> None:
    desk = Desk().open()
    desk.log_in = lambda officer, password: 1 / 0  # type: ignore[method-assign]
    desk.open()
    with pytest.raises(ZeroDivisionError):
        desk.presenter.enter("bí mật")


def test_too_many_misses_are_counted_down() -> None:
    desk = Desk().open()
    desk.error = SlowedDownError(officer="cb-01", misses=6, seconds=5)
    desk.presenter.enter("sai")
    assert "6 lần liền" in desk.state.problem
    assert "5 giây" in desk.state.problem
    assert not desk.state.may_enter
    desk.presenter.edited()
    desk.presenter.enter("đúng")
    assert len(desk.tried) == 1
    desk.now += timedelta(seconds=3)
    desk.presenter.tick()
    assert "2 giây" in desk.state.problem
    # Somebody else needn't wait.
    desk.presenter.other()
    desk.presenter.choose(1)
    assert desk.state.may_enter
    desk.presenter.other()
    desk.presenter.choose(0)
    desk.presenter.enter("đúng")
    assert not desk.state.may_enter
    desk.now += timedelta(seconds=2)
    desk.presenter.tick()
    assert (desk.state.problem, desk.state.may_enter) == ("", True)
    desk.error = None
    desk.presenter.enter("đúng")
    assert desk.sessions


def test_choosing_somebody_else() -> None:
    desk = Desk().open()
    desk.presenter.other()
    assert desk.state.mode is Mode.CHOOSE
    assert desk.state.title == "Ai đăng nhập?"
    assert desk.state.subtitle == "Trung tâm PVHCC phường Mẫu · Quầy 2"
    assert desk.state.officers[:2] == (
        OfficerRow("1", "Phạm Thị Ví", "Cán bộ tiếp nhận"),
        OfficerRow("2", "Trần Văn Ba", ""),
    )
    assert desk.places[-1] is Place.OFFICERS
    desk.presenter.choose(7)
    desk.presenter.choose(1)
    assert (desk.state.title, desk.state.subtitle) == ("Trần Văn Ba", "Quầy 2")
    assert desk.places[-1] is Place.PASSWORD
    desk.presenter.enter("bí mật")
    assert desk.tried == [("cb-02", "bí mật")]


def test_only_nine_officers_have_a_digit() -> None:
    many = tuple(KnownOfficer(f"cb-{number}", "Trần Thị Mẫu") for number in range(12))
    desk = Desk(LastSeen(officers=many))
    desk.presenter.other()
    assert [row.key for row in desk.state.officers] == [*"123456789", "", "", ""]


def test_a_name_is_typed_where_nobody_is_known() -> None:
    desk = Desk(LastSeen()).open(LastSeen())
    assert (desk.state.mode, desk.state.title, desk.state.other) == (Mode.NAME, "Đăng nhập", "")
    assert desk.places == [Place.NAME]
    desk.presenter.other()
    assert desk.state.mode is Mode.NAME
    desk.presenter.enter("bí mật", "  ")
    assert desk.state.name_problem
    assert desk.state.problem == ""
    assert desk.places[-1] is Place.NAME
    desk.error = LoginRefusedError(host="x", reason="")
    desk.presenter.enter("sai", " cb-09 ")
    assert desk.state.problem.startswith("Tên đăng nhập hoặc mật khẩu")
    desk.error = None
    desk.presenter.enter("bí mật", " cb-09 ")
    assert desk.tried[-1] == ("cb-09", "bí mật")
    assert (desk.state.mode, desk.state.title) == (Mode.PASSWORD, "Phạm Thị Ví")


def test_a_list_that_comes_while_a_name_is_typed_does_not_disturb() -> None:
    desk = Desk(LastSeen())
    desk.open(SEEN)
    assert desk.state.mode is Mode.NAME
    assert desk.state.other
    assert desk.places == [Place.NAME]


def test_steps_back() -> None:
    desk = Desk().open()
    assert not desk.presenter.escape()
    desk.presenter.other()
    desk.presenter.other()
    assert desk.state.mode is Mode.NAME
    assert desk.presenter.escape()
    assert desk.state.mode is Mode.CHOOSE
    assert not desk.presenter.escape()


def test_switching_comes_from_the_locked_screen_and_may_go_back_there() -> None:
    desk = Desk().open()
    desk.presenter.arrive(switching=True)
    assert desk.state.mode is Mode.CHOOSE
    assert desk.state.back == "về màn hình khóa"
    desk.presenter.choose(1)
    assert desk.presenter.escape()
    assert desk.state.mode is Mode.CHOOSE
    assert desk.presenter.escape()
    assert desk.backs == 1
    desk.presenter.arrive()
    assert desk.state.back == ""
    assert not desk.presenter.escape()


def test_who_logged_in_comes_first_next_time() -> None:
    desk = Desk().open()
    desk.presenter.other()
    desk.presenter.choose(2)
    desk.presenter.enter("bí mật")
    desk.presenter.arrive()
    assert [row.name for row in desk.state.officers] == ["Lê Thị Mới", "Phạm Thị Ví", "Trần Văn Ba"]


def test_a_password_that_was_reset_meanwhile_lets_its_officer_in_without_a_line() -> None:
    desk = Desk().open()
    reset = replace(BA, offline_until=date(2025, 7, 2))
    desk.presenter.line(is_up=False)
    desk.presenter.arrive(replace(SEEN, officers=(VI, reset, NEW)), switching=True)
    desk.presenter.choose(1)
    assert "được đến hết ngày 02/07/2025" in desk.state.note


@pytest.mark.parametrize(
    ("index", "words"),
    [
        (0, "được đến hết ngày 31/07/2025"),
        (1, "Trần Văn Ba đã hết ngày 01/06/2025"),
        (2, "Lê Thị Mới chưa đăng nhập lần nào"),
    ],
)
def test_what_no_line_means_for_each(index: int, words: str) -> None:
    desk = Desk().open()
    desk.presenter.line(is_up=False)
    desk.presenter.other()
    assert "vẫn vào được" in desk.state.note
    desk.presenter.choose(index)
    assert words in desk.state.note
    assert desk.state.note_icon == "cloud-off"
    desk.presenter.line(is_up=True)
    assert desk.state.note == ""
    shown = len(desk.states)
    desk.presenter.line(is_up=True)
    assert len(desk.states) == shown


def test_a_password_is_never_in_a_state() -> None:
    desk = Desk()
    desk.presenter.enter("bí mật")
    desk.open()
    assert not any("bí mật" in str(state) for state in desk.states)

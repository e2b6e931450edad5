"""The wizard of the first run: every step, every failure, and going on where it was left."""

from __future__ import annotations

import pytest

from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.state import Field, FirstRunState, Step
from counter_app.desktop.presenters.first_run.words import plain_code, server_address
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.home import SettingsRefusedError
from counter_app.domain.errors.vault import NoKeyringError
from counter_app.domain.errors.wire import (
    EnrolRefusedError,
    TrustFileError,
    UnreachableError,
    WrongHostError,
)
from counter_app.domain.errors.work import EnrolCodeShapeError, EnrolInterruptedError
from counter_app.domain.problems import false
from tests.desktop.now_jobs import NowJobs

FRESH = Begun()
ENROLLED = Enrolled("00217", "Trung tâm PVHCC phường Mẫu", "2", "Hộ tịch", "AB12-CD34")


class Wizard:
    def __init__(self, begun: Begun = FRESH, enrolled: Enrolled = ENROLLED) -> None:
        self.states: list[FirstRunState] = []
        self.fields: list[Field] = []
        self.asked: list[tuple[str, str, str]] = []
        self.reached: list[Step] = []
        self.printed: list[Enrolled] = []
        self.finished = 0
        self.error: Exception | None = None
        self.enrolled = enrolled
        self.jobs = NowJobs()
        doors = Doors(self.enrol, self.reached.append, self.finish, self.printed.append)
        self.presenter = FirstRun(self, self.jobs, doors, begun)
        self.presenter.start()

    def present(self, state: FirstRunState) -> None:
        self.states.append(state)

    def focus(self, field: Field) -> None:
        self.fields.append(field)

    def enrol(self, server: str, code: str, ca_file: str) -> Enrolled:
        self.asked.append((server, code, ca_file))
        if self.error is not None:
            raise self.error
        return self.enrolled

    def finish(self) -> None:
        self.finished += 1

    @property
    def state(self) -> FirstRunState:
        return self.states[-1]

    def at_code(self) -> Wizard:
        self.presenter.server_typed("motcua.tinh.example")
        self.presenter.next()
        return self

    def enrolled_now(self) -> Wizard:
        self.at_code().presenter.code_typed("K7QF-3M9T")
        self.presenter.next()
        return self


def test_the_whole_way() -> None:
    wizard = Wizard()
    assert (wizard.state.step, wizard.fields) == (Step.SERVER, [Field.SERVER])
    assert [line.mark for line in wizard.state.lines] == ["1", "2", "3", "4", "5", "6"]
    wizard.presenter.ca_typed(" /media/usb/tinh.pem ")
    wizard.enrolled_now()
    assert wizard.asked == [("https://motcua.tinh.example", "K7QF-3M9T", "/media/usb/tinh.pem")]
    assert wizard.state.step is Step.RECOVERY
    assert ("Quầy", "2 · Hộ tịch") in wizard.state.facts
    assert ("Máy quầy số", "00217") in wizard.state.facts
    assert wizard.state.recovery == "AB12-CD34"
    wizard.presenter.print_recovery()
    assert wizard.printed == [ENROLLED]
    wizard.presenter.kept(is_kept=True)
    for step in (Step.PRINTER, Step.SCANNER, Step.DONE):
        wizard.presenter.next()
        assert wizard.state.step is step
    assert [line.mark for line in wizard.state.lines] == ["check"] * 5 + ["6"]
    wizard.presenter.next()
    assert wizard.finished == 1
    assert wizard.reached == [Step.RECOVERY, Step.PRINTER, Step.SCANNER, Step.DONE]


def test_nothing_typed_is_said_at_its_field() -> None:
    wizard = Wizard()
    wizard.presenter.next()
    assert wizard.state.server_problem
    assert wizard.fields[-1] is Field.SERVER
    wizard.presenter.server_typed("x")
    assert wizard.state.server_problem == ""
    wizard.presenter.next()
    wizard.presenter.next()
    assert wizard.state.code_problem
    assert wizard.fields[-1] is Field.CODE
    assert wizard.asked == []


def test_the_code_is_kept_or_written_down_before_going_on() -> None:
    wizard = Wizard().enrolled_now()
    assert not wizard.state.may_go_on
    assert wizard.state.why_not
    wizard.presenter.next()
    assert wizard.state.step is Step.RECOVERY
    assert wizard.fields[-1] is Field.KEPT
    wizard.presenter.kept(is_kept=True)
    assert wizard.state.may_go_on


def test_without_a_recovery_code_there_is_nothing_to_keep() -> None:
    wizard = Wizard(enrolled=Enrolled("00217", "H00", "2", practice=True)).enrolled_now()
    assert wizard.state.may_go_on
    assert wizard.fields[-1] is Field.NEXT
    assert any("Tập huấn" in value for _, value in wizard.state.facts)
    assert ("Quầy", "2") in wizard.state.facts


def interrupted(cause: CounterError) -> EnrolInterruptedError:
    error = EnrolInterruptedError(why="chưa nối được tới máy chủ")
    error.__cause__ = cause
    return error


@pytest.mark.parametrize(
    ("error", "step", "field", "words"),
    [
        (EnrolRefusedError(host="h:443", reason="enrol-code"), Step.CODE, Field.CODE, "h:443"),
        (EnrolCodeShapeError(length=2), Step.CODE, Field.CODE, "2 ký tự"),
        (interrupted(UnreachableError(host="h")), Step.CODE, Field.CODE, "nhấn Enter để thử lại"),
        (interrupted(WrongHostError(host="h", reason="x")), Step.SERVER, Field.SERVER, "chưa nối"),
        (
            interrupted(TrustFileError(host="h", path="tinh.pem", reason="x")),
            Step.SERVER,
            Field.CA_FILE,
            "tinh.pem",
        ),
        (TrustFileError(host="h", path="a.pem", reason="x"), Step.SERVER, Field.CA_FILE, "a.pem"),
        (
            SettingsRefusedError(
                (false("settings.not_https", "/server_url", name="server_url"),), path="s.toml"
            ),
            Step.SERVER,
            Field.SERVER,
            "https",
        ),
        (NoKeyringError(found="x"), Step.CODE, Field.CODE, "kho khóa"),
    ],
    ids=lambda value: getattr(value, "code", None) if isinstance(value, CounterError) else None,
)
def test_every_failure_is_said_where_it_can_be_seen_to(
    error: CounterError, step: Step, field: Field, words: str
) -> None:
    wizard = Wizard()
    wizard.error = error
    wizard.enrolled_now()
    assert wizard.state.step is step
    assert wizard.fields[-1] is field
    problem = wizard.state.server_problem + wizard.state.ca_problem + wizard.state.code_problem
    assert words in problem
    assert "enrol-code" not in problem
    assert wizard.state.may_go_on
    assert wizard.reached == []


def test_a_second_try_sends_the_same_again() -> None:
    wizard = Wizard()
    wizard.error = interrupted(UnreachableError(host="h"))
    wizard.enrolled_now()
    wizard.error = None
    wizard.presenter.next()
    assert wizard.asked[0] == wizard.asked[1]
    assert wizard.state.step is Step.RECOVERY


def test_it_asks_once_at_a_time() -> None:
    wizard = Wizard()
    wizard.jobs.hold()
    wizard.enrolled_now()
    assert not wizard.state.may_go_on
    assert "Đang ghi danh" in wizard.state.next
    wizard.presenter.next()
    assert not wizard.presenter.back()
    assert not wizard.presenter.scanned("K7QF")
    assert len(wizard.jobs.held) == 1
    wizard.jobs.release()
    assert wizard.state.step is Step.RECOVERY


def test_back_goes_back_but_never_over_the_enrolment() -> None:
    wizard = Wizard()
    assert not wizard.presenter.back()
    wizard.at_code()
    assert wizard.presenter.back()
    assert wizard.state.step is Step.SERVER
    wizard.enrolled_now()
    assert not wizard.presenter.back()
    wizard.presenter.kept(is_kept=True)
    wizard.presenter.next()
    wizard.presenter.next()
    assert wizard.presenter.back()
    assert wizard.state.step is Step.PRINTER
    assert wizard.state.back == "Quay lại"


def test_it_goes_on_where_it_was_left() -> None:
    assert Wizard(Begun(server="https://tinh.example")).state.step is Step.CODE
    wizard = Wizard(Begun(enrolled=Enrolled("00217", "H00", "2"), step=Step.SCANNER))
    assert wizard.state.step is Step.SCANNER
    assert wizard.fields == [Field.PAGE]
    assert Wizard(Begun(step=Step.SCANNER)).state.step is Step.SERVER


def test_a_scan_fills_what_is_asked_for() -> None:
    wizard = Wizard()
    assert wizard.presenter.scanned("https://tinh.example ")
    assert wizard.state.server == "https://tinh.example"
    wizard.presenter.next()
    assert wizard.presenter.scanned("K7QF-3M9T")
    assert (wizard.state.code, wizard.fields[-1]) == ("K7QF-3M9T", Field.CODE)
    wizard.presenter.next()
    assert not wizard.presenter.scanned("K7QF-3M9T")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        (" K7QF 3M9T ", "K7QF3M9T"),
        ("k7qf-3m9t", "k7qf-3m9t"),
        ("Â7Đ-Ứ\u200b", "A7D-U"),
        ("\u00a0\t", ""),
    ],
)
def test_what_an_input_method_made_of_a_code_is_taken_off(typed: str, code: str) -> None:
    assert plain_code(typed) == code


def test_the_code_is_read_back_in_groups() -> None:
    wizard = Wizard().at_code()
    assert "Ví dụ" in wizard.state.code_note
    wizard.presenter.code_typed("k7qf3m9tab")
    assert wizard.state.code_note == "Máy đọc được: k7qf 3m9t ab"


def test_an_address_gets_its_scheme() -> None:
    assert server_address(" motcua.tinh.example/ ") == "https://motcua.tinh.example"
    assert server_address("http://127.0.0.1:8000") == "http://127.0.0.1:8000"
    assert server_address("  ") == ""

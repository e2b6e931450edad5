"""The wizard on a machine that takes an old one's place: stick, key, numbers, sending."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.desktop.presenters.first_run.first_run import Begun, Doors, Enrolled, FirstRun
from counter_app.desktop.presenters.first_run.state import Field, FirstRunState, Step
from counter_app.domain.errors import CounterError
from counter_app.domain.errors.keeping.second_journal import (
    KeyFileUnreadableError,
    NoSegmentsError,
    SegmentForeignError,
    SegmentOtherKeyError,
)
from counter_app.domain.errors.keeping.stick import HomeNotOpenError, StickNotReadError
from counter_app.services.keeping.journal_import import ImportReport
from counter_app.sync.state import Chip, SyncState
from tests.desktop.now_jobs import NowJobs

NEW = Enrolled("00217", "Trung tâm PVHCC phường Mẫu", "2", replaces=True)
REPORT = ImportReport(2, 30, 0, dossiers=12)


class Wizard:
    def __init__(self, enrolled: Enrolled = NEW, step: Step | None = None) -> None:
        self.states: list[FirstRunState] = []
        self.fields: list[Field] = []
        self.reached: list[Step] = []
        self.taken: list[tuple[Path, Path | None]] = []
        self.report = REPORT
        self.error: CounterError | None = None
        self.jobs = NowJobs()
        doors = Doors(lambda *_: enrolled, self.reached.append, lambda: None, None, self.take_over)
        begun = Begun("https://tinh.example")
        if step is not None:
            begun = replace(begun, enrolled=enrolled, step=step)
        self.presenter = FirstRun(self, self.jobs, doors, begun)
        self.presenter.start()

    def present(self, state: FirstRunState) -> None:
        self.states.append(state)

    def focus(self, field: Field) -> None:
        self.fields.append(field)

    def take_over(self, stick: Path, key_file: Path | None) -> ImportReport:
        self.taken.append((stick, key_file))
        if self.error is not None:
            raise self.error
        return self.report

    @property
    def state(self) -> FirstRunState:
        return self.states[-1]

    @property
    def words(self) -> str:
        return " ".join(words for _, words in self.state.told)


def test_the_whole_way() -> None:
    wizard = Wizard()
    assert len(wizard.state.lines) == 6
    wizard.presenter.replaces(is_on=True)
    assert wizard.state.replaces
    assert wizard.state.code_label == "Mã thay máy"
    assert len(wizard.state.lines) == 7
    wizard.presenter.code_typed("K7QF-3M9T")
    wizard.presenter.next()
    wizard.presenter.next()
    assert wizard.state.step is Step.MOVE
    assert wizard.fields[-1] is Field.STICK
    assert "Không có ổ" in wizard.words
    wizard.presenter.stick_typed(" E:/ ")
    wizard.presenter.key_file_typed("G:/khoa.txt")
    assert wizard.state.next == "Nhập việc của máy cũ"
    wizard.presenter.next()
    assert wizard.taken == [(Path("E:/"), Path("G:/khoa.txt"))]
    assert "30 việc" in wizard.words
    assert "12 hồ sơ" in wizard.words
    assert "Rút ổ có khóa" in wizard.words
    wizard.presenter.line(SyncState(Chip.SENDING, 30, to_send=30))
    assert "Còn 30 việc" in wizard.words
    wizard.presenter.line(SyncState(Chip.ATTENTION, 1, in_need=1))
    assert "1 việc cần cán bộ xem" in wizard.words
    wizard.presenter.line(SyncState())
    assert "Đã gửi hết" in wizard.words
    wizard.presenter.next()
    assert wizard.state.step is Step.PRINTER
    assert wizard.reached == [Step.RECOVERY, Step.MOVE, Step.PRINTER]
    assert wizard.presenter.back()
    assert "30 việc" in wizard.words


def test_a_renewal_code_alone_is_enough() -> None:
    wizard = Wizard()
    wizard.presenter.code_typed("K7QF-3M9T")
    wizard.presenter.next()
    wizard.presenter.next()
    assert wizard.state.step is Step.MOVE


def test_a_code_of_a_new_counter_is_said() -> None:
    wizard = Wizard(replace(NEW, replaces=False))
    wizard.presenter.replaces(is_on=True)
    wizard.presenter.code_typed("K7QF-3M9T")
    wizard.presenter.next()
    wizard.presenter.next()
    assert not wizard.state.takes
    assert "không phải mã thay máy" in wizard.words
    wizard.presenter.stick_typed("E:/")
    wizard.presenter.next()
    assert wizard.taken == []
    assert wizard.state.step is Step.PRINTER


def test_without_a_stick_it_goes_on() -> None:
    wizard = Wizard(step=Step.MOVE)
    assert wizard.state.next == "Tiếp tục, không có ổ"
    wizard.presenter.next()
    assert wizard.state.step is Step.PRINTER
    assert wizard.taken == []


def test_left_in_the_middle_it_goes_on_there() -> None:
    assert Wizard(step=Step.MOVE).state.takes
    assert not Wizard(replace(NEW, replaces=False), Step.MOVE).state.takes


@pytest.mark.parametrize(
    ("error", "field"),
    [
        (NoSegmentsError(path="E:/"), Field.STICK),
        (SegmentForeignError(name="a", theirs="00218", ours="00217"), Field.STICK),
        (StickNotReadError(name="a", reason="Input/output error"), Field.STICK),
        (HomeNotOpenError(), Field.STICK),
        (KeyFileUnreadableError(path="G:/x"), Field.KEY_FILE),
        (SegmentOtherKeyError(name="a", recipient="AB12"), Field.KEY_FILE),
    ],
    ids=lambda value: value.code if isinstance(value, CounterError) else "",
)
def test_what_is_refused_is_said_at_its_field(error: CounterError, field: Field) -> None:
    wizard = Wizard(step=Step.MOVE)
    wizard.error = error
    wizard.presenter.stick_typed("E:/")
    wizard.presenter.next()
    assert wizard.fields[-1] is field
    assert wizard.state.stick_problem or wizard.state.key_problem
    wizard.error = None
    wizard.presenter.next()
    assert wizard.state.stick_problem == wizard.state.key_problem == ""
    assert wizard.state.took


def test_a_stick_without_its_key_asks_for_it() -> None:
    wizard = Wizard(step=Step.MOVE)
    wizard.error = SegmentOtherKeyError(name="a", recipient="AB12")
    wizard.presenter.stick_typed("E:/")
    wizard.presenter.next()
    assert "AB12" in wizard.state.key_problem
    assert "niêm phong" in wizard.state.key_problem


def test_an_older_stick_brings_nothing_and_says_so() -> None:
    wizard = Wizard(step=Step.MOVE)
    wizard.presenter.stick_typed("E:/")
    wizard.presenter.next()
    wizard.presenter.another_stick()
    assert wizard.fields[-1] is Field.STICK
    assert not wizard.state.took
    wizard.report = ImportReport(1, 0, 25, erased=2, torn=1, damaged=3)
    wizard.presenter.stick_typed("F:/")
    wizard.presenter.next()
    assert "cả 25 việc" in wizard.words
    for words in ("2 việc đã hết hạn", "ghi dở", "3 dòng"):
        assert words in wizard.words
    assert "gửi" not in wizard.words


def test_it_takes_in_once_at_a_time() -> None:
    wizard = Wizard(step=Step.MOVE)
    wizard.presenter.stick_typed("E:/")
    wizard.jobs.hold()
    wizard.presenter.next()
    assert wizard.state.next == "Đang nhập từ ổ…"
    wizard.presenter.next()
    wizard.presenter.another_stick()
    assert not wizard.presenter.back()
    wizard.jobs.release()
    assert len(wizard.taken) == 1
    assert wizard.state.took

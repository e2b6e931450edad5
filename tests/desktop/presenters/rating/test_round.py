"""A rating is asked, answered on one of two screens, and written as what it is."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from counter_app.desktop.notice import NoticeKind
from counter_app.desktop.presenters.rating.filling import Filling
from counter_app.desktop.presenters.rating.rating_state import RatingState, rating_state
from counter_app.desktop.presenters.rating.round import SECONDS_FOR_REASONS, RatingRound
from counter_app.domain.acts.steps import Rated
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.office.rating import RatingBook, RatingForm, RatingIndex
from counter_app.services.dossiers.detail import detail
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.desktop.conftest import Desktop
from tests.desktop.presenters.citizen.following import returned
from tests.made import person, uid

GRADES = ("kém", "được", "tốt")


class Asked:
    """A round with what it showed and wrote."""

    def __init__(self, desktop: Desktop, book: RatingBook | None = None) -> None:
        self.desktop = desktop
        self.desk = desktop.desk
        if book is not None:
            workplace = self.desk.workplace
            reference = dataclasses.replace(workplace.reference, rating=book)
            workplace = dataclasses.replace(workplace, reference=reference)
            self.desk = dataclasses.replace(self.desk, workplace=workplace)
        self.changes = 0
        self.written: list[Dossier] = []
        self.round = RatingRound(self.desk, self._changed, self.written.append)
        self.dossier = returned(self.desk)

    def _changed(self) -> None:
        self.changes += 1

    @property
    def state(self) -> RatingState:
        state = rating_state(self.round)
        assert state is not None
        return state

    @property
    def ratings(self) -> list[tuple[tuple[int, ...], str, str]]:
        told = detail(self.desk.workplace, self.dossier.uid).told
        bodies = [each.body for each in told if isinstance(each.body, Rated)]
        return [(each.scores, each.way, each.remark) for each in bodies]

    def seconds(self, count: int) -> None:
        for _ in range(count):
            self.round.tick()


def book(*questions: str, reasons: tuple[str, ...] = (), seconds: int = 60) -> RatingBook:
    """Return a book with one form for screen and paper."""
    indices = tuple(RatingIndex(question, GRADES) for question in questions)
    form = RatingForm("f", "Phiếu", "căn cứ", date(2026, 1, 1), indices, reasons)
    return RatingBook("1", "f", "f", (form,), seconds)


@pytest.fixture
def asked(desktop: Desktop) -> Asked:
    made = Asked(desktop)
    assert made.round.ask(made.dossier)
    return made


def test_a_touched_grade_waits_for_reasons_and_is_written(asked: Asked) -> None:
    asked.round.answer(2, touched=True)
    assert asked.ratings == []
    asked.round.turn(1)
    asked.round.turn(0)
    asked.round.turn(0)
    asked.round.finish(touched=True)
    assert asked.ratings == [((2,), "screen", "Thái độ phục vụ")]
    assert [each.uid for each in asked.written] == [asked.dossier.uid]
    assert not asked.round.is_open


def test_a_touched_grade_stands_alone_when_time_is_up(asked: Asked) -> None:
    asked.round.answer(0, touched=True)
    asked.seconds(SECONDS_FOR_REASONS - 1)
    assert asked.ratings == []
    asked.seconds(1)
    assert asked.ratings == [((0,), "screen", "")]
    assert not asked.round.is_open


def test_without_reasons_a_touch_is_all(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Hài lòng?"))
    asked.round.ask(asked.dossier)
    asked.round.answer(1, touched=True)
    assert asked.ratings == [((1,), "screen", "")]


def test_what_the_citizen_touched_is_kept_when_the_next_one_comes(asked: Asked) -> None:
    asked.round.answer(2, touched=True)
    asked.round.leave()
    assert asked.ratings == [((2,), "screen", "")]


def test_nobody_is_forced(asked: Asked) -> None:
    asked.seconds(59)
    assert asked.round.is_open
    asked.seconds(1)
    assert not asked.round.is_open
    assert asked.ratings == []
    assert not asked.desktop.notices


def test_what_an_officer_types_is_written_by_enter_alone(asked: Asked) -> None:
    asked.round.answer(1, touched=False)
    assert asked.ratings == []
    assert "Đã chọn: Hài lòng" in asked.state.question
    asked.round.finish(touched=False)
    assert asked.ratings == [((1,), "told", "")]
    assert "Đã ghi đánh giá" in asked.desktop.notices[-1].bold


def test_what_an_officer_began_is_not_written_by_time(asked: Asked) -> None:
    asked.round.answer(1, touched=False)
    asked.seconds(60)
    assert asked.ratings == []
    assert not asked.round.is_open
    assert asked.desktop.notices[-1].kind is NoticeKind.INFO


def test_one_typed_answer_makes_it_told(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Một?", "Hai?"))
    asked.round.ask(asked.dossier)
    asked.round.answer(2, touched=True)
    asked.round.answer(0, touched=False)
    asked.round.finish(touched=False)
    assert asked.ratings == [((2, 0), "told", "")]


def test_an_answer_can_be_taken_back(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Một?", "Hai?"))
    asked.round.ask(asked.dossier)
    assert not asked.round.back()
    asked.round.answer(2, touched=False)
    assert asked.state.title.endswith("câu 2 trong 2")
    assert asked.round.back()
    assert asked.state.title.endswith("câu 1 trong 2")
    assert [row.key for row in asked.state.rows] == ["2", "1", "0"]


@pytest.mark.parametrize("points", [-1, 3, 9])
def test_a_grade_that_is_not_there_changes_nothing(asked: Asked, points: int) -> None:
    before = asked.changes
    asked.round.answer(points, touched=False)
    assert asked.changes == before


def test_an_office_that_asks_nothing(desktop: Desktop) -> None:
    asked = Asked(desktop, RatingBook("1", "", "", ()))
    assert not asked.round.ask(asked.dossier)
    assert not asked.round.read_slips()
    assert not asked.round.is_open


def test_slips_are_read_one_after_the_other(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Một?"))
    assert not asked.round.slip(asked.dossier.shown_code)
    assert asked.round.read_slips()
    assert asked.state.title == "Nhập phiếu đánh giá"
    assert asked.round.slip(asked.dossier.shown_code)
    assert "theo phiếu giấy" in asked.state.way
    assert not asked.state.aside
    asked.round.answer(0, touched=False)
    asked.round.finish(touched=False)
    assert asked.ratings == [((0,), "paper", "")]
    assert asked.state.title == "Nhập phiếu đánh giá"
    asked.round.leave()
    assert rating_state(asked.round) is None


def test_a_slip_may_leave_questions_open(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Một?", "Hai?", "Ba?"))
    asked.round.read_slips()
    asked.round.slip(asked.dossier.shown_code)
    asked.round.leave_open()
    asked.round.answer(2, touched=False)
    asked.round.leave_open()
    assert asked.state.question == "Đã qua các câu: –, 2, –."
    asked.round.finish(touched=False)
    assert asked.ratings == [((-1, 2, -1), "paper", "")]


def test_an_empty_slip_is_no_rating(desktop: Desktop) -> None:
    asked = Asked(desktop, book("Một?"))
    asked.round.read_slips()
    asked.round.slip(asked.dossier.shown_code)
    asked.round.leave_open()
    assert "không có câu trả lời" in asked.state.question
    asked.round.finish(touched=False)
    assert asked.ratings == []
    assert asked.round.back()


def test_only_a_slip_leaves_questions_open(asked: Asked) -> None:
    asked.round.leave_open()
    assert asked.round.filling is not None
    assert asked.round.filling.scores == ()


def test_a_slip_of_another_office_is_said_and_the_next_is_read(desktop: Desktop) -> None:
    asked = Asked(desktop)
    asked.round.read_slips()
    asked.round.slip("H99.01-250718-0001")
    assert asked.state.error
    asked.round.slip(asked.dossier.shown_code)
    assert not asked.state.error


def test_a_slip_that_comes_before_the_return_is_said(desktop: Desktop) -> None:
    asked = Asked(desktop)
    place, session = asked.desk.workplace, asked.desk.session
    other = receive(place, session, Reception("1.001193", person("Lê Văn Thử")), uid(2))
    asked.round.read_slips()
    asked.round.slip(other.shown_code)
    for _ in range(9):
        asked.round.answer(1, touched=False)
    asked.round.finish(touched=False)
    assert asked.state.error
    assert asked.state.title == "Nhập phiếu đánh giá"


def test_a_second_rating_is_written_by_a_second_enter(asked: Asked) -> None:
    asked.round.answer(2, touched=True)
    asked.round.finish(touched=True)
    asked.round.read_slips()
    asked.round.slip(asked.dossier.shown_code)
    for _ in range(9):
        asked.round.answer(0, touched=False)
    asked.round.finish(touched=False)
    assert "đã được đánh giá lúc" in asked.state.error
    assert len(asked.ratings) == 1
    asked.round.finish(touched=False)
    assert asked.ratings == [((2,), "screen", ""), ((0,) * 9, "paper", "")]


def test_a_touch_after_a_rating_does_not_write_twice(asked: Asked) -> None:
    asked.round.answer(2, touched=True)
    asked.round.finish(touched=True)
    asked.round.ask(asked.dossier)
    asked.round.answer(0, touched=True)
    asked.round.finish(touched=True)
    assert asked.ratings == [((2,), "screen", "")]
    assert not asked.round.is_open


def test_late_answers_of_a_slow_disk_change_no_later_rating(asked: Asked) -> None:
    asked.desktop.jobs.hold()
    asked.round.answer(2, touched=True)
    asked.round.finish(touched=True)
    asked.round.answer(0, touched=True)
    asked.round.finish(touched=True)
    later = returned_later(asked)
    asked.round.ask(later)
    asked.desktop.jobs.release()
    assert asked.ratings == [((2,), "screen", "")]
    assert asked.round.dossier is later
    assert asked.round.filling is not None


def returned_later(asked: Asked) -> Dossier:
    return returned(asked.desk, 3)


def test_a_form_is_filled_in_order() -> None:
    form = book("Một?", "Hai?", reasons=("x", "y")).forms[0]
    filling = Filling(form)
    assert filling.turned(0) is filling
    filling = filling.answered(1).answered(2)
    assert filling.is_whole
    assert filling.answered(0) is filling
    assert filling.turned(7) is filling
    assert filling.turned(1).turned(0).remark == "x; y"
    assert filling.turned(1).taken_back() == Filling(form, (1,))

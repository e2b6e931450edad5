"""The panel of what the server didn't take: fields, sides, reasons, and what is written then."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field

import pytest

from counter_app.desktop.changed import Changed
from counter_app.desktop.presenters.answers.answer import AnswerPresenter
from counter_app.desktop.presenters.steps.step_state import Fields, Rows, Say, Sides, StepState
from counter_app.domain.acts.kinds import KINDS, Body
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import Change, Complained, Corrected, Dropped, Withdrawn
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.services.counter.data_state import data_state
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from tests.desktop.conftest import Desktop
from tests.made import person


@dataclass
class Shown:
    """What the page shows, and a desk with one dossier behind it."""

    desktop: Desktop
    heads: list[tuple[str, str, str]] = field(default_factory=list)
    states: list[StepState] = field(default_factory=list)
    focused: list[str] = field(default_factory=list)
    left: int = 0
    told: list[Changed] = field(default_factory=list)

    def __post_init__(self) -> None:
        place = self.desktop.counter
        self.dossier = receive(place.workplace, place.session, Reception("1.001193", person())).uid
        self.presenter = AnswerPresenter(self, self.desktop.desk, self.told.append)

    def head(self, act: str, code: str, applicant: str) -> None:
        self.heads.append((act, code, applicant))

    def present(self, state: StepState) -> None:
        self.states.append(state)

    def focus(self, name: str) -> None:
        self.focused.append(name)

    def leave(self) -> None:
        self.left += 1

    def answered(self, state: State, body: Body, **problem: object) -> str:
        """Write an act, let the server answer it so, and open that."""
        place = self.desktop.counter.workplace
        kind = KINDS[type(body)]
        with place.store.writing() as tx:
            uid = place.new_id()
            tx.journal.append(
                kind, body, uid=uid, dossier=self.dossier,
                author=place.author(self.desktop.counter.session),
                occurred_at=place.clock.now().at, clock_quality=place.clock.now().quality,
            )  # fmt: skip
            tx.deliveries.answered(uid, Outcome(state), "", json.dumps(problem))
        self.presenter.open(uid)
        return uid

    def state(self, uid: str) -> State:
        with self.desktop.counter.workplace.store.reading() as tx:
            found = tx.deliveries.of(uid)
        assert found is not None
        return found.state

    def newest(self) -> Body | None:
        with self.desktop.counter.workplace.store.reading() as tx:
            entry = tx.journal.since(0, 100)[-1][1]
            recorded = tx.journal.get(entry.uid)
        return recorded.body if recorded else None

    def fields(self) -> dict[str, tuple[str, str]]:
        blocks = [block for block in self.states[-1].blocks if isinstance(block, Fields)]
        return {each.name: (each.label, each.problem) for b in blocks for each in b.inputs}


@pytest.fixture
def shown(desktop: Desktop) -> Shown:
    return Shown(desktop)


def refused(shown: Shown) -> str:
    return shown.answered(
        State.REFUSED,
        Complained("Chậm trả kết quả", "Trần Thị Mẫu", "0900 1"),
        type="body-schema",
        title="Nội dung chưa đúng mẫu",
        detail="Xem các ô được đánh dấu.",
        errors=[{"pointer": "/body/phone", "code": "string_too_short"}],
    )


def test_a_marked_field_is_corrected_and_goes_out_in_the_old_ones_place(shown: Shown) -> None:
    uid = refused(shown)
    assert shown.heads[-1][0] == "Phản ánh, kiến nghị"
    assert shown.fields() == {"/phone": ("Điện thoại", "Chưa có nội dung.")}
    words = shown.states[-1].blocks[0]
    assert isinstance(words, Say)
    assert (words.bold, words.rest) == (
        "Máy chủ: Nội dung chưa đúng mẫu.", "Xem các ô được đánh dấu.",
    )  # fmt: skip
    assert (shown.focused[-1], shown.states[-1].reason) == (
        "/phone",
        "Sửa ô được máy chủ đánh dấu.",
    )
    shown.presenter.confirm()
    assert shown.state(uid) is State.REFUSED
    shown.presenter.type("/phone", "0900000111")
    assert shown.fields()["/phone"] == ("Điện thoại", "")
    shown.presenter.again()  # left and opened again: what was typed is still there
    assert shown.states[-1].reason == ""
    shown.presenter.confirm()
    assert shown.state(uid) is State.SUPERSEDED
    assert shown.newest() == Complained("Chậm trả kết quả", "Trần Thị Mẫu", "0900000111")
    assert (shown.left, len(shown.desktop.nudges), len(shown.told)) == (1, 1, 1)
    assert shown.desktop.notices[-1].bold == "Đã lưu bản sửa, đang gửi lại."


def test_it_can_be_given_up_with_a_reason(shown: Shown) -> None:
    uid = refused(shown)
    assert shown.presenter.press("2")
    assert shown.focused[-1] == "reason"
    shown.presenter.type("reason", "Công dân rút lời phản ánh")
    shown.presenter.confirm()
    assert shown.newest() == Dropped("Công dân rút lời phản ánh", "complained")
    assert shown.state(uid) is State.SUPERSEDED


def test_who_was_slower_is_told_so(shown: Shown) -> None:
    uid = refused(shown)
    with shown.desktop.counter.workplace.store.writing() as tx:
        tx.deliveries.answered(uid, Outcome(State.ACCEPTED, 2))
    shown.presenter.type("/phone", "0900000111")
    shown.presenter.confirm()
    assert shown.left == 1
    assert shown.desktop.notices[-1].bold.startswith("Việc này đã được xử lý rồi")


def test_sides_are_taken_by_digits_until_none_is_open(shown: Shown) -> None:
    change = Change("/note", '"gốc"', '"của tôi"')
    other = Change("/subject", "null", '"Đăng ký lại"')
    shown.answered(
        State.CONFLICT,
        Corrected("gõ nhầm", (change, other)),
        type="correction-differs",
        errors=[
            {"pointer": "/body/changes/0", "code": "differs", "value": '"của quầy 3"'},
            {"pointer": "/body/changes/1", "code": "differs", "value": '"Đăng ký mới"'},
        ],
    )
    sides = [block for block in shown.states[-1].blocks if isinstance(block, Sides)]
    assert [(each.label, each.base, each.mine.text, each.theirs.text) for each in sides] == [
        ("Ghi chú", "gốc", "của tôi", "của quầy 3"),
        ("Nội dung", "(trống)", "Đăng ký lại", "Đăng ký mới"),
    ]
    assert [each.heads for each in sides] == [True, False]
    assert shown.states[-1].reason == "Chọn nội dung đúng: Ghi chú."
    assert shown.presenter.press("2")
    assert shown.focused[-1] == "/subject"
    assert shown.presenter.press("3")
    assert not shown.presenter.press("9")
    shown.presenter.confirm()
    assert shown.newest() == Corrected(
        "gõ nhầm", (Change("/subject", '"Đăng ký mới"', '"Đăng ký lại"'),)
    )


def test_a_step_that_came_too_late_shows_what_can_be_done(shown: Shown) -> None:
    shown.answered(
        State.CONFLICT,
        Withdrawn("Công dân rút"),
        type="step-impossible",
        possible=["told", "reopened", "viewed", "never_heard_of"],
    )
    possible = next(each for each in shown.states[-1].blocks if each.name == "possible")
    assert isinstance(possible, Say)
    assert possible.rest == "Báo công dân · Mở lại hồ sơ"
    assert not any(isinstance(block, Rows) for block in shown.states[-1].blocks)


def test_a_number_that_cant_be_used_is_replaced(shown: Shown) -> None:
    with shown.desktop.counter.workplace.store.writing() as tx:
        tx.deliveries.answered(
            shown.dossier, Outcome(State.REFUSED), "",
            json.dumps({"type": "number-not-granted",
                        "errors": [{"pointer": "/body/code", "code": "number"}]}),
        )  # fmt: skip
    shown.presenter.open(shown.dossier)
    assert (shown.states[-1].proceed, shown.states[-1].reason) == ("Lấy số mới và gửi lại", "")
    shown.presenter.confirm()
    body = shown.newest()
    assert isinstance(body, Received)
    assert body.code.endswith("-0002")
    assert body.code in shown.desktop.notices[-1].bold
    with shown.desktop.counter.workplace.store.reading() as tx:
        dossier = tx.dossiers.get(shown.dossier)
    assert dossier is not None
    assert (dossier.code, dossier.attention) == (body.code, ())


def test_a_supervisor_reviews_what_the_server_marked(shown: Shown) -> None:
    place = shown.desktop.counter
    with place.workplace.store.writing() as tx:
        tx.deliveries.answered(
            shown.dossier, Outcome(State.ACCEPTED, 1, ("due-differs",)), "2026-11-20 1"
        )
    assert data_state(place.workplace).flagged == ()
    (item,) = data_state(place.workplace, supervises=True).flagged
    assert (item.uid, item.flags) == (shown.dossier, ("due-differs",))
    shown.presenter.open(item.uid)
    words = shown.states[-1].blocks[0]
    assert isinstance(words, Say)
    assert words.rest == "Máy chủ tính ra ngày hẹn trả khác."
    shown.presenter.type("reason", "Đã đối chiếu lịch, giữ ngày đã hẹn")
    shown.presenter.confirm()
    assert shown.left == 0  # a receptionist may look, and not settle it
    assert "không thuộc vai trò" in shown.states[-1].error
    supervisor = Session(Officer("gd", "Vũ Văn Tập", roles=(Role.SUPERVISOR,)), "online")
    desk = dataclasses.replace(shown.desktop.desk, session=supervisor)
    theirs = AnswerPresenter(shown, desk, shown.told.append)
    theirs.open(item.uid)
    theirs.type("reason", "Đã đối chiếu lịch, giữ ngày đã hẹn")
    theirs.confirm()
    assert shown.left == 1
    assert data_state(place.workplace, supervises=True).flagged == ()
    assert shown.desktop.notices[-1].bold == "Đã ghi kết quả xem xét."

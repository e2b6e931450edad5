"""A one-time code at log-in: the password is chosen twice, and only then anybody is asked."""

from __future__ import annotations

from counter_app.desktop.presenters.login.state import Mode
from counter_app.domain.errors.wire import LoginRefusedError, NewPasswordNeededError
from counter_app.domain.officers.officer import Officer
from counter_app.services.counter.workplace import Session
from tests.desktop.presenters.login.test_login import SEEN, Desk

CODE, CHOSEN = "abcd efgh jklm", "mật khẩu tự đặt"


class CodeDesk(Desk):
    """A province that knows a code."""

    def __init__(self) -> None:
        super().__init__()
        self.chosen: list[tuple[str, str, str]] = []
        self.error = NewPasswordNeededError()
        self.refusal: LoginRefusedError | None = None
        self.presenter.ready(self.log_in, SEEN, choose=self.choose)
        self.presenter.enter(CODE)

    def choose(self, officer: str, code: str, chosen: str) -> Session:
        self.chosen.append((officer, code, chosen))
        if self.refusal is not None:
            raise self.refusal
        return Session(Officer(officer, "Phạm Thị Ví"), "online")


def test_typed_twice_it_is_the_officers() -> None:
    desk = CodeDesk()
    assert desk.states[-1].mode is Mode.NEW
    assert desk.states[-1].other == ""
    desk.presenter.enter(CHOSEN)
    assert (desk.states[-1].mode, desk.chosen) == (Mode.AGAIN, [])
    desk.presenter.enter(CHOSEN)
    assert desk.chosen == [("cb-01", CODE, CHOSEN)]
    assert len(desk.sessions) == 1
    assert CHOSEN not in repr(desk.states)


def test_what_is_wrong_is_said_and_begun_again() -> None:
    desk = CodeDesk()
    for typed, said in (("ngắn", "ít nhất 8"), ("ABCD-EFGH-JKLM", "khác với mã"), ("", "ít nhất")):
        desk.presenter.enter(typed)
        assert said in desk.states[-1].problem
        assert desk.states[-1].mode is Mode.NEW
    desk.presenter.enter(CHOSEN)
    desk.presenter.enter("mật khẩu khác hẳn")
    assert "Hai lần gõ khác nhau" in desk.states[-1].problem
    assert (desk.states[-1].mode, desk.chosen) == (Mode.NEW, [])


def test_esc_and_a_refusal_lead_back_to_the_password() -> None:
    desk = CodeDesk()
    desk.presenter.other()
    assert desk.states[-1].mode is Mode.NEW
    assert desk.presenter.escape()
    assert desk.states[-1].mode is Mode.PASSWORD
    desk.presenter.enter(CODE)
    desk.refusal = LoginRefusedError(host="tinh.example", reason="officer-password")
    desk.presenter.enter(CHOSEN)
    desk.presenter.enter(CHOSEN)
    assert desk.states[-1].mode is Mode.PASSWORD
    assert desk.states[-1].problem
    assert desk.sessions == []

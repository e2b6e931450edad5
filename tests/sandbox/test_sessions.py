from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from counter_app.sandbox.province import sessions
from counter_app.sandbox.province.sessions import ADMIN
from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import ADMIN_PASSWORD, RunningSandbox


def log_in(counter: SignedCounter, officer: str, **message: str) -> tuple[int, Any]:
    response = counter.call("POST", "/v1/sessions", {"officer": officer, **message})
    return response.status_code, response.json()


def test_an_officer_logs_in_and_refreshes(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    sandbox.clerk.set_password("CB-001", "mật khẩu mẫu")
    status, session = log_in(counter, "CB-001", password="mật khẩu mẫu")
    assert status == 200
    roles = ["reception", "return", "fees"]
    assert (session["name"], session["roles"]) == ("Nguyễn Thị Mẫu", roles)
    token = session["refresh_token"]
    status, again = log_in(counter, "CB-001", refresh_token=token)
    assert (status, again["refresh_token"]) == (200, token)
    assert again["access_token"] != session["access_token"]
    assert log_in(counter, "CB-002", refresh_token=token)[0] == 401
    assert log_in(counter, "CB-001", refresh_token=session["access_token"])[0] == 401


def test_a_session_belongs_to_its_device(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    sandbox.province.set_password("CB-001", "mật khẩu mẫu")
    _, session = log_in(counter, "CB-001", password="mật khẩu mẫu")
    other = SignedCounter(sandbox.url).enrol(sandbox.enrol_code("2"))
    assert log_in(other, "CB-001", refresh_token=session["refresh_token"])[0] == 401
    other.session.close()
    sandbox.clock.shift = timedelta(days=31)
    counter.time_shift = timedelta(days=31)
    assert log_in(counter, "CB-001", refresh_token=session["refresh_token"])[0] == 401


def test_wrong_passwords_close_the_name_for_a_while(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    sandbox.province.set_password("CB-001", "mật khẩu mẫu")
    for _ in range(5):
        status, answer = log_in(counter, "CB-001", password="sai")
        assert (status, answer["type"]) == (401, "officer-password")
    response = counter.call("POST", "/v1/sessions", {"officer": "CB-001", "password": "sai"})
    assert (response.status_code, response.json()["type"]) == (429, "officer-throttled")
    assert 0 < int(response.headers["Retry-After"]) <= 301
    assert log_in(counter, "CB-001", password="mật khẩu mẫu")[0] == 429
    sandbox.clock.shift = timedelta(minutes=6)
    assert log_in(counter, "CB-001", password="mật khẩu mẫu")[0] == 200


def test_unknown_names_look_like_wrong_passwords(counter: SignedCounter) -> None:
    for name in ("CB-404", ADMIN):
        status, answer = log_in(counter, name, password=ADMIN_PASSWORD)
        assert (status, answer["type"]) == (401, "officer-password")


def test_nobody_waits_while_a_password_is_tried(
    sandbox: RunningSandbox, counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.province.set_password("CB-001", "mật khẩu mẫu")
    wrote: list[bool] = []
    slow = sessions._hash

    def while_it_is_tried(password: str, salt: bytes) -> str:
        with sandbox.province.writing():  # another writer's turn: else it would be refused here
            wrote.append(True)
        return slow(password, salt)

    monkeypatch.setattr(sessions, "_hash", while_it_is_tried)
    assert log_in(counter, "CB-001", password="mật khẩu mẫu")[0] == 200
    assert log_in(counter, "CB-404", password="mật khẩu mẫu")[0] == 401
    assert len(wrote) == 2


def test_a_password_that_was_changed_meanwhile_is_wrong(
    sandbox: RunningSandbox, counter: SignedCounter, monkeypatch: pytest.MonkeyPatch
) -> None:
    sandbox.province.set_password("CB-001", "mật khẩu mẫu")
    tried = sessions.tried

    def changed(officer: str, password: str, verifier: str | None) -> sessions.Try:
        told = tried(officer, password, verifier)
        sandbox.province.set_password("CB-001", "mật khẩu khác")
        return told

    monkeypatch.setattr(sessions, "tried", changed)
    assert log_in(counter, "CB-001", password="mật khẩu mẫu")[0] == 401

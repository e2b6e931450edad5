"""One-time codes of the province: the first password, and the next one, chosen by the officer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.sandbox.counter import SignedCounter
from tests.sandbox.running import RunningSandbox

CHOSEN, NEXT = "mật khẩu tự đặt", "mật khẩu sau này"


def log_in(counter: SignedCounter, password: str, new: str = "") -> tuple[int, Any]:
    message = {"officer": "CB-007", "password": password, "new_password": new}
    response = counter.call("POST", "/v1/sessions", message)
    return response.status_code, response.json()


def test_the_first_administrator_chooses_a_password(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    code = sandbox.province.once_code("CB-007")
    status, answer = log_in(counter, code)
    assert (status, answer["type"]) == (403, "officer-new-password")
    assert log_in(counter, code, "ngắn")[1]["type"] == "officer-new-password"
    assert log_in(counter, "ABCD-EFGH-JKLM", CHOSEN)[0] == 401
    status, session = log_in(counter, code.lower().replace("-", " "), CHOSEN)
    assert (status, session["roles"]) == (200, ["admin"])
    assert log_in(counter, CHOSEN)[0] == 200
    assert log_in(counter, code, NEXT)[0] == 401, "once"
    assert log_in(counter, CHOSEN, NEXT)[0] == 200, "who knows the password may change it"
    assert log_in(counter, CHOSEN)[0] == 401


def test_a_code_is_of_one_officer_and_of_a_few_days(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    first = sandbox.province.once_code("CB-007")
    code = sandbox.province.once_code("CB-007")
    assert log_in(counter, first, CHOSEN)[0] == 401, "a later code voids it"
    message = {"officer": "CB-001", "password": code, "new_password": CHOSEN}
    assert counter.call("POST", "/v1/sessions", message).status_code == 401
    sandbox.clock.shift = counter.time_shift = timedelta(days=8)
    assert log_in(counter, code, CHOSEN)[0] == 401


def test_five_guesses_close_the_name_and_only_then_open_it_again(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    code = sandbox.province.once_code("CB-007")
    for _ in range(5):
        assert log_in(counter, "ABCD-EFGH-JKLM", CHOSEN)[0] == 401
    assert log_in(counter, code, CHOSEN)[0] == 429
    sandbox.clock.shift = timedelta(minutes=6)
    assert log_in(counter, code, CHOSEN)[0] == 200

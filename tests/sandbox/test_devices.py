from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
import requests

from counter_app.contract.signing import DEVICE, EPOCH, PROTOCOL, SERVER_TIME, SIGNATURE
from tests.sandbox.counter import SignedCounter, new_uid
from tests.sandbox.running import RunningSandbox

PING = "/v1/digest?day=2026-11-20"


def kind(response: requests.Response) -> tuple[int, str]:
    assert response.headers["Content-Type"] == "application/problem+json"
    return response.status_code, response.json()["type"]


def test_enrolment_gives_a_number_and_first_blocks(sandbox: RunningSandbox) -> None:
    counter = SignedCounter(sandbox.url).enrol(sandbox.enrol_code("12"))
    assert (counter.device, counter.epoch, counter.centre) == ("00001", 1, "H26.15")
    assert [(each["lane"], each["first"]) for each in counter.blocks] == [
        ("near", 1),
        ("far", 6000),
    ]
    second = SignedCounter(sandbox.url).enrol(sandbox.enrol_code("1"))
    assert second.device == "00002"
    assert second.blocks[0]["first"] == 11


def test_a_lost_answer_is_given_again(sandbox: RunningSandbox) -> None:
    counter = SignedCounter(sandbox.url)
    code = sandbox.enrol_code()
    first = requests.post(f"{sandbox.url}/v1/devices", json=counter.enrol_message(code)).json()
    again = requests.post(
        f"{sandbox.url}/v1/devices", json=counter.enrol_message(f" {code.lower()} ")
    ).json()
    first.pop("server_time")
    again.pop("server_time")
    assert again == first
    assert sandbox.clerk.summary()["devices"] == 1


def test_a_code_serves_one_key_only(sandbox: RunningSandbox) -> None:
    code = sandbox.enrol_code()
    SignedCounter(sandbox.url).enrol(code)
    other = SignedCounter(sandbox.url)
    response = requests.post(f"{sandbox.url}/v1/devices", json=other.enrol_message(code))
    assert kind(response) == (403, "enrol-code")
    response = requests.post(f"{sandbox.url}/v1/devices", json=other.enrol_message("AAAA-BBBB"))
    assert kind(response) == (403, "enrol-code")


def test_a_code_is_over_after_a_week(sandbox: RunningSandbox) -> None:
    code = sandbox.enrol_code()
    sandbox.clock.shift = timedelta(days=8)
    response = requests.post(
        f"{sandbox.url}/v1/devices", json=SignedCounter(sandbox.url).enrol_message(code)
    )
    assert kind(response) == (403, "enrol-code")


def test_every_answer_carries_the_time(sandbox: RunningSandbox) -> None:
    for path, status in (("/v1/ping", 204), ("/nowhere", 404), ("/v1/digest", 401)):
        response = requests.get(sandbox.url + path)
        assert response.status_code == status
        assert response.headers[SERVER_TIME].endswith("+07:00")


def test_who_may_not_speak(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    assert counter.call("GET", PING).status_code == 200
    assert kind(requests.get(sandbox.url + PING)) == (401, "device-signature")
    unknown = counter.call("GET", PING, headers={DEVICE: "99999"})
    assert kind(unknown) == (401, "device-unknown")
    for name, value in ((SIGNATURE, "AAAA"), (SIGNATURE, "é"), (EPOCH, "x"), (EPOCH, "2")):
        wrong = counter.call("GET", PING, headers={name: value})
        assert kind(wrong) == (401, "device-signature")
    assert kind(counter.call("GET", PING, headers={PROTOCOL: "2"})) == (426, "protocol")


def test_the_signature_covers_path_and_body(counter: SignedCounter) -> None:
    signed = counter.headers("GET", PING, b"")
    other = counter.session.get(counter.url + "/v1/digest?day=2026-11-21", headers=signed)
    assert kind(other) == (401, "device-signature")
    headers = counter.headers("POST", "/v1/entries", b"{}")
    headers["Content-Type"] = "application/json"
    other = counter.session.post(counter.url + "/v1/entries", data=b"[]", headers=headers)
    assert kind(other) == (401, "device-signature")


@pytest.mark.parametrize(("hours", "status"), [(23, 200), (-23, 200), (25, 401), (-25, 401)])
def test_a_clock_may_be_off_by_a_day(counter: SignedCounter, hours: int, status: int) -> None:
    counter.time_shift = timedelta(hours=hours)
    response = counter.call("GET", PING)
    assert response.status_code == status
    if status != 200:
        assert kind(response) == (401, "device-clock")


def test_a_revoked_device_is_silenced(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    sandbox.clerk.revoke(counter.device)
    assert kind(counter.call("GET", PING)) == (403, "device-revoked")


def test_recovery_begins_a_new_epoch(
    sandbox: RunningSandbox, counter: SignedCounter, enrolled: Callable[..., SignedCounter]
) -> None:
    first, second = counter.received(), counter.received()
    counter.send([first])
    printed_before = counter.used[1]
    wish = {
        "device": counter.device,
        "old_chain": counter.chain,
        "known": {"n": 0, "hash": "0" * 64},
        "new_chain": new_uid(),
        "machine": "cd" * 32,
        "reason": "khôi phục từ bản sao",
    }
    answer = counter.call("POST", "/v1/recover", wish)
    assert answer.status_code == 200, answer.text
    assert answer.json()["epoch"] == 2
    assert answer.json()["known"]["n"] == 1
    assert kind(counter.call("GET", PING)) == (403, "device-epoch")
    again = counter.call("POST", "/v1/recover", wish)  # the answer was lost
    assert again.json()["epoch"] == 2

    # What the server hasn't seen goes out under the new chain with the same uid.
    restored = SignedCounter(
        sandbox.url, counter.key, wish["new_chain"], counter.device, 2, counter.centre
    )
    resealed = [
        restored.entry_again(first),
        restored.entry_again(second),
    ]
    results = restored.send(resealed)
    assert [each.status.value for each in results] == ["accepted", "accepted"]
    assert "number-epoch" in results[1].flags
    assert results[0].server_version == results[1].server_version == 1
    assert sandbox.clerk.summary()["dossiers"] == 2
    found = restored.call("GET", f"/v1/dossiers?code={printed_before}")
    assert found.status_code == 200
    restored.session.close()


def test_a_foreign_chain_is_refused(
    counter: SignedCounter, enrolled: Callable[..., SignedCounter]
) -> None:
    other = enrolled("2")
    entry = other.received()
    response = counter.call("POST", "/v1/entries", counter.batch([entry]))
    assert kind(response) == (422, "chain-unknown")


def test_two_copies_of_a_machine_are_frozen(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    counter.send([counter.received()])
    twin = counter.twin()
    assert counter.send([counter.received()])[0].status.value == "accepted"
    response = twin.call("POST", "/v1/entries", twin.batch([twin.received()]))
    assert kind(response) == (409, "chain-fork")
    assert kind(counter.call("GET", PING)) == (403, "device-frozen")
    assert kind(twin.call("GET", PING)) == (403, "device-frozen")
    assert sandbox.clerk.summary()["dossiers"] == 2

    anew = SignedCounter(sandbox.url).enrol(sandbox.enrol_code(renews=counter.device))
    assert (anew.device, anew.epoch) == (counter.device, 2)
    assert anew.send([anew.received()])[0].status.value == "accepted"
    assert kind(counter.call("GET", PING)) == (401, "device-signature")
    anew.session.close()
    twin.session.close()

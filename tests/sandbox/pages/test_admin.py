"""The administrator's pages over real HTTP, with counters that speak beside them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ReturnBasis, Returned
from counter_app.domain.acts.steps import ContactWay, Told
from counter_app.domain.people.person import Person
from counter_app.sandbox.province.lists import manifest
from tests.sandbox.browsing import Browser
from tests.sandbox.counter import SignedCounter, new_uid, now
from tests.sandbox.running import RunningSandbox

NASTY = '<script>alert("x")</script> & "Mẫu"'


def heartbeat(counter: SignedCounter, **changes: Any) -> Any:
    message = {
        "device": counter.device,
        "epoch": counter.epoch,
        "queue": 0,
        "head": {"n": counter.head.n, "hash": counter.head.hash},
        "program": "counter-app 9.9",
        "sent_at": now().isoformat(),
        **changes,
    }
    return counter.call("POST", "/v1/heartbeat", message)


def row_of(page: str, device: str) -> str:
    """Return the line of a device, without its tags."""
    (row,) = [each for each in re.findall(r"<tr>.*?</tr>", page) if f">{device}<" in each]
    return re.sub(r"<[^>]+>", " ", row)


def test_devices_tell_how_they_stand(
    sandbox: RunningSandbox, admin: Browser, enrolled: Callable[..., SignedCounter]
) -> None:
    talking, silent = enrolled("1"), enrolled("2")
    talking.send([talking.received()])
    oldest = now() - timedelta(hours=2)
    heartbeat(
        talking,
        queue=41,
        in_need=2,
        oldest_at=oldest.isoformat(),
        sent_at=(now() + timedelta(minutes=12)).isoformat(),
        program=NASTY,
        head={"n": 44, "hash": "ab" * 32},
        held=[{"uid": new_uid(), "kind": "told", "state": "quarantined", "problem": NASTY}],
    )
    sandbox.clock.at(now() + timedelta(minutes=20))
    heartbeat(silent, queue=7)
    page = admin.open("/pages/admin/devices").text
    sandbox.clock.shift = timedelta(0)
    line = row_of(page, talking.device)
    for said in ("im lặng", " 41 ", " 2 ", f"{oldest:%d/%m/%Y %H:%M}", "/ 44", "+12 phút"):
        assert said in line
    assert "&lt;script&gt;" in line
    assert "im lặng" not in row_of(page, silent.device)
    assert re.search(r"\d+ máy · \d+ máy im lặng · 50 việc", page)
    told = admin.open("/pages/admin/refused").text
    assert "Cách ly" in told
    assert "&lt;script&gt;" in told


def test_a_device_is_drained_then_wiped(
    sandbox: RunningSandbox, admin: Browser, counter: SignedCounter
) -> None:
    place = f"/pages/admin/devices/{counter.device}/order"
    assert heartbeat(counter).json()["order"] == "none"
    admin.open("/pages/admin/devices")
    assert "gửi nốt" in admin.send(place, order="drain").text
    assert heartbeat(counter).json()["order"] == "drain"
    entry = counter.received()
    assert counter.send([entry])[0].status.value == "accepted"  # what it has may still come
    wish = {"agency": counter.centre, "day": now().date().isoformat(), "lane": "near", "size": 5}
    request = {"device": counter.device, "epoch": 1, "request_id": new_uid(), "wishes": [wish]}
    refused = counter.call("POST", "/v1/number-blocks", request)
    assert (refused.status_code, refused.json()["type"]) == (409, "numbers-stopped")
    assert heartbeat(counter, wiped=True).json()["type"] == "not-drained"  # nobody ordered that
    admin.send(place, order="wipe")
    assert heartbeat(counter).json()["order"] == "wipe"
    assert heartbeat(counter, wiped=True, queue=1).status_code == 409
    ahead = {"n": counter.head.n + 1, "hash": "ab" * 32}
    assert heartbeat(counter, wiped=True, head=ahead).status_code == 409
    assert heartbeat(counter, wiped=True).status_code == 200
    assert heartbeat(counter).json()["type"] == "device-revoked"
    assert "Đã thu hồi" in row_of(admin.open("/pages/admin/devices").text, counter.device)
    assert admin.send(place, order="active").status_code == 400  # no way back but enrolling anew


def test_an_order_may_be_taken_back(admin: Browser, counter: SignedCounter) -> None:
    place = f"/pages/admin/devices/{counter.device}/order"
    admin.open("/pages/admin/devices")
    admin.send(place, order="drain")
    admin.send(place, order="active")
    assert heartbeat(counter).json()["order"] == "none"
    assert admin.send(place, order="gì đó").status_code == 400
    assert admin.send("/pages/admin/devices/99999/order", order="drain").status_code == 404
    admin.send(place, order="revoked")
    assert heartbeat(counter).json()["type"] == "device-revoked"


def test_a_clone_freezes_and_is_enrolled_anew(
    sandbox: RunningSandbox, admin: Browser, counter: SignedCounter
) -> None:
    twin = counter.twin()
    counter.send([counter.received()])
    other = twin.call("POST", "/v1/entries", twin.batch([twin.received()]))
    assert other.json()["type"] == "chain-fork"
    page = admin.open("/pages/admin/devices").text
    assert "có hai bản của máy này" in row_of(page, counter.device)
    assert "Bỏ thu hồi" not in row_of(page, counter.device)
    place = f"/pages/admin/devices/{counter.device}"
    assert admin.send(f"{place}/order", order="active").status_code == 400
    answer = admin.send(f"{place}/anew")
    (code,) = re.findall(r"[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}", answer.text)
    again = SignedCounter(sandbox.url).enrol(code)
    assert (again.device, again.epoch) == (counter.device, 2)
    again.session.close()
    assert "Đang dùng" in row_of(admin.open("/pages/admin/devices").text, counter.device)


def test_numbers_of_a_day(admin: Browser, counter: SignedCounter) -> None:
    counter.send([counter.received(), counter.received()])
    page = admin.open(f"/pages/admin/numbers?day={now().date()}").text
    rows = [each for each in re.findall(r"<tr>.*?</tr>", page) if f">{counter.device}<" in each]
    near = next(each for each in rows if "trong ngày" in each)
    assert re.findall(r"<td>(\d*)</td>", near)[-4:] == ["10", "2", "", "8"]
    assert "Cộng" in page
    assert "Chưa cấp số" in admin.open("/pages/admin/numbers?day=2020-01-02").text
    assert admin.open("/pages/admin/numbers?day=hôm-nay").status_code == 400


def test_lists_flags_and_what_was_refused(
    sandbox: RunningSandbox, admin: Browser, counter: SignedCounter
) -> None:
    page = admin.open("/pages/admin/catalogues").text
    with sandbox.province.reading() as tx:
        for line in manifest(tx).catalogues:
            assert line.sha256 in page
    first = counter.received(promise=Promise(now() + timedelta(days=3), "computed", "2026.1"))
    back = Returned(Person(NASTY), (), ReturnBasis.RECEIPT, "Lê Văn Ví Dụ")
    impossible = counter.entry(back, dossier=first.dossier)
    told = counter.entry(Told(ContactWay.PHONE, NASTY), dossier=first.dossier, officer="khong-co")
    results = counter.send([first, impossible, told])
    assert results[0].flags
    flags = admin.open("/pages/admin/flags").text
    assert counter.used[0] in flags
    refused = admin.open("/pages/admin/refused").text
    assert "Hồ sơ không còn ở bước này" in refused
    assert counter.used[0] in refused

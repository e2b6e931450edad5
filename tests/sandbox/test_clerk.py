from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.received import Promise
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Paid
from counter_app.domain.dossiers.code import provisional_code
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.sandbox import ClerkRefusedError, NoAnswerError
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.sandbox.clerk import Clerk
from counter_app.sandbox.province.province import Province
from counter_app.sandbox.settings import SandboxSettings
from tests.sandbox.counter import SignedCounter, new_uid, now
from tests.sandbox.running import RESOURCES, RunningSandbox

FEE = (FeeLine("Lệ phí", FeeKind.CHARGE, 8000),)


def test_a_dossier_goes_through_the_agency(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    first = counter.received()
    counter.send([first])
    dossier = str(first.dossier)
    clerk = sandbox.clerk
    promise = Promise(now() + timedelta(days=20), "by_hand", "2026.1", reason="phức tạp")
    decisions = (
        WorkStarted("UBND phường Mẫu"),
        PaymentDemanded(FEE),
        DueMoved(promise, "phức tạp", "Chủ tịch"),
        Finished((ResultPaper("Giấy khai sinh", "12/2026"),)),
    )
    results = [clerk.decide(dossier, each) for each in decisions]
    assert [each.server_version for each in results] == [2, 3, 4, 5]
    (row,) = clerk.dossiers(Status.FINISHED)
    assert (row["uid"], row["code"], row["version"]) == (dossier, counter.used[0], 5)
    assert row["due_at"] == promise.due_at.isoformat() if promise.due_at else False
    paid = counter.send([counter.entry(Paid(FEE), dossier=dossier)])[0]
    assert (paid.status.value, paid.server_version) == ("accepted", 6)


def test_a_repeated_decision_is_one(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    first = counter.received()
    counter.send([first])
    uid = new_uid()
    results = [
        sandbox.clerk.decide(str(first.dossier), WorkStarted("UBND"), uid=uid) for _ in range(2)
    ]
    assert results[0] == results[1]
    assert results[0].uid == uid
    assert sandbox.clerk.dossiers()[0]["version"] == 2


def test_an_impossible_decision_is_a_conflict(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    first = counter.received()
    counter.send([first])
    sandbox.clerk.decide(str(first.dossier), Finished(()))
    late = sandbox.clerk.decide(str(first.dossier), WorkStarted("UBND"))
    assert late.status.value == "conflict"
    with pytest.raises(ClerkRefusedError) as refused:
        sandbox.clerk.decide(new_uid(), WorkStarted("UBND"))
    assert refused.value.facts == {"status": 404, "reason": "dossier-unknown"}


def test_a_clerk_needs_the_password(sandbox: RunningSandbox) -> None:
    with pytest.raises(ClerkRefusedError) as refused:
        Clerk(sandbox.url, "sai").summary()
    assert refused.value.facts == {"status": 401, "reason": "officer-password"}
    with pytest.raises(NoAnswerError):
        Clerk("http://127.0.0.1:9", "x", timeout=1).summary()


def test_devices_are_listed_without_their_keys(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    (row,) = sandbox.clerk.devices()
    assert (row["number"], row["state"]) == (counter.device, "active")
    assert "key" not in row
    with pytest.raises(ClerkRefusedError):
        sandbox.clerk.revoke("99999")
    with pytest.raises(ClerkRefusedError):
        sandbox.clerk.enrol_code("1", renews="99999")
    with pytest.raises(ClerkRefusedError):
        sandbox.clerk.enrol_code("1", centre="H99")


def test_no_default_password(tmp_path: Path) -> None:
    settings = SandboxSettings(f"sqlite:///{tmp_path / 'a.db'}", RESOURCES)
    first = Province(settings)
    assert len(first.new_password) >= 16
    first.close()
    again = Province(settings)
    assert again.new_password == ""
    again.close()


def test_a_practice_province_has_a_code_that_no_province_has(tmp_path: Path) -> None:
    with RunningSandbox(tmp_path, practice=True) as sandbox:
        counter = SignedCounter(sandbox.url).enrol(sandbox.enrol_code())
        assert counter.centre == "H00.15"
        provisional = provisional_code(counter.device, now().date(), 1)
        results = counter.send(
            [
                counter.received(practice=True),
                counter.received(code=provisional, provisional=True),
            ]
        )
        assert [each.status.value for each in results] == ["accepted", "refused"]
        counter.session.close()

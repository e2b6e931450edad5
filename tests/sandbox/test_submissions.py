"""What came online or by post: into the feed, received once, and all that is new about steps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from counter_app.contract.entries import EntryResult
from counter_app.contract.feed import ChangesAnswer, DossierAnswer
from counter_app.domain.acts.certified import Certified, CertifiedWhat
from counter_app.domain.acts.decisions import WorkStarted
from counter_app.domain.acts.intake import Submitted, SubmittedFile, TurnedAway
from counter_app.domain.acts.money import PaymentCancelled, ReceiptLinked
from counter_app.domain.acts.received import ProcedureRef, Promise, ReceivedPaper
from counter_app.domain.acts.steps import (
    Complained,
    Paid,
    Receipt,
    Refused,
    Reopened,
    SupplementItem,
    SupplementRequested,
)
from counter_app.domain.dossiers.code import provisional_code
from counter_app.domain.dossiers.status import Status
from counter_app.domain.errors.sandbox import ClerkRefusedError
from counter_app.domain.people.person import Person
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from tests.sandbox.counter import SignedCounter, new_uid, now, reception
from tests.sandbox.running import RunningSandbox

BIRTH = "1.001193"
CITIZEN = Person("Trần Thị Mẫu", phone="0900000001")
FEE = (FeeLine("Lệ phí", FeeKind.CHARGE, 8000),)
RECEIPT = Receipt("MAU/26E", "0000123", "X1")

Enrolled = Callable[..., SignedCounter]


def accept(counter: SignedCounter, dossier: str, **changes: object) -> EntryResult:
    """Receive what came online: same dossier, a number of the counter's own."""
    changes = {"channel": Channel.ONLINE, **changes}
    body = reception(str(changes.pop("code", "") or counter.number()), counter.centre, **changes)
    return counter.send([counter.entry(body, dossier=dossier)])[0]


def heard(counter: SignedCounter) -> list[str]:
    """Return the kinds that the office's feed tells of, in its order."""
    answer = counter.call("GET", "/v1/changes?stream=office&cursor=&limit=100")
    changes = ChangesAnswer.model_validate(answer.json()).changes
    return [each.entry.kind for each in changes if each.entry]


def asked(counter: SignedCounter, code: str) -> DossierAnswer:
    return DossierAnswer.model_validate(counter.call("GET", f"/v1/dossiers?code={code}").json())


def test_a_citizen_submits_and_the_office_hears_of_it(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    file = SubmittedFile("to-khai.pdf", "cd" * 32, 1000)
    row = sandbox.clerk.submit(
        BIRTH, CITIZEN, papers=(ReceivedPaper("Tờ khai", photocopies=1),), files=(file,)
    )
    assert row["code"] == f"G00.99-{now():%Y%m%d}-0000001"
    answer = counter.call("GET", "/v1/changes?stream=office&cursor=&limit=100").json()
    (change,) = ChangesAnswer.model_validate(answer).changes
    assert change.entry is not None
    assert (change.dossier, change.server_version) == (row["uid"], 1)
    assert (change.entry.kind, change.entry.origin.value) == ("submitted", "server")
    assert '"cdcdcd' in change.entry.body
    (listed,) = sandbox.clerk.dossiers(Status.NEW)
    assert (listed["uid"], listed["portal_code"]) == (row["uid"], row["code"])
    found = asked(counter, row["code"])
    assert (found.code, found.portal_code, found.status) == (row["code"], row["code"], Status.NEW)


def test_a_repeated_submission_is_one(sandbox: RunningSandbox) -> None:
    uid = new_uid()
    rows = [sandbox.clerk.submit(BIRTH, CITIZEN, uid=uid) for _ in range(2)]
    assert rows[0] == rows[1]
    other = sandbox.clerk.submit(BIRTH, CITIZEN, channel=Channel.POST)
    assert other["code"].endswith("-0000002")
    assert len(sandbox.clerk.dossiers()) == 2


@pytest.mark.parametrize(
    "wrong", [{"procedure": "9.999999"}, {"channel": Channel.COUNTER}, {"centre": "H99"}]
)
def test_what_nobody_offers_is_not_submitted(
    sandbox: RunningSandbox, wrong: dict[str, Any]
) -> None:
    with pytest.raises(ClerkRefusedError) as refused:
        sandbox.clerk.submit(**{"procedure": BIRTH, "applicant": CITIZEN, **wrong})
    assert refused.value.facts == {"status": 400, "reason": "schema"}


def test_of_two_counters_one_receives_it(sandbox: RunningSandbox, enrolled: Enrolled) -> None:
    first, second = enrolled("1"), enrolled("2")
    row = sandbox.clerk.submit(BIRTH, CITIZEN)
    taken = accept(first, row["uid"], portal_code=row["code"])
    assert (taken.status.value, taken.server_version) == ("accepted", 2)
    late = accept(second, row["uid"])
    assert late.status.value == "conflict"
    assert late.problem is not None
    assert late.problem.type == "step-impossible"
    assert [each.code for each in late.problem.errors] == ["step_already_received"]
    assert "handed_over" in late.problem.possible
    assert heard(second) == ["submitted", "received"]
    for code in (row["code"], first.used[0]):
        found = asked(second, code)
        assert (found.dossier, found.code) == (row["uid"], first.used[0])
        assert (found.portal_code, found.status) == (row["code"], Status.RECEIVED)
    day = now().date()
    assert first.call("GET", f"/v1/digest?day={day}").json()["count"] == 1


def test_the_portals_code_stays_whatever_the_counter_says(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    row = sandbox.clerk.submit(BIRTH, CITIZEN)
    code = provisional_code(counter.device, now().date(), 1)
    assert accept(counter, row["uid"], code=code, provisional=True).status.value == "accepted"
    assert asked(counter, row["code"]).provisional_code == code
    told = counter.entry(Complained("Chờ lâu"), code=row["code"])
    assert counter.send([told])[0].dossier == row["uid"]


def test_a_code_of_another_dossier_stays_with_the_first(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    row = sandbox.clerk.submit(BIRTH, CITIZEN)
    entry = counter.received(portal_code=row["code"])
    assert counter.send([entry])[0].status.value == "accepted"
    assert asked(counter, row["code"]).dossier == row["uid"]


def test_before_the_reception_only_what_can_be_done_is_done(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    row = sandbox.clerk.submit(BIRTH, CITIZEN)
    ask = SupplementRequested((SupplementItem("Ảnh"),))
    results = counter.send(
        [
            counter.entry(ask, dossier=row["uid"]),
            counter.entry(Refused("không thuộc thẩm quyền"), dossier=row["uid"]),
        ]
    )
    assert [each.status.value for each in results] == ["accepted", "accepted"]
    late = accept(counter, row["uid"])
    assert late.problem is not None
    assert [each.code for each in late.problem.errors] == ["step_received_impossible"]
    work = sandbox.clerk.decide(row["uid"], WorkStarted("UBND"))
    assert work.status.value == "conflict"
    again = counter.entry(Reopened("nhầm", "cb09"), dossier=row["uid"])
    assert counter.send([again])[0].status.value == "accepted"
    assert sandbox.clerk.dossiers(Status.WAITING_SUPPLEMENT)[0]["uid"] == row["uid"]
    assert accept(counter, row["uid"]).status.value == "accepted"


def test_counters_do_not_write_submissions(counter: SignedCounter) -> None:
    body = Submitted(reception("G00.99-20261120-0000099", counter.centre), now())
    (result,) = counter.send([counter.entry(body, dossier=new_uid())])
    assert result.problem is not None
    assert result.problem.type == "kind-forbidden"


def test_the_estimate_of_another_place_is_replaced(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    first = counter.received(non_territorial=True)
    counter.send([first])
    due = now() + timedelta(days=3)
    promise = Promise(due, "working_day:3", "2026.1")
    sandbox.clerk.decide(str(first.dossier), WorkStarted("Sở Tư pháp", promise=promise))
    (row,) = sandbox.clerk.dossiers()
    assert row["due_at"] == due.isoformat()


def test_a_payment_is_taken_back_once_in_the_whole_office(
    sandbox: RunningSandbox, enrolled: Enrolled
) -> None:
    first, second = enrolled("1"), enrolled("2")
    dossier = first.received()
    paid = first.entry(Paid(FEE), dossier=str(dossier.dossier))
    back = first.entry(PaymentCancelled(paid.uid, FEE, "nhầm"), dossier=str(dossier.dossier))
    assert [each.status.value for each in first.send([dossier, paid, back])] == ["accepted"] * 3
    again = second.entry(PaymentCancelled(paid.uid, FEE, "nhầm"), dossier=str(dossier.dossier))
    (late,) = second.send([again])
    assert (late.status.value, late.problem and late.problem.errors[0].code) == (
        "conflict",
        "payment_already_cancelled",
    )


def test_an_e_receipt_comes_from_a_counter_or_from_its_provider(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    dossier = counter.received()
    paid = counter.entry(Paid(FEE), dossier=str(dossier.dossier))
    link = counter.entry(ReceiptLinked(paid.uid, RECEIPT), dossier=str(dossier.dossier))
    lost = counter.entry(ReceiptLinked(new_uid(), RECEIPT), dossier=str(dossier.dossier))
    results = counter.send([dossier, paid, link, lost])
    assert [each.status.value for each in results] == ["accepted"] * 3 + ["conflict"]
    assert results[3].problem is not None
    assert results[3].problem.errors[0].code == "payment_unknown"
    provider = sandbox.clerk.decide(str(dossier.dossier), ReceiptLinked(paid.uid, RECEIPT))
    portal = sandbox.clerk.decide(str(dossier.dossier), Complained("Chờ lâu"))
    assert [provider.status.value, portal.status.value] == ["accepted", "accepted"]


def test_acts_without_a_dossier_are_told_to_the_office(enrolled: Enrolled) -> None:
    first, second = enrolled("1"), enrolled("2")
    ref = ProcedureRef(BIRTH, "Đăng ký khai sinh", "1")
    certified = Certified("1", 2026, 1, now().date(), CertifiedWhat.COPY, "Bằng", 1, 1, FEE)
    entries = [first.entry(TurnedAway(ref, CITIZEN, "không đúng nơi")), first.entry(certified)]
    results = first.send(entries)
    assert [(each.status.value, each.server_version) for each in results] == [("accepted", 0)] * 2
    assert heard(second) == ["turned_away", "certified"]

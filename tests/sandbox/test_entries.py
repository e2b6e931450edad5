from __future__ import annotations

import dataclasses
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal

import pytest

from counter_app.contract.entries import EntryResult, WireEntry
from counter_app.domain.acts.audit import DateConfirmed, LoggedIn, NumberVoid
from counter_app.domain.acts.decisions import WorkStarted
from counter_app.domain.acts.received import Numbered, PaperFirst, ProcedureRef, Promise
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    Change,
    ContactWay,
    Corrected,
    Printed,
    PrintProof,
    SupplementItem,
    SupplementRequested,
    Told,
    Withdrawn,
)
from counter_app.domain.dates import VIETNAM
from counter_app.domain.deadlines.limit import Limit, LimitUnit
from counter_app.domain.dossiers.code import provisional_code
from counter_app.domain.journal.entry import header_hash
from counter_app.domain.people.person import Person
from tests.sandbox.counter import SignedCounter, new_uid, now, reception
from tests.sandbox.running import RunningSandbox


def shown(result: EntryResult) -> tuple[str, str]:
    return result.status.value, result.problem.type if result.problem else ""


def one(counter: SignedCounter, entry: WireEntry) -> EntryResult:
    return counter.send([entry])[0]


def told() -> Told:
    return Told(ContactWay.PHONE, "Hẹn lấy kết quả")


def printed() -> Printed:
    return Printed("01", "TT03-2025", 2, PrintProof.SPOOLER)


def test_versions_count_the_accepted_entries(counter: SignedCounter) -> None:
    first = counter.received()
    more = [counter.entry(body, dossier=first.dossier) for body in (printed(), told(), told())]
    results = counter.send([first, *more])
    assert [each.server_version for each in results] == [1, 2, 3, 4]
    assert {each.dossier for each in results} == {first.dossier}
    assert [each.sha256 for each in results] == [each.body_sha256 for each in (first, *more)]


def test_a_paper_for_a_visitor_names_no_dossier(counter: SignedCounter) -> None:
    paper = dataclasses.replace(printed(), visitor="Trần Thị Mẫu 0011••••0123", subject="Đơn")
    result = one(counter, counter.entry(paper))
    assert shown(result) == ("accepted", "")
    assert (result.dossier, result.server_version) == (None, 0)
    assert shown(one(counter, counter.entry(told()))) == ("refused", "dossier-missing")


def test_the_same_entry_gets_the_same_answer(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    entries = [counter.received()]
    entries.append(counter.entry(printed(), dossier=entries[0].dossier))
    assert counter.send(entries) == counter.send(entries) == counter.send(entries[:1] + entries[1:])
    state = counter.call("GET", f"/v1/entries/{entries[0].uid}").json()
    assert state["known"]
    assert state["result"]["server_version"] == 1
    assert sandbox.clerk.summary()["entries"] == {"accepted": 2}
    unknown = counter.call("GET", f"/v1/entries/{new_uid()}").json()
    assert (unknown["known"], unknown["result"]) == (False, None)


def test_a_reused_uid_is_refused_and_changes_nothing(counter: SignedCounter) -> None:
    first = counter.received()
    one(counter, first)
    other = counter.received()
    forged = _resealed(other, uid=first.uid)
    assert shown(one(counter, forged)) == ("refused", "uid-reused")
    assert shown(one(counter, first)) == ("accepted", "")


def _resealed(entry: WireEntry, **changes: object) -> WireEntry:
    """Return `entry` with a changed header and the right hash for it."""
    header = dataclasses.replace(entry.entry(), **changes)  # type: ignore[arg-type]
    header = dataclasses.replace(header, hash=header_hash(header))
    return WireEntry.of(header, entry.body.encode())


def test_forged_entries_are_refused_and_not_kept(counter: SignedCounter) -> None:
    entry = counter.received()
    wrong_body = entry.model_copy(update={"body": entry.body + " "})
    wrong_hash = entry.model_copy(update={"officer": "somebody"})
    unknown = entry.model_copy(update={"kind": "abolished"})
    assert shown(one(counter, wrong_body)) == ("refused", "body-digest")
    assert shown(one(counter, wrong_hash)) == ("refused", "header-hash")
    assert shown(one(counter, unknown)) == ("refused", "kind-unknown")
    assert shown(one(counter, entry)) == ("accepted", "")


def test_a_wrong_body_is_refused_for_good_and_marks_the_field(counter: SignedCounter) -> None:
    entry = counter.received(limit=Limit(LimitUnit.HOUR, Decimal(10) ** 13))
    result = one(counter, entry)
    assert shown(result) == ("refused", "body-schema")
    assert result.problem is not None
    assert [each.pointer for each in result.problem.errors] == ["/body/limit/value"]
    assert one(counter, entry) == result
    assert shown(one(counter, counter.received())) == ("accepted", "")


def test_only_the_server_decides(counter: SignedCounter) -> None:
    first = counter.received()
    decision = counter.entry(WorkStarted("UBND"), dossier=first.dossier)
    results = counter.send([first, decision])
    assert shown(results[1]) == ("refused", "kind-forbidden")


def test_order_within_and_across_batches(counter: SignedCounter) -> None:
    first = counter.received()
    second = counter.entry(printed(), dossier=first.dossier)
    third = counter.entry(told(), dossier=first.dossier)
    other = counter.received()
    early = counter.send([second, third, other])
    assert [shown(each) for each in early] == [
        ("early", "after-unknown"),
        ("early", "after-unknown"),
        ("accepted", ""),
    ]
    assert early[0].problem is not None
    assert early[0].problem.status == 425
    assert [each.server_version for each in counter.send([first, second, third])] == [1, 2, 3]


def test_reordered_in_a_batch_the_rest_comes_later(counter: SignedCounter) -> None:
    first = counter.received()
    second = counter.entry(printed(), dossier=first.dossier)
    assert [shown(each)[0] for each in counter.send([second, first])] == ["early", "early"]
    assert [shown(each)[0] for each in counter.send([first, second])] == ["accepted", "accepted"]


def test_an_unborn_dossier_is_waited_for(counter: SignedCounter) -> None:
    entry = counter.entry(told(), dossier=new_uid(), after=None)
    assert shown(one(counter, entry)) == ("early", "dossier-early")


def test_what_stands_behind_a_refused_one_waits(counter: SignedCounter) -> None:
    first = counter.received()
    out = counter.entry(Withdrawn("rút"), dossier=first.dossier)
    again = counter.entry(Withdrawn("rút nữa"), dossier=first.dossier)
    behind = counter.entry(told(), dossier=first.dossier)
    results = counter.send([first, out, again, behind])
    assert [shown(each) for each in results[2:]] == [
        ("conflict", "step-impossible"),
        ("early", "after-refused"),
    ]
    # The officer saw it and sends it all the same: then it is judged by itself.
    assert shown(one(counter, behind)) == ("accepted", "")


def test_a_step_that_came_too_late_names_the_possible_ones(counter: SignedCounter) -> None:
    first = counter.received()
    back = Returned(Person("Trần Thị Mẫu"), (ResultPaper("Giấy"),), ReturnBasis.RECEIPT, "Lê Ví")
    counter.send([first])
    result = one(counter, counter.entry(back, dossier=first.dossier))
    assert shown(result) == ("conflict", "step-impossible")
    assert result.problem is not None
    assert result.problem.status == 409
    assert {"result_taken_in", "withdrawn"} <= set(result.problem.possible)
    assert "returned" not in result.problem.possible
    taken = counter.entry(ResultTakenIn((ResultPaper("Giấy"),)), dossier=first.dossier)
    anew = counter.entry(back, dossier=first.dossier)
    assert [each.server_version for each in counter.send([taken, anew])] == [2, 3]


def test_a_code_is_bound_to_its_dossier(
    counter: SignedCounter, enrolled: Callable[..., SignedCounter]
) -> None:
    first = counter.received()
    other = enrolled("2")
    entry = other.entry(told(), code=counter.used[0])
    assert shown(one(other, entry)) == ("early", "dossier-early")
    counter.send([first])
    result = one(other, entry)
    assert (shown(result), result.dossier) == (("accepted", ""), first.dossier)
    assert result.server_version == 2


def test_a_provisional_receipt_gets_its_number(counter: SignedCounter) -> None:
    code = provisional_code(counter.device, now().date(), 1)
    first = counter.received(code=code, provisional=True)
    number = Numbered(counter.number(), counter.blocks[0]["id"], "1", 2026, 1)
    results = counter.send([first, counter.entry(number, dossier=first.dossier)])
    assert [shown(each) for each in results] == [("accepted", ""), ("accepted", "")]
    for either in (code, number.code):
        found = counter.call("GET", f"/v1/dossiers?code={either}").json()
        assert (found["code"], found["provisional_code"]) == (number.code, code)
    twice = counter.entry(dataclasses.replace(number, code=counter.number()), dossier=first.dossier)
    assert shown(one(counter, twice)) == ("conflict", "step-impossible")


def test_numbers_without_a_grant_are_refused(
    counter: SignedCounter, enrolled: Callable[..., SignedCounter]
) -> None:
    other = enrolled("2")
    today = f"{now():%y%m%d}"
    wrong = [
        other.number(),  # another device's
        f"H26.15-{today}-5000",  # nobody's
        f"H26.16-{today}-0001",  # another agency's
        f"H26.15-{today}-00001",  # five digits
        f"H26.15-20{today}-0001",
        f"h26.15-{today}-0001",
        "ghi tay",
    ]
    results = counter.send([counter.received(code=each) for each in wrong])
    assert {shown(each) for each in results} == {("refused", "number-not-granted")}
    foreign = counter.received(
        code=provisional_code(other.device, now().date(), 1), provisional=True
    )
    assert shown(one(counter, foreign)) == ("refused", "number-not-granted")


def test_a_number_bears_one_dossier(counter: SignedCounter) -> None:
    counter.send([counter.received()])
    again = counter.received(code=counter.used[0])
    assert shown(one(counter, again)) == ("conflict", "number-taken")


def test_practice_stays_practice(counter: SignedCounter) -> None:
    assert shown(one(counter, counter.received(practice=True))) == ("refused", "practice")
    code = f"H00.15-{now():%y%m%d}-0001"
    assert shown(one(counter, counter.received(code=code))) == ("refused", "practice")


def test_a_reception_is_flagged_not_refused(
    sandbox: RunningSandbox, counter: SignedCounter
) -> None:
    late = now() + timedelta(days=3)
    entry = counter.received(
        procedure=ProcedureRef("9.999999", "Thủ tục chưa ai ban hành", "1"),
        limit=Limit(LimitUnit.WORKING_DAY, Decimal(3)),
        promise=Promise(now() + timedelta(days=90), "working_day:3", "2026.1"),
        centre="H26.99",
        received_at=late,
    )
    result = one(counter, entry)
    assert result.status.value == "accepted"
    assert set(result.flags) == {
        "procedure-unknown",
        "officer-unknown",
        "due-differs",
        "centre-differs",
        "clock-off",
        "number-day",
    }
    assert sandbox.clerk.flags()[0]["uid"] == entry.uid


def test_what_is_as_published_has_no_flag(counter: SignedCounter) -> None:
    plain = reception(counter.number(), counter.centre)
    body = dataclasses.replace(
        plain, procedure=ProcedureRef("1.001193", "Đăng ký khai sinh", "mau-1")
    )
    entry = counter.entry(body, dossier=new_uid(), officer="CB-001")
    result = one(counter, entry)
    assert (shown(result), result.flags) == (("accepted", ""), ())
    outside = counter.entry(
        dataclasses.replace(body, code=counter.number()), dossier=new_uid(), officer="CB-404"
    )
    assert one(counter, outside).flags == ("officer-unknown",)


def test_a_late_arrival_is_flagged(sandbox: RunningSandbox, counter: SignedCounter) -> None:
    entry = counter.received()
    sandbox.clock.shift = timedelta(days=3)
    counter.time_shift = timedelta(days=3)
    assert "number-late" in one(counter, entry).flags


def test_a_broken_limit_without_a_breach_is_flagged(counter: SignedCounter) -> None:
    first = counter.received()
    ask = SupplementRequested((SupplementItem("Bản sao"),))
    entries = [first, *(counter.entry(ask, dossier=first.dossier) for _ in range(2))]
    results = counter.send(entries)
    assert [each.flags for each in results[1:]] == [(), ("supplement_again",)]


@pytest.mark.parametrize(
    ("pointer", "before", "expected"),
    [
        ("/note", '""', ("conflict", "correction-differs")),
        ("/subject", "null", ("accepted", "")),
        ("/code", '"x"', ("refused", "field-fixed")),
    ],
)
def test_corrections_are_compared_by_field(
    counter: SignedCounter, pointer: str, before: str, expected: tuple[str, str]
) -> None:
    first = counter.received()
    own = Corrected("gõ nhầm", (Change("/note", "null", '"ghi chú của quầy"'),))
    change = Change(pointer, before, '"ghi chú khác"')
    entries = [
        first,
        counter.entry(own, dossier=first.dossier),
        counter.entry(Corrected("gõ nhầm", (change,)), dossier=first.dossier),
    ]
    assert shown(counter.send(entries)[2]) == expected


def test_the_audit_lane_has_no_order(counter: SignedCounter) -> None:
    void = NumberVoid(counter.blocks[0]["id"], 10, 10, "kẹt giấy")
    entries = [counter.entry(LoggedIn("Lê Ví")), counter.entry(void)]
    results = counter.send(entries)
    assert [(each.status.value, each.server_version) for each in results] == [("accepted", 0)] * 2
    feed = counter.call("GET", "/v1/changes").json()
    assert [each["entry"]["kind"] for each in feed["changes"]] == ["number_void"]


def test_times_of_another_zone_keep_their_hash(counter: SignedCounter) -> None:
    at = now().astimezone(VIETNAM).astimezone(tz=None)
    first = counter.received()
    step = counter.entry(told(), dossier=first.dossier, at=at.replace(microsecond=120_000))
    assert [each.status.value for each in counter.send([first, step])] == ["accepted"] * 2


def test_a_confirmed_date_is_flagged_once(counter: SignedCounter) -> None:
    """A supervisor looks at who said what day it was, not at each act of that day."""
    said = DateConfirmed(now() - timedelta(days=6000))
    entries = [counter.entry(said), counter.received()]
    results = counter.send(entries)
    assert results[0].flags == ("date-confirmed",)
    assert "date-confirmed" not in results[1].flags
    feed = counter.call("GET", "/v1/changes").json()
    assert feed["changes"][0]["flags"] == ["date-confirmed"]


def test_what_was_on_paper_first_has_todays_number_and_no_flag(counter: SignedCounter) -> None:
    plain = reception(
        counter.number(),
        counter.centre,
        procedure=ProcedureRef("1.001193", "Đăng ký khai sinh", "mau-1"),
        received_at=now() - timedelta(days=4),
        paper_first=PaperFirst("Mất điện", "G-17"),
    )
    entry = counter.entry(plain, dossier=new_uid(), officer="CB-001")
    result = one(counter, entry)
    assert (shown(result), result.flags) == (("accepted", ""), ())
    moved = Change(
        "/received_at",
        f'"{plain.received_at.isoformat()}"',
        f'"{(plain.received_at - timedelta(days=1)).isoformat()}"',
    )
    fixed = Change("/paper_first", '{"number": "G-17", "reason": "Mất điện"}', "null")
    for change, status in ((moved, "accepted"), (fixed, "refused")):
        body = Corrected("gõ nhầm ngày", (change,))
        step = counter.entry(body, dossier=entry.dossier, officer="CB-001")
        assert one(counter, step).status.value == status

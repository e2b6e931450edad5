"""What the server didn't take is settled at the counter, against the real reference server."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pytest

from counter_app.domain.acts.files import PaperScanned
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import Received
from counter_app.domain.acts.steps import ContactWay, Corrected, Dropped, Told, Withdrawn
from counter_app.domain.errors.work import (
    AnswerOpenError,
    AnswerSettledError,
    FalseStepError,
    NotPermittedError,
)
from counter_app.domain.journal.outcome import State
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.settling.three_ways import Choice
from counter_app.services.answers.answered import Way
from counter_app.services.answers.settling import choose, drop, renumber, resend
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.stepping import record
from counter_app.services.steps.recording import correct
from tests.sandbox.running import RunningSandbox
from tests.services.answers.conftest import Desk, rows

SCAN = PaperScanned("Tờ khai", "ab" * 32, 1000, 20_000, "scanner")


def test_a_refused_act_is_corrected_and_what_stood_behind_it_goes_on(
    desk: Desk, sandbox: RunningSandbox
) -> None:
    dossier = desk.register()
    desk.send()
    scan = desk.write(Kind.PAPER_SCANNED, SCAN, dossier)
    behind = record(
        desk.place, desk.session, dossier, Told(ContactWay.PHONE, "Hẹn lấy kết quả")
    ).last_uid
    assert desk.send().refused == 1
    found = desk.answer(scan)
    assert found.ways == (Way.MEND, Way.DROP)
    assert [(mark.pointer, mark.code) for mark in found.said.marks] == [
        ("/body/pages", "out_of_range")
    ]
    assert found.said.detail == "Xem các ô được đánh dấu."
    with desk.place.store.reading() as tx:
        waiting = tx.dossiers.get(dossier)
    assert waiting is not None
    assert (waiting.scans, waiting.attention) == ((), (scan,))

    new = resend(desk.place, desk.session, scan, {("pages",): "2"}).entry
    assert (new.supersedes, new.after, new.dossier) == (scan, found.entry.after, dossier)
    assert desk.queued(scan).state is State.SUPERSEDED
    assert json.loads(desk.queued(scan).problem)["type"] == "body-schema"  # told for ever
    with desk.place.store.reading() as tx:
        mended = tx.dossiers.get(dossier)
    assert mended is not None
    assert [each.pages for each in mended.scans] == [2]
    assert mended.attention == mended.held == ()
    assert [step.uid for step in mended.steps][-2:] == [new.uid, behind]
    record(desk.place, desk.session, dossier, Told(ContactWay.SMS, "b"))
    with desk.place.store.reading() as tx:
        going = [each.entry for each in tx.deliveries.waiting(desk.wire.clock())]
        newest = tx.journal.get(going[-1].uid)
    assert [each.uid for each in going][:2] == [new.uid, behind]
    assert newest is not None
    assert newest.entry.after == behind  # the chain of the dossier goes on from its real end
    assert desk.send().accepted == 3
    assert rows(sandbox, dossier)[1:3] == [
        (scan, "refused", "body-schema"),
        (new.uid, "accepted", None),
    ]
    versions = {uid: each.server_version for uid, each in desk.outcomes(dossier).items()}
    assert versions[new.uid] == 2
    assert versions[behind] == 3
    assert desk.place.store.verify().is_whole
    with pytest.raises(AnswerSettledError):
        resend(desk.place, desk.session, scan, {})
    with desk.place.store.reading() as tx:
        both = [tx.journal.get(uid) for uid in (scan, new.uid)]
    assert [each.body.pages for each in both if each] == [20_000, 2]  # type: ignore[union-attr]


def test_a_correction_that_is_refused_again_is_corrected_again(
    desk: Desk, sandbox: RunningSandbox
) -> None:
    dossier = desk.register()
    scan = desk.write(Kind.PAPER_SCANNED, SCAN, dossier)
    told = desk.write(Kind.TOLD, Told(ContactWay.PHONE, "x"), dossier)
    desk.send()
    second = resend(desk.place, desk.session, scan, {("pages",): "30000"}).entry.uid
    assert desk.send().refused == 1
    assert desk.outcomes(dossier)[told].state is State.PENDING
    third = resend(desk.place, desk.session, second, {("pages",): "3"}).entry
    assert desk.send().accepted == 2
    assert third.supersedes == second
    with desk.place.store.reading() as tx:
        dossier_now = tx.dossiers.get(dossier)
    assert dossier_now is not None
    assert [step.uid for step in dossier_now.steps][-2:] == [third.uid, told]
    assert [status for _, status, _ in rows(sandbox, dossier)] == [
        "accepted", "refused", "refused", "accepted", "accepted",
    ]  # fmt: skip


def test_a_number_that_is_anothers_is_replaced_and_the_paper_must_be_too(
    desk: Desk, sandbox: RunningSandbox
) -> None:
    dossier = desk.register()
    with desk.place.store.reading() as tx:
        was = tx.dossiers.get(dossier)
    assert was is not None
    foreign = dataclasses.replace(was.received, code=was.code[:-4] + "9876")
    bad = desk.write(Kind.RECEIVED, foreign, "019a0000-0000-7000-8000-0000000000aa")
    born = str(desk.queued(bad).dossier)
    behind = desk.write(Kind.TOLD, Told(ContactWay.PHONE, "x"), born)
    assert desk.send().refused == 1
    found = desk.answer(bad)
    assert found.ways == (Way.RENUMBER,)
    with pytest.raises(AnswerSettledError):
        drop(desk.place, desk.session, bad, "thôi")  # the citizen holds its paper
    new = renumber(desk.place, desk.session, bad)
    assert isinstance(new.body, Received)
    assert new.body.code != foreign.code
    assert new.body.applicant == foreign.applicant
    assert desk.send().accepted == 2
    assert [uid for uid, status, _ in rows(sandbox, born) if status == "accepted"] == [
        new.entry.uid,
        behind,
    ]


def test_two_counters_correct_one_field_and_an_officer_chooses(
    open_desk: Callable[[], Desk], sandbox: RunningSandbox
) -> None:
    mine, other = open_desk(), open_desk()
    dossier = mine.register()
    mine.send()
    other.hear()

    def to(desk: Desk, phone: str, note: str) -> str:
        return correct(
            desk.place,
            desk.session,
            dossier,
            lambda now: dataclasses.replace(
                now, note=note, applicant=dataclasses.replace(now.applicant, phone=phone)
            ),
            "gõ nhầm",
        ).last_uid

    to(other, "0900000222", "quầy khác ghi")
    other.send()
    uid = to(mine, "0900000111", "quầy này ghi")
    assert mine.send().conflicts == 1
    found = mine.answer(uid)
    assert found.ways == (Way.CHOOSE, Way.DROP)
    shown = {each.path: (each.base, each.mine, each.theirs) for each in found.differences}
    assert shown[("note",)] == (None, "quầy này ghi", "quầy khác ghi")
    assert shown[("applicant", "phone")][1:] == ("0900000111", "0900000222")
    with pytest.raises(AnswerOpenError):
        choose(mine.place, mine.session, uid, {("note",): Choice.MINE})
    choices = {("note",): Choice.MINE, ("applicant", "phone"): Choice.THEIRS}
    new = choose(mine.place, mine.session, uid, choices)
    assert isinstance(new.body, Corrected)
    (change,) = new.body.changes
    assert (change.pointer, json.loads(change.before), json.loads(change.after)) == (
        "/note", "quầy khác ghi", "quầy này ghi",
    )  # fmt: skip
    assert mine.send().accepted == 1
    for each in (mine, other):
        each.hear()
        with each.place.store.reading() as tx:
            now = tx.dossiers.get(dossier)
        assert now is not None
        assert (now.received.note, now.received.applicant.phone) == ("quầy này ghi", "0900000222")
    again = to(other, "0900000333", "lần ba")
    to(mine, "0900000444", "lần bốn")
    other.send()
    assert mine.send().conflicts == 1
    (waiting,) = [
        uid for uid, each in mine.outcomes(dossier).items() if each.state is State.CONFLICT
    ]
    theirs = dict.fromkeys((("note",), ("applicant", "phone")), Choice.THEIRS)
    given_up = choose(mine.place, mine.session, waiting, theirs)
    assert given_up.body == Dropped("", "corrected")
    assert mine.send().accepted == 1
    assert [uid for uid, status, _ in rows(sandbox, dossier) if status == "accepted"][-2:] == [
        again, given_up.entry.uid,
    ]  # fmt: skip


def test_a_step_that_came_too_late_is_given_up_with_its_reason(
    open_desk: Callable[[], Desk],
) -> None:
    mine, other = open_desk(), open_desk()
    dossier = mine.register()
    mine.send()
    other.hear()
    record(other.place, other.session, dossier, Withdrawn("công dân rút"))
    other.send()
    uid = record(mine.place, mine.session, dossier, Withdrawn("rút ở quầy này")).last_uid
    assert mine.send().conflicts == 1
    found = mine.answer(uid)
    assert found.ways == (Way.DROP,)
    assert Kind.REOPENED in found.said.possible
    with pytest.raises(FalseStepError):
        drop(mine.place, mine.session, uid, " ")
    clerk = Session(Officer("cb-9", "Lê Văn Thử", roles=(Role.FEES,)), "online")
    with pytest.raises(NotPermittedError):
        drop(mine.place, clerk, uid, "không phải việc của mình")
    drop(mine.place, mine.session, uid, "Quầy khác đã ghi rút")
    assert mine.send().accepted == 1
    assert mine.wire.counts().in_need == 0


def test_a_place_is_taken_once(desk: Desk, sandbox: RunningSandbox) -> None:
    """Two corrections of one act, of a store that was set back: the server takes one of them."""
    dossier = desk.register()
    scan = desk.write(Kind.PAPER_SCANNED, SCAN, dossier)
    desk.send()
    resend(desk.place, desk.session, scan, {("pages",): "2"})
    with desk.place.store.writing() as tx:
        old = tx.journal.get(scan)
        assert old is not None
        moment = desk.place.moment(tx)
        tx.journal.append(
            Kind.PAPER_SCANNED,
            dataclasses.replace(SCAN, pages=4),
            uid=desk.place.new_id(),
            dossier=dossier,
            author=desk.place.author(desk.session),
            occurred_at=moment.at,
            clock_quality=moment.quality,
            supersedes=old.entry,
        )
    report = desk.send()
    assert (report.accepted, report.conflicts) == (1, 1)
    assert [why for *_, why in rows(sandbox, dossier)] == [
        None, "body-schema", None, "supersedes-settled",
    ]  # fmt: skip

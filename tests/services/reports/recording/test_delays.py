"""Late recording: what is known of the moment of an act, counted by step and whose it is."""

from __future__ import annotations

import dataclasses
from datetime import timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.journal.clock_quality import ClockQuality
from counter_app.domain.journal.outcome import Outcome, State
from counter_app.domain.officers.roles import Role
from counter_app.domain.people.person import Person
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import Cell, ReportSheet
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.piles import hand_over, take_results_in
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.returning import return_result
from counter_app.services.reports.asked import Report
from counter_app.services.reports.making import behind, make_report
from counter_app.services.reports.recording.delays import DELAYS
from tests.made import received
from tests.services.conftest import Counter

PERSON = Person("Trần Thị Mẫu")


def head(counter: Counter) -> Session:
    officer = dataclasses.replace(counter.session.officer, roles=(Role.SUPERVISOR,))
    return Session(officer, "online")


def made(counter: Counter, report: Report = DELAYS, step: Step = Step.MONTH) -> ReportSheet:
    period = period_of(step, counter.clock.at.date())
    return make_report(counter.workplace, head(counter), report, period)


def cells(sheet: ReportSheet, words: str) -> dict[str, Cell]:
    row = next(row for row in sheet.rows if str(row.cells[0].value).strip() == words)
    return dict(zip((column.key for column in sheet.columns), row.cells, strict=True))


def values(sheet: ReportSheet, words: str) -> tuple[object, ...]:
    names = ("count", "told", "prompt", "same_day", "later", "share", "median", "p90")
    found = cells(sheet, words)
    return tuple(found[name].value for name in names)


def register(counter: Counter, count: int) -> list[str]:
    uids = []
    for _ in range(count):
        uid = counter.workplace.new_id()
        receive(counter.workplace, counter.session, Reception("1.001193", PERSON), uid)
        uids.append(uid)
    return uids


def paper_first(counter: Counter, minutes: int) -> str:
    """Write a reception that was on paper first, as the closed day does."""
    place, uid, at = counter.workplace, counter.workplace.new_id(), counter.clock.at
    body = received(
        f"H26.15-261120-9{minutes:03}",
        received_at=at - timedelta(minutes=minutes),
        paper_first=PaperFirst("mất điện", "17"),
    )
    with place.store.writing() as tx:
        tx.journal.append(
            Kind.RECEIVED,
            body,
            uid=uid,
            dossier=uid,
            author=place.author(counter.session),
            occurred_at=at,
            clock_quality=ClockQuality.SYNCED,
        )
    return uid


def test_steps_are_measured_from_what_is_known(counter: Counter) -> None:
    uids = register(counter, 5)
    paper_first(counter, 40)
    late = paper_first(counter, 26 * 60)
    counter.clock.go(hours=3)
    place, session, at = counter.workplace, counter.session, counter.clock.at
    hand_over(place, session, uids[:2], "Phòng Mẫu")
    hand_over(place, session, uids[2:], "Phòng Mẫu", done_at=at - timedelta(minutes=90))
    counter.clock.go(days=3)
    paper = ResultPaper("Giấy khai sinh", issued_on=counter.clock.at.date() - timedelta(days=2))
    take_results_in(place, session, [(uids[0], (paper,))])
    done = counter.clock.at - timedelta(days=1)
    take_results_in(place, session, [(uids[1], (paper,))], done_at=done)
    with place.store.reading() as tx:
        dossier = tx.dossiers.get(uids[0])
    assert dossier is not None
    return_result(place, session, dossier)
    sheet = made(counter)
    assert values(sheet, "Bàn giao hồ sơ") == (5, 3, 2, 3, 0, 400, 90, 90)
    found = [row.cells[1:6] for row in sheet.rows if row.cells[0].value == "Tiếp nhận"]
    assert [cell.value for cell in found[0]] == [7, 2, 5, 1, 1]
    assert values(sheet, "Nhận kết quả về quầy") == (2, 1, 1, 0, 1, None, None, None)
    signed = values(sheet, "Từ ngày ký kết quả đến khi ghi về quầy")
    assert signed == (1, 1, 0, 0, 1, None, None, None)
    assert values(sheet, "Trả kết quả")[0] == 1
    assert values(sheet, "Nhận lại hồ sơ")[0] == 0
    assert values(sheet, "Cộng các việc của cán bộ")[:5] == (15, 6, 9, 4, 2)
    assert values(sheet, "cb-01")[:5] == (15, 6, 9, 4, 2)
    assert values(sheet, "Quầy 12")[:5] == (15, 6, 9, 4, 2)
    drill = found[0][4].drill
    assert drill is not None
    period = period_of(Step.MONTH, counter.clock.at.date())
    assert behind(place, head(counter), DELAYS, period, drill) == (late,)
    told = cells(sheet, "Bàn giao hồ sơ")["told"].drill
    assert told is not None
    assert set(behind(place, head(counter), DELAYS, period, told)) == set(uids[2:])


def test_sending_is_measured_by_the_servers_receipt(counter: Counter) -> None:
    register(counter, 1)
    place = counter.workplace
    with place.store.writing() as tx:
        server = (counter.clock.at + timedelta(minutes=31)).isoformat()
        (sent,) = tx.deliveries.waiting(counter.clock.at, 10)
        tx.deliveries.answered(sent.entry.uid, Outcome(State.ACCEPTED, 1), f"{server} 4")
    row = cells(made(counter), "Từ khi ghi đến khi máy chủ nhận")
    assert (row["count"].value, row["same_day"].value, row["later"].value) == (1, 1, 0)


@pytest.mark.parametrize(("hours", "code"), [(1, "done_later"), (-30, "done_before_reception")])
def test_a_moment_that_cannot_be_is_refused(counter: Counter, hours: int, code: str) -> None:
    (uid,) = register(counter, 1)
    counter.clock.go(hours=5)
    done = counter.clock.at + timedelta(hours=hours)
    with pytest.raises(FalseStepError) as refused:
        hand_over(counter.workplace, counter.session, [uid], "Phòng Mẫu", done_at=done)
    assert [each.code for each in refused.value.problems] == [code]
    with counter.workplace.store.reading() as tx:
        dossier = tx.dossiers.get(uid)
    assert dossier is not None
    assert len(dossier.steps) == 1


def test_delays_are_the_same_after_bodies_are_erased(counter: Counter) -> None:
    uids = register(counter, 3)
    counter.clock.go(hours=2)
    done = counter.clock.at - timedelta(minutes=50)
    hand_over(counter.workplace, counter.session, uids, "Phòng Mẫu", done_at=done)
    before = made(counter).rows
    with counter.workplace.store.writing() as tx:
        tx.lives.connection.exec_driver_sql("UPDATE body SET data = NULL")
    assert made(counter).rows == before

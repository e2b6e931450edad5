"""Who will be late, who is, who waits for a letter; the same in lines and in the report."""

from __future__ import annotations

import dataclasses
from dataclasses import replace
from datetime import date, timedelta

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    DueExtended,
    HandedOver,
    SupplementItem,
    SupplementRequested,
    Withdrawn,
)
from counter_app.domain.deadlines.working_time import working_time
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.roles import Role
from counter_app.domain.reports.period import Period, Step, period_of
from counter_app.domain.reports.sheet import Drill, RowKind
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.late.lines import late_lines
from counter_app.services.late.standing import LateDossier, expected_on, late_stand, plan_of
from counter_app.services.reports.late_letters import REPORT
from counter_app.services.reports.making import behind, follow, make_report
from counter_app.services.reports.shelf import report
from counter_app.services.steps.timing import apologise
from tests.made import person
from tests.services.conftest import Counter

BIRTH, SLOW, BURIAL = "1.001193", "1.004884", "1.001731"
HEAD = Session(Officer("cb-09", "Hoàng Thị Giả Định", roles=(Role.SUPERVISOR,)), "online")


def received(counter: Counter, code: str = SLOW) -> Dossier:
    return receive(counter.workplace, counter.session, Reception(code, person()))


def practise(counter: Counter) -> None:
    """Write a dossier of practice, as a copy of a real one."""
    place, real = counter.workplace, received(counter)
    with place.store.writing() as tx:
        tx.journal.append(
            Kind.RECEIVED,
            replace(real.received, practice=True, code="H26.15-261120-9001", serial=99),
            uid=place.new_id(),
            dossier=place.new_id(),
            author=place.author(counter.session),
            occurred_at=counter.clock.at,
            clock_quality=counter.clock.quality,
        )
    record(place, counter.session, real.uid, Withdrawn("Đăng ký nhầm"))


def finish(counter: Counter, uid: str, *, returned: bool = False) -> None:
    place, session = counter.workplace, counter.session
    papers = (ResultPaper("Giấy khai sinh"),)
    record(place, session, uid, ResultTakenIn(papers))
    if returned:
        body = Returned(person(), papers, ReturnBasis.RECEIPT, "Phạm Thị Ví")
        record(place, session, uid, body)


def uids(found: tuple[LateDossier, ...]) -> set[str]:
    return {each.line.uid for each in found}


def test_will_be_late_when_the_rest_of_the_work_has_no_room(counter: Counter) -> None:
    at_counter, at_agency = received(counter), received(counter)
    record(counter.workplace, counter.session, at_agency.uid, HandedOver("Phòng Mẫu"))
    due = at_counter.promise.due_at
    assert due is not None
    assert late_stand(counter.workplace) == late_stand(counter.workplace)
    assert late_stand(counter.workplace).will == ()
    place = counter.workplace
    worked = working_time(place.reference.calendar, place.reference.policy.hours)
    whole = worked.minutes_between(at_counter.received.received_at, due)
    counter.clock.at = worked.add_minutes(counter.clock.at, whole // 2 + 30)
    stand = late_stand(place)
    assert uids(stand.will) == {at_counter.uid}, "nobody has begun with it, half the time is gone"
    (will,) = stand.will
    assert 0 < will.left < will.needed == whole // 2
    assert will.expected > due.date()
    assert stand.late == stand.without == ()
    assert uids(late_stand(place, plan=lambda _: 10_000).will) == {at_counter.uid, at_agency.uid}
    assert late_stand(place, plan=lambda _: 0).will == (), "the process says that little is left"
    tomorrow = Period(due.date() + timedelta(days=1), due.date() + timedelta(days=1))
    assert late_stand(place, tomorrow).will == ()


def test_the_plan_of_the_procedure_says_what_is_still_needed(counter: Counter) -> None:
    place = counter.workplace
    reference, clock = place.reference, counter.clock
    worked = working_time(reference.calendar, reference.policy.hours)
    planned, plain = received(counter, BURIAL), received(counter)
    due = planned.promise.due_at
    assert due is not None

    def needed(dossier: Dossier) -> int | None:
        with place.store.reading() as tx:
            line = tx.lists.line(dossier.uid)
            assert line is not None
            return plan_of(reference, tx, [line], worked, clock.at)(line)

    steps = reference.procedures.with_version(BURIAL, planned.received.procedure.version)
    assert steps is not None
    whole = sum(step.minutes for step in steps.steps)
    assert (needed(planned), needed(plain)) == (whole, None)
    clock.at = worked.add_minutes(clock.at, 60)
    record(place, counter.session, planned.uid, HandedOver(steps.steps[1].unit))
    rest = whole - steps.steps[0].minutes
    assert needed(planned) == rest, "the counter was quicker than planned"
    assert worked.minutes_between(clock.at, due) > rest
    assert late_stand(place).will == ()
    clock.at = worked.add_minutes(clock.at, worked.minutes_between(clock.at, due) - 300)
    assert planned.uid in uids(late_stand(place).will), "to be signed and given out takes longer"
    assert planned.uid not in uids(late_stand(place, plan=lambda _: 299).will)


def test_pauses_practice_and_mistakes_are_never_late(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    late, paused, mistake, in_time = (received(counter) for _ in range(4))
    practise(counter)
    record(place, session, paused.uid, SupplementRequested((SupplementItem("Đơn"),)))
    record(place, session, mistake.uid, Withdrawn("Đăng ký nhầm"))
    finish(counter, in_time.uid)
    counter.clock.go(days=30)
    stand = late_stand(place)
    assert uids(stand.late) == uids(stand.without) == {late.uid}
    assert stand.will == ()
    assert [count for _, count in stand.without_by_agency] == [1]
    finish(counter, late.uid)
    stand = late_stand(place)
    assert stand.late == ()
    assert uids(stand.without) == {late.uid}, "it is finished late, without a letter"
    apologise(place, session, late.uid, "Quá tải")
    assert late_stand(place).without == ()


def test_a_letter_of_an_older_promise_says_nothing_of_the_new_one(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    dossier = received(counter)
    apologise(place, session, dossier.uid, "Quá tải")
    before = dossier.promise.due_at
    assert before is not None
    moved = replace(dossier.promise, due_at=before + timedelta(days=7))
    counter.clock.at = before - timedelta(days=3)
    record(place, session, dossier.uid, DueExtended(moved, "Chờ", "Nguyễn Văn Dụ"))
    counter.clock.go(days=30)
    (late,) = late_stand(place).without
    assert (late.letters, late.letter) == (1, None)


def test_a_year_without_calendar_makes_the_day_an_estimate(counter: Counter) -> None:
    reference = counter.workplace.reference
    day, why = expected_on(reference, counter.clock.at, counter.clock.at, 400_000)
    assert not reference.calendar.is_approved(day.year)
    assert why is not None
    assert (why.code, why.facts) == ("late_year_estimated", (("year", str(day.year)),))
    day, why = expected_on(reference, counter.clock.at, counter.clock.at, 0)
    assert (day, why) == (date(2026, 11, 23), None), "the 20th is a Friday"


def test_lines_and_report_say_the_same(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    written, returned, still = received(counter), received(counter), received(counter)
    other = received(counter, BURIAL)
    in_time = received(counter)
    finish(counter, in_time.uid, returned=True)
    counter.clock.go(days=14)
    apologise(place, session, written.uid, "Quá tải")
    finish(counter, returned.uid, returned=True)
    counter.clock.go(days=7)
    follow(place)
    due = written.promise.due_at
    assert due is not None
    with place.store.reading() as tx:
        found = late_lines(tx, date(2026, 1, 1), date(2027, 1, 1), now=counter.clock.at)
        lines = {each.dossier: each for each in found}
        assert late_lines(tx, date(2025, 1, 1), date(2025, 12, 31)) == ()
        day = due.date()
        of_day = {each.dossier for each in late_lines(tx, day, day)}
        assert {written.uid, returned.uid, still.uid} <= of_day
        assert late_lines(tx, day + timedelta(days=2), date(2027, 1, 1)) == ()
    assert lines.keys() == {written.uid, returned.uid, still.uid, other.uid}
    line = lines[written.uid]
    assert (line.code, line.apology_number, line.has_letter) == (written.code, "01/Q12", True)
    assert (line.due_at, line.finished_at) == (due, None)
    assert lines[returned.uid].finished_at is not None
    assert 0 < lines[returned.uid].days < lines[still.uid].days
    month = period_of(Step.MONTH, day)
    period = Period(month.first, month.last.replace(day=31, month=12))
    sheet = make_report(place, HEAD, report(REPORT.name), period)
    rows = {str(row.cells[0].value): [cell.value for cell in row.cells[1:5]] for row in sheet.rows}
    assert rows["Tổng cộng"] == [4, 3, 1, 3]
    assert sheet.rows[-1].kind is RowKind.TOTAL
    home = place.reference.agencies.with_code(written.received.procedure.agency_code)
    assert home is not None
    assert rows[home.name] == [3, 2, 1, 2]
    uids_behind = behind(place, HEAD, REPORT, period, Drill("without", (("agency", home.code),)))
    assert set(uids_behind) == {returned.uid, still.uid}
    assert behind(place, HEAD, REPORT, period, Drill("unknown")) == ()
    empty = make_report(place, HEAD, REPORT, period_of(Step.YEAR, date(2024, 1, 1)))
    assert [cell.value for cell in empty.rows[-1].cells] == [
        "Tổng cộng", 0, 0, 0, 0, 0, None, None,
    ]  # fmt: skip
    assert empty.notes[0] == "Không có hồ sơ trễ hẹn trong kỳ."
    assert all(dataclasses.asdict(column)["definition"] for column in sheet.columns[1:])

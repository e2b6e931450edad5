"""A day with planted differences lists each of them and no other, and closes as one entry."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.acts.office import DayClosed, Gap
from counter_app.domain.acts.received import PaperFirst
from counter_app.domain.acts.results import ResultPaper
from counter_app.domain.acts.steps import Printed, PrintProof
from counter_app.domain.closing.unfinished import LastStep
from counter_app.domain.dossiers.dossier import Dossier
from counter_app.domain.errors.work import ClockDoubtfulError, FalseStepError
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.closing.closing import close_day, scan_into_pile
from counter_app.services.closing.kept import explain, mark_found, take_out
from counter_app.services.closing.stand import DayStand, closings_of, day_stand
from counter_app.services.dossiers.piles import hand_over, take_results_in
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.dossiers.stepping import record
from counter_app.services.money.payments import take_payment
from counter_app.services.money.shift import close_shift
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"


def _receive(counter: Counter, *, printed: bool = True) -> Dossier:
    dossier = receive(counter.workplace, counter.session, Reception(BIRTH, person()))
    if printed:
        body = Printed("receipt", "TT03-2025", 2, PrintProof.SPOOLER)
        dossier = record(counter.workplace, counter.session, dossier.uid, body)
    return dossier


def _day(counter: Counter) -> date:
    return counter.clock.at.date()


def _stand(counter: Counter) -> DayStand:
    return day_stand(counter.workplace, counter.session, _day(counter))


def _scan(counter: Counter, *codes: str) -> None:
    for code in codes:
        scan_into_pile(counter.workplace, _day(counter), code)


def _gaps(stand: DayStand) -> set[tuple[Gap, str]]:
    return {(each.gap, each.code) for each in stand.differences}


def _settle(counter: Counter) -> None:
    for each in _stand(counter).open_differences:
        explain(counter.workplace, _day(counter), each.key, "Đã báo trưởng bộ phận")


def test_planted_differences_and_no_other(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    right, missing, away, named, unprinted = (
        _receive(counter, printed=number != 4) for number in range(5)
    )
    hand_over(place, session, [away.uid], "Phòng Kinh tế", "Lê Văn Thử")
    hand_over(place, session, [named.uid], "Phòng Kinh tế")
    _scan(counter, right.code, unprinted.code, right.code, away.code, "H99.01-261120-0007")
    stand = _stand(counter)
    assert _gaps(stand) == {
        (Gap.UNFINISHED, unprinted.code),
        (Gap.UNFINISHED, named.code),
        (Gap.NOT_ON_DESK, missing.code),
        (Gap.WRONG_PLACE, away.code),
        (Gap.NOT_IN_SYSTEM, "H99.01-261120-0007"),
    }
    assert {each.step for each in stand.differences} - {None} == {
        LastStep.PRINT,
        LastStep.CONFIRM,
    }
    assert stand.compared.twice == 0, "a second scan isn't kept"
    assert stand.totals.received == 5
    assert stand.totals.handed_over == 2
    assert (stand.totals.numbers_used, stand.totals.numbers_left) == (5, 5)
    assert stand.digest == ""


def test_a_day_closes_once_everything_is_said(counter: Counter) -> None:
    missing, odd = _receive(counter), _receive(counter)
    _scan(counter, "H99.01-261120-0007")
    day = _day(counter)
    with pytest.raises(FalseStepError) as refused:
        close_day(counter.workplace, counter.session, day)
    assert [each.code for each in refused.value.problems] == ["day_unsettled"]
    assert closings_of(counter.workplace, day) == ()
    stand = _stand(counter)
    by_code = {each.code: each for each in stand.differences}
    mark_found(counter.workplace, day, by_code[odd.code].key)
    explain(counter.workplace, day, by_code[missing.code].key, " Đang xin ý kiến ")
    take_out(counter.workplace, day, frozenset({"H99.01-261120-0007"}))
    closing = close_day(counter.workplace, counter.session, day)
    gaps = {each.code: each for each in closing.body.gaps}
    assert gaps[odd.code].settled
    assert gaps[missing.code].reason == "Đang xin ý kiến"
    assert len(gaps) == 2
    assert closing.body.totals.received == 2
    with counter.workplace.store.reading() as tx:
        told = tx.journal.get(closing.uid)
    assert told is not None
    assert told.body == closing.body


def test_a_second_closing_is_a_correction(counter: Counter) -> None:
    first = _receive(counter)
    _scan(counter, first.code)
    day = _day(counter)
    before = close_day(counter.workplace, counter.session, day)
    assert _stand(counter).late == 0
    second = _receive(counter)
    assert _stand(counter).late == 1, "written after the closing, and said"
    _scan(counter, second.code)
    with pytest.raises(FalseStepError) as refused:
        close_day(counter.workplace, counter.session, day)
    assert [each.code for each in refused.value.problems] == ["day_closed_before"]
    after = close_day(counter.workplace, counter.session, day, "Nhận thêm một hồ sơ")
    assert after.body.corrects == before.uid
    assert after.body.totals.received == 2
    assert [each.uid for each in closings_of(counter.workplace, day)] == [before.uid, after.uid]
    assert _stand(counter).late == 0


def test_reasons_are_carried_to_the_next_evening(counter: Counter) -> None:
    missing = _receive(counter)
    _settle(counter)
    close_day(counter.workplace, counter.session, _day(counter))
    counter.clock.go(days=1)
    (carried,) = _stand(counter).differences
    assert (carried.code, carried.carried) == (missing.code, True)
    explain(counter.workplace, _day(counter), carried.key, "")
    assert _stand(counter).open_differences, "a reason that is carried can be taken back"


def test_the_drawer_against_the_lines(counter: Counter) -> None:
    dossier = _receive(counter)
    _scan(counter, dossier.code)
    fee = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
    take_payment(counter.workplace, counter.session, dossier.uid, (fee,))
    stand = _stand(counter)
    assert _gaps(stand) == {(Gap.CASH, "")}
    assert stand.money.waiting == (counter.session.officer.name,)
    close_shift(counter.workplace, counter.session, (), reason="Thủ quỹ giữ tiền")
    stand = _stand(counter)
    assert (stand.totals.cash, stand.totals.counted) == (8_000, 0)
    assert not stand.open_differences, "the shift's own reason explains it"


def test_results_that_were_decided_and_fetched(counter: Counter) -> None:
    dossier = _receive(counter)
    hand_over(counter.workplace, counter.session, [dossier.uid], "Phòng Kinh tế", "Lê Văn Thử")
    take_results_in(
        counter.workplace, counter.session, [(dossier.uid, (ResultPaper("Trích lục"),))]
    )
    assert _gaps(_stand(counter)) == {(Gap.NOT_ON_DESK, dossier.code)}
    _scan(counter, dossier.code)
    assert not _stand(counter).differences, "a result that waits for its citizen is no fault"


def test_the_day_is_said_when_it_went_by_or_never_came(counter: Counter) -> None:
    dossier = _receive(counter)
    _scan(counter, dossier.code)
    day = _day(counter)
    counter.clock.go(days=1)
    late = day_stand(counter.workplace, counter.session, day)
    assert late.is_past
    assert late.totals.received == 1
    assert _stand(counter).unclosed == day
    assert close_day(counter.workplace, counter.session, day).body.day == day
    assert _stand(counter).unclosed is None
    with pytest.raises(FalseStepError):
        close_day(counter.workplace, counter.session, day + timedelta(days=5))
    counter.clock.go(days=-9)
    assert _stand(counter).doubtful
    with pytest.raises(ClockDoubtfulError):
        close_day(counter.workplace, counter.session, day)


def test_an_empty_day_closes_without_a_word(counter: Counter) -> None:
    closing = close_day(counter.workplace, counter.session, _day(counter))
    assert closing.body == DayClosed(
        _day(counter), counter.session.officer.name, closing.body.totals, 0
    )
    with counter.workplace.store.reading() as tx:
        kinds = [entry.kind for _, entry, _ in tx.journal.since(0, 10)]
    assert kinds == [Kind.DAY_CLOSED]


def test_a_paper_that_was_written_down_is_settled(counter: Counter) -> None:
    number = "H99.01-261119-0007"
    _scan(counter, number)
    assert _gaps(_stand(counter)) == {(Gap.NOT_IN_SYSTEM, number)}
    wished = Reception(
        BIRTH,
        person(),
        paper_first=PaperFirst("Mất điện", number),
        received_at=counter.clock.at - timedelta(hours=20),
    )
    dossier = receive(counter.workplace, counter.session, wished)
    (line,) = (each for each in _stand(counter).differences if each.gap is Gap.NOT_IN_SYSTEM)
    assert (line.code, line.uid, line.is_open) == (number, dossier.uid, False)
    assert dossier.code in line.what
    stand = _stand(counter)
    assert [paper.uid for paper in stand.compared.right] == [dossier.uid]
    assert not stand.compared.missing

"""A shift: every line once, cash apart from transfers, what was taken back stands twice."""

from __future__ import annotations

import pytest

from counter_app.domain.acts.money import CashCount
from counter_app.domain.acts.steps import PayMethod, Receipt
from counter_app.domain.errors.work import FalseStepError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.payments import cancel_payment, link_receipt, take_payment
from counter_app.services.money.shift import close_shift, open_shift
from tests.made import person
from tests.services.conftest import Counter

BIRTH = "1.001193"
FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
LAND = FeeLine("Phí thẩm định", FeeKind.FEE, 120_000)


def test_what_was_taken_since_the_last_count(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    at_once = receive(
        place, session, Reception(BIRTH, person(), entered_fees=(FEE,), collected=True)
    )
    later = receive(place, session, Reception(BIRTH, person(), entered_fees=(LAND,)))
    paid = take_payment(place, session, later.uid, (LAND,), PayMethod.TRANSFER).payments[-1]
    link_receipt(place, session, later.uid, paid.uid, Receipt("01BLP26E", "0000123"))
    wrong = take_payment(place, session, at_once.uid, (LAND,)).payments[-1]
    cancel_payment(place, session, at_once.uid, wrong.uid, "thu nhầm")
    shift = open_shift(place, session)
    assert (shift.cash, shift.other) == (8_000, 120_000)
    assert [line.amount for line in shift.lines] == [8_000, 120_000, 120_000, -120_000]
    assert [line.what for line in shift.without_receipt] == [FEE.name]
    assert ("Phí thẩm định", 1, 120_000) in shift.by_fee()
    counts = (CashCount(5_000, 1), CashCount(1_000, 3), CashCount(500, 0))
    closed, act = close_shift(place, session, counts, handed_to="Thủ quỹ")
    assert act.difference == 0
    assert act.counted == counts[:2]
    assert closed.lines == shift.lines
    fresh = open_shift(place, session)
    assert fresh.lines == ()
    assert fresh.opened_at == act.closed_at


def test_a_difference_needs_its_reason(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    receive(place, session, Reception(BIRTH, person(), entered_fees=(FEE,), collected=True))
    short = (CashCount(5_000, 1),)
    with pytest.raises(FalseStepError) as caught:
        close_shift(place, session, short)
    assert caught.value.problems[0].code == "shift_difference"
    _, act = close_shift(place, session, short, reason="trả thừa tiền lẻ")
    assert act.difference == -3_000


def test_each_officer_counts_their_own_drawer(counter: Counter) -> None:
    place = counter.workplace
    receive(place, counter.session, Reception(BIRTH, person(), entered_fees=(FEE,), collected=True))
    other = Session(Officer("cb-02", "Lê Văn Thử", roles=COUNTER_WORK), "online")
    assert open_shift(place, other).lines == ()
    close_shift(place, other, ())
    assert len(open_shift(place, counter.session).lines) == 1


def test_an_amount_counts_when_it_was_taken_back_in_another_shift(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    dossier = receive(place, session, Reception(BIRTH, person(), entered_fees=(LAND,)))
    paid = take_payment(place, session, dossier.uid, (LAND,), PayMethod.TRANSFER).payments[-1]
    close_shift(place, session, ())
    cancel_payment(place, session, dossier.uid, paid.uid, "công dân rút hồ sơ")
    shift = open_shift(place, session)
    assert (shift.cash, shift.other) == (0, -120_000)
    assert shift.lines[0].reason == "công dân rút hồ sơ"

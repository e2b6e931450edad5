"""A day's money is its shifts' money: the same sums, once each, whoever counted."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.acts.certified import CertifiedWhat
from counter_app.domain.acts.money import CashCount
from counter_app.domain.acts.steps import PayMethod
from counter_app.domain.cash import Shift
from counter_app.domain.errors.work import NotPermittedError
from counter_app.domain.officers.officer import Officer
from counter_app.domain.officers.permits import COUNTER_WORK
from counter_app.domain.officers.roles import Role
from counter_app.domain.procedures.fees import Count, FeeKind, FeeLine
from counter_app.papers.fonts import choose_fonts
from counter_app.services.certifying.quick import BookLine, certify, void_line
from counter_app.services.counter.workplace import Session
from counter_app.services.dossiers.reception import receive
from counter_app.services.dossiers.reception_plan import Reception
from counter_app.services.money.day import closed_day
from counter_app.services.money.payments import cancel_payment, take_payment
from counter_app.services.money.shift import close_shift, open_shift
from counter_app.services.printing.sheets.cash import (
    cash_sheet_content,
    day_sheet_content,
    make_day_sheet,
)
from counter_app.services.reports.making import follow
from counter_app.store.reports.figures import Span
from counter_app.store.reports.money import Takings
from tests.journeys.paper import words_on
from tests.made import person
from tests.services.conftest import Counter

FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
LAND = FeeLine("Phí thẩm định", FeeKind.FEE, 120_000)
OTHER = Session(Officer("cb-02", "Lê Văn Thử", roles=COUNTER_WORK), "online")


def paid(
    counter: Counter, fee: FeeLine, by: Session, method: PayMethod = PayMethod.CASH
) -> tuple[str, str]:
    dossier = receive(counter.workplace, by, Reception("1.001193", person(), entered_fees=(fee,)))
    after = take_payment(counter.workplace, by, dossier.uid, (fee,), method)
    return dossier.uid, after.payments[-1].uid


def test_two_officers_and_three_shifts_on_one_sheet(counter: Counter) -> None:
    place, session, day = counter.workplace, counter.session, counter.clock.at.date()
    paid(counter, FEE, session)
    uid, land = paid(counter, LAND, session, PayMethod.TRANSFER)
    paid(counter, LAND, OTHER)
    closed = [close_shift(place, session, (CashCount(5_000, 1), CashCount(1_000, 3)), "Thủ quỹ")]
    counter.clock.at += timedelta(hours=4)
    cancel_payment(place, session, uid, land, "công dân rút hồ sơ")
    paid(counter, FEE, session)
    closed.append(close_shift(place, OTHER, (CashCount(100_000, 1),), "Thủ quỹ", "trả nhầm"))
    closed.append(close_shift(place, session, (CashCount(5_000, 1), CashCount(1_000, 3))))
    paid(counter, FEE, OTHER)
    money = closed_day(place, session, day)
    assert [act for _, act in closed] == list(money.counts)
    assert money.waiting == ("cb-02",), "no list of officers names her here"
    content = day_sheet_content(place, money)
    singles = [cash_sheet_content(place, shift, act) for shift, act in closed]
    assert content.is_day
    assert content.expected == sum(each.expected for each in singles) == 136_000
    assert content.other == sum(each.other for each in singles) == 0
    assert content.in_drawer == sum(each.in_drawer for each in singles) == 116_000
    assert content.difference == sum(each.difference for each in singles) == -20_000
    assert content.officer == "Phạm Thị Ví, Lê Văn Thử"
    assert (content.handed_to, content.reason) == ("Thủ quỹ", "Lê Văn Thử: trả nhầm")
    assert content.counted == (CashCount(100_000, 1), CashCount(5_000, 2), CashCount(1_000, 6))
    assert [each.amount for each in content.payments] == [8_000, 120_000, 120_000, 8_000]
    assert [each.cancelled for each in content.payments] == ["", "công dân rút hồ sơ", "", ""]
    said = words_on(make_day_sheet(place, money, choose_fonts()).pdf)
    for words in (
        "(Ngày 20/11/2026)",
        "Đăng ký khai sinh",
        "136.000",
        "116.000",
        "Phạm Thị Ví, Lê Văn Thử",
    ):
        assert words in said


def test_each_fee_says_what_it_was_for(counter: Counter) -> None:
    place, session, day = counter.workplace, counter.session, counter.clock.at.date()
    paid(counter, FEE, session)
    certify(place, session, CertifiedWhat.COPY, Count(5, 1))
    paid(counter, LAND, session, PayMethod.TRANSFER)
    number = certify(place, session, CertifiedWhat.SIGNATURE, Count(1, 1))
    void_line(place, session, number, "ghi nhầm")
    paid(counter, FEE, session)
    close_shift(place, session, (), reason="đếm sau")
    fees = day_sheet_content(place, closed_day(place, session, day)).fees
    birth, copies = "Đăng ký khai sinh", "Chứng thực: bản sao từ bản chính"
    assert [(each.procedure, each.count, each.cash, each.other) for each in fees] == [
        (birth, 2, 16_000, 0),
        (birth, 1, 0, 120_000),
        (copies, 1, 7_000, 0),
    ]


Act = tuple[str, int]
ACTS = ("take", "transfer", "certify", "back", "void", "close")


@given(
    st.lists(
        st.tuples(st.sampled_from(ACTS), st.integers(0, 1)),
        max_size=10,
    )
)
@settings(max_examples=14, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_days_sums_are_the_sums_of_its_shifts(counter: Counter, acts: list[Act]) -> None:
    place = counter.workplace
    counter.clock.at += timedelta(days=1)  # each example has its own day
    day = counter.clock.at.date()
    officers = (counter.session, OTHER)
    closed: list[Shift] = []
    taken: list[tuple[str, str]] = []
    written: list[BookLine] = []
    for session in officers:
        close_shift(place, session, (), reason="mở ngày")
    for act, who in acts:
        by = officers[who]
        counter.clock.at += timedelta(minutes=1)
        if act == "close":
            closed.append(close_shift(place, by, (), reason="đếm")[0])
        elif act == "certify":
            written.append(certify(place, by, CertifiedWhat.COPY, Count(2, 1)))
        elif act == "void" and written:
            void_line(place, by, written.pop(), "ghi nhầm")
        elif act == "back" and taken:
            cancel_payment(place, by, *taken.pop(), "thu nhầm")
        elif act in ("take", "transfer"):
            method = PayMethod.TRANSFER if act == "transfer" else PayMethod.CASH
            taken.append(paid(counter, FEE, by, method))
    money = closed_day(place, counter.session, day)
    content = day_sheet_content(place, money)
    opening = [each for each in money.counts if each.reason == "mở ngày"]
    before = sum(each.expected for each in opening), sum(each.other for each in opening)
    assert content.expected - before[0] == sum(shift.cash for shift in closed)
    assert content.other - before[1] == sum(shift.other for shift in closed)
    assert sum(each.cash for each in content.fees) == content.expected
    assert sum(each.other for each in content.fees) == content.other
    kept = sum(each.amount for each in content.payments if not each.cancelled)
    assert kept == content.expected + content.other
    closed += [close_shift(place, by, (), reason="cuối ngày")[0] for by in officers]
    assert reported(counter, day) == sum(shift.cash + shift.other for shift in closed)


def reported(counter: Counter, day: date) -> int:
    """What the fees report says of a day."""
    follow(counter.workplace)
    with counter.workplace.store.reading() as tx:
        sums = Takings(tx.lives.connection).sums(
            ("counter", "kind"), Span(day, day, counter.clock.at)
        )
    return sum(each.total for each in sums.values())


@pytest.mark.parametrize("by", [None, OTHER])
def test_a_certification_made_void_in_a_later_shift_is_money_given_back_there(
    counter: Counter, by: Session | None
) -> None:
    place, session, day = counter.workplace, counter.session, counter.clock.at.date()
    line = certify(place, session, CertifiedWhat.COPY, Count(5, 1))
    first, _ = close_shift(place, session, (), reason="đếm sau")
    assert first.cash == reported(counter, day) == 7_000
    counter.clock.at += timedelta(days=1)
    void_line(place, by or session, line, "đóng nhầm dấu")
    second, _ = close_shift(place, by or session, (), reason="đếm sau")
    (back,) = second.lines
    assert (back.amount, back.reason, back.cancelled) == (-7_000, "đóng nhầm dấu", False)
    assert back.certified is CertifiedWhat.COPY
    next_day = counter.clock.at.date()
    assert reported(counter, next_day) == second.cash == -7_000
    assert reported(counter, day) == 7_000, "what was counted stays as it was counted"
    money = closed_day(place, session, next_day)
    assert day_sheet_content(place, money).expected == -7_000
    assert open_shift(place, session).lines == ()


def test_a_shift_that_began_yesterday_belongs_to_its_count(counter: Counter) -> None:
    place, session = counter.workplace, counter.session
    paid(counter, FEE, session)
    yesterday = counter.clock.at.date()
    counter.clock.at += timedelta(days=1)
    paid(counter, LAND, session)
    close_shift(place, session, (CashCount(100_000, 1),), reason="đếm")
    assert closed_day(place, session, yesterday).counts == ()
    money = closed_day(place, session, counter.clock.at.date())
    assert [line.amount for line in money.lines] == [8_000, 120_000]
    assert money.waiting == ()


def test_a_day_without_a_count_has_no_sheet(counter: Counter) -> None:
    place, day = counter.workplace, counter.clock.at.date()
    money = closed_day(place, counter.session, day)
    assert (money.counts, money.lines, money.waiting) == ((), (), ())
    with pytest.raises(ValueError, match="no shift"):
        day_sheet_content(place, money)


def test_who_takes_no_money_sees_no_day(counter: Counter) -> None:
    officer = dataclasses.replace(counter.session.officer, roles=(Role.SUPERVISOR,))
    with pytest.raises(NotPermittedError):
        closed_day(counter.workplace, Session(officer, "online"), counter.clock.at.date())

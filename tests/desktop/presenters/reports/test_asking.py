"""The span of days that a report is asked for."""

from __future__ import annotations

from datetime import date

from counter_app.desktop.presenters.reports.asking import AskedPeriod
from counter_app.domain.reports.period import Period, Step
from counter_app.services.reports.asked import Report, none_behind
from tests.gallery.scenes_reports import sheet

TODAY = date(2026, 11, 22)


def report(*steps: Step) -> Report:
    return Report("mau", "Tổng hợp", "Mẫu", lambda _: sheet(), none_behind, steps)


def test_one_back_and_one_on_but_never_after_today() -> None:
    asked = AskedPeriod(TODAY)
    assert asked.period.words == "Tháng 11/2026"
    assert not asked.can_go_on(TODAY)
    assert not asked.move(1, TODAY)
    assert asked.move(-1, TODAY)
    assert asked.period.words == "Tháng 10/2026"
    assert asked.move(1, TODAY)
    assert asked.period.words == "Tháng 11/2026"


def test_another_length_is_about_the_same_days() -> None:
    asked = AskedPeriod(TODAY)
    asked.move(-1, TODAY)
    asked.step_to(Step.QUARTER, TODAY)
    assert asked.period.words == "Quý IV/2026"
    asked.step_to(Step.SPAN, TODAY)
    assert asked.period == Period(date(2026, 10, 1), TODAY)
    asked.step_to(Step.DAY, TODAY)
    assert asked.period.words == "Ngày 22/11/2026"


def test_a_report_takes_the_length_that_it_can() -> None:
    asked = AskedPeriod(TODAY)
    asked.suit(report(Step.YEAR, Step.HALF), TODAY)
    assert asked.period.words == "Năm 2026"
    asked.suit(report(Step.MONTH, Step.YEAR), TODAY)
    assert asked.period.words == "Năm 2026"
    asked.suit(report(), TODAY)
    assert asked.period == Period(TODAY, TODAY, Step.DAY)


def test_typed_days_that_cannot_be_meant_are_told() -> None:
    asked = AskedPeriod(TODAY)
    asked.step_to(Step.SPAN, TODAY)
    before = asked.period
    for first, last, wrong_first, wrong_last in (
        ("32/13", "", True, True),
        ("1/12/2026", "2/12/2026", True, False),
        ("5/11", "1/11", False, True),
    ):
        asked.type_last(last, TODAY)
        assert not asked.type_first(first, TODAY)
        shown = asked.shown
        assert shown is not None
        assert (shown.first, shown.last) == (first, last)
        assert (bool(shown.first_problem), bool(shown.last_problem)) == (wrong_first, wrong_last)
        assert asked.period == before
    assert asked.type_last("9.11", TODAY)
    assert asked.period == Period(date(2026, 11, 5), date(2026, 11, 9))
    assert asked.shown is not None
    assert (asked.shown.first, asked.shown.first_problem) == ("05/11/2026", "")

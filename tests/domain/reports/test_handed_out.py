"""The sentence of the log about a report that left: read back word for word."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.dates import VIETNAM
from counter_app.domain.reports.handed_out import (
    HandedOut,
    handed_out,
    read_code,
    read_handed_out,
)
from counter_app.domain.reports.period import Step, period_of
from counter_app.domain.reports.sheet import Column, ReportSheet, Standing, check_code

SHEET = ReportSheet(
    "late-now",
    "Hồ sơ quá hạn",
    (Column("n", "Số"),),
    (),
    Standing(datetime(2026, 11, 20, 9, tzinfo=VIETNAM), 512),
    period_of(Step.MONTH, date(2026, 11, 1)),
)
CODE = check_code(SHEET)


def test_the_log_says_it_in_one_sentence() -> None:
    assert handed_out(SHEET).words == (
        "Hồ sơ quá hạn, Tháng 11/2026 · biểu late-now, kỳ 2026-11"
        f" · vị trí nhật ký 512 · mã kiểm tra {CODE}"
    )
    assert read_handed_out(handed_out(SHEET).words) == handed_out(SHEET)


@given(
    st.text(max_size=80),
    st.one_of(
        st.none(),
        st.builds(period_of, st.sampled_from(Step), st.dates(date(1900, 1, 1), date(2100, 1, 1))),
    ),
    st.integers(0, 10**9),
)
def test_every_sentence_is_read_back(title: str, period: object, position: int) -> None:
    told = HandedOut(title, "any-report", period, position, CODE)
    assert read_handed_out(told.words) == told


@pytest.mark.parametrize(
    "words", ["", "Nhật ký 01/11/2026 – 20/11/2026", f"mã kiểm tra {CODE}", handed_out(SHEET).title]
)
def test_other_sentences_are_about_something_else(words: str) -> None:
    assert read_handed_out(words) is None


def test_a_period_that_nobody_could_have_written_is_no_report() -> None:
    assert read_handed_out(handed_out(SHEET).words.replace("2026-11 ", "2026-77 ")) is None


@pytest.mark.parametrize(
    "typed", [CODE, CODE.lower(), CODE.replace("-", ""), f" {CODE.replace('-', ' – ')}. "]
)
def test_a_code_is_read_as_hands_type_it(typed: str) -> None:
    assert read_code(typed) == CODE


@pytest.mark.parametrize("typed", ["", CODE[:-1], f"{CODE}2", "ABCD-EFGH-IJKL", "số 12"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None

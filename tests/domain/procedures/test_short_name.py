"""A name that fits a column: without "Thủ tục", without asides, cut at a word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.procedures.short_name import LONGEST, short_name

LONG = "Thủ tục cấp giấy chứng nhận (đối với tổ chức, cá nhân) " + "về quyền sử dụng đất " * 6


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("", ""),
        ("Đăng ký khai sinh", "Đăng ký khai sinh"),
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh"),
        ("Cấp bản sao (trích lục)", "Cấp bản sao (trích lục)"),
        ("Thủ tục", "Thủ tục"),
    ],
)
def test_short_names(name: str, short: str) -> None:
    assert short_name(name) == short


def test_a_long_name_loses_its_asides_then_its_end() -> None:
    short = short_name(LONG)
    assert short.startswith("Cấp giấy chứng nhận về quyền sử dụng đất")
    assert short.endswith("…")
    assert short[:-1].split()[-1] in LONG.split()


@given(st.text(max_size=300))
def test_never_longer_than_it_may_be(name: str) -> None:
    assert len(short_name(name)) <= LONGEST

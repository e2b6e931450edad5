from __future__ import annotations

from datetime import date

import pytest

from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind
from counter_app.domain.procedures.procedure import Level, ReceivedIn, ServiceLevel
from counter_app.services.catalogue_import import values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trực tiếp", (Channel.COUNTER,)),
        ("nộp tại quầy", (Channel.COUNTER,)),
        ("Trực tuyến; Dịch vụ bưu chính", (Channel.ONLINE, Channel.POST)),
        ("BCCI / trực tiếp", (Channel.COUNTER, Channel.POST)),
        ("Trực tiếp\nTrực tuyến", (Channel.COUNTER, Channel.ONLINE)),
        ("Trực tiếp hoặc qua bưu điện", (Channel.COUNTER, Channel.POST)),
        ("Fax", None),
        ("Trực tuyến tại quầy", None),
        ("; ;", None),
    ],
)
def test_channels(text: str, found: tuple[Channel, ...] | None) -> None:
    assert values.channels(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [("x", True), ("Có", True), ("☑", True), ("", False), ("KHÔNG", False), ("có thể", None)],
)
def test_marks(text: str, found: bool | None) -> None:
    assert values.yes_or_no(text) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [("1", 1), ("02", 2), ("3 bản", 3), ("nhiều", None), ("-1", None), ("", None)],
)
def test_counts(text: str, found: int | None) -> None:
    assert values.count(text) == found


def test_days_levels_systems_and_kinds() -> None:
    assert values.day("05/02/2026") == values.day("2026-02-05") == date(2026, 2, 5)
    assert values.day("31/02/2026") is None
    assert values.day("02/2026") is None
    assert values.level("Cấp xã") is Level.COMMUNE
    assert values.level("tỉnh") is Level.PROVINCE
    assert values.level("Cấp bộ") is Level.MINISTRY
    assert values.level("Cấp huyện") is None
    assert values.service_level("Toàn trình") is ServiceLevel.FULL
    assert values.service_level("Mức độ 3") is ServiceLevel.PARTIAL
    assert values.service_level("Mức 2") is None
    assert values.received_in("Hệ thống của tỉnh") is ReceivedIn.PROVINCE
    assert values.received_in("Hệ thống của Bộ Công an") is ReceivedIn.MINISTRY
    assert values.received_in("Cổng DVC quốc gia") is ReceivedIn.NATIONAL
    assert values.received_in("Bộ hoặc tỉnh") is None
    assert values.fee_kind("Lệ phí", "Phí x") is FeeKind.CHARGE
    assert values.fee_kind("", "Phí chứng thực") is FeeKind.FEE
    assert values.fee_kind("", "Phí, lệ phí") is FeeKind.UNSTATED


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("Tờ khai đăng ký khai sinh", False),
        ("Giấy tờ chứng minh chỗ ở hợp pháp", False),
        ("Lưu ý: nộp kèm bản chính", True),
        ("* Giấy tờ phải xuất trình", True),
        ("- Trường hợp ủy quyền thì có thêm văn bản ủy quyền", True),
        ("Thành phần hồ sơ gồm:", True),
        ("Đơn " * 100, True),
    ],
)
def test_sentences_among_the_papers_are_noticed(name: str, note: bool) -> None:
    assert values.looks_like_a_note(name) is note

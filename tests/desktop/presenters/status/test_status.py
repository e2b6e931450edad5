from __future__ import annotations

import dataclasses
from datetime import datetime, timedelta

import pytest

from counter_app.desktop.presenters.status.status import (
    LastReceipt,
    StatusPresenter,
    StatusState,
    net_part,
)
from counter_app.domain.dates import VIETNAM
from counter_app.domain.retry import Breaker, Trouble
from counter_app.store.subjects.deliveries import QueueCounts
from counter_app.sync.state import Chip, SyncState, state_of

NOW = datetime(2025, 7, 1, 10, 5, tzinfo=VIETNAM)


class View:
    def __init__(self) -> None:
        self.states: list[StatusState] = []

    def present(self, state: StatusState) -> None:
        self.states.append(state)


def test_offline_is_calm_and_not_a_fault() -> None:
    part = net_part(SyncState(Chip.OFFLINE, 7, to_send=7), NOW)
    assert part.words == "Mất mạng · 7 chờ gửi"
    assert part.offline
    assert not part.fault
    assert part.icon == "cloud-off"


def test_files_on_their_way_are_an_aside() -> None:
    part = net_part(SyncState(files=(3, 900)), NOW)
    assert part.words == "Có mạng · đã gửi hết · 3 tệp đang tải lên"
    assert not part.fault
    assert net_part(SyncState(), NOW).words == "Có mạng · đã gửi hết"


def test_what_needs_an_officer_says_since_when() -> None:
    today = SyncState(Chip.ATTENTION, 2, in_need=2, oldest=NOW - timedelta(hours=1))
    assert net_part(today, NOW).words == "2 có lỗi, cần xem · từ 09:05"
    earlier = SyncState(Chip.ATTENTION, 2, in_need=2, oldest=NOW - timedelta(days=2))
    assert net_part(earlier, NOW).words == "2 có lỗi, cần xem · từ 29/06/2025"
    assert net_part(earlier, NOW).fault


@pytest.mark.parametrize(
    ("counts", "trouble", "words", "icon"),
    [
        (QueueCounts(), None, "Có mạng · đã gửi hết", "cloud-ok"),
        (QueueCounts(pending=3), None, "Có mạng · đang gửi 3", "cloud-up"),
        (QueueCounts(in_flight=2, pending=1), None, "Có mạng · đang gửi 3", "cloud-up"),
        (QueueCounts(pending=12), Trouble.NOBODY, "Mất mạng · 12 chờ gửi", "cloud-off"),
        (QueueCounts(unknown=4), Trouble.SERVER, "4 chờ máy chủ xác nhận", "hourglass"),
        (QueueCounts(conflict=1), None, "1 có lỗi, cần xem · từ 09:05", "warn"),
        (QueueCounts(refused=1, pending=2), None, "1 có lỗi, cần xem · từ 09:05", "warn"),
        (QueueCounts(quarantined=1), Trouble.NOBODY, "1 có lỗi, cần xem · từ 09:05", "warn"),
        (
            QueueCounts(pending=5, conflict=1),
            Trouble.HELD,
            "Ngừng gửi · cần quản trị viên · 5 chờ gửi",
            "warn",
        ),
    ],
)
def test_each_state_of_the_queue_is_said(
    counts: QueueCounts, trouble: Trouble | None, words: str, icon: str
) -> None:
    """From what lies in the store to the words of the chip (SYNC §5)."""
    since = NOW - timedelta(hours=1)
    counts = dataclasses.replace(counts, oldest=since, oldest_in_need=since)
    breaker = Breaker() if trouble is None else Breaker().after_failure(NOW, trouble, 0.5)
    part = net_part(state_of(counts, breaker), NOW)
    assert (part.words, part.icon) == (words, icon)
    assert part.fault is (icon == "warn")
    assert part.offline is (icon == "cloud-off")
    assert part.tip


def test_every_chip_has_its_icon() -> None:
    icons = {net_part(SyncState(chip, 1), NOW).icon for chip in Chip}
    assert "cloud-ok" in icons
    assert len(icons) >= 5


def test_parts_change_by_themselves_and_the_same_state_is_not_shown_twice() -> None:
    view = View()
    bar = StatusPresenter(view)
    bar.scanner("COM3")
    bar.scanner("COM3")
    bar.printer("HP 107a", "2 × A5 trên A4")
    bar.receipt(LastReceipt("H26.15-250701-0214", NOW))
    assert len(view.states) == 3
    last = view.states[-1]
    assert last.scanner is not None
    assert last.printer is not None
    assert last.receipt is not None
    assert (last.scanner.words, last.scanner.ok) == ("Máy quét COM3", True)
    assert (last.printer.words, last.printer.ok) == ("HP 107a · 2 × A5 trên A4", True)
    assert (last.receipt.before, last.receipt.after) == ("Vừa xong", "lúc 10:05")


def test_faults_stand_in_place_with_words() -> None:
    view = View()
    bar = StatusPresenter(view)
    bar.scanner("COM3", "đã rút dây")
    bar.printer("HP 107a", "2 × A5 trên A4", "hết giấy")
    bar.receipt(LastReceipt("H26.15-250701-0214", NOW, confirmed=False))
    last = view.states[-1]
    assert last.scanner is not None
    assert last.printer is not None
    assert last.receipt is not None
    assert (last.scanner.words, last.scanner.ok) == ("Máy quét COM3: đã rút dây", False)
    assert (last.printer.words, last.printer.ok) == ("HP 107a: hết giấy", False)
    assert (last.receipt.before, last.receipt.ok) == ("Chưa xác nhận in", False)
    bar.printer("")
    assert view.states[-1].printer is not None
    assert not view.states[-1].printer.ok

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from counter_app.desktop.presenters.data_state.banner import banner_of, clock_banner
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.domain.dates import VIETNAM
from counter_app.sync.state import Chip, SyncState

NOW = datetime(2025, 7, 1, 10, 5, tzinfo=VIETNAM)


def test_offline_says_since_when_and_that_nothing_is_to_be_done() -> None:
    since = NOW.replace(hour=9, minute=12)
    made = banner_of(SyncState(Chip.OFFLINE, 7, to_send=7, since=since), NOW)
    assert made.bold == "Mất kết nối máy chủ từ 09:12. Vẫn tiếp nhận bình thường."
    assert made.rest == (
        "7 việc đã lưu trên máy này và sẽ tự gửi khi có mạng. Không cần làm gì thêm."
    )
    assert made.edge is Edge.SLATE


@pytest.mark.parametrize("chip", list(Chip))
def test_only_what_waits_for_a_person_is_amber(chip: Chip) -> None:
    made = banner_of(SyncState(chip, 3, oldest=NOW), NOW)
    assert (made.edge is Edge.WARN) == (chip in (Chip.ATTENTION, Chip.STOPPED))
    assert made.bold.endswith(".")


def test_what_stopped_the_sending_is_said_in_its_own_words() -> None:
    state = SyncState(Chip.STOPPED, 4, error="wire.device_frozen", facts={"host": "mau.invalid"})
    made = banner_of(state, NOW)
    assert "mau.invalid" in made.bold
    assert "ghi danh lại" in made.rest


def test_a_machine_that_is_taken_back_says_so() -> None:
    left = banner_of(SyncState(Chip.OFFLINE, 3, to_send=3, in_need=1, order="drain"), NOW)
    assert left.edge is Edge.WARN
    assert "thu hồi" in left.bold
    assert "Còn 4 việc" in left.rest
    done = banner_of(SyncState(order="drain"), NOW)
    assert "Đã gửi hết" in done.rest
    assert "wipe" not in done.rest
    assert "Không có gì tự bị xóa" in banner_of(SyncState(order="wipe"), NOW).rest
    held = SyncState(Chip.STOPPED, 1, error="wire.device_revoked", facts={"host": "mau.invalid"})
    assert "mau.invalid" in banner_of(replace(held, order="drain"), NOW).bold


def test_a_machine_that_was_replaced_says_where_its_work_is() -> None:
    left = banner_of(SyncState(Chip.OFFLINE, 3, to_send=3, in_need=1, order="replaced"), NOW)
    assert left.edge is Edge.SLATE
    assert "thay máy" in left.bold
    assert "Còn 4 việc" in left.rest
    assert "USB" in left.rest
    assert "Đã gửi hết" in banner_of(SyncState(order="replaced"), NOW).rest


def test_files_that_wait_are_said_calmly() -> None:
    said = banner_of(SyncState(files=(3, 900), last_round=NOW), NOW)
    assert said.edge is Edge.SLATE
    assert "3 tệp giấy tờ đang tải lên" in said.rest


def test_a_try_is_answered_by_its_moment() -> None:
    assert banner_of(SyncState(Chip.OFFLINE, 1), NOW, NOW).aside == "Đã thử lúc 10:05:00"
    assert banner_of(None, NOW, NOW).aside == "Đã thử lúc 10:05:00"


def test_a_clock_that_is_off_says_which_way() -> None:
    slow = clock_banner(timedelta(minutes=4, seconds=50), ask=False)
    assert "chậm 4 phút" in slow.bold
    fast = clock_banner(timedelta(minutes=-12), ask=True)
    assert "nhanh 12 phút" in fast.bold
    assert "trước khi tiếp nhận" in fast.rest
    assert slow.edge is fast.edge is Edge.WARN


def test_the_next_try_is_counted_down() -> None:
    state = SyncState(Chip.OFFLINE, 1, next_try=NOW + timedelta(seconds=102))
    assert banner_of(state, NOW).aside == "Thử lại sau 1:42"
    assert banner_of(state, NOW + timedelta(seconds=60)).aside == "Thử lại sau 0:42"
    assert banner_of(state, NOW + timedelta(seconds=102)).aside == "Đang thử lại…"
    assert banner_of(SyncState(Chip.ALL_SENT), NOW).aside == ""


def test_the_answer_to_f5_gives_way_to_the_count() -> None:
    state = SyncState(Chip.OFFLINE, 1, next_try=NOW + timedelta(seconds=42))
    assert banner_of(state, NOW, NOW).aside == "Đã thử lúc 10:05:00"
    assert banner_of(state, NOW + timedelta(seconds=5), NOW).aside == "Thử lại sau 0:37"

from __future__ import annotations

import dataclasses

import pytest

from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.queue_item import ItemProblem, ItemState, NextAction, QueueItem
from counter_app.wording.data_state import (
    ACTIONS,
    STATES,
    action_words,
    detail_words,
    state_words,
)
from tests.made import NOON

ITEM = QueueItem("a", NOON, Kind.PRINTED, ItemState.WAITING, NextAction.WAIT)


def test_every_state_and_action_has_its_words() -> None:
    assert STATES.keys() == set(ItemState)
    assert ACTIONS.keys() == set(NextAction)
    assert len(set(STATES.values())) == len(STATES)
    assert state_words(ItemState.BEHIND) == "Đợi mục trước"
    assert action_words(NextAction.CORRECT) == "Sửa rồi gửi"
    assert action_words(NextAction.WAIT) == ""


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ""),
        (
            {"state": ItemState.BEHIND, "behind": Kind.RECEIVED},
            "Đi sau mục: tiếp nhận",
        ),
        ({"state": ItemState.UNCONFIRMED}, "Sẽ hỏi lại, không gửi đúp"),
        ({"state": ItemState.ACCEPTED, "answered_at": NOON}, "Nhận lúc 10:00"),
        (
            {"state": ItemState.FLAGGED, "flags": ("due-differs",), "answered_at": NOON},
            "Máy chủ tính ra ngày hẹn trả khác.",
        ),
        (
            {"state": ItemState.REFUSED, "problem": ItemProblem("refused", "Số đã dùng.")},
            "Số đã dùng.",
        ),
        (
            {"state": ItemState.REFUSED},
            "Enter để sửa; giấy đã in vẫn có giá trị",
        ),
        ({"problem": ItemProblem("a newer server's type")}, ""),
    ],
)
def test_a_line_says_why(changes: dict[str, object], expected: str) -> None:
    item = dataclasses.replace(ITEM, **changes)  # type: ignore[arg-type]
    assert detail_words(item) == expected


def test_our_own_error_is_said_in_its_words() -> None:
    item = dataclasses.replace(ITEM, problem=ItemProblem("wire.timeout"))
    assert detail_words(item).endswith(".")

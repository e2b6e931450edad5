"""What stands beside each entry of the queue (SYNC §5): its state, and what comes next."""

from __future__ import annotations

from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.queue_item import ItemState, NextAction, QueueItem
from counter_app.i18n import tr
from counter_app.wording.flags import flag_words
from counter_app.wording.sentences import errors, halves_of
from counter_app.wording.timeline import TITLES

STATES: dict[ItemState, str] = {
    ItemState.WAITING: "Chờ gửi",
    ItemState.BEHIND: "Đợi mục trước",
    ItemState.SENDING: "Đang gửi",
    ItemState.UNCONFIRMED: "Chờ máy chủ xác nhận",
    ItemState.REFUSED: "Máy chủ chưa nhận",
    ItemState.CONFLICT: "Máy chủ có nội dung khác",
    ItemState.QUARANTINED: "Chưa gửi được, đã để riêng",
    ItemState.ACCEPTED: "Máy chủ đã nhận",
    ItemState.FLAGGED: "Đã nhận, có lưu ý",
    ItemState.SUPERSEDED: "Đã sửa bằng mục khác",
}

ACTIONS: dict[NextAction, str] = {
    NextAction.WAIT: "",
    NextAction.RETRY: "Thử gửi lại",
    NextAction.CORRECT: "Sửa rồi gửi",
    NextAction.EXPLAIN: "Xem và chọn",
    NextAction.NONE: "",
}

_DETAILS: dict[ItemState, str] = {
    ItemState.UNCONFIRMED: "Sẽ hỏi lại, không gửi đúp",
    ItemState.REFUSED: "Enter để sửa; giấy đã in vẫn có giá trị",
    ItemState.CONFLICT: "Enter để so sánh rồi chọn nội dung đúng",
    ItemState.QUARANTINED: "Đã lưu trên máy; các mục khác vẫn được gửi",
}

_SET_BACK = "Dữ liệu trên máy này là một bản cũ được chép lại."
_FOUND: dict[str, str] = {
    "machine": "Dữ liệu trên máy này được chuyển từ máy khác tới.",
    "no_mark": "Chưa rõ dữ liệu trên máy này có phải bản mới nhất không.",
}


def restored_words(why: str) -> tuple[str, str]:
    """Return what was found of data that were set back or moved, and what comes of it (SYNC §4)."""
    step = tr(
        "Hồ sơ nhận lúc này in phiếu tạm, để không có hai giấy cùng một mã. "
        "Khi nối được máy chủ, máy này lại được cấp số."
    )
    return tr(_FOUND.get(why, _SET_BACK)), step


def state_words(state: ItemState) -> str:
    """Return `Chờ gửi`, `Đợi mục trước`, … as the line of an entry says it."""
    return tr(STATES[state])


def action_words(action: NextAction) -> str:
    """Return what a key or a click does about it; "" when there is nothing to do."""
    return tr(ACTIONS[action]) if ACTIONS[action] else ""


def detail_words(item: QueueItem) -> str:
    """Return one line about `item`: behind what, why, until when; "" when nothing is to be said.

    The server's own words go before ours: they know the case.
    """
    if item.flags and item.state is ItemState.FLAGGED:
        return " ".join(flag_words(flag) for flag in item.flags)
    if item.state is ItemState.BEHIND and item.behind is not None:
        return tr("Đi sau mục: {act}").format(act=tr(TITLES[item.behind]).lower())
    if item.state is ItemState.ACCEPTED and item.answered_at is not None:
        at = vietnam_time(item.answered_at)
        return tr("Nhận lúc {time}").format(time=f"{at:%H:%M}")
    if item.problem is not None and item.problem.detail:
        return item.problem.detail
    if item.state in _DETAILS:
        return tr(_DETAILS[item.state])
    if item.problem is not None and item.problem.type in errors():
        return halves_of(item.problem.type, {})[0]
    return ""

"""The log in words: groups of acts, whether an act was sent, what a correction changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from counter_app.domain.acts.steps import Change
from counter_app.domain.dates import shown_date, shown_moment, vietnam_time
from counter_app.domain.journal.outcome import State
from counter_app.domain.text import masked
from counter_app.i18n import tr

SENT: dict[State, str] = {
    State.PENDING: "Chờ gửi",
    State.IN_FLIGHT: "Đang gửi",
    State.UNKNOWN: "Đang gửi",
    State.ACCEPTED: "Đã gửi",
    State.REFUSED: "Không nhận",
    State.CONFLICT: "Bị ghi khác",
    State.QUARANTINED: "Chưa gửi được",
    State.SUPERSEDED: "Đã thay",
}
BREAKS: dict[str, str] = {
    "gap": "thiếu bút toán ngay trước",
    "link": "không nối với bút toán trước",
    "hash": "nội dung không khớp dấu vân tay",
    "body": "chi tiết không khớp dấu vân tay",
    "row": "thiếu phần ghi kèm",
    "home": "gắn với hồ sơ khác",
}
FIELDS: dict[str, str] = {
    "address": "Địa chỉ",
    "agency_code": "Mã cơ quan",
    "agency_name": "Cơ quan giải quyết",
    "applicant": "Chủ hồ sơ",
    "authority": "Tư cách người nộp",
    "birth_date": "Ngày sinh",
    "birth_year": "Năm sinh",
    "capacity": "Tư cách",
    "case": "Trường hợp",
    "channel": "Kênh tiếp nhận",
    "date": "Ngày",
    "delivery": "Nhận kết quả",
    "due_at": "Hẹn trả",
    "email": "Thư điện tử",
    "fees": "Phí, lệ phí",
    "field_name": "Lĩnh vực",
    "identity": "Giấy tờ tùy thân",
    "issued_by": "Nơi cấp",
    "issued_on": "Ngày cấp",
    "kind": "Loại",
    "limit": "Thời hạn",
    "name": "Họ tên",
    "note": "Ghi chú",
    "number": "Số",
    "open_fees": "Khoản thu chưa rõ mức",
    "original": "Địa chỉ",
    "papers": "Giấy tờ",
    "person": "Người liên quan",
    "phone": "Điện thoại",
    "place": "Nơi nhận",
    "procedure": "Thủ tục",
    "promise": "Hẹn trả",
    "reason": "Lý do",
    "related": "Người liên quan",
    "role": "Vai trò",
    "sets": "Số bộ",
    "sex": "Giới tính",
    "subject": "Nội dung",
    "submitter": "Người nộp",
    "unit_code": "Mã đơn vị hành chính",
    "version": "Phiên bản",
    "way": "Cách nhận",
}
_NUMBER = re.compile(r"(?<![\w.\-/])\d{9,12}(?!\w)")
_MASKED = frozenset({"phone"})


@dataclass(frozen=True, slots=True)
class ChangedValue:
    """One value that a correction changed, ready to show; "" where there was none."""

    what: str
    before: str
    after: str


def masked_text(text: str) -> str:
    """Return `text` with identity and telephone numbers masked; codes of dossiers stay."""
    return _NUMBER.sub(lambda match: masked(match.group()), text)


def changed_values(change: Change) -> tuple[ChangedValue, ...]:
    """Return each single value that `change` changed, in words, with numbers masked."""
    name = change.pointer.removeprefix("/")
    before, after = _leaves(change.before, name), _leaves(change.after, name)
    return tuple(
        ChangedValue(_label(path), before.get(path, ""), after.get(path, ""))
        for path in dict.fromkeys((*before, *after))
        if before.get(path, "") != after.get(path, "")
    )


def _leaves(text: str, name: str) -> dict[tuple[str, ...], str]:
    try:
        value = json.loads(text)
    except ValueError:
        value = text
    return dict(_walk(value, (name,)))


def _walk(value: object, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield from _walk(each, (*path, str(key)))
    elif isinstance(value, list):
        for place, each in enumerate(value, 1):
            yield from _walk(each, (*path, str(place)))
    elif value is not None and value != "":
        yield path, _shown(value, path)


def _shown(value: object, path: tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return tr("có") if value else tr("không")
    text = str(value)
    if path[-1] in _MASKED or path[-2:] == ("identity", "number"):
        return masked(text)
    return masked_text(_dated(text))


def _dated(text: str) -> str:
    try:
        if len(text) == 10:
            return shown_date(date.fromisoformat(text))
        if len(text) > 15 and text[4:5] == "-":
            return shown_moment(vietnam_time(datetime.fromisoformat(text)))
    except ValueError:
        pass
    return text


def _label(path: tuple[str, ...]) -> str:
    """Return `Chủ hồ sơ, Họ tên`: the thing and its part; what has no word stays as it is."""
    words = [tr(FIELDS[part]) if part in FIELDS else part for part in path]
    return ", ".join(dict.fromkeys((words[0], *words[-1:])))

"""How the state of the data is said: the facts, and a row for each entry of the queue."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from counter_app.desktop.presenters.data_state.page_state import FACTS, FactPart, QueueRow
from counter_app.desktop.presenters.status.status import since_words
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.lists.cells import (
    Cell,
    CodeCell,
    Column,
    IconCell,
    SectionCell,
    TextCell,
)
from counter_app.domain.journal.queue_item import ItemState, QueueItem
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.services.counter.data_state import DataState, NumbersLeft
from counter_app.services.keeping.second_journal import SecondCopy
from counter_app.services.keeping.store_care import Checked, Copied
from counter_app.wording.data_state import action_words, detail_words, state_words
from counter_app.wording.deadline_cells import received_words
from counter_app.wording.parts import joined
from counter_app.wording.timeline import TITLES

_MEDIUM = 500
_SIGNS: dict[ItemState, tuple[str, Tone]] = {
    ItemState.WAITING: ("cloud-up", Tone.TEXT_2),
    ItemState.BEHIND: ("clock", Tone.TEXT_2),
    ItemState.SENDING: ("cloud-up", Tone.ACCENT),
    ItemState.UNCONFIRMED: ("hourglass", Tone.SOON),
    ItemState.REFUSED: ("warn", Tone.WARN),
    ItemState.CONFLICT: ("warn", Tone.WARN),
    ItemState.QUARANTINED: ("warn", Tone.WARN),
    ItemState.ACCEPTED: ("cloud-ok", Tone.OK),
    ItemState.FLAGGED: ("info", Tone.SOON),
    ItemState.SUPERSEDED: ("check", Tone.TEXT_2),
}
_IN_NEED = frozenset({ItemState.REFUSED, ItemState.CONFLICT, ItemState.QUARANTINED})
_TO_SETTLE = frozenset({ItemState.REFUSED, ItemState.CONFLICT})
_NOTHING = FactPart("…")
_MEGABYTE = 1024 * 1024


_WIDE = (85, 186, 200, 188, 218, 0)
_NARROW = (66, 130, 172, 130, 186, 0)
_TITLES = ("Lúc", "Việc", "Hồ sơ", "Chủ hồ sơ", "Trạng thái", "Chi tiết")


def columns(*, narrow: bool = False) -> tuple[Column, ...]:
    """Return the columns of the queue; `narrow`: big letters, or a small window."""
    widths = _NARROW if narrow else _WIDE
    return tuple(Column(tr(title), width) for title, width in zip(_TITLES, widths, strict=True))


def facts_of(data: DataState | None, now: datetime) -> tuple[FactPart, ...]:
    """Return the facts; None: the store hasn't answered yet."""
    if data is None:
        return (_NOTHING,) * len(FACTS)
    return (
        _queue(data, now),
        _files(data),
        _numbers(data.numbers),
        _store(data.check, now, encrypted=data.encrypted),
        _copy(data.copy, data.second, now),
    )


def rows_of(data: DataState, now: datetime) -> tuple[QueueRow, ...]:
    """Return the rows: what needs an officer, what waits (newest first), what was taken lately."""
    newest = tuple(reversed(data.items))
    needing = [item for item in newest if item.state in _IN_NEED]
    going = [item for item in newest if item.state not in _IN_NEED]
    rows = [_deletions(data, now)] if data.held_deletions and data.may_decide else []
    rows += [_row(item, now) for item in needing]
    if data.flagged:
        count = len(data.flagged)
        rows.append(_section(several("{n} lưu ý chờ xem xét", count).format(n=grouped(count))))
        rows += [_row(item, now, to_review=True) for item in data.flagged]
        if going:
            rows.append(_section(tr("Đang chờ gửi")))
    rows += [_row(item, now) for item in going]
    hidden = data.total - len(data.items)
    if hidden > 0:
        rows.append(_section(several("và {n} việc cũ hơn", hidden).format(n=grouped(hidden))))
    if data.accepted:
        rows.append(_section(tr("Vừa được máy chủ nhận")))
        rows += [_row(item, now) for item in data.accepted]
    return tuple(rows)


def _row(item: QueueItem, now: datetime, *, to_review: bool = False) -> QueueRow:
    icon, tone = _SIGNS[item.state]
    detail = joined(action_words(item.action), detail_words(item))
    cells: tuple[Cell, ...] = (
        TextCell(received_words(item.at, now), Tone.TEXT_2, digits=True),
        TextCell(tr(TITLES[item.kind]), weight=_MEDIUM),
        CodeCell(item.code),
        TextCell(item.applicant),
        IconCell(icon, state_words(item.state), tone, _MEDIUM),
        TextCell(detail, Tone.TEXT_2),
    )
    return QueueRow(
        cells, item.dossier, item.uid if to_review or item.state in _TO_SETTLE else None
    )


def _deletions(data: DataState, now: datetime) -> QueueRow:
    """Return the supervisor's task: what the server took away, too much of it at once."""
    count = data.held_deletions
    cells: tuple[Cell, ...] = (
        TextCell(received_words(data.held_since or now, now), Tone.TEXT_2, digits=True),
        TextCell(tr("Máy chủ báo bỏ"), weight=_MEDIUM),
        CodeCell(several("{n} hồ sơ", count).format(n=grouped(count))),
        TextCell(""),
        IconCell("warn", tr("Chờ quyết định"), Tone.WARN, _MEDIUM),
        TextCell(tr("Enter để xem, rồi bỏ hoặc giữ lại"), Tone.TEXT_2),
    )
    return QueueRow(cells, decides=True)


def _section(words: str) -> QueueRow:
    return QueueRow((SectionCell(words),) * len(columns()))


def _queue(data: DataState, now: datetime) -> FactPart:
    total, oldest = data.total, data.counts.oldest
    if not total:
        contact = data.last_contact
        told = tr("Máy chủ trả lời lúc {moment}") if contact else tr("Chưa liên lạc máy chủ")
        said = since_words(contact, now) if contact else ""
        return FactPart(tr("Không còn"), told.format(moment=said))
    value = several("{n} việc", total).format(n=grouped(total))
    dossiers = ""  # log-ins are about none
    if data.dossiers:
        dossiers = several("{n} hồ sơ", data.dossiers).format(n=grouped(data.dossiers))
    if oldest is None:
        return FactPart(value, dossiers)
    return FactPart(
        value,
        joined(dossiers, tr("cũ nhất {moment}").format(moment=since_words(oldest, now))),
    )


def _files(data: DataState) -> FactPart:
    """Say how the scanned papers stand that go to the province."""
    files = data.files
    sent = ""
    if files.sent:
        sent = several("đã lên {n} tệp", files.sent).format(n=grouped(files.sent))
    if not files.waiting:
        if not sent:
            return FactPart(tr("Chưa có tệp"))
        return FactPart(tr("Đã lên hết"), joined(sent, size_words(files.sent_bytes)))
    left = tr("còn {size}").format(size=size_words(files.waiting_bytes - files.uploaded))
    if files.troubled:
        words = several("{n} tệp chưa lên được", files.troubled)
        left = words.format(n=grouped(files.troubled))
    value = several("Chờ {n} tệp", files.waiting).format(n=grouped(files.waiting))
    done = files.sent_bytes + files.uploaded
    whole = max(files.sent_bytes + files.waiting_bytes, 1)
    return FactPart(value, joined(left, sent), done / whole)


def _numbers(numbers: NumbersLeft) -> FactPart:
    if not numbers.left:
        return FactPart(tr("Hết số"), tr("Hôm nay in phiếu tạm tới khi có mạng"), 0.0)
    ranges = tr("dải {first}–{last}").format(
        first=f"{numbers.ranges[0][0]:04}", last=f"{numbers.ranges[0][1]:04}"
    )
    if len(numbers.ranges) > 1:
        ranges = several("{n} dải", len(numbers.ranges)).format(n=len(numbers.ranges))
    days = numbers.working_days
    return FactPart(
        tr("Còn {count}").format(count=grouped(numbers.left)),
        joined(several("Đủ khoảng {n} ngày", days).format(n=days) if days else "", ranges),
        numbers.left / numbers.granted,
    )


def _store(check: Checked | None, now: datetime, *, encrypted: bool) -> FactPart:
    kept = tr("Mã hóa") if encrypted else tr("Không mã hóa")
    if check is None:
        return FactPart(tr("Chưa kiểm"), joined(kept, tr("nhờ quản trị viên kiểm")))
    at = tr("kiểm lúc {moment}").format(moment=since_words(check.at, now))
    if check.whole:
        return FactPart(tr("Nguyên vẹn"), joined(kept, at))
    return FactPart(tr("Có chỗ hỏng"), joined(tr("báo quản trị viên"), at))


def _copy(copy: Copied | None, second: SecondCopy | None, now: datetime) -> FactPart:
    if second is not None:
        return _second(second, copy, now)
    if copy is None:
        return FactPart(tr("Chưa có"), tr("Cắm USB rồi chép một bản"))
    count = several("{n} mục", copy.entries).format(n=grouped(copy.entries))
    return FactPart(since_words(copy.at, now), joined(count, str(Path(copy.path).parent)))


def _second(second: SecondCopy, copy: Copied | None, now: datetime) -> FactPart:
    """Say how the second journal stands. A stick that is away is no trouble: it catches up."""
    last = tr("bản sao {moment}").format(moment=since_words(copy.at, now)) if copy else ""
    if not second.present:
        left = several("{n} mục sẽ chép bù", second.behind).format(n=grouped(second.behind))
        return FactPart(tr("Chưa thấy ổ USB"), joined(left, second.folder))
    if second.why:
        return FactPart(tr("Chưa ghi được"), joined(tr("sẽ tự thử lại"), second.folder))
    if second.at is None:
        return FactPart(tr("Đang chép"), joined(second.folder, last))
    return FactPart(tr("Ghi song song"), joined(second.folder, last))


def size_words(size: int) -> str:
    """Return a number of bytes as `3,2 MB` or `12,4 GB`."""
    amount, unit = size / _MEGABYTE, "MB"
    if amount >= 1024:
        amount, unit = amount / 1024, "GB"
    return f"{amount:.1f} {unit}".replace(".", ",")

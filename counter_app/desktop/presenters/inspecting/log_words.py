"""The log's lines as cells and its filters as drop-downs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from counter_app.desktop.presenters.dossiers.act_icons import ICONS
from counter_app.desktop.presenters.dossiers.list_state import Choice, DropDown
from counter_app.desktop.presenters.inspecting.log_state import LineDetail, Verdict
from counter_app.desktop.theme.tokens import Tone
from counter_app.desktop.widgets.cards.edge import Edge
from counter_app.desktop.widgets.lists.cells import Cell, CodeCell, Column, IconCell, TextCell
from counter_app.domain.dates import vietnam_time
from counter_app.domain.journal.outcome import State
from counter_app.domain.money import grouped
from counter_app.i18n import several, tr
from counter_app.services.inspecting.checking import VerifyReport
from counter_app.services.inspecting.log import Group, LogLine
from counter_app.wording.log import BREAKS, SENT
from counter_app.wording.parts import joined

GROUPS: dict[str, str] = {
    "": "Mọi việc",
    Group.DONE.value: "Xử lý",
    Group.SEEN.value: "Xem, kết xuất",
    Group.PRINTED.value: "In giấy",
    Group.CHANGED.value: "Sửa, bỏ",
    Group.MONEY.value: "Thu tiền",
    Group.LOGIN.value: "Đăng nhập",
}
DAYS: dict[str, tuple[int, int, str]] = {
    "today": (0, 0, "Hôm nay"),
    "yesterday": (1, 1, "Hôm qua"),
    "7": (6, 0, "7 ngày qua"),
    "30": (29, 0, "30 ngày qua"),
    "90": (89, 0, "90 ngày qua"),
    "365": (364, 0, "Một năm qua"),
}
"""Key of a choice → first and last day, counted back from today, and its words."""

_HASH = 12
_SHOWN_BREAKS = 3


def columns() -> tuple[Column, ...]:
    """Return the columns of the log."""
    return (
        Column(tr("Lúc"), 116),
        Column(tr("Cán bộ"), 150),
        Column(tr("Quầy"), 52),
        Column(tr("Việc"), 196),
        Column(tr("Mã hồ sơ"), 184),
        Column(tr("Nội dung"), 0),
        Column(tr("Gửi"), 128),
    )


def cells_of(line: LogLine, now: datetime) -> tuple[Cell, ...]:
    """Return the cells of one act."""
    return (
        TextCell(_moment(line.at, now), Tone.TEXT_2, digits=True),
        TextCell(line.officer),
        TextCell(line.counter, Tone.TEXT_2, digits=True),
        IconCell(ICONS[line.kind], line.title, Tone.TEXT),
        CodeCell(line.code) if line.code else TextCell(""),
        TextCell(_what(line), Tone.TEXT_2),
        _sent(line),
    )


def detail_of(line: LogLine) -> LineDetail:
    """Return the chosen act in full."""
    at = vietnam_time(line.at)
    counter = tr("quầy {number}").format(number=line.counter) if line.counter else ""
    erased = tr("Chi tiết đã xóa theo thời hạn lưu.") if line.erased else ""
    values = tuple(
        tr("{what}: {before} → {after}").format(
            what=each.what, before=each.before or "–", after=each.after or "–"
        )
        for each in line.changes
    )
    return LineDetail(
        title=joined(line.title, line.code, line.applicant),
        text=joined(f"{at:%H:%M:%S %d/%m/%Y}", line.officer, counter, line.detail, erased),
        changes=values,
        place=tr("Bút toán {n} · {hash}").format(n=line.n, hash=line.hash[:_HASH]),
    )


def days_menu(chosen: str) -> DropDown:
    """Return the drop-down of days."""
    choices = tuple(Choice(key, tr(words), key == chosen) for key, (_, _, words) in DAYS.items())
    return DropDown(tr(DAYS[chosen][2]), choices)


def groups_menu(chosen: str) -> DropDown:
    """Return the drop-down of sorts of acts."""
    choices = tuple(Choice(key, tr(words), key == chosen) for key, words in GROUPS.items())
    return DropDown(tr(GROUPS[chosen]), choices)


def officers_menu(known: Sequence[tuple[str, str]], chosen: str) -> DropDown:
    """Return the drop-down of officers."""
    every = Choice("", tr("Mọi cán bộ"), not chosen)
    choices = (every, *(Choice(uid, name, uid == chosen) for uid, name in known))
    return DropDown(next(each.text for each in choices if each.chosen), choices)


def verdict_of(report: VerifyReport) -> Verdict:
    """Return what a check of the whole store found, with the first breaks by name."""
    entries = several("{n} bút toán", report.entries).format(n=grouped(report.entries))
    chains = several("{n} chuỗi", report.chains).format(n=report.chains)
    aside = joined(entries, chains)
    if report.is_whole:
        return Verdict(
            tr("Nhật ký nguyên vẹn."),
            tr("Mọi bút toán khớp dấu vân tay và nối liền nhau; mọi hồ sơ đúng như nhật ký kể."),
            aside,
            "ok",
            Edge.OK,
        )
    named = [
        tr("chuỗi {chain}, bút toán {n}: {why}").format(
            chain=each.chain[:8], n=each.n, why=tr(BREAKS.get(each.why, "không khớp"))
        )
        for each in report.breaks[:_SHOWN_BREAKS]
    ]
    further = len(report.breaks) - len(named)
    if further > 0:
        named.append(several("và {n} chỗ khác", further).format(n=further))
    astray = len(report.dossiers_astray)
    if astray:
        named.append(several("{n} hồ sơ không đúng như nhật ký kể", astray).format(n=astray))
    named += [tr("mã {code} có ở hai hồ sơ").format(code=code) for code in report.codes_twice]
    if report.file:
        named.append(tr("tệp dữ liệu có chỗ hỏng"))
    if not report.search_agrees:
        named.append(tr("chỉ mục tìm kiếm không khớp"))
    words = "; ".join(named)
    return Verdict(
        tr("Nhật ký có chỗ không khớp."),
        tr("{found}. Giữ nguyên máy này và báo quản trị viên.").format(
            found=words[:1].upper() + words[1:]
        ),
        aside,
        "late",
        Edge.ERROR,
    )


def _moment(at: datetime, now: datetime) -> str:
    local = vietnam_time(at)
    if local.date() == vietnam_time(now).date():
        return f"{local:%H:%M:%S}"
    return f"{local:%H:%M:%S %d/%m}" if local.year == now.year else f"{local:%H:%M %d/%m/%Y}"


def _what(line: LogLine) -> str:
    if line.changes:
        first = line.changes[0]
        values = f"{first.what}: {first.before or '–'} → {first.after or '–'}"
        return joined(values, line.detail)
    return line.detail or line.applicant


def _sent(line: LogLine) -> Cell:
    """Sent is the usual state and says nothing."""
    if line.from_server or line.state is State.ACCEPTED:
        return TextCell("")
    words = tr(SENT[line.state])
    if line.state.needs_officer:
        return IconCell("warn", words, Tone.WARN)
    if line.state is State.SUPERSEDED:
        return TextCell(words, Tone.TEXT_3)
    return IconCell("cloud-up", words)

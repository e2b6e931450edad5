"""The page of the log as the gallery shows it."""

from __future__ import annotations

import dataclasses
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.inspecting.log_state import LogState, Verdict
from counter_app.desktop.presenters.inspecting.log_words import (
    days_menu,
    detail_of,
    groups_menu,
    officers_menu,
    verdict_of,
)
from counter_app.desktop.screens.inspecting.log_page import LogPage
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.acts.audit import FormSetTaken, FormSetWay
from counter_app.domain.acts.kinds import Kind
from counter_app.domain.journal.chain import Break
from counter_app.domain.journal.outcome import State
from counter_app.services.inspecting.checking import VerifyReport
from counter_app.services.inspecting.log import GROUPS, LogLine
from counter_app.wording.log import ChangedValue
from counter_app.wording.timeline import TITLES, act_words
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import desk
from tests.made import CHAIN

_TOLD: tuple[tuple[Kind, str, str, str, State], ...] = (
    (Kind.VIEWED, "Đỗ Thị Thử", "H26.15-250701-0103", "", State.PENDING),
    (Kind.CORRECTED, "Nguyễn Thị Mẫu", "H26.15-250701-0103", "gõ nhầm số định danh", State.PENDING),
    (Kind.PRINTED, "Nguyễn Thị Mẫu", "H26.15-250701-0104", "2 liên", State.ACCEPTED),
    (Kind.RECEIVED, "Nguyễn Thị Mẫu", "H26.15-250701-0104", "Lê Văn Thử nộp (cha)", State.ACCEPTED),
    (Kind.PAID, "Hoàng Thị Tập", "H26.15-250701-0099", "50.000 đồng, chuyển khoản", State.ACCEPTED),
    (Kind.HANDED_OVER, "Trần Văn Mẫu", "H26.15-250630-0087", "Phiếu bàn giao BG12", State.REFUSED),
    (Kind.TOLD, "Trần Văn Mẫu", "H26.15-250630-0087", "Điện thoại · 0900••••0456", State.ACCEPTED),
    (Kind.EXPORTED, "Vũ Văn Tập", "", "Nhật ký 01/06/2025 – 30/06/2025 · 812 dòng · xlsx",
     State.ACCEPTED),
    (Kind.NUMBER_VOID, "Trần Văn Mẫu", "", "số 88 · in hỏng", State.SUPERSEDED),
    (Kind.DUE_EXTENDED, "Nguyễn Thị Mẫu", "H26.15-250627-0051",
     "hẹn 17:00 04/07/2025 · chờ ý kiến của Văn phòng Đăng ký đất đai", State.ACCEPTED),
    (Kind.LOGGED_IN, "Nguyễn Thị Mẫu", "", "khi mất mạng", State.ACCEPTED),
)  # fmt: skip
_CHANGES = (
    ChangedValue("Chủ hồ sơ, Số", "0011••••0123", "0011••••0213"),
    ChangedValue("Chủ hồ sơ, Họ tên", "Trần Thị Mẫn", "Trần Thị Mẫu"),
)


def _lines(times: int = 2) -> tuple[LogLine, ...]:
    now = desk().now()
    return tuple(
        LogLine(
            position=1000 - place,
            at=now - timedelta(minutes=17 * place + 3),
            officer=officer,
            counter="12",
            kind=kind,
            group=GROUPS[kind],
            title=TITLES[kind],
            detail=detail,
            code=code,
            dossier=code,
            applicant="Trần Thị Mẫu" if code else "",
            state=state,
            changes=_CHANGES if kind is Kind.CORRECTED else (),
            chain=CHAIN,
            n=1000 - place,
            hash=f"{place:02x}" * 32,
        )
        for place, (kind, officer, code, detail, state) in enumerate(_TOLD * times)
    )


def _state(line: LogLine | None, **changes: object) -> LogState:
    state = LogState(
        title="Nhật ký & kiểm chứng",
        typed="",
        placeholder="Mã hồ sơ, hoặc vài số cuối của mã",
        days=days_menu("7"),
        officers=officers_menu((("CB-001", "Nguyễn Thị Mẫu"),), ""),
        groups=groups_menu(""),
        hints=(Hint("Enter", "mở hồ sơ"), Hint("F10", "in phiếu kiểm tra hồ sơ")),
        position="Dòng 2 · cuộn để xem tiếp",
        detail=detail_of(line) if line else None,
        can_open=True,
        can_print=True,
    )
    return dataclasses.replace(state, **changes)  # type: ignore[arg-type]


def _page(look: Look, state: LogState, lines: tuple[LogLine, ...], current: int) -> QWidget:
    page = LogPage(look, desk(), lambda _: None)
    page.show_lines(lines, current, more=False)
    page.present(state)
    return page


@scene("nhat-ky")
def log(look: Look) -> QWidget:
    """A week, a correction chosen: both values stand below."""
    lines = _lines()
    return _page(look, _state(lines[1]), lines, 1)


@scene("nhat-ky-bieu-mau")
def form_sets(look: Look) -> QWidget:
    """A form set was taken over, at the command line: account and digest stand below."""
    digest = "3f9a1c77d0e24b58" * 4
    body = FormSetTaken(
        "TT03-2025", digest, date(2025, 7, 1), FormSetWay.COMMAND, "tài khoản máy quay-12"
    )
    words = act_words(Kind.FORM_SET_TAKEN, body)
    line, *rest = _lines()
    taken = dataclasses.replace(
        line,
        officer="Máy quầy",
        kind=Kind.FORM_SET_TAKEN,
        group=GROUPS[Kind.FORM_SET_TAKEN],
        title=words.title,
        detail=words.detail,
        code="",
        dossier="",
        applicant="",
    )
    lines = (taken, *rest)
    return _page(look, _state(taken, can_open=False, can_print=False, hints=()), lines, 0)


@scene("nhat-ky-nguyen-ven")
def whole(look: Look) -> QWidget:
    """The chains were checked and are whole."""
    lines = _lines()
    report = VerifyReport(entries=12_408, chains=3, dossiers=2_114, erased_bodies=0)
    return _page(look, _state(lines[3], verdict=verdict_of(report)), lines, 3)


@scene("nhat-ky-khong-khop")
def broken(look: Look) -> QWidget:
    """The check found breaks: each is named."""
    lines = _lines()
    breaks = (
        Break(CHAIN, 411, "a", "hash"), Break(CHAIN, 412, "b", "link"),
        Break(CHAIN, 500, "c", "gap"), Break(CHAIN, 501, "d", "body"),
    )  # fmt: skip
    report = VerifyReport(12_408, 3, 2_114, 0, breaks, ("uid",), file=("file: …",))
    return _page(look, _state(lines[7], verdict=verdict_of(report), can_open=False,
                              can_print=False, hints=()), lines, 7)  # fmt: skip


@scene("nhat-ky-trong")
def empty(look: Look) -> QWidget:
    """Nothing matches; a check is under way; this officer may not export."""
    state = _state(
        None,
        typed="0199",
        empty="Không có việc nào của hồ sơ “0199” trong những ngày này.",
        verdict=Verdict("Đang kiểm tra từng bút toán…", "Làm việc tiếp được, kết quả hiện ở đây."),
        checking=True,
        can_export=False,
        hints=(),
        position="",
    )
    return _page(look, state, (), -1)

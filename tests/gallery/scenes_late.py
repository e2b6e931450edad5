"""The page of late dossiers and letters of apology as the gallery shows it."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.late.late_rows import cells, listed, signing
from counter_app.desktop.presenters.late.late_state import LateFields, LateState
from counter_app.desktop.presenters.late.late_words import hints
from counter_app.desktop.screens.late.late_screen import LateScreen
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.domain.dates import shown_date
from counter_app.domain.problems import false
from counter_app.services.apologising.batch import Batch, Prepared
from counter_app.services.apologising.recording import Waiting
from counter_app.services.late.standing import LateDossier, LateStand
from counter_app.store.reports.late import Apology
from tests.gallery.scenes import scene
from tests.gallery.scenes_dossiers import at, desk, line

_NAMES = ("Trần Thị Mẫu", "Lê Văn Thử", "Phạm Thị Ví", "Hoàng Thị Giả Định")
_AGENCIES = (
    "Ủy ban nhân dân phường Mẫu",
    "Văn phòng Đăng ký đất đai",
    "Phòng Kinh tế, Hạ tầng và Đô thị",
)
_REASONS = (
    "Hồ sơ cần xác minh thêm tại thực địa",
    "Chờ ý kiến của cơ quan phối hợp",
    "Số lượng hồ sơ tăng đột biến",
    "Hệ thống gián đoạn",
)


def _late(number: int, days: int, left: int = 0, letter: str = "") -> LateDossier:
    code = f"H26.15-250601-{100 + number:04}"
    due = at(26, 6)
    sent = Apology(code, at(27, 6), due, letter, date(2025, 7, 8)) if letter else None
    return LateDossier(
        line(code, _NAMES[number % 4], "Đăng ký đất đai", at(2, 6, 8), due),
        _AGENCIES[number % 3],
        days,
        480,
        left,
        date(2025, 7, 3 + number % 5),
        1 if letter else 0,
        sent,
    )


_STAND = LateStand(
    will=(_late(7, 0, 120), _late(8, 1, 400)),
    late=(
        *(_late(number, 2 + number) for number in range(5)),
        _late(5, 9, letter="03/Q2"),
    ),
    without=tuple(_late(number, 2 + number) for number in range(5)),
)
_LETTERS = tuple(
    Prepared(
        each.line.uid, each.line.code, "H26.15", f"{11 + at_:02}/Q2", _REASONS[0],
        each.expected, each.line.due_at,
    )
    for at_, each in enumerate(_STAND.without)
)  # fmt: skip
_WAITS = Waiting(
    Batch("b", at(30, 6, 9), "cb-01", "Nguyễn Văn Dụ", _LETTERS),
    tuple(each.line for each in _STAND.without),
    (),
)


def _state(**changes: object) -> LateState:
    rows = listed(_STAND)
    ticked = frozenset(each.line.uid for each in _STAND.without)
    fields: dict[str, object] = {
        "title": "Trễ hẹn và xin lỗi",
        "summary": "2 sẽ trễ · 6 đang trễ · 5 trễ chưa có thư",
        "rows": cells(
            rows, ticked, {}, lambda row: shown_date(row.late.expected) if row.late else "", str
        ),
        "current": 1,
        "count": "5 thư",
        "reason_label": "Lý do cho mọi thư",
        "reason": _REASONS[1],
        "reasons": tuple(PickerRow(words, keys=str(n)) for n, words in enumerate(_REASONS, 1)),
        "signer": "Nguyễn Văn Dụ",
        "proceed": "Lập thư và in",
        "hints": hints(waits=False),
        "row": LateFields("H26.15-250601-0100", "", "03/07/2025"),
        "can_proceed": True,
    }
    fields.update(changes)
    return LateState(**fields)  # type: ignore[arg-type]


def _page(look: Look, state: LateState) -> QWidget:
    page = LateScreen(look, desk())
    page.present(state)
    return page


@scene("tre-hen")
def many(look: Look) -> QWidget:
    """All three lists; what has no letter is ticked."""
    return _page(look, _state())


@scene("tre-hen-ngay-sai")
def wrong_day(look: Look) -> QWidget:
    """No reason yet, and the expected day isn't after the promise."""
    return _page(
        look,
        _state(
            reason="",
            why="Sửa ngày dự kiến của H26.15-250601-0100.",
            row=LateFields(
                "H26.15-250601-0100", "Thiếu chữ ký của một bên", "25/06/2025",
                "Ngày dự kiến phải sau ngày hẹn trên giấy.",
            ),
            can_proceed=False,
        ),
    )  # fmt: skip


@scene("tre-hen-cho-ky")
def waits(look: Look) -> QWidget:
    """Letters wait for the signature; one dossier was returned meanwhile."""
    gone = _LETTERS[1].uid
    problem = false("step_apology_sent_impossible", status="10")
    rows = signing(_WAITS)
    return _page(
        look,
        _state(
            summary="Thư lập ngày 30/06/2025 chờ lãnh đạo ký.",
            rows=cells(
                rows,
                frozenset(each.uid for each in _LETTERS) - {gone},
                {gone: problem},
                lambda row: (
                    shown_date(row.letter.expected_on)
                    if row.letter and row.letter.expected_on
                    else ""
                ),
                lambda _: _AGENCIES[0],
            ),
            current=2,
            count="4 thư",
            reason_label="Lý do bỏ thư",
            reason="",
            reasons=(),
            proceed="Đã ký, ghi nhận",
            hints=hints(waits=True),
            row=None,
            why="Ghi lý do bỏ thư.",
            problem="Hồ sơ đã kết thúc, không cần phiếu xin lỗi.",
            waits=True,
            can_proceed=False,
        ),
    )


@scene("tre-hen-khong-co")
def none(look: Look) -> QWidget:
    """Nothing is late."""
    return _page(
        look,
        _state(
            summary="", rows=(), current=-1, count="", hints=(), row=None,
            empty="Không có hồ sơ nào trễ hẹn hay sắp trễ.", can_proceed=False,
        ),
    )  # fmt: skip

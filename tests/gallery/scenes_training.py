"""Scenes of the training mode: border and strip round the window, and over a dialog."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QWidget

from counter_app.desktop.presenters.training.state import LESSONS_KEY, StripState
from counter_app.desktop.screens.training.border import PracticeBorders
from counter_app.desktop.screens.training.lists import PickList
from counter_app.desktop.screens.training.strip import PracticeStrip
from counter_app.desktop.shell.window import Window
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.lists.picker_row import PickerRow
from counter_app.services.training.lessons import load_lessons
from tests.gallery.frame import framed
from tests.gallery.reception_states import READY
from tests.gallery.scenes import Area, scene
from tests.gallery.scenes_reception import shown
from tests.gallery.scenes_start import first_moment
from tests.gallery.scenes_window import office

CARD = StripState(
    "Bước 2/7 · Bài 1: Nhận một hồ sơ và in phiếu",
    "Có người đến nộp hồ sơ. Quét thẻ mẫu của Vũ Thị Mới.",
    ("Ctrl+Shift+J",),
)
RECEIVE = StripState(
    "Bước 6/7 · Bài 1: Nhận một hồ sơ và in phiếu",
    "Xem lại phí và ngày hẹn, rồi F9: tiếp nhận và in.",
    ("F9",),
)
AWAY = StripState(
    "Bước 4/9 · Bài 2: Mất mạng – làm tiếp, tự gửi lại",
    "Tiếp nhận như mọi ngày: quét thẻ mẫu của Trần Thị Mẫu.",
    ("F2", "Ctrl+Shift+J"),
    "Đang ở màn hình khác. Esc hoặc phím nêu bên để quay lại bài.",
)
READING = StripState(
    "Bước 7/7 · Bài 1: Nhận một hồ sơ và in phiếu",
    "Hồ sơ được lưu trước khi in. Kẹt giấy thì F10 in lại.",
    wants_reading=True,
)
FREE = StripState(
    "Bài tập huấn: xong 0/4",
    "Làm thử tùy ý, hoặc chọn một trong 4 bài.",
    (LESSONS_KEY,),
    sign_in="Tên đăng nhập CB-001 · mật khẩu tap-huan",
)


FREE_INSIDE = replace(FREE, title="Bài tập huấn: xong 1/4", sign_in="")


def window(look: Look, inside: QWidget, state: StripState) -> Window:
    """Return the real window with what the training mode adds to it."""
    made = Window(look)
    made.put_in(inside)
    strip = PracticeStrip(look)
    strip.present(state)
    made.put_below(strip)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    borders = PracticeBorders(look, application, made)
    made.destroyed.connect(borders.deleteLater)
    return made


@scene("tap-huan-cua-so", Area.WINDOW)
def whole(look: Look) -> QWidget:
    return window(look, office(look), CARD)


@scene("tap-huan-cua-so-cuoi-thanh", Area.WINDOW)
def last_place(look: Look) -> QWidget:
    """The last place of the rail: it is in sight however little room the strip leaves."""
    made = office(look)
    made.show_page("settings")
    return window(look, made, READING)


@scene("tap-huan-tiep-nhan", Area.WINDOW)
def receiving(look: Look) -> QWidget:
    return window(look, framed(look, shown(look, READY)), RECEIVE)


@scene("tap-huan-di-duong-khac", Area.WINDOW)
def away(look: Look) -> QWidget:
    return window(look, framed(look, shown(look, READY)), AWAY)


@scene("tap-huan-doc", Area.WINDOW)
def reading(look: Look) -> QWidget:
    return window(look, framed(look, shown(look, READY)), READING)


@scene("tap-huan-dang-nhap", Area.WINDOW)
def log_in(look: Look) -> QWidget:
    return window(look, first_moment(look), FREE)


@scene("tap-huan-mau-de-quet", Area.WINDOW)
def cards(look: Look) -> QWidget:
    made = window(look, framed(look, shown(look, READY)), AWAY)
    picks = PickList(
        look,
        made,
        title="Quét thẻ hoặc phiếu mẫu",
        sentence="Người và giấy ở đây không có thật. Máy quét mã thật cũng quét được.",
    )
    rows = (
        PickerRow("Phiếu của Nguyễn Văn Tập", meta="có kết quả", code="H00.15-261117-0002"),
        PickerRow("Trần Thị Mẫu", meta="có hồ sơ cũ", code="001191000701"),
        PickerRow("Vũ Thị Mới", meta="đến lần đầu", code="001196000707"),
    )
    picks.offer(tuple((row, lambda: None) for row in rows))
    return made


@scene("tap-huan-bai-hoc", Area.WINDOW)
def lessons(look: Look) -> QWidget:
    made = window(look, framed(look, shown(look, READY)), FREE_INSIDE)
    picks = PickList(
        look,
        made,
        title="Bài tập huấn",
        sentence="Rời bài lúc nào cũng được; lần sau làm tiếp từ bước đang dở.",
    )
    stands = ("đã xong", "đang ở bước 3/9", "chưa làm", "chưa làm")
    rows = [
        PickerRow(lesson.title, meta=lesson.about, code=stand)
        for lesson, stand in zip(load_lessons(), stands, strict=True)
    ]
    anew = PickerRow("Bắt đầu lại từ đầu", meta="Xóa dữ liệu tập huấn, làm lại tỉnh mẫu và các bài")
    picks.offer(tuple((row, lambda: None) for row in (*rows, anew)))
    return made

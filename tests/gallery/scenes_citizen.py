"""The screen that is turned to the citizen, and the officer's sheet of a rating."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from counter_app.desktop.presenters.citizen.scenes import away, returned, waiting
from counter_app.desktop.presenters.citizen.state import (
    Appointment,
    Asking,
    BigChoice,
    CitizenState,
    Greeting,
    Money,
    Mood,
    PaperLine,
    Receiving,
    Returning,
    Scene,
    Tick,
    Transfer,
)
from counter_app.desktop.presenters.rating.rating_state import RatingRow, RatingState
from counter_app.desktop.screens.citizen.citizen_screen import CitizenScreen
from counter_app.desktop.screens.rating.rating_overlay import RatingOverlay
from counter_app.desktop.theme.look import Look
from counter_app.desktop.widgets.basics.hint import Hint
from counter_app.domain.vietqr import BankAccount, payload
from tests.gallery.scenes import Area, scene

ACCOUNT = BankAccount("970416", "257678859", "TRUNG TAM PVHCC PHUONG MAU", "Ngân hàng Mẫu")
UPRIGHT = (1080, 1920)


def transfer(amount: int, purpose: str) -> Transfer:
    return Transfer(
        payload(ACCOUNT, amount, purpose),
        "Chuyển khoản bằng ứng dụng ngân hàng",
        (ACCOUNT.bank, ACCOUNT.number, ACCOUNT.holder, f"Nội dung: {purpose}"),
    )


DUE = Appointment("14:00", "Thứ Tư 02/07/2025", "Trung tâm PVHCC phường Mẫu")
RECEIVING = Receiving(
    name="T•• T•• Mẫu",
    facts=("0011••••0456",),
    procedure="Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
    papers_title="Đủ 3 giấy tờ bắt buộc",
    papers=(
        PaperLine("Tờ khai đăng ký khai sinh, đăng ký nhận cha, mẹ, con", Tick.THERE),
        PaperLine("Giấy chứng sinh hoặc giấy tờ thay Giấy chứng sinh", Tick.THERE),
        PaperLine("Chứng cứ chứng minh quan hệ cha – con hoặc quan hệ mẹ – con", Tick.THERE),
        PaperLine("Giấy chứng nhận kết hôn của cha, mẹ", Tick.DATABASE),
    ),
    money=Money("23.000 đ", "Hai mươi ba nghìn đồng"),
    transfer=transfer(23_000, "QUAY 2 HS7A30C91E"),
    appointment=DUE,
    prompt="Mời ông/bà kiểm tra. Có gì chưa đúng, xin nói với cán bộ.",
    checks=True,
)
LONG = replace(
    RECEIVING,
    facts=("0011••••0456", "Người nộp: N•• V•• Thử"),
    procedure="Thủ tục cấp giấy phép xây dựng mới, giấy phép sửa chữa, cải tạo, giấy phép di dời "
    "công trình đối với công trình không theo tuyến, theo tuyến trong đô thị, tín ngưỡng, tôn giáo",
    papers_title="Đã nhận 2 trong 14 giấy tờ",
    papers=tuple(
        PaperLine(f"Bản vẽ thiết kế xây dựng số {number} kèm theo thuyết minh", tick)
        for number, tick in enumerate((Tick.THERE, Tick.THERE, Tick.LACKING, *[Tick.ASKED] * 11), 1)
    ),
    money=Money("Theo thông báo thu", "Lệ phí cấp giấy phép xây dựng"),
    transfer=None,
    prompt="Cán bộ đang nhập hồ sơ. Ông/bà theo dõi tại đây.",
    checks=False,
)
THANKS = Greeting(
    "ok",
    "Đã nhận hồ sơ",
    "Cảm ơn ông/bà. Xin giữ giấy hẹn; tra cứu bằng mã hồ sơ này.",
    code="H26.15-250701-0123",
    money=Money("23.000 đ", "Hai mươi ba nghìn đồng"),
    transfer=transfer(23_000, "H26.15-250701-0123"),
    appointment=DUE,
)
RETURNING = Returning(
    name="T•• T•• Mẫu",
    facts=("0011••••0456",),
    procedure="Đăng ký khai sinh",
    code="H26.15-250630-0117",
    results=("Giấy khai sinh", "Trích lục khai sinh (bản sao)"),
    prompt="Mời ông/bà kiểm tra kết quả trước khi ký nhận.",
)
GRADES = Asking(
    progress="Xin chạm vào câu trả lời.",
    question="Ông/bà có hài lòng với việc phục vụ ở đây không?",
    choices=(
        BigChoice("2", "Rất hài lòng", Mood.GOOD),
        BigChoice("1", "Hài lòng", Mood.FAIR),
        BigChoice("0", "Không hài lòng", Mood.BAD),
    ),
    note="Không bắt buộc, tự đóng sau 60 giây.",
)
REASONS = Asking(
    progress="Cảm ơn ông/bà.",
    question="Vì điều gì, thưa ông/bà?",
    choices=(
        BigChoice("0", "Thời gian giải quyết"),
        BigChoice("1", "Thái độ phục vụ", chosen=True),
        BigChoice("2", "Hướng dẫn làm hồ sơ"),
        BigChoice("3", "Số lần phải đi lại"),
    ),
    note="Không bắt buộc, tự đóng sau 20 giây.",
    finish="Xong",
    several=True,
)


def _screen(look: Look, shown: Scene) -> CitizenScreen:
    made = CitizenScreen(look)
    centre = "Trung tâm PVHCC phường Mẫu"
    made.present(CitizenState(centre, "Quầy 2", "09:14", "Thứ Ba 01/07/2025", shown))
    return made


def _upright(look: Look, shown: Scene) -> QWidget:
    made = _screen(look, shown)
    made.resize(*UPRIGHT)
    return made


@scene("cong-dan-cho", Area.WINDOW)
def idle(look: Look) -> QWidget:
    return _screen(look, waiting())


@scene("cong-dan-tam-ngung", Area.WINDOW)
def locked(look: Look) -> QWidget:
    return _screen(look, away())


@scene("cong-dan-tiep-nhan", Area.WINDOW)
def receiving(look: Look) -> QWidget:
    return _screen(look, RECEIVING)


@scene("cong-dan-nhieu-giay-to", Area.WINDOW)
def many_papers(look: Look) -> QWidget:
    return _screen(look, LONG)


@scene("cong-dan-da-nhan", Area.WINDOW)
def thanks(look: Look) -> QWidget:
    return _screen(look, THANKS)


@scene("cong-dan-tra-ket-qua", Area.WINDOW)
def returning(look: Look) -> QWidget:
    return _screen(look, RETURNING)


@scene("cong-dan-da-tra", Area.WINDOW)
def done(look: Look) -> QWidget:
    return _screen(look, returned())


@scene("cong-dan-danh-gia", Area.WINDOW)
def grades(look: Look) -> QWidget:
    return _screen(look, GRADES)


@scene("cong-dan-ly-do", Area.WINDOW)
def reasons(look: Look) -> QWidget:
    return _screen(look, REASONS)


@scene("cong-dan-dung-tiep-nhan", Area.OWN)
def upright_receiving(look: Look) -> QWidget:
    return _upright(look, RECEIVING)


@scene("cong-dan-dung-da-nhan", Area.OWN)
def upright_thanks(look: Look) -> QWidget:
    return _upright(look, THANKS)


@scene("cong-dan-dung-danh-gia", Area.OWN)
def upright_grades(look: Look) -> QWidget:
    return _upright(look, GRADES)


@scene("cong-dan-nho", Area.OWN)
def small(look: Look) -> QWidget:
    made = _screen(look, RECEIVING)
    made.resize(854, 500)
    return made


def _sheet(look: Look, state: RatingState) -> QWidget:
    under = QWidget()
    under.resize(1173, 657)
    sheet = RatingOverlay(look, under)
    sheet.present(state)
    sheet.open()
    return under


TOLD = RatingState(
    title="Đánh giá của công dân",
    dossier="H26.15-250630-0117 · Đăng ký khai sinh",
    way="Cách ghi: công dân nói, cán bộ ghi",
    question="Ông/bà có hài lòng với việc phục vụ ở đây không?",
    rows=(
        RatingRow("2", "Rất hài lòng"),
        RatingRow("1", "Hài lòng"),
        RatingRow("0", "Không hài lòng"),
    ),
    hints=(Hint("0", "đến", joined=True), Hint("2", "chọn"), Hint("Esc", "thôi, không ghi")),
    aside="còn 52 giây",
)


@scene("danh-gia-can-bo-ghi")
def told(look: Look) -> QWidget:
    return _sheet(look, TOLD)


@scene("danh-gia-ly-do")
def told_reasons(look: Look) -> QWidget:
    rows = tuple(
        RatingRow(str(place), words, place == 2)
        for place, words in enumerate(
            ("Thời gian giải quyết", "Thái độ phục vụ", "Hướng dẫn làm hồ sơ"), start=1
        )
    )
    state = replace(
        TOLD,
        title="Ghi đánh giá của công dân",
        question="Đã chọn: Rất hài lòng. Lý do, nếu công dân có nêu:",
        rows=rows,
        hints=(
            Hint("Enter", "ghi đánh giá"),
            Hint("Left", "sửa câu trước"),
            Hint("Esc", "thôi, không ghi"),
        ),
        error="Hồ sơ H26.15-250630-0117 đã được đánh giá lúc 09:02 01/07/2025. "
        "Nhấn Enter lần nữa để ghi thay, Esc để thôi.",
        several=True,
    )
    return _sheet(look, state)


@scene("danh-gia-nhap-phieu")
def slips(look: Look) -> QWidget:
    state = RatingState(
        title="Nhập phiếu đánh giá",
        dossier="",
        way="Cách ghi: theo phiếu giấy",
        question="Quét mã hồ sơ trên phiếu công dân đã điền.",
        rows=(),
        hints=(Hint("Esc", "xong"),),
    )
    return _sheet(look, state)

"""What must hold for every A4 sheet, and all sheets worth looking at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from counter_app.domain.forms import Marks
from counter_app.domain.printed.letter_longest import long_text
from counter_app.papers import sheet_documents as documents
from counter_app.papers.fonts import FontChoice
from counter_app.papers.trial import sheets
from counter_app.services.counter.reference import shipped_form_sets
from tests.papers import checks, samples
from tests.papers.gallery import LONG_CODE
from tests.papers.reading import FINE_DPI, READERS, fonts, images, ink_box

LONG = long_text(919)
FINE = ((FINE_DPI, False),)
"""One render, for tests of sheets whose symbols were read from both before."""

_SLACK = 0.3  # millimetres; half of it is the pixel


@dataclass
class A4Sheet(checks.Sheet):
    """A rendered sheet, the symbols of its first and further pages, and its margins in mm."""

    first: dict[str, int] = field(default_factory=dict)
    further: dict[str, int] = field(default_factory=dict)
    margins: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Kind:
    """A kind of sheet: how it is made, which symbols its pages bear."""

    form: str
    make: Callable[..., bytes]
    first: dict[str, int]
    further: dict[str, int]
    copies: int = 1


_BOTH, _QR = {"bars": 1, "qr": 1}, {"qr": 1}
KINDS = {
    "control": Kind("control_sheet", documents.control_sheet_pdf, _BOTH, _QR),
    "ledger": Kind("ledger", documents.ledger_pdf, {}, {}),
    "hand_over": Kind("hand_over_dossiers", documents.hand_over_pdf, _BOTH, _QR, 2),
    "results": Kind("hand_over_results", documents.hand_over_pdf, _BOTH, _QR, 2),
    "cash": Kind("cash_sheet", documents.cash_sheet_pdf, {}, {}),
    "posting": Kind("posting_sheet", documents.posting_sheet_pdf, _QR, {}),
    "reminders": Kind("reminder_list", documents.reminder_list_pdf, {}, {}),
    "day": Kind("day_closing", documents.day_closing_pdf, {}, {}),
    "inspection": Kind("inspection", documents.inspection_pdf, _BOTH, _QR),
}
PLAIN = {
    "control": sheets.CONTROL,
    "ledger": sheets.LEDGER,
    "hand_over": sheets.HAND_OVER,
    "results": sheets.RESULTS,
    "cash": sheets.CASH,
    "posting": sheets.POSTING,
    "reminders": sheets.REMINDERS,
    "day": sheets.DAY,
    "inspection": sheets.INSPECTION,
}
EMPTY = {
    "control": replace(sheets.CONTROL, steps=(), cooperating="", due_at=None),
    "ledger": replace(sheets.LEDGER, rows=()),
    "hand_over": replace(sheets.HAND_OVER, lines=()),
    "results": replace(sheets.RESULTS, lines=()),
    "cash": replace(sheets.CASH, counted=(), fees=(), payments=(), expected=0, other=0, reason=""),
    "posting": replace(sheets.POSTING, cases=(), channels=(), results=(), legal_basis=()),
    "reminders": replace(sheets.REMINDERS, groups=()),
    "day": replace(
        sheets.DAY,
        closed=replace(sheets.DAY.closed, gaps=(), corrects="", reason=""),
        corrected_at=None,
    ),
    "inspection": replace(sheets.INSPECTION, rows=(), chains=(), erased=0),
}
STRAINED = {
    "control": replace(
        sheets.CONTROL,
        code=LONG_CODE,
        subject=LONG,
        steps=(
            *sheets.CONTROL.steps,
            replace(
                sheets.CONTROL.steps[0], from_unit=LONG[:300], giver=LONG[:200], note=LONG[:90]
            ),
            *sheets.CONTROL.steps * 2,
        ),
    ),
    "ledger": replace(
        sheets.LEDGER,
        closed_on=sheets.LEDGER.last_day,
        rows=(
            replace(sheets.LEDGER.rows[0], procedure=LONG, applicant=LONG[:300]),
            *sheets.LEDGER.rows,
            replace(sheets.LEDGER.rows[4], procedure=LONG),
            replace(sheets.LEDGER.rows[1], code=LONG_CODE),
        ),
    ),
    "hand_over": replace(
        sheets.HAND_OVER,
        number="HG00217-250701-BG-00003",
        lines=(replace(sheets.HAND_OVER.lines[0], subject=LONG), *sheets.HAND_OVER.lines * 12),
    ),
    "results": replace(
        sheets.RESULTS,
        lines=(*sheets.RESULTS.lines * 7, replace(sheets.RESULTS.lines[0], subject=LONG)),
    ),
    "cash": replace(
        sheets.CASH,
        officer=LONG[:150],
        fees=sheets.CASH.fees * 9,
        payments=(replace(sheets.CASH.payments[2], payer=LONG), *sheets.CASH.payments * 20),
    ),
    "posting": replace(
        sheets.POSTING,
        name=LONG,
        cases=sheets.POSTING.cases * 6,
        legal_basis=(LONG, *sheets.POSTING.legal_basis),
    ),
    "reminders": replace(
        sheets.REMINDERS,
        groups=tuple(
            replace(
                group,
                lines=(*group.lines * 9, *(replace(line, procedure=LONG) for line in group.lines)),
            )
            for group in sheets.REMINDERS.groups
        ),
    ),
    "day": sheets.LONG_DAY,
    "inspection": replace(
        sheets.INSPECTION,
        code=LONG_CODE,
        procedure=LONG,
        rows=(*sheets.INSPECTION.rows * 9, replace(sheets.INSPECTION.rows[0], what=LONG)),
    ),
}
CONTENTS = {"plain": PLAIN, "empty": EMPTY, "strained": STRAINED}
MARKS = {
    "plain": samples.MARKS,
    "practice": samples.PRACTISED,
    "reprint": samples.REPRINT,
}


def made(kind: str, how: str, marks: str, set_id: str, choice: FontChoice) -> A4Sheet:
    """Return the sheet of a kind, rendered; `how` is a key of CONTENTS, `marks` of MARKS."""
    what, content = KINDS[kind], CONTENTS[how][kind]
    form_set = next(each for each in shipped_form_sets() if each.id == set_id)
    form = form_set.sheets[what.form]
    mark: Marks = MARKS[marks]
    pdf = what.make(content, mark, form_set, choice)
    code = getattr(content, "number", "") or getattr(content, "code", "")
    margins = form.margins
    width, height = (297, 210) if form.landscape else (210, 297)
    return A4Sheet(
        f"A4_{kind}_{how}_{marks}_{set_id}",
        pdf,
        sheets.POSTING.lookup if kind == "posting" else code,
        expected(kind, how, practice=marks == "practice"),
        two_up=False,
        copies=what.copies,
        first=what.first,
        further=what.further,
        margins=(margins.left / 10, 12.0, width - margins.right / 10, height - margins.bottom / 10),
    )


def expected(kind: str, how: str, *, practice: bool) -> list[str]:
    """Return what the text must hold, in this order."""
    found = [*_HEADS[kind]]
    if how == "plain":
        found += _TEXTS[kind]
    if practice:
        found.append("BẢN TẬP HUẤN – KHÔNG CÓ GIÁ TRỊ")
    return found


_NATION = ["UBND PHƯỜNG MẪU", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
_HEADS = {
    "control": [*_NATION, "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ", "Kèm theo hồ sơ của:",
                "TÊN CƠ QUAN", "1. Giao:", "Người giao"],
    "ledger": ["UBND PHƯỜNG MẪU", "SỔ THEO DÕI HỒ SƠ", "(ngày 01 tháng 7 năm 2025)", "STT",
               "Mã hồ sơ", "(1)", "(13)"],
    "hand_over": [*_NATION, "PHIẾU BÀN GIAO HỒ SƠ", "(Liên 1: Bên giao giữ)", "Bên giao:", "STT",
                  "Tổng số:", "BÊN GIAO", "BÊN NHẬN"],
    "results": [*_NATION, "PHIẾU BÀN GIAO KẾT QUẢ", "(Liên 1: Bên giao giữ)", "Bên giao:", "STT",
                "Tổng số:", "BÊN GIAO", "BÊN NHẬN"],
    "cash": [*_NATION, "BẢNG KÊ TIỀN PHÍ, LỆ PHÍ", "1. Các khoản đã thu", "2. Kiểm đếm tiền mặt",
             "3. Đối chiếu", "Chênh lệch:", "4. Chứng từ", "NGƯỜI THU TIỀN", "NGƯỜI NHẬN BÀN GIAO"],
    "posting": ["UBND PHƯỜNG MẪU", "THỦ TỤC HÀNH CHÍNH", "Mã thủ tục:", "Cơ quan giải quyết:",
                "Thành phần hồ sơ"],
    "reminders": ["UBND PHƯỜNG MẪU", "DANH SÁCH NHẮC VIỆC", "(tính đến 07 giờ 30 phút, ngày"],
    "day": [*_NATION, "BIÊN BẢN CHỐT SỐ LIỆU NGÀY", "1. Số liệu trong ngày",
            "2. Việc còn dở dang trong Hệ thống", "5. Nằm sai chỗ", "NGƯỜI CHỐT SỐ LIỆU"],
    "inspection": [*_NATION, "PHIẾU KIỂM TRA HỒ SƠ", "Chủ hồ sơ:", "1. Ai đã làm gì",
                   "2. Chuỗi ghi nhận đã kiểm tra", "NGƯỜI KIỂM TRA"],
}  # fmt: skip
_TEXTS = {
    "control": ["14 giờ 20 phút, ngày 01/7/2025", "Bên nhận đánh dấu kết quả của bên giao."],
    "ledger": ["0203", "Đăng ký khai sinh", "0900 000 101", "0207", "HỦY", "trùng", "0214",
               "Trang này: 12 dòng (STT 0203 đến 0214), trong đó 01 dòng hủy.", "Trang 018"],
    "hand_over": ["Phạm Thị Ví", "Ngô Văn Thí", "(Liên 2: Bên nhận giữ)", "Tổng số: 03 hồ sơ"],
    "results": ["Ngô Văn Thí", "(Liên 2: Bên nhận giữ)", "118/GPXD", "Tổng số: 03 kết quả"],
    "cash": ["Phạm Thị Ví", "Ngô Thị Quỹ"],
    "posting": ["Trường hợp 1: nhà ở riêng lẻ dưới 7 tầng", "Hồ sơ thiết kế xây dựng", "Kết quả",
                "Giấy phép xây dựng", "Căn cứ pháp lý", "Nghị quyết số 01/2025/NQ-HĐND"],
    "reminders": ["Quá hạn: 02 hồ sơ", "Quá hạn 2 ngày", "Đến hạn trong 3 ngày: 00 hồ sơ",
                  "Không có.", "Chờ quá lâu: 01 hồ sơ", "Có kết quả, chưa đến nhận: 01 hồ sơ"],
    "day": ["1.284.000 đồng", "chưa xác nhận in giấy", "đang ở quầy 14", "thối nhầm 4.000 đ",
            "Phạm Thị Ví"],
    "inspection": ["quầy 12, từ 01/7/2025", "nguyên vẹn", "đứt tại bút toán 802",
                   "Hoàng Văn Kiểm"],
}  # fmt: skip


def gallery() -> Iterator[tuple[str, str, str, str]]:
    """Yield kind, contents, marks and form set of every sheet worth looking at."""
    for kind in KINDS:
        yield kind, "plain", "plain", "TT03-2025"
        yield kind, "plain", "plain", "TT01-2018"
        yield kind, "empty", "plain", "TT03-2025"
        yield kind, "strained", "plain", "TT03-2025"
        yield kind, "strained", "practice", "TT03-2025"
        yield kind, "plain", "reprint", "TT03-2025"


def check(sheet: A4Sheet, renders: tuple[tuple[float, bool], ...] = checks.RENDERS) -> A4Sheet:
    """Run all checks on pixels of `renders`; faults are written into `sheet`."""
    for dpi, one_bit in renders:
        rendered = list(images(sheet.pdf, dpi, one_bit=one_bit))
        sheet.pages = len(rendered)
        per_copy = sheet.pages // sheet.copies
        for number, page in enumerate(rendered):
            wanted = sheet.further if number % per_copy else sheet.first
            for name, reader in READERS.items():
                reads = reader(page)
                kinds = Counter(read.kind for read in reads)
                wrong = {read.text for read in reads} - {sheet.code}
                where = f"{name}, page {number + 1} at {dpi:.0f} dpi"
                if wrong:
                    sheet.faults.append(f"{where} read {sorted(wrong)}")
                if dict(kinds) != wanted:
                    sheet.faults.append(f"{where}: {dict(kinds)}, not {wanted}")
                for kind, count in kinds.items():
                    sheet.reads[f"{name} {kind} {dpi:.0f}"] += count
                if dpi == FINE_DPI:
                    sheet.faults.extend(f for r in reads if (f := checks._crowded(page, r, dpi)))
            if dpi == FINE_DPI:
                _check_ink(sheet, ink_box(page, dpi), number)
    checks._check_text(sheet)
    checks._check_overlaps(sheet)
    for name, embedded in fonts(sheet.pdf).items():
        if not embedded:
            sheet.faults.append(f"font {name} is not embedded")
    return sheet


def _check_ink(sheet: A4Sheet, box: tuple[float, float, float, float] | None, page: int) -> None:
    assert box is not None
    left, top, right, bottom = sheet.margins
    if (
        box[0] < left - _SLACK
        or box[1] < top - _SLACK
        or box[2] > right + _SLACK
        or box[3] > bottom + _SLACK
    ):
        said = " ".join(f"{edge:.2f}" for edge in box)
        sheet.faults.append(f"ink on page {page + 1} at {said}")


def write_and_check(
    sheets_made: Iterable[A4Sheet], out: Path, write: Callable[[Path, str, bytes], None]
) -> int:
    """Write A4 sheets into `out`, print a line for each; return the number of faults."""
    faults = 0
    for sheet in map(check, sheets_made):
        write(out, sheet.name, sheet.pdf)
        faults += len(sheet.faults)
        said = "; ".join(sheet.faults) or "none"
        size = len(sheet.pdf) // 1024
        print(f"{sheet.name:46} {sheet.pages:3} {size:4} {sheet.reads.total():6}  {said}")
    return faults

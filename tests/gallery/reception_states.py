"""States of the reception page with the people, codes and times of the drawings."""

from __future__ import annotations

from dataclasses import replace

from counter_app.desktop.presenters.reception.state import (
    ApplicantState,
    Block,
    Choice,
    DeliveryState,
    DueState,
    FeeRow,
    FeesState,
    KeyHint,
    LeftItem,
    PanelState,
    PaperRow,
    PapersState,
    PersonLine,
    PickRow,
    ProcedureState,
    Question,
    ReceptionState,
    Standing,
)
from counter_app.domain.people.address import Province, Unit

_PROVINCE = Province("99", "tỉnh Ví Dụ", ())
UNITS = (
    Unit("00127", "Phường Mẫu", _PROVINCE),
    Unit("00128", "Xã Mẫu Đông", _PROVINCE),
)

_TYPED_BOLD = "khai sinh"


def _row(name: str, meta: str, code: str, keys: str = "") -> PickRow:
    start = name.index(_TYPED_BOLD)
    bold = ((start, start + len(_TYPED_BOLD)),)
    return PickRow(name, meta, code, bold, (keys,) if keys else ())


_FOUND = (
    _row(
        "Đăng ký khai sinh",
        "Hộ tịch · cấp xã · 1 ngày làm việc · 8.000 đ · 42 lần tháng này",
        "1.001193",
        "Enter",
    ),
    _row(
        "Đăng ký lại khai sinh",
        "Hộ tịch · cấp xã · 5 ngày làm việc · 8.000 đ · 11 lần",
        "1.004884",
        "Ctrl+4",
    ),
    _row(
        "Đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con",
        "Hộ tịch · cấp xã · 3 ngày làm việc · 23.000 đ · 6 lần",
        "1.000689",
    ),
    _row(
        "Liên thông: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em "
        "dưới 6 tuổi",
        "Liên thông · 4 ngày làm việc · không thu · 5 lần",
        "2.000986",
        "Ctrl+7",
    ),
    _row(
        "Đăng ký khai sinh lưu động",
        "Hộ tịch · cấp xã · 5 ngày làm việc · không thu",
        "1.003583",
    ),
    _row(
        "Đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân",
        "Hộ tịch · cấp xã · 5 ngày làm việc · 8.000 đ",
        "1.004772",
    ),
)
_KNOWN = ApplicantState(
    standing=Standing.DONE,
    title="Chủ hồ sơ",
    name="Trần Thị Mẫu",
    scanned=True,
    card_words="Thẻ đã đọc 09:13",
    facts=("0011••••0456", "Nữ, sinh 15/03/1999", "Chính chủ nộp"),
    address="Số 12 đường Mẫu, phường Mẫu, tỉnh Ví Dụ",
    history="4 hồ sơ trước",
)
OLD_UNIT = Question(
    title="Địa chỉ trên thẻ là đơn vị cũ, nay đã chia về hai nơi",
    label="Chữ trên thẻ:",
    detail="Thôn 3, xã Mẫu Cũ, huyện Thử, tỉnh Ví Dụ",
    choices=(
        Choice("1", "Phường Mẫu, tỉnh Ví Dụ", "Địa bàn của trung tâm này", "00127"),
        Choice("2", "Xã Mẫu Đông, tỉnh Ví Dụ", "", "00128"),
    ),
    preferred=0,
    hints=(
        KeyHint(("1", "2"), "chọn nơi ở hiện nay"),
        KeyHint(("Enter",), "để sau, phiếu ghi đúng chữ trên thẻ"),
    ),
)
SEARCHING = ReceptionState(
    current=Block.PROCEDURE,
    applicant=_KNOWN,
    procedure=ProcedureState(
        standing=Standing.CURRENT,
        searching=True,
        typed="khai si",
        placeholder="Tên thủ tục, chữ đầu hoặc đuôi mã",
        count_words="6 trong 2.642 thủ tục",
        favourites_words=KeyHint(("Ctrl+1", "9"), "hay dùng ở quầy này"),
        rows=_FOUND,
        hints=(
            KeyHint(("Up", "Down"), "chọn"),
            KeyHint(("Enter",), "lấy thủ tục"),
            KeyHint(("Esc",), "xóa chữ đã gõ"),
        ),
        footnote="Gõ không dấu, chữ đầu hay đuôi mã đều được",
    ),
    papers=PapersState(headline="Hiện ra khi đã chọn thủ tục", hints=(KeyHint(("F6",), ""),)),
    fees=FeesState(detail="Có ngay khi chọn thủ tục"),
    due=DueState(detail="Có ngay khi chọn thủ tục"),
    delivery=DeliveryState(value="Tại quầy", detail="mặc định"),
    note_placeholder="Viết ở đây nếu cần in lên phiếu",
    panel=PanelState(
        heading="Còn 2 việc trước khi in",
        left=(
            LeftItem("2", "Chọn thủ tục", current=True),
            LeftItem("3", "Xác nhận giấy tờ", current=False),
        ),
        button="Tiếp nhận và in",
        saved="Bản nháp tự lưu lúc 09:14",
    ),
)
_CHOSEN = ProcedureState(
    standing=Standing.DONE,
    name="Đăng ký khai sinh",
    meta="Hộ tịch · cấp xã · 1 ngày làm việc · trực tiếp",
    code="1.001193",
)
_NONE = ("–", "–", "–")
_PAPERS = tuple(
    PaperRow(number, name, remark, there=there, asked=False, counts=counts)
    for number, name, remark, there, counts in (
        ("1", "Tờ khai đăng ký khai sinh", "bắt buộc", True, ("1", "–", "–")),
        ("2", "Giấy chứng sinh", "bắt buộc", True, ("1", "–", "–")),
        ("3", "Giấy chứng nhận kết hôn của cha, mẹ", "xuất trình, trả lại ngay", True, _NONE),
        ("4", "Văn bản ủy quyền", "không cần, chính chủ nộp", False, _NONE),
    )
)
_PROMISED = PanelState(
    heading="Đủ để tiếp nhận",
    ready=True,
    amber=("Còn 1 điều nên xem: địa chỉ cũ",),
    button="Tiếp nhận và in",
    enabled=True,
    paper_words="2 liên A5 trên một tờ A4",
    preview=KeyHint(("Shift+F9",), "Xem trước"),
    saved="Bản nháp đã lưu 09:14",
)
READY = ReceptionState(
    current=Block.APPLICANT,
    applicant=replace(_KNOWN, standing=Standing.WARNING, question=OLD_UNIT),
    procedure=_CHOSEN,
    papers=PapersState(
        standing=Standing.DONE,
        headline="Đủ 3 giấy tờ bắt buộc",
        columns=("Bản chính", "Chứng thực", "Bản photo"),
        rows=_PAPERS,
        selected=-1,
    ),
    fees=FeesState(
        standing=Standing.DONE,
        value="8.000 đ",
        aside="Thu trước · tiền mặt",
        detail="Lệ phí hộ tịch, mức của tỉnh từ 01/01/2025",
    ),
    due=DueState(
        standing=Standing.DONE,
        value="11:30",
        day="Thứ Tư 02/07/2025",
        detail="1 ngày làm việc, tính từ 09:14 hôm nay",
    ),
    delivery=DeliveryState(
        standing=Standing.DONE, value="Tại quầy", detail="Trung tâm PVHCC phường Mẫu"
    ),
    note_placeholder="Viết ở đây nếu cần in lên phiếu",
    panel=_PROMISED,
    footer=(
        KeyHint(("F6",), "sửa giấy tờ"),
        KeyHint(("Ctrl+D",), "chép từ hồ sơ trước"),
        KeyHint(("Esc",), "lùi một bước, không mất gì"),
    ),
)
EMPTY = replace(
    SEARCHING,
    current=Block.APPLICANT,
    applicant=ApplicantState(
        title="Chủ hồ sơ",
        placeholder="Quét thẻ căn cước, hoặc gõ tên, số định danh, điện thoại",
        hints=(KeyHint(("F4",), "nhập tay: hộ chiếu, doanh nghiệp, trẻ em…"),),
    ),
    procedure=ProcedureState(summary="Chọn sau khi có chủ hồ sơ"),
    panel=PanelState(
        heading="Còn 3 việc trước khi in",
        left=(
            LeftItem("1", "Quét thẻ hoặc nhập chủ hồ sơ", current=True),
            LeftItem("2", "Chọn thủ tục", current=False),
            LeftItem("3", "Xác nhận giấy tờ", current=False),
        ),
        button="Tiếp nhận và in",
    ),
    footer=(KeyHint(("Ctrl+D",), "chép từ hồ sơ trước"),),
)
CHECKING = replace(
    READY,
    current=Block.PAPERS,
    applicant=replace(
        _KNOWN,
        others=(
            PersonLine("Người nộp", "Lê Văn Thử", ("0010••••0123", "Nam, sinh 02/01/1985", "cha")),
            PersonLine("Liên quan", "Trần Văn Bé", ("Chưa có số định danh",)),
        ),
    ),
    papers=PapersState(
        standing=Standing.WARNING,
        headline="Còn thiếu 1 giấy tờ bắt buộc",
        columns=("Bản chính", "Chứng thực", "Bản photo"),
        rows=(
            _PAPERS[0],
            replace(_PAPERS[1], there=False, missing=True, noting=True, note="mẹ mang đến chiều"),
            *_PAPERS[2:],
        ),
        selected=1,
        hints=(KeyHint(("Enter",), "xong ghi chú"),),
    ),
    panel=replace(_PROMISED, amber=("Nhận khi còn thiếu 1 giấy tờ",)),
)
MANY = replace(
    READY,
    current=Block.PAPERS,
    applicant=replace(_KNOWN, standing=Standing.DONE),
    papers=PapersState(
        standing=Standing.CURRENT,
        headline="Cần 9 giấy tờ bắt buộc",
        columns=("Bản chính", "Chứng thực", "Bản photo"),
        rows=tuple(
            replace(
                _PAPERS[at % 4],
                number=str(at + 1),
                name=f"{_PAPERS[at % 4].name} theo mẫu số {at + 1} ban hành kèm thông tư",
                there=at < 3,
            )
            for at in range(14)
        ),
        selected=6,
        hints=(KeyHint(("Enter",), "đủ"), KeyHint(("1", "9"), "từng giấy")),
    ),
)
DUPLICATE = replace(
    READY,
    current=Block.PROCEDURE,
    applicant=_KNOWN,
    procedure=replace(
        _CHOSEN,
        standing=Standing.WARNING,
        question=Question(
            title="Công dân này đang có hồ sơ cùng thủ tục, tiếp nhận hôm qua",
            label="H26.15-250630-0198",
            hints=(
                KeyHint(("Enter",), "mở hồ sơ đó"),
                KeyHint(("F9",), "vẫn tiếp nhận mới"),
            ),
        ),
    ),
    panel=replace(_PROMISED, amber=("Công dân đang có hồ sơ cùng thủ tục",)),
)
WAITING_ONLINE = replace(
    DUPLICATE,
    procedure=replace(
        DUPLICATE.procedure,
        question=Question(
            title="Công dân này đã gửi hồ sơ cùng thủ tục 28/06/2025, đang chờ tiếp nhận",
            label="G00.99-20250628-0000017",
            hints=(
                KeyHint(("Enter",), "mở hồ sơ đó để tiếp nhận"),
                KeyHint(("F9",), "vẫn tiếp nhận mới"),
            ),
        ),
    ),
)
WAITING_SUPPLEMENT = replace(
    DUPLICATE,
    procedure=replace(
        DUPLICATE.procedure,
        question=Question(
            title="Hồ sơ cùng thủ tục của công dân này chờ bổ sung từ 24/06/2025",
            label="H26.15-250620-0117",
            hints=(
                KeyHint(("Enter",), "mở hồ sơ đó để nhận bổ sung"),
                KeyHint(("F9",), "vẫn tiếp nhận mới"),
            ),
        ),
    ),
)
LONG_LEFT = replace(
    READY,
    current=Block.PROCEDURE,
    applicant=_KNOWN,
    procedure=replace(_CHOSEN, standing=Standing.WARNING),
    panel=replace(
        SEARCHING.panel,
        left=(
            LeftItem("3", "Xác nhận giấy tờ", current=False),
            LeftItem(
                "2",
                "Thủ tục này tiếp nhận ở hệ thống của bộ: nhập ở đó, rồi ghi hỗ trợ nộp ở đây",
                current=True,
            ),
        ),
    ),
)
FEES = replace(
    READY,
    current=Block.FEES,
    applicant=_KNOWN,
    fees=FeesState(
        standing=Standing.CURRENT,
        value="24.000 đ",
        aside="Chưa thu",
        detail="Chứng thực bản sao từ bản chính",
        editing=True,
        rows=(
            FeeRow(
                "Chứng thực bản sao từ bản chính",
                "24.000 đ",
                counted=True,
                units="6",
                sets="2",
                unit_name="Số trang",
            ),
        ),
        exemptions=(
            Choice("0", "Không miễn, giảm"),
            Choice("1", "Người thuộc hộ nghèo"),
        ),
        collected_words="Đã thu tiền mặt",
    ),
)
CASES = replace(
    SEARCHING,
    procedure=replace(
        _CHOSEN,
        standing=Standing.CURRENT,
        cases=(
            Choice("1", "Cha mẹ có đăng ký kết hôn"),
            Choice("2", "Cha mẹ không đăng ký kết hôn"),
            Choice("3", "Trẻ chưa xác định được cha, mẹ"),
        ),
        hints=(KeyHint(("Enter",), "lấy trường hợp"),),
    ),
)
CALLING = replace(
    SEARCHING,
    current=Block.APPLICANT,
    applicant=replace(
        _KNOWN,
        standing=Standing.CURRENT,
        phone="01",
        phone_label="Điện thoại",
        phone_problem="Số điện thoại có dạng lạ; hãy hỏi lại người dân.",
        hints=(KeyHint(("Enter",), "chọn thủ tục"), KeyHint(("F4",), "sửa, thêm người")),
    ),
    procedure=ProcedureState(summary="Chọn sau khi có chủ hồ sơ"),
)
SECOND = replace(
    READY,
    panel=replace(_PROMISED, amber=()),
    applicant=replace(
        _KNOWN,
        standing=Standing.WARNING,
        question=Question(
            title="Thẻ thứ hai: Lê Văn Thử",
            detail="Người này là ai trong hồ sơ đang nhập?",
            choices=(
                Choice("1", "Người nộp thay", "nộp cho chủ hồ sơ"),
                Choice("2", "Người liên quan", "vợ, chồng, cha, mẹ, con…"),
            ),
            preferred=0,
            hints=(
                KeyHint(("Enter",), "người nộp"),
                KeyHint(("2",), "người liên quan"),
                KeyHint(("F2",), "công dân mới, hồ sơ này để dở"),
                KeyHint(("Esc",), "bỏ thẻ này"),
            ),
        ),
    ),
)

"""Every kind of act has its two lines, and none of them is bare or cold."""

from __future__ import annotations

import dataclasses
import unicodedata
from datetime import date, timedelta

import pytest

from counter_app.domain.acts.audit import (
    DateConfirmed,
    DeletionsDecided,
    Exported,
    FlagsReviewed,
    FormSetLeft,
    FormSetTaken,
    FormSetWay,
    LoggedIn,
    LoggedOut,
    NumberVoid,
    Purged,
    Restored,
    Viewed,
)
from counter_app.domain.acts.certified import Certified, CertifiedWhat
from counter_app.domain.acts.decisions import DueMoved, Finished, PaymentDemanded, WorkStarted
from counter_app.domain.acts.files import PaperScanned, ScanRemoved
from counter_app.domain.acts.intake import (
    Assisted,
    OriginalsCompared,
    Submitted,
    SubmittedFile,
    TurnedAway,
)
from counter_app.domain.acts.kinds import KINDS, Body, Kind
from counter_app.domain.acts.money import (
    CashCount,
    PaymentCancelled,
    ReceiptLinked,
    ShiftClosed,
)
from counter_app.domain.acts.received import Numbered, ProcedureRef, Promise, ReceivedPaper
from counter_app.domain.acts.results import ResultPaper, ResultTakenIn, ReturnBasis, Returned
from counter_app.domain.acts.steps import (
    ApologySent,
    Change,
    Complained,
    ContactWay,
    Corrected,
    Dropped,
    DueExtended,
    HandedOver,
    Paid,
    PaymentPart,
    Printed,
    PrintProof,
    Rated,
    Receipt,
    Refused,
    Reopened,
    Stopped,
    SupplementItem,
    SupplementReceived,
    SupplementRequested,
    Told,
    ToldAbout,
    Withdrawn,
)
from counter_app.domain.people.person import Authority, Capacity, Person
from counter_app.domain.procedures.channels import Channel
from counter_app.domain.procedures.fees import FeeKind, FeeLine
from counter_app.wording.act_words import ActWords
from counter_app.wording.timeline import TITLES, act_words
from tests.made import NOON, person, received
from tests.wording.test_office_acts import OF_THE_OFFICE

FEE = FeeLine("Lệ phí hộ tịch", FeeKind.CHARGE, 8_000)
PROMISE = Promise(NOON + timedelta(days=3), "working_day:3", "2026.1")
RESULTS = (ResultPaper("Giấy khai sinh"), ResultPaper("Trích lục khai sinh", copies=2))
MOTHER = Person("Lê Thị Thử")
BIRTH = ProcedureRef("1.001193", "Đăng ký khai sinh", "1", "Hộ tịch")
PORTAL = "G00.99-20261120-0000017"
SHIFT = ShiftClosed(
    "Phạm Thị Ví",
    NOON,
    NOON + timedelta(hours=4),
    108_000,
    (CashCount(50_000, 2),),
    handed_to="Lê Văn Thử",
    reason="lẻ",
)

SAID: list[tuple[Body, ActWords]] = [
    (received(), ActWords("Tiếp nhận tại quầy 2")),
    (
        received(
            submitter=MOTHER,
            authority=Authority(Capacity.MOTHER),
            channel=Channel.ONLINE,
            offline=True,
        ),
        ActWords("Tiếp nhận tại quầy 2", "Nộp trực tuyến · Lê Thị Thử nộp (mẹ) · khi mất mạng"),
    ),
    (
        Numbered("H26.15-261120-0002", "b", "12", 2026, 7),
        ActWords("Được cấp mã chính thức", "H26.15-261120-0002 · Quyển 12, số thứ tự 7"),
    ),
    (
        Printed("receipt", "TT03-2025", 2, PrintProof.SPOOLER),
        ActWords("In giấy tiếp nhận", "2 liên"),
    ),
    (
        Printed("receipt", "TT03-2025", 2, PrintProof.OFFICER, reprint=1, reason="làm mất"),
        ActWords("In lại giấy tiếp nhận lần 1", "2 liên · cán bộ xác nhận đã in · làm mất"),
    ),
    (
        Printed("of a later version", "TT03-2025", 1, PrintProof.FILE),
        ActWords("Lưu giấy thành tệp", "1 liên"),
    ),
    (
        SupplementRequested((SupplementItem("Tờ khai"), SupplementItem("Ảnh")), number="07"),
        ActWords("Yêu cầu bổ sung", "số 07 · Tờ khai; Ảnh"),
    ),
    (
        SupplementReceived((ReceivedPaper("Tờ khai", originals=1),), PROMISE),
        ActWords("Nhận giấy tờ bổ sung", "Tờ khai · hẹn 10:00 23/11/2026"),
    ),
    (Refused("không thuộc thẩm quyền"), ActWords("Từ chối tiếp nhận", "không thuộc thẩm quyền")),
    (
        Withdrawn("đổi ý", "Trần Thị Mẫu"),
        ActWords("Công dân rút hồ sơ", "Trần Thị Mẫu · đổi ý"),
    ),
    (Stopped("trùng hồ sơ"), ActWords("Dừng giải quyết", "trùng hồ sơ")),
    (
        Paid((FEE,), receipt=Receipt("AB/26E", "0031")),
        ActWords("Thu phí, lệ phí 8.000 đ", "Tiền mặt · biên lai AB/26E 0031"),
    ),
    (
        HandedOver("bộ phận Hộ tịch", "Lê Văn Thử", list_number="14"),
        ActWords("Bàn giao cho bộ phận Hộ tịch", "Phiếu bàn giao 14 · Lê Văn Thử nhận"),
    ),
    (HandedOver("bộ phận Hộ tịch", back=True), ActWords("Nhận lại từ bộ phận Hộ tịch")),
    (
        ResultTakenIn(RESULTS, from_unit="Phòng Tư pháp"),
        ActWords(
            "Nhận kết quả về quầy",
            "Giấy khai sinh 1 bản, Trích lục khai sinh 2 bản · từ Phòng Tư pháp",
        ),
    ),
    (
        DueExtended(PROMISE, "chờ xác minh", "Nguyễn Văn Mẫu", number="02"),
        ActWords("Gia hạn", "hẹn 10:00 23/11/2026 · chờ xác minh · số 02 · Nguyễn Văn Mẫu ký"),
    ),
    (
        ApologySent("quá tải", number="03", expected_on=date(2026, 11, 30)),
        ActWords("Gửi văn bản xin lỗi", "số 03 · quá tải · dự kiến 30/11/2026"),
    ),
    (
        Returned(
            MOTHER,
            RESULTS[:1],
            ReturnBasis.LOST_RECEIPT,
            "Phạm Thị Ví",
            Authority(Capacity.AUTHORISED, "07", date(2025, 6, 30)),
            originals_returned=("Giấy chứng nhận kết hôn",),
        ),
        ActWords(
            "Trả kết quả tại quầy 2",
            "Lê Thị Thử (người được ủy quyền, giấy số 07 ngày 30/06/2025) · Giấy khai sinh 1 bản"
            " · mất giấy tiếp nhận, đã đối chiếu giấy tờ · trả lại Giấy chứng nhận kết hôn",
        ),
    ),
    (
        Corrected("gõ nhầm", (Change("/applicant/name", '"A"', '"B"'),)),
        ActWords("Sửa đăng ký", "gõ nhầm · 1 chỗ được sửa"),
    ),
    (
        Told(ContactWay.PHONE, "Mời đến nhận kết quả", reached=False),
        ActWords("Báo công dân", "Gọi điện · chưa liên lạc được · Mời đến nhận kết quả"),
    ),
    (Rated((2, 2, 1), "tốt"), ActWords("Công dân đánh giá", "5 điểm · tốt")),
    (
        WorkStarted("Phòng Tư pháp", "Lê Văn Thử"),
        ActWords("Bắt đầu giải quyết", "Phòng Tư pháp · Lê Văn Thử"),
    ),
    (
        PaymentDemanded((FEE,), "theo thông báo"),
        ActWords("Yêu cầu nộp 8.000 đ", "Lệ phí hộ tịch · theo thông báo"),
    ),
    (
        Finished(RESULTS[:1], "Nguyễn Văn Mẫu", negative=True),
        ActWords("Đã giải quyết", "không chấp thuận · Giấy khai sinh 1 bản · Nguyễn Văn Mẫu ký"),
    ),
    (
        DueMoved(PROMISE, "chờ xác minh"),
        ActWords("Đổi ngày hẹn trả", "hẹn 10:00 23/11/2026 · chờ xác minh"),
    ),
    (NumberVoid("b", 3, 3, "hỏng"), ActWords("Bỏ số hồ sơ", "số 3 · hỏng")),
    (NumberVoid("b", 3, 5, "hỏng"), ActWords("Bỏ số hồ sơ", "số 3 đến 5 · hỏng")),
    (
        DateConfirmed(NOON, None, "pt-01", "Lê Thị Thử"),
        ActWords("Xác nhận ngày giờ", "đồng hồ máy lúc đó: 10:00 20/11/2026 · Lê Thị Thử xác nhận"),
    ),
    (LoggedIn("Phạm Thị Ví", offline=True), ActWords("Đăng nhập", "Phạm Thị Ví · khi mất mạng")),
    (LoggedOut("hết giờ"), ActWords("Đăng xuất", "hết giờ")),
    (Viewed("0011••••0123"), ActWords("Xem hồ sơ", "0011••••0123")),
    (
        Exported("Sổ theo dõi", 12, "xlsx"),
        ActWords("Kết xuất dữ liệu", "Sổ theo dõi · 12 dòng · xlsx"),
    ),
    (
        Purged(("a", "b"), 12, 3, 365),
        ActWords("Xóa nội dung hết thời hạn lưu", "2 hồ sơ · 3 tệp"),
    ),
    (
        Purged(("a",), 12, 0, 365, "ld-01", "Đỗ Thị Mẫu"),
        ActWords("Xóa nội dung hết thời hạn lưu", "1 hồ sơ · 0 tệp · Đỗ Thị Mẫu duyệt"),
    ),
    (Restored("đổi máy", "c", 7), ActWords("Phục hồi dữ liệu", "đổi máy")),
    (
        FormSetTaken("TT03-2025", "01234567" * 8, date(2025, 7, 1)),
        ActWords(
            "Nhận bộ biểu mẫu của đơn vị",
            "TT03-2025 · có hiệu lực từ 01/07/2025 · SHA-256" + " 01234567" * 8,
        ),
    ),
    (
        FormSetLeft("TT03-2025", "a" * 9, FormSetWay.COMMAND, "tài khoản máy quay-12"),
        ActWords(
            "Bỏ bộ biểu mẫu của đơn vị",
            "TT03-2025 · tại dòng lệnh · tài khoản máy quay-12 · SHA-256 aaaaaaaa a",
        ),
    ),
    (
        received(channel=Channel.POST, non_territorial=True),
        ActWords("Tiếp nhận tại quầy 2", "Nộp qua bưu chính · phi địa giới"),
    ),
    (
        SupplementRequested((SupplementItem("Ảnh"),), bring_by=date(2026, 12, 20)),
        ActWords("Yêu cầu bổ sung", "Ảnh · nộp trước 20/12/2026"),
    ),
    (
        Refused("không thuộc thẩm quyền", "03", "nộp tại xã Ví Dụ"),
        ActWords("Từ chối tiếp nhận", "số 03 · không thuộc thẩm quyền · nộp tại xã Ví Dụ"),
    ),
    (
        Withdrawn("đổi ý", papers_returned=("Tờ khai", "Ảnh")),
        ActWords("Công dân rút hồ sơ", "đổi ý · trả lại Tờ khai, Ảnh"),
    ),
    (
        Paid((FEE,), part=PaymentPart.ADVANCE, payer="Lê Thị Thử"),
        ActWords("Thu phí, lệ phí 8.000 đ", "Tạm thu · Tiền mặt · Lê Thị Thử nộp"),
    ),
    (
        WorkStarted("Phòng Tư pháp", promise=PROMISE),
        ActWords("Bắt đầu giải quyết", "Phòng Tư pháp · hẹn 10:00 23/11/2026"),
    ),
    (
        Told(ContactWay.SMS, "Mời đến", about=ToldAbout.EARLY_RESULT),
        ActWords("Báo công dân", "Tin nhắn · Có kết quả sớm · Mời đến"),
    ),
    (
        Complained("Chờ lâu", "Lê Thị Thử", number="01"),
        ActWords("Phản ánh, kiến nghị", "số 01 · Lê Thị Thử · Chờ lâu"),
    ),
    (Reopened("rút nhầm", "cb-09"), ActWords("Mở lại hồ sơ", "rút nhầm")),
    (
        PaymentCancelled("p", (FEE,), "thu nhầm"),
        ActWords("Hủy khoản thu (bút toán đảo)", "8.000 đ · thu nhầm"),
    ),
    (
        ReceiptLinked("p", Receipt("AB/26E", "0031")),
        ActWords("Gắn biên lai điện tử", "biên lai AB/26E 0031"),
    ),
    (
        Submitted(
            received(PORTAL, channel=Channel.ONLINE), NOON, (SubmittedFile("a.pdf", "0" * 64, 9),)
        ),
        ActWords("Hồ sơ gửi đến, chờ tiếp nhận", f"Nộp trực tuyến · {PORTAL} · 1 tệp kèm theo"),
    ),
    (
        OriginalsCompared(("Giấy chứng sinh", "Ảnh"), ("Ảnh",), "mờ"),
        ActWords("Đối chiếu bản chính", "Giấy chứng sinh, Ảnh · không khớp: Ảnh · mờ"),
    ),
    (
        PaperScanned("Giấy chứng sinh", "0" * 64, 9, 2, "scanner"),
        ActWords("Số hóa giấy tờ", "Giấy chứng sinh · 2 trang · máy quét"),
    ),
    (
        ScanRemoved("0" * 64, "Giấy chứng sinh", "quét nhầm"),
        ActWords("Gỡ tệp số hóa", "Giấy chứng sinh · quét nhầm"),
    ),
    (
        TurnedAway(BIRTH, MOTHER, "không thuộc thẩm quyền", "nộp tại xã Ví Dụ", "04"),
        ActWords(
            "Từ chối tiếp nhận, chưa cấp mã",
            "số 04 · Đăng ký khai sinh · không thuộc thẩm quyền · nộp tại xã Ví Dụ",
        ),
    ),
    (
        Assisted(BIRTH, MOTHER, PORTAL, "Cổng dịch vụ công quốc gia"),
        ActWords(
            "Hỗ trợ nộp trực tuyến", f"Đăng ký khai sinh · Cổng dịch vụ công quốc gia · {PORTAL}"
        ),
    ),
    (
        Dropped("công dân đổi ý", "withdrawn"),
        ActWords("Bỏ việc máy chủ chưa nhận", "công dân rút hồ sơ · công dân đổi ý"),
    ),
    (
        FlagsReviewed("uid", ("due-differs",), "đã gọi công dân", "H26.15-250718-000123"),
        ActWords(
            "Xem xét lưu ý của máy chủ",
            "H26.15-250718-000123 · Máy chủ tính ra ngày hẹn trả khác. · đã gọi công dân",
        ),
    ),
    (
        DeletionsDecided(hidden=False, codes=("H26.15-250718-000123", "HG00217-250718-0001")),
        ActWords(
            "Quyết định về hồ sơ máy chủ báo bỏ",
            "giữ lại · 2 hồ sơ · H26.15-250718-000123, HG00217-250718-0001",
        ),
    ),
    (
        Certified(
            "1",
            2026,
            318,
            date(2026, 11, 20),
            CertifiedWhat.COPY,
            "Bằng tốt nghiệp",
            2,
            3,
            (FEE,),
            signed_by="Nguyễn Văn Mẫu",
        ),
        ActWords(
            "Chứng thực",
            "Bản sao từ bản chính · Bằng tốt nghiệp · 2 trang · 3 bản"
            " · Quyển 1, số thứ tự 318 · 8.000 đ · Nguyễn Văn Mẫu ký",
        ),
    ),
    (
        SHIFT,
        ActWords(
            "Chốt ca",
            "Phạm Thị Ví · 10:00 20/11/2026 – 14:00 20/11/2026 · tiền mặt 100.000 đ"
            " · thiếu 8.000 đ · lẻ · bàn giao cho Lê Văn Thử",
        ),
    ),
    (
        dataclasses.replace(SHIFT, expected=92_000, reason="", handed_to=""),
        ActWords(
            "Chốt ca",
            "Phạm Thị Ví · 10:00 20/11/2026 – 14:00 20/11/2026 · tiền mặt 100.000 đ · thừa 8.000 đ",
        ),
    ),
]


@pytest.mark.parametrize(("body", "said"), SAID, ids=lambda each: type(each).__name__)
def test_an_act_in_two_lines(body: Body, said: ActWords) -> None:
    assert act_words(KINDS[type(body)], body, "2") == said


def test_every_kind_is_said() -> None:
    assert TITLES.keys() == set(Kind)
    assert {KINDS[type(body)] for body, _ in (*SAID, *OF_THE_OFFICE)} == set(Kind)


@pytest.mark.parametrize("kind", Kind)
def test_an_erased_act_keeps_its_title(kind: Kind) -> None:
    words = act_words(kind, None, "2")
    assert words == ActWords(TITLES[kind])
    assert unicodedata.normalize("NFC", words.title) == words.title


def test_no_number_of_a_person_is_told() -> None:
    words = act_words(Kind.RECEIVED, received(submitter=person("Lê Thị Thử")), "2")
    assert person().identity.number not in words.detail

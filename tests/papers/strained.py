"""Contents that strain the forms: long names, addresses, units, fees, reasons, results."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.domain.forms import (
    FeeLine,
    Marks,
    ReceiptContent,
    ResultLine,
    ResultSlipContent,
)
from counter_app.domain.people.person import IdentityKind
from counter_app.domain.printed.letter_longest import (
    LONG_ADDRESS,
    LONG_COMPANY,
    LONG_HEADER,
    LONG_LOOKUP,
)
from counter_app.papers.documents import Layout
from tests.papers import samples

COMPANY, ADDRESS, PORTAL, UNIT = LONG_COMPANY, LONG_ADDRESS, LONG_LOOKUP, LONG_HEADER

_PLAIN = samples.RECEIPT
_FEES = (
    FeeLine(123_456_789, "phí thẩm định dự án; chưa thu"),
    FeeLine(75_000, "lệ phí cấp giấy phép xây dựng; đã thu"),
    FeeLine(1_250_000, "phí thẩm định hồ sơ cấp Giấy chứng nhận quyền sử dụng đất; đã thu"),
    FeeLine(50_000, "phí khai thác và sử dụng tài liệu đất đai; đã thu"),
    FeeLine(0, "lệ phí đăng ký; được miễn theo Nghị quyết của Hội đồng nhân dân tỉnh"),
    FeeLine(8_000, "phí sao y; đã thu"),
)


def receipts() -> list[tuple[str, ReceiptContent, Marks, Layout]]:
    """Return names, contents, marks and layouts of strained receipts."""
    marks = samples.MARKS
    reprint = samples.REPRINT.reprint
    assert reprint
    long_reason = replace(
        samples.REPRINT,
        reprint=replace(
            reprint,
            number=12,
            reason="công dân làm mất giấy trên đường đi nộp bổ sung giấy tờ tại cơ quan thuế",
            who="Nguyễn Hoàng Phương Uyên Thử Mẫu",
        ),
    )
    company = replace(
        _PLAIN,
        applicant=COMPANY,
        submitter="Lê Văn Thử (giấy giới thiệu số 118, ngày 30/6/2025)",
        submitter_name=COMPANY,
        officer_name="Nguyễn Hoàng Phương Uyên Thử Mẫu Ví Dụ",
        identity_kind=IdentityKind.TAX_CODE,
        identity_masked="0100••••0109",
    )
    everything = replace(
        company,
        header=UNIT,
        counter="12A",
        counter_field=(
            "Đất đai, xây dựng, giao thông, nông nghiệp, môi trường và các lĩnh vực chưa phân quầy"
        ),
        address=ADDRESS,
        email="phong.hanh-chinh.tong-hop.va.quan-tri_noi-bo@cong-ty-xay-dung-vi-du-mau.example.vn",
        result_place=f"Nhận qua dịch vụ bưu chính công ích tại {ADDRESS}",
        fees=_FEES,
        lookup=PORTAL,
    )
    return [
        ("18_long_lookup_A5", replace(_PLAIN, lookup=PORTAL), marks, "A5"),
        (
            "18b_lookup_a_word_too_long_A4",
            replace(_PLAIN, lookup="dichvucong.tinhvidu.gov.vn/tra-cuu"),
            marks,
            "A4x2",
        ),
        ("19_long_unit_A4", replace(_PLAIN, header=UNIT), marks, "A4x2"),
        ("20_company_signs_A5", company, marks, "A5"),
        ("21_many_fees_A5", replace(_PLAIN, fees=_FEES), marks, "A5"),
        ("22_everything_long_A4", everything, marks, "A4x2"),
        ("22b_everything_long_reprint_A5", everything, long_reason, "A5"),
        ("22c_everything_long_practice_A5", everything, samples.PRACTISED, "A5"),
        (
            "22d_everything_long_offline_A4",
            everything,
            samples.OFFLINE,
            "A4x2",
        ),
        (
            "23_everything_long_provisional_A4",
            replace(everything, code=samples.PROVISIONAL.code, due_at=None, provisional=True),
            marks,
            "A4x2",
        ),
    ]


def slips() -> list[tuple[str, ResultSlipContent, Layout]]:
    """Return names, contents and layouts of strained result slips."""
    abstract = (
        "Cấp giấy phép xây dựng nhà ở riêng lẻ cho Công ty Ví Dụ Mẫu tại thửa đất số 45, tờ bản đồ "
        "số 9, tổ dân phố 3, phường Mẫu, tỉnh Ví Dụ; diện tích xây dựng 118,5 m2, 04 tầng và tum, "
        "chiều cao 16,8 m; kèm theo hồ sơ thiết kế đã thẩm tra và bản cam kết bảo đảm an toàn đối "
        "với công trình liền kề"
    )
    twelve = tuple(
        ResultLine(
            "Giấy chứng nhận quyền sử dụng đất" if place % 2 else "Giấy phép xây dựng",
            f"{place}18/2025/GPXD-UBND",
            date(2025, 7, 18),
            abstract if place in (1, 7) else f"Thửa đất số {place}, tờ bản đồ số 9",
            place,
        )
        for place in range(1, 13)
    )
    company = replace(
        samples.SLIP,
        applicant=COMPANY,
        receiver=COMPANY,
        capacity=f"người đại diện theo pháp luật của {COMPANY} (giấy giới thiệu số 118)",
        returned_originals=(
            "Giấy chứng nhận quyền sử dụng đất số BX 000001 cấp ngày 18/7/2015 (bản gốc)",
            "Sổ hộ khẩu (bản gốc)",
        ),
        lookup=PORTAL,
        receipt_lost=True,
    )
    one = replace(samples.SLIP, results=twelve[:1])
    return [
        ("24_slip_abstract_300_A5", one, "A5"),
        ("24b_slip_twelve_results_A4", replace(samples.SLIP, results=twelve), "A4x2"),
        ("24c_slip_company_A5", company, "A5"),
        ("24d_slip_company_twelve_A4", replace(company, results=twelve), "A4x2"),
        ("24e_slip_long_unit_A5", replace(samples.SLIP, header=UNIT), "A5"),
    ]

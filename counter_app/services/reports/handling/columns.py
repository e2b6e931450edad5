"""The columns of figures of dossiers, each with what it counts and by which rule.

Their order follows the sheet of TT 01/2020/TT-VPCP on receiving and resolving: received, resolved,
in progress; what the counters need besides comes after.
"""

from __future__ import annotations

from counter_app.domain.reports.sheet import Column, Unit

RECEIVED = "Tiếp nhận"
PROCESSED = "Đã giải quyết"
OPEN = "Đang giải quyết"
OTHERS = "Khác"

_SPECS: tuple[tuple[str, str, str, str], ...] = (
    (
        "handled", "Tổng", RECEIVED,
        "Hồ sơ tiếp nhận trong kỳ cộng hồ sơ từ kỳ trước chuyển sang.",
    ),
    (
        "received", "Trong kỳ", RECEIVED,
        (
            "Hồ sơ có ngày tiếp nhận ghi trên giấy tiếp nhận trong kỳ, mọi kênh; hồ sơ nộp "
            "trực tuyến "
            "chưa được quầy tiếp nhận thì chưa tính."
        ),
    ),
    (
        "counter", "Trực tiếp", RECEIVED,
        "Trong số tiếp nhận trong kỳ: nộp trực tiếp tại quầy.",
    ),
    (
        "online", "Trực tuyến", RECEIVED,
        "Trong số tiếp nhận trong kỳ: nộp trực tuyến, tính từ khi quầy tiếp nhận.",
    ),
    (
        "post", "Bưu chính", RECEIVED,
        "Trong số tiếp nhận trong kỳ: gửi qua dịch vụ bưu chính công ích.",
    ),
    (
        "paper_first", "Giấy trước", RECEIVED,
        (
            "Trong số tiếp nhận trong kỳ: đã nhận bằng giấy trước, ghi vào hệ thống sau, tính theo "
            "ngày trên giấy."
        ),
    ),
    (
        "carried", "Kỳ trước", RECEIVED,
        (
            "Tiếp nhận trước kỳ, đến đầu kỳ chưa có kết quả, chưa từ chối, rút hoặc dừng. "
            "Hồ sơ được mở lại tính như chưa kết thúc."
        ),
    ),
    (
        "processed", "Tổng", PROCESSED,
        (
            "Cơ quan trả lời trong kỳ: có kết quả (lần đầu ghi nhận) hoặc từ chối. Hồ sơ rút "
            "và dừng "
            "tính riêng."
        ),
    ),
    (
        "early", "Trước hạn", PROCESSED,
        "Đã giải quyết vào ngày trước ngày hẹn trả đang có hiệu lực.",
    ),
    (
        "on_time", "Đúng hạn", PROCESSED,
        "Đã giải quyết trong ngày hẹn trả, không sau giờ hẹn đang có hiệu lực.",
    ),
    (
        "late", "Quá hạn", PROCESSED,
        "Đã giải quyết sau giờ hẹn trả đang có hiệu lực, kể cả khi đã xin lỗi.",
    ),
    (
        "unlimited", "Không hạn", PROCESSED,
        "Đã giải quyết, thủ tục không quy định thời hạn.",
    ),
    (
        "open", "Tổng", OPEN,
        "Đã tiếp nhận và đến cuối kỳ (hoặc đến lúc kết xuất nếu kỳ chưa hết) chưa kết thúc.",
    ),
    (
        "open_in_time", "Trong hạn", OPEN,
        (
            "Đang giải quyết, không chờ công dân, chưa quá giờ hẹn tại thời điểm cuối kỳ "
            "hoặc không có "
            "thời hạn."
        ),
    ),
    (
        "open_overdue", "Quá hạn", OPEN,
        "Đang giải quyết, không chờ công dân, đã quá giờ hẹn tại thời điểm cuối kỳ.",
    ),
    (
        "open_waiting", "Chờ dân", OPEN,
        (
            "Chờ bổ sung giấy tờ hoặc thực hiện nghĩa vụ tài chính tại thời điểm cuối kỳ: thời hạn "
            "tạm dừng."
        ),
    ),
    (
        "supplemented", "Bổ sung", OTHERS,
        "Hồ sơ có yêu cầu bổ sung ghi trong kỳ; một hồ sơ tính một lần.",
    ),
    (
        "refused", "Từ chối", OTHERS,
        "Từ chối giải quyết trong kỳ sau khi đã tiếp nhận; đã tính trong số đã giải quyết.",
    ),
    (
        "withdrawn", "Rút", OTHERS,
        "Công dân rút trong kỳ; không tính trong số đã giải quyết, không gồm hồ sơ đăng ký nhầm.",
    ),
    (
        "stopped", "Dừng", OTHERS,
        "Cơ quan dừng giải quyết trong kỳ; không tính trong số đã giải quyết.",
    ),
    (
        "returned", "Đã trả", OTHERS,
        "Trả kết quả trong kỳ (lần sau cùng nếu mở lại), tại quầy hoặc qua bưu chính.",
    ),
    (
        "uncollected", "Chưa nhận", OTHERS,
        "Có kết quả đến cuối kỳ mà đến lúc đó chưa trả; không gồm hồ sơ từ chối, rút, dừng.",
    ),
    (
        "limited", "Có hạn", PROCESSED,
        "Đã giải quyết trong kỳ, có giờ hẹn trả.",
    ),
    (
        "extended", "Gia hạn", OTHERS,
        "Hồ sơ có gia hạn, hẹn lại, dời hạn ghi trong kỳ; một hồ sơ tính một lần.",
    ),
    (
        "apologised", "Xin lỗi", OTHERS,
        "Hồ sơ có văn bản xin lỗi ghi trong kỳ; một hồ sơ tính một lần.",
    ),
    (
        "returned_by_post", "Qua bưu chính", "Đã trả kết quả",
        "Trong số đã trả trong kỳ: gửi qua bưu chính.",
    ),
    (
        "uncollected_week", "Đến 7 ngày", "Chưa nhận",
        "Chưa nhận đến cuối kỳ; từ ngày có kết quả đến ngày cuối kỳ không quá 7 ngày lịch.",
    ),
    (
        "uncollected_month", "8–30 ngày", "Chưa nhận",
        "Chưa nhận đến cuối kỳ; từ ngày có kết quả đến ngày cuối kỳ 8 đến 30 ngày lịch.",
    ),
    (
        "uncollected_longer", "Trên 30 ngày", "Chưa nhận",
        "Chưa nhận đến cuối kỳ; từ ngày có kết quả đến ngày cuối kỳ trên 30 ngày lịch.",
    ),
)  # fmt: skip

COLUMNS = {key: Column(key, head, Unit.COUNT, said, 10, group) for key, head, group, said in _SPECS}
"""A column for each figure of lives and events, by its key."""

RECEPTION = "Quầy và cán bộ là quầy, cán bộ đã tiếp nhận hồ sơ, ai giải quyết và trả cũng vậy."
"""What figures by counter and by officer speak of."""


def columns(*keys: str, group: str | None = None, width: int = 10) -> tuple[Column, ...]:
    """Return the columns of these figures; `group` and `width` other than their own."""
    found = []
    for key in keys:
        own = COLUMNS[key]
        head = own.group if group is None else group
        found.append(Column(key, own.head, own.unit, own.definition, width, head))
    return tuple(found)

"""Words of the panel in which an answer of the server is settled."""

from __future__ import annotations

from counter_app.i18n import tr
from counter_app.services.answers.answered import Way

TITLES: dict[Way, str] = {
    Way.MEND: "Sửa rồi gửi lại",
    Way.CHOOSE: "Chọn nội dung đúng",
    Way.RENUMBER: "Lấy số mới",
    Way.DROP: "Bỏ việc này",
    Way.REVIEW: "Xem xét lưu ý của máy chủ",
}
BUTTONS: dict[Way, str] = {
    Way.MEND: "Lưu và gửi lại",
    Way.CHOOSE: "Lưu lựa chọn và gửi",
    Way.RENUMBER: "Lấy số mới và gửi lại",
    Way.DROP: "Bỏ việc này",
    Way.REVIEW: "Đã xem xét",
}
ICONS: dict[Way, str] = {
    Way.MEND: "send",
    Way.CHOOSE: "check",
    Way.RENUMBER: "hash",
    Way.DROP: "x",
    Way.REVIEW: "check",
}
SAFE: dict[Way, str] = {
    Way.MEND: (
        "Việc này vẫn lưu trên máy; giấy đã in vẫn có giá trị. Sửa ô được đánh dấu rồi nhấn "
        "Enter: bản sửa đứng vào chỗ bản cũ, cả hai đều được giữ lại."
    ),
    Way.CHOOSE: (
        "Hai nơi cùng sửa một ô. Chọn nội dung đúng bằng phím số; cả hai bản đều được giữ lại "
        "trong nhật ký."
    ),
    Way.RENUMBER: (
        "Nội dung hồ sơ được giữ nguyên, chỉ đổi số. Sau đó in lại giấy và đổi cho công dân: "
        "giấy cũ mang số không dùng được."
    ),
    Way.DROP: "Việc này sẽ không gửi nữa; nó và lý do vẫn được giữ lại trong nhật ký.",
    Way.REVIEW: "Máy chủ đã nhận việc này; hồ sơ vẫn đi tiếp. Ghi điều đã xem xét rồi nhấn Enter.",
}
SAID: dict[Way, str] = {
    Way.MEND: "Đã lưu bản sửa, đang gửi lại.",
    Way.DROP: "Đã bỏ việc chưa được nhận.",
    Way.REVIEW: "Đã ghi kết quả xem xét.",
}
WAYS: dict[Way, str] = {
    Way.MEND: "Sửa rồi gửi lại",
    Way.CHOOSE: "Chọn từng ô",
    Way.RENUMBER: "Lấy số mới",
    Way.DROP: "Bỏ việc này, giữ nội dung của máy chủ",
}


def said_of_number(code: str) -> tuple[str, str]:
    """Return what is said when a reception got another number, and what comes next."""
    return (
        tr("Đã lấy số mới {code}, đang gửi lại.").format(code=code),
        tr("Mở hồ sơ, F10 để in lại giấy, rồi đổi giấy cho công dân."),
    )

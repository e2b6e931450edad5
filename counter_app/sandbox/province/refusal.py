"""What the server says no to, with its words (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.contract.problem import FieldError, WireProblem
from counter_app.contract.problem_types import PROBLEM_TYPES

WORDS: Mapping[str, tuple[str, str]] = {
    # the device
    "device-unknown": ("Thiết bị chưa đăng ký", "Quản trị cần đăng ký thiết bị này với tỉnh."),
    "device-signature": ("Chữ ký thiết bị không đúng", "Quản trị cần kiểm tra khóa của máy."),
    "device-clock": (
        "Đồng hồ máy lệch quá một ngày",
        "Chỉnh lại ngày, giờ của máy rồi gửi lại.",
    ),
    "device-revoked": ("Thiết bị đã bị thu hồi", "Liên hệ quản trị của tỉnh."),
    "device-frozen": ("Thiết bị đang tạm khóa", "Có hai bản của máy này. Cần đăng ký lại."),
    "device-epoch": ("Thiết bị đã được phục hồi ở nơi khác", "Bản này không còn được gửi."),
    "chain-fork": (
        "Sổ của máy có hai nhánh",
        "Máy đã được sao chép; cần đăng ký lại một máy.",
    ),
    "chain-unknown": ("Không rõ sổ của máy", "Chương trình cần được kiểm tra."),
    "enrol-code": ("Mã đăng ký không dùng được", "Mã sai, hết hạn hoặc đã dùng. Xin mã mới."),
    "enrol-place": ("Mã đăng ký của quầy khác", "Mã chưa bị dùng. Kiểm tra trung tâm và quầy."),
    # the officer
    "officer-new-password": ("Đây là mã dùng một lần", "Đặt mật khẩu mới, từ 8 ký tự."),
    "officer-password": ("Tên hoặc mật khẩu chưa đúng", "Gõ lại, hoặc nhờ quản trị đặt lại."),
    "officer-throttled": ("Đã thử nhiều lần", "Chờ ít phút rồi đăng nhập lại."),
    "clerk-token": ("Cần đăng nhập", "Đăng nhập lại để tiếp tục."),
    # the request
    "schema": ("Dữ liệu gửi chưa đúng mẫu", "Chương trình cần được kiểm tra hoặc cập nhật."),
    "not-json": ("Không đọc được JSON", "Dữ liệu bị cắt hoặc sai định dạng."),
    "protocol": ("Phiên bản giao tiếp khác nhau", "Cần cập nhật chương trình."),
    "too-large": ("Gói gửi quá lớn", "Chương trình sẽ chia nhỏ và gửi lại."),
    "encoding": ("Không giải nén được", "Dữ liệu nén bị hỏng."),
    "media-type": (
        "Kiểu dữ liệu không được nhận",
        "Chỉ nhận application/json, có thể nén gzip.",
    ),
    "not-found": ("Không có địa chỉ này", ""),
    "method": ("Không dùng được cách gọi này", ""),
    "busy": ("Máy chủ đang bận", "Chương trình sẽ tự gửi lại."),
    "server-fault": ("Máy chủ có lỗi", "Chương trình sẽ tự gửi lại."),
    "stream-unknown": ("Không có luồng này", ""),
    "cursor-gone": ("Dấu đọc không còn dùng được", "Chương trình sẽ đọc lại từ đầu."),
    "catalogue-unknown": ("Không có danh mục này", ""),
    "request-reused": ("Mã yêu cầu đã dùng cho việc khác", "Chương trình cần được kiểm tra."),
    "agency-foreign": ("Không cấp số của cơ quan khác", "Kiểm tra mã cơ quan của quầy."),
    "numbers-stopped": (
        "Thiết bị đang được thu hồi",
        "Máy gửi nốt những gì đang có, không được cấp thêm số.",
    ),
    "not-drained": ("Máy chưa gửi hết", "Chỉ xóa sau khi máy chủ đã trả lời mọi việc của máy."),
    "day-out-of-range": ("Không cấp số cho ngày này", "Kiểm tra ngày của máy."),
    "parcel-device": (
        "Máy ghi gói USB không được gửi",
        "Kiểm tra máy đã ghi gói, không phải máy này.",
    ),
    "parcel-unreadable": ("Không mở được gói USB", "Ghi lại gói từ máy gốc rồi gửi lại."),
    # an entry
    "uid-reused": ("Mã bút toán đã dùng cho nội dung khác", "Chương trình cần được kiểm tra."),
    "body-digest": ("Nội dung không khớp mã băm", "Chương trình cần được kiểm tra."),
    "header-hash": ("Phần đầu không khớp mã băm", "Chương trình cần được kiểm tra."),
    "kind-unknown": ("Chưa hiểu loại bút toán này", "Máy chủ cần được cập nhật."),
    "kind-forbidden": ("Quầy không ghi được việc này", "Việc này do cơ quan giải quyết ghi."),
    "dossier-missing": ("Thiếu mã hồ sơ", "Chương trình cần được kiểm tra."),
    "body-schema": ("Nội dung chưa đúng mẫu", "Xem các ô được đánh dấu."),
    "number-not-granted": ("Số hồ sơ không thuộc dải đã cấp", "Cần lấy số mới cho hồ sơ này."),
    "number-taken": ("Số hồ sơ đã có hồ sơ khác", "Người phụ trách cần đối chiếu hai hồ sơ."),
    "practice": (
        "Hồ sơ tập huấn",
        "Máy chủ này không nhận hồ sơ tập huấn, hoặc chỉ nhận chúng.",
    ),
    "field-fixed": ("Ô này đã in trên giấy, không sửa được", "Xem các ô được đánh dấu."),
    "after-unknown": ("Chưa có bút toán đứng trước", "Chương trình sẽ gửi lại theo thứ tự."),
    "after-refused": ("Bút toán đứng trước chưa được nhận", "Xử lý bút toán đó trước."),
    "dossier-early": ("Chưa có hồ sơ này", "Chương trình sẽ gửi lại khi hồ sơ đã về máy chủ."),
    "step-impossible": (
        "Hồ sơ không còn ở bước này",
        "Xem hồ sơ mới nhất rồi chọn bước khác.",
    ),
    "superseded": ("Đã có mục khác thay mục này", "Không cần gửi lại; xem mục đã thay."),
    "supersedes-settled": (
        "Mục được sửa đã được nhận",
        "Nội dung cũ hoặc một bản sửa khác đã được nhận; xem hồ sơ rồi bỏ mục này.",
    ),
    "supersedes-foreign": (
        "Mục được sửa thuộc hồ sơ khác",
        "Chương trình cần được kiểm tra.",
    ),
    "correction-differs": (
        "Ô này đã được sửa ở nơi khác",
        "So sánh rồi quyết định giữ bản nào.",
    ),
    "dossier-unknown": ("Không tìm thấy hồ sơ", "Kiểm tra lại mã trên giấy."),
    # a file
    "file-untold": (
        "Chưa có bút toán nào kể về tệp này",
        "Gửi bút toán số hóa trước, rồi gửi tệp.",
    ),
    "file-unknown": ("Chưa biết tệp này", "Chương trình sẽ giới thiệu tệp rồi gửi lại."),
    "file-offset": ("Tệp đã tới một đoạn khác", "Chương trình sẽ hỏi lại rồi gửi tiếp."),
    "file-digest": ("Tệp không khớp mã băm", "Chương trình sẽ gửi lại từ đầu."),
    "piece-digest": ("Đoạn tệp bị sai trên đường gửi", "Chương trình sẽ gửi lại đoạn này."),
}
"""Type → (title, what to do): in Vietnamese, because people read them."""


class RefusalError(Exception):
    """The whole request is answered with a problem; `retry_after` in seconds."""

    def __init__(
        self, kind: str, *errors: FieldError, detail: str = "", retry_after: int | None = None
    ) -> None:
        super().__init__(kind)
        self.problem = problem(kind, *errors, detail=detail)
        self.retry_after = retry_after


def problem(
    kind: str, *errors: FieldError, detail: str = "", possible: tuple[str, ...] = ()
) -> WireProblem:
    """Return the problem `kind` with its words, the wrong fields and the possible steps."""
    title, words = WORDS[kind]
    status, _ = PROBLEM_TYPES[kind]
    return WireProblem(
        type=kind,
        title=title,
        status=status,
        detail=detail or words,
        errors=errors,
        possible=possible,
    )

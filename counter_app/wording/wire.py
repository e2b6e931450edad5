"""Words for the line, the server, its certificate and its answers; and for the chip (SYNC §5).

Being without a line is normal here: the words stay calm, and say first that the counter goes on.
"""

from __future__ import annotations

from counter_app.i18n import tr
from counter_app.wording.sentence import Sentence

_GOES_ON = "Quầy vẫn tiếp nhận và in giấy bình thường; mọi việc đã được lưu trên máy này."
_ASKS_AGAIN = "Chương trình sẽ tự gửi lại; không cần làm gì."
_ONCE = "Gửi lại không tạo hồ sơ trùng."
_ADMIN = "Hãy báo quản trị viên"
_DEVICE_SAFE = _GOES_ON + " Chưa có gì được gửi đi."

WORDS: dict[str, Sentence] = {
    "wire.unreachable": Sentence(
        "Đang mất mạng: chưa nối được tới máy chủ {host}.",
        _GOES_ON,
        "Chương trình tự nối lại khi có mạng; nếu kéo dài, hãy kiểm tra dây mạng hoặc Wi-Fi.",
    ),
    "wire.refused": Sentence(
        "Máy chủ {host} đang tạm dừng dịch vụ.",
        _GOES_ON,
        _ASKS_AGAIN,
    ),
    "wire.dns": Sentence(
        "Chưa tìm được địa chỉ của máy chủ {host}; thường là do mất mạng.",
        _GOES_ON,
        "Chương trình tự thử lại; nếu các trang khác vẫn vào được, hãy xem lại địa chỉ máy chủ.",
    ),
    "wire.reset": Sentence(
        "Đường truyền tới {host} bị ngắt giữa chừng.",
        _GOES_ON + " " + _ONCE,
        _ASKS_AGAIN,
    ),
    "wire.handshake": Sentence(
        "Chưa lập được kết nối an toàn tới {host} ({reason}).",
        _GOES_ON,
        "Chương trình tự thử lại; nếu kéo dài, hãy báo quản trị viên kiểm tra tường lửa.",
    ),
    "wire.timeout": Sentence(
        "Máy chủ {host} chưa trả lời sau {seconds} giây.",
        _GOES_ON + " " + _ONCE,
        _ASKS_AGAIN,
    ),
    "wire.cut_answer": Sentence(
        "Câu trả lời của {host} bị cắt giữa chừng nên chưa được tính.",
        _GOES_ON + " " + _ONCE,
        _ASKS_AGAIN,
    ),
    "wire.not_json": Sentence(
        "Một trang web khác trả lời thay cho máy chủ {host}; thường là trang đăng nhập Wi-Fi.",
        _GOES_ON + " Trang đó không được coi là máy chủ.",
        "Hãy mở trình duyệt, đăng nhập mạng, rồi đợi chương trình tự gửi lại.",
    ),
    "wire.wrong_echo": Sentence(
        "Câu trả lời của {host} không khớp với những gì đã gửi nên chưa được tính.",
        _GOES_ON + " " + _ONCE,
        "Chương trình tự gửi lại; nếu lặp lại nhiều lần, hãy báo quản trị viên.",
    ),
    "wire.answer_too_big": Sentence(
        "Câu trả lời của {host} dài quá {limit} MB nên đã bị bỏ.",
        _GOES_ON,
        "Chương trình tự hỏi lại; nếu lặp lại nhiều lần, hãy báo quản trị viên.",
    ),
    "wire.foreign_redirect": Sentence(
        "{host} chuyển sang một máy chủ khác ({target}); chương trình đã không đi theo.",
        _GOES_ON + " Không có dữ liệu nào được gửi tới nơi khác.",
        "Hãy đăng nhập mạng nếu dùng Wi-Fi; nếu kéo dài, hãy báo quản trị viên.",
    ),
    "wire.throttled": Sentence(
        "Máy chủ {host} đang bận và hẹn gửi lại sau.",
        _GOES_ON,
        "Chương trình tự gửi lại đúng hẹn; không cần làm gì.",
    ),
    "wire.server_fault": Sentence(
        "Máy chủ {host} đang gặp trục trặc (mã {status}).",
        _GOES_ON + " " + _ONCE,
        _ASKS_AGAIN,
    ),
    "wire.device_refused": Sentence(
        "Máy chủ {host} chưa chấp nhận thiết bị này ({reason}).",
        _DEVICE_SAFE,
        _ADMIN + " để kiểm tra việc ghi danh của quầy.",
    ),
    "wire.device_unknown": Sentence(
        "Máy chủ {host} chưa biết thiết bị này.",
        _DEVICE_SAFE,
        _ADMIN + " để ghi danh quầy: counter-app enrol.",
    ),
    "wire.device_revoked": Sentence(
        "Thiết bị này đã bị thu hồi quyền gửi tới {host}.",
        _DEVICE_SAFE,
        _ADMIN + " để ghi danh lại bằng mã mới.",
    ),
    "wire.device_signature": Sentence(
        "Máy chủ {host} không nhận ra chữ ký của thiết bị này.",
        _DEVICE_SAFE,
        _ADMIN + " để ghi danh lại bằng mã mới.",
    ),
    "wire.device_frozen": Sentence(
        "Máy chủ {host} thấy hai máy cùng mang số hiệu của thiết bị này nên đã tạm khóa.",
        _DEVICE_SAFE,
        _ADMIN + " để ghi danh lại một trong hai máy. Nếu nhiều máy được cài từ ảnh đĩa của một "
        "máy đã ghi danh, mỗi máy cần một mã riêng.",
    ),
    "wire.device_clock": Sentence(
        "Giờ của máy này lệch quá nhiều so với máy chủ {host}.",
        _DEVICE_SAFE,
        "Hãy chỉnh lại ngày giờ của máy; chương trình sẽ tự gửi lại.",
    ),
    "wire.device_epoch": Sentence(
        "Máy chủ {host} đã nhận một bản sao khác của máy này, nên bản ở đây không được gửi nữa.",
        _DEVICE_SAFE + " Tạm thời chỉ cấp mã tạm.",
        _ADMIN + " để ghi danh lại. Nếu nhiều máy được cài từ ảnh đĩa của một máy đã ghi danh, mỗi "
        "máy cần một mã riêng.",
    ),
    "wire.update_needed": Sentence(
        "Máy chủ {host} cần bản chương trình mới hơn.",
        _DEVICE_SAFE,
        _ADMIN + " để cập nhật chương trình, rồi mọi việc sẽ được gửi đi.",
    ),
    "wire.schema": Sentence(
        "Câu trả lời của {host} ({what}) không đúng mẫu đã thống nhất nên chưa được tính.",
        _GOES_ON,
        "Chương trình tự hỏi lại; nếu kéo dài, hãy báo quản trị viên xem phiên bản máy chủ.",
    ),
    "wire.rejected": Sentence(
        "Máy chủ {host} không đọc được yêu cầu ({status}: {reason}).",
        _GOES_ON,
        _ADMIN + " xem phiên bản chương trình và máy chủ có khớp nhau không.",
    ),
    "wire.too_big": Sentence(
        "Gói gửi lớn hơn mức {host} nhận.",
        _GOES_ON,
        "Chương trình tự chia nhỏ rồi gửi lại; không cần làm gì.",
    ),
    "wire.certificate": Sentence(
        "Chứng thư của {host} không đáng tin ({reason}), nên chương trình không gửi gì tới đó.",
        _GOES_ON,
        _ADMIN + " kiểm tra chứng thư; không có cách bỏ qua bước này.",
    ),
    "wire.certificate_date": Sentence(
        "Chứng thư của {host} không còn hoặc chưa có hiệu lực hôm nay ({reason}).",
        _GOES_ON + " Chương trình không gửi gì tới đó.",
        "Hãy xem ngày giờ của máy này trước; nếu đúng, hãy báo quản trị viên gia hạn chứng thư.",
    ),
    "wire.wrong_host": Sentence(
        "Chứng thư nhận được không phải của {host} ({reason}).",
        _GOES_ON + " Chương trình không gửi gì tới đó.",
        _ADMIN + " kiểm tra địa chỉ máy chủ và mạng; không có cách bỏ qua bước này.",
    ),
    "wire.trust_file": Sentence(
        "Không dùng được tệp chứng thư gốc {path} cho {host} ({reason}).",
        _GOES_ON,
        _ADMIN + " chép lại tệp hoặc sửa ca_file trong cài đặt.",
    ),
    "wire.new_password": Sentence(
        "Đây là mã dùng một lần, chưa phải mật khẩu.",
        "Mã vẫn còn dùng được.",
        "Ở màn hình đăng nhập, gõ mã này vào ô mật khẩu rồi tự đặt mật khẩu mới.",
    ),
    "wire.login_refused": Sentence(
        "Tên đăng nhập hoặc mật khẩu chưa đúng, hoặc tài khoản đang bị khóa ({reason}).",
        "Việc đang làm trên máy vẫn được giữ nguyên.",
        "Hãy gõ lại (chú ý Caps Lock và bộ gõ); nếu quên mật khẩu, hãy liên hệ quản trị viên.",
    ),
    "wire.enrol_refused": Sentence(
        "Mã ghi danh không dùng được với {host} ({reason}).",
        "Chưa có gì thay đổi trên máy này.",
        "Hãy kiểm tra từng ký tự của mã; nếu mã đã dùng hoặc hết hạn, hãy xin tỉnh cấp mã mới.",
    ),
    "wire.enrol_place": Sentence(
        "Mã ghi danh này được {host} cấp cho trung tâm hoặc quầy khác ({reason}).",
        "Chưa có gì thay đổi trên máy này; mã chưa bị dùng mất.",
        "Hãy kiểm tra trung tâm và số quầy, hoặc dùng đúng mã của quầy này.",
    ),
    "wire.cursor_gone": Sentence(
        "Máy chủ {host} không còn giữ phần tin cũ mà máy này đang đọc dở.",
        "Dữ liệu trên máy vẫn nguyên vẹn.",
        "Chương trình tự đọc lại từ đầu; không cần làm gì.",
    ),
    "wire.catalogue_forged": Sentence(
        "Danh mục {name} bản {version} từ {host} không đúng chữ ký của tỉnh nên không được dùng.",
        "Quầy vẫn dùng danh mục đang có.",
        _ADMIN + " kiểm tra danh mục trên máy chủ.",
    ),
    "wire.feed_forged": Sentence(
        "Một bút toán nhận từ {host} không còn nguyên vẹn ({uid}) nên không được nhận vào.",
        _GOES_ON,
        _ADMIN + " kiểm tra máy chủ.",
    ),
    "wire.mass_deletion": Sentence(
        "Máy chủ {host} báo bỏ cùng lúc {count} hồ sơ; nhiều bất thường nên chưa bỏ hồ sơ nào.",
        "Mọi hồ sơ vẫn hiện và vẫn xử lý được trên máy này.",
        "Hãy báo người phụ trách xem rồi quyết định ở trang Tình trạng dữ liệu.",
    ),
    "wire.day_differs": Sentence(
        "Ngày {day}: máy này có {ours} hồ sơ, máy chủ {host} có {theirs}, hoặc tiến độ khác nhau.",
        "Không có gì bị mất hay bị sửa; mọi việc đã được lưu trên máy này.",
        _ADMIN + " đối chiếu; chương trình sẽ so lại vào lần sau.",
    ),
}

PROBLEMS: dict[str, str] = {}

CHIPS: dict[str, str] = {
    "all_sent": "Có mạng · đã gửi hết",
    "sending": "Có mạng · đang gửi {count}",
    "offline": "Mất mạng · {count} chờ gửi",
    "unconfirmed": "{count} chờ máy chủ xác nhận",
    "attention": "{count} có lỗi, cần xem",
    "stopped": "Ngừng gửi · cần quản trị viên · {count} chờ gửi",
}
"""The chip of SYNC §5, by `Chip` value."""


def chip_words(chip: str, count: int) -> str:
    """Return what the chip says, by `Chip` value and the number that goes with it."""
    return tr(CHIPS[chip]).format(count=count)

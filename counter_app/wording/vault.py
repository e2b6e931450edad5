"""Words for keys, the keyring, sealed files and passwords."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_KEPT = "Dữ liệu trên máy vẫn nguyên vẹn và vẫn được mã hóa."
_RECOVER = "Hãy mời quản trị viên mang khóa khôi phục của tỉnh đến để mở tệp khôi phục."

WORDS: dict[str, Sentence] = {
    "vault.no_key": Sentence(
        "Quầy này chưa được ghi danh nên chưa có khóa dữ liệu ({path}).",
        "Chưa có gì trên máy này bị thay đổi.",
        "Hãy ghi danh quầy bằng mã do tỉnh cấp: counter-app enrol.",
    ),
    "vault.key_exists": Sentence(
        "Máy này đã có khóa dữ liệu ({path}); khóa mới sẽ khóa mất dữ liệu cũ nên không được tạo.",
        _KEPT,
        "Hãy mở chương trình như thường lệ, hoặc khôi phục khóa từ tệp khôi phục.",
    ),
    "vault.key_missing": Sentence(
        "Không tìm thấy khóa dữ liệu trong kho khóa của máy.",
        _KEPT,
        "Khóa còn trong tệp khôi phục {recovery_file}. " + _RECOVER,
    ),
    "vault.wrong_key": Sentence(
        "Khóa tìm thấy ({found}) không phải khóa của dữ liệu này ({expected}).",
        _KEPT,
        "Hãy dùng đúng tệp khôi phục của quầy này; so mã in khi ghi danh.",
    ),
    "vault.key_file_damaged": Sentence(
        "Không đọc được tệp ghi nơi giữ khóa {path}.",
        _KEPT,
        _RECOVER,
    ),
    "vault.no_keyring": Sentence(
        "Không có kho khóa của hệ điều hành ({found}).",
        _KEPT,
        "Hãy bật kho khóa của hệ điều hành, hoặc để quản trị viên đặt allow_machine_file = true "
        "(kém an toàn hơn).",
    ),
    "vault.keyring_silent": Sentence(
        "Kho khóa của hệ điều hành không trả lời sau {seconds} giây.",
        _KEPT,
        "Hãy xem có cửa sổ hỏi mật khẩu đang chờ không, rồi đăng xuất và đăng nhập lại máy.",
    ),
    "vault.keyring_refused": Sentence(
        "Kho khóa của hệ điều hành chưa cho dùng khóa ({reason}).",
        _KEPT,
        "Hãy mở khóa kho khóa bằng mật khẩu đăng nhập máy, rồi mở lại chương trình.",
    ),
    "vault.machine_file_not_allowed": Sentence(
        "Khóa dữ liệu nằm trong tệp gắn với máy ({path}) nhưng cài đặt chưa cho phép dùng.",
        _KEPT,
        "Quản trị viên đặt allow_machine_file = true, hoặc khôi phục khóa vào kho khóa.",
    ),
    "vault.machine_file_damaged": Sentence(
        "Không đọc hoặc ghi được tệp khóa gắn với máy {path}.",
        _KEPT,
        "Hãy kiểm tra ổ đĩa. " + _RECOVER,
    ),
    "vault.other_machine": Sentence(
        "Tệp khóa {path} được tạo trên máy khác nên không mở được ở đây.",
        _KEPT,
        _RECOVER,
    ),
    "vault.recovery_damaged": Sentence(
        "Tệp khôi phục {path} không có, bị cắt hoặc đã bị sửa.",
        "Nếu máy vẫn mở được dữ liệu thì tệp khôi phục mới sẽ được tạo lại.",
        "Hãy dùng bản sao khác của tệp khôi phục; so mã in khi ghi danh.",
    ),
    "vault.recovery_other_key": Sentence(
        "Khóa khôi phục đưa vào không mở được tệp này; tệp cần khóa có dấu {recipient}.",
        "Tệp khôi phục không bị thay đổi.",
        "Hãy chọn đúng khóa khôi phục của tỉnh.",
    ),
    "vault.recovery_newer": Sentence(
        "Tệp khôi phục do phiên bản chương trình mới hơn tạo ra (dạng {version}).",
        "Tệp khôi phục không bị thay đổi.",
        "Hãy cập nhật chương trình rồi khôi phục lại.",
    ),
    "vault.recovery_key_unusable": Sentence(
        "Khóa khôi phục công khai nhận từ tỉnh không dùng được.",
        "Chưa có gì được ghi; dữ liệu sẵn có vẫn nguyên vẹn.",
        "Hãy báo quản trị máy chủ của tỉnh kiểm tra khóa khôi phục, rồi thử lại.",
    ),
    "vault.seal_damaged": Sentence(
        "Phần dữ liệu niêm phong “{purpose}” đã bị sửa hoặc bị cắt.",
        "Phần này không được dùng; các hồ sơ khác không bị ảnh hưởng.",
        "Hãy chạy counter-app doctor và báo quản trị viên.",
    ),
    "vault.verifier_damaged": Sentence(
        "Bản ghi kiểm tra mật khẩu lưu trên máy không đọc được.",
        "Mật khẩu và hồ sơ không bị ảnh hưởng.",
        "Hãy đăng nhập khi có mạng để máy lưu lại bản ghi mới.",
    ),
}

PROBLEMS: dict[str, str] = {}

"""Words for the store: the file with the journal, its copies, and what came from elsewhere."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_COMMITTED = "Mọi việc đã ghi trước đó vẫn còn nguyên."
_UNTOUCHED = "Tệp dữ liệu vẫn nguyên như cũ, chưa có gì bị thay đổi."

WORDS: dict[str, Sentence] = {
    "store.full": Sentence(
        "Ổ đĩa chứa dữ liệu của quầy đã đầy nên việc vừa làm chưa được ghi ({path}).",
        _COMMITTED,
        "Hãy giải phóng dung lượng ổ đĩa rồi làm lại bước vừa rồi.",
    ),
    "store.locked": Sentence(
        "Tệp dữ liệu đang được một chương trình khác giữ nên việc vừa làm chưa được ghi ({path}).",
        _COMMITTED,
        "Hãy đóng chương trình kia (sao lưu, quét vi-rút, bản thứ hai của phần mềm) rồi làm lại.",
    ),
    "store.read_only": Sentence(
        "Tệp dữ liệu chỉ cho đọc, không cho ghi ({path}).",
        _COMMITTED,
        "Hãy mời quản trị viên cấp lại quyền ghi cho tệp và thư mục chứa tệp.",
    ),
    "store.damaged": Sentence(
        "Tệp dữ liệu bị hỏng một phần ({path}; {reason}).",
        "Tệp được giữ nguyên, không bị xóa. Việc đã gửi còn trên máy chủ của tỉnh.",
        "Hãy ngừng ghi, chạy counter-app verify, rồi khôi phục từ bản sao lưu gần nhất.",
    ),
    "store.wrong_key": Sentence(
        "Khóa hiện có không mở được tệp dữ liệu này ({path}).",
        _UNTOUCHED,
        "Hãy kiểm tra đúng máy, đúng thư mục; nếu cần, khôi phục khóa từ tệp khôi phục của quầy.",
    ),
    "store.newer": Sentence(
        "Tệp dữ liệu do phiên bản mới hơn của phần mềm ghi (bản {found}, máy này biết đến {known}; "
        "{path}).",
        _UNTOUCHED,
        "Hãy cập nhật phần mềm trên máy này rồi mở lại.",
    ),
    "store.disk": Sentence(
        "Không đọc hoặc ghi được ổ đĩa ({reason}; {path}).",
        _COMMITTED,
        "Hãy kiểm tra ổ đĩa và dây nối rồi làm lại; nếu còn lặp lại, hãy mời quản trị viên.",
    ),
    "store.missing": Sentence(
        "Không tìm thấy tệp {path}.",
        "Chưa có gì bị thay đổi.",
        "Hãy kiểm tra lại đường dẫn rồi làm lại.",
    ),
    "store.gone": Sentence(
        "Tệp dữ liệu của quầy không còn hoặc bị rỗng ({path}).",
        "Việc đã gửi còn trên máy chủ của tỉnh; khóa và dấu mốc trên máy này được giữ nguyên.",
        "Hãy khôi phục từ bản sao lưu gần nhất: counter-app restore.",
    ),
    "store.is_folder": Sentence(
        "{path} là một thư mục, không phải tệp sao lưu.",
        _UNTOUCHED,
        "Hãy ghi thêm tên tệp sau tên thư mục rồi làm lại.",
    ),
    "store.not_a_backup": Sentence(
        "{path} không phải là tệp sao lưu của quầy này.",
        "Tệp đó và dữ liệu đang dùng vẫn nguyên như cũ.",
        "Hãy chọn một tệp khác, tốt nhất là trên một ổ đĩa khác.",
    ),
    "store.no_chain": Sentence(
        "Quầy này chưa được ghi danh nên chưa thể ghi việc nào ({path}).",
        "Chưa có gì bị thay đổi.",
        "Hãy ghi danh quầy bằng mã do tỉnh cấp: counter-app enrol.",
    ),
    "store.entry_not_whole": Sentence(
        "Một bút toán nhận về không đúng nội dung đã khai ({uid}, {why}) nên không được nhận "
        "vào ({path}).",
        _COMMITTED,
        "Phần mềm sẽ tự hỏi lại máy chủ; nếu còn lặp lại, hãy báo quản trị viên.",
    ),
    "store.forked_chain": Sentence(
        "Có hai bút toán khác nhau cùng đứng ở số {n} của chuỗi {chain}: có thể một máy đã bị "
        "nhân bản ({path}).",
        _COMMITTED,
        "Hãy báo quản trị viên của tỉnh để ghi danh lại một trong hai máy.",
    ),
    "store.backup_unfit": Sentence(
        "Bản sao lưu không nguyên vẹn ({reason}; {path}).",
        "Dữ liệu đang dùng không bị thay đổi.",
        "Hãy sao lưu lại ra ổ đĩa khác, hoặc chọn một bản sao lưu khác.",
    ),
    "store.backup_behind": Sentence(
        "Bản sao lưu cũ hơn dữ liệu đang dùng: thiếu {missing} bút toán ({path}).",
        "Chưa có gì bị thay đổi.",
        "Hãy chọn bản sao lưu mới hơn; nếu vẫn muốn dùng bản này, hãy thêm --force.",
    ),
}

"""Words for the second journal: the sealed copy of every act on a stick or another disk."""

from __future__ import annotations

from counter_app.wording.sentence import Sentence

_NOTHING = "Chưa có gì được nhập; dữ liệu trên máy này vẫn nguyên."

WORDS: dict[str, Sentence] = {
    "second_journal.damaged": Sentence(
        "Tệp nhật ký thứ hai {name} không đúng dạng, đã bị sửa hoặc không mang chữ ký của máy "
        "đã ghi.",
        _NOTHING,
        "Hãy dùng bản khác của tệp này; các tệp còn lại vẫn nhập được.",
    ),
    "second_journal.newer": Sentence(
        "Tệp nhật ký thứ hai {name} do phiên bản chương trình mới hơn ghi (dạng {version}).",
        _NOTHING,
        "Hãy cập nhật chương trình rồi nhập lại.",
    ),
    "second_journal.other_key": Sentence(
        "Khóa đưa vào không mở được {name}; tệp này cần khóa khôi phục có dấu {recipient}.",
        _NOTHING,
        "Hãy chọn đúng khóa khôi phục của tỉnh.",
    ),
    "second_journal.foreign": Sentence(
        "Tệp {name} là của máy quầy {theirs}, còn máy này là máy quầy {ours}.",
        _NOTHING,
        "Hãy ghi danh máy này bằng mã thay máy của quầy {theirs}, hoặc chọn đúng tệp.",
    ),
    "second_journal.strange_key": Sentence(
        "Tệp {name} ký bằng khóa mà tỉnh chưa từng ghi nhận cho máy quầy {device}.",
        _NOTHING,
        "Hãy kiểm tra tệp lấy từ đâu và báo quản trị máy chủ của tỉnh.",
    ),
    "second_journal.forged": Sentence(
        "Bút toán số {n} trong tệp {name} không khớp dấu của nó nên không được nhận.",
        _NOTHING,
        "Hãy dùng bản khác của tệp và báo quản trị viên.",
    ),
    "second_journal.none": Sentence(
        "Không thấy nhật ký thứ hai ở {path}.",
        _NOTHING,
        "Hãy chọn ổ hoặc thư mục khác; tệp nhật ký có đuôi .journal.",
    ),
    "second_journal.key_file": Sentence(
        "Tệp {path} không chứa khóa khôi phục của tỉnh.",
        "Chưa có gì thay đổi.",
        "Hãy chọn tệp khóa do quản trị máy chủ của tỉnh giữ.",
    ),
    "second_journal.no_folder": Sentence(
        "Quầy này chưa chọn nơi ghi nhật ký thứ hai.",
        "Dữ liệu trên máy vẫn nguyên.",
        "Hãy cắm ổ USB rồi chạy: counter-app journal use THƯ-MỤC.",
    ),
    "second_journal.folder_missing": Sentence(
        "Chưa thấy nơi ghi nhật ký thứ hai {path}.",
        "Dữ liệu trên máy vẫn nguyên; phần còn thiếu được chép bù khi cắm lại.",
        "Hãy cắm ổ USB; với ổ mới, chạy: counter-app journal use THƯ-MỤC.",
    ),
}

PROBLEMS: dict[str, str] = {}
